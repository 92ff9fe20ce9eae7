"""Tests find the benchmarks, too."""

from __future__ import annotations

import beside  # noqa: F401
