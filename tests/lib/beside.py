"""The benchmarks stand beside the package and are no part of it: here tests find them."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

if "benchmarks" not in sys.modules:
    _spec = PathFinder.find_spec("benchmarks", [str(Path(__file__).resolve().parents[2])])
    assert _spec is not None
    assert _spec.loader is not None
    sys.modules["benchmarks"] = module_from_spec(_spec)
    _spec.loader.exec_module(sys.modules["benchmarks"])
