"""Words of those who only come by, in one place: whoever calls on a school does not serve there."""

from __future__ import annotations

__all__ = ["CALLS", "LESSONS"]

CALLS = "看望|慰问|调研|考察|走访|签订|签约|捐赠|视察|参观"
"""A pattern: somebody comes to look, to give or to sign."""
LESSONS = "送教|讲座|示范课"
"""A pattern: somebody comes for a lesson or a talk."""
