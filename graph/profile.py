"""Who an output is for: how much of the people in the graph it may show."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Profile"]


class Profile(StrEnum):
    """The three circles of readers, from those who hold the sources to everybody."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"
