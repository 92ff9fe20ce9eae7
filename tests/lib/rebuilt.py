"""Where a model that ships can be trained anew to the same bytes."""

from __future__ import annotations

import platform
import sys

import pytest

#: Other processors add floating-point numbers in another order: there the bytes may differ.
on_its_machine = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="rebuilt on x86-64 Linux"
)
