"""The made-up readings of the benchmarks, for tests of stores."""

from __future__ import annotations

import importlib.util
import io
import sys
from pathlib import Path

from bangfu.graph.export import export
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading

_PATH = Path(__file__).resolve().parents[2] / "benchmarks" / "generate.py"
_SPEC = importlib.util.spec_from_file_location("made_readings", _PATH)
assert _SPEC is not None
assert _SPEC.loader is not None
_MODULE = importlib.util.module_from_spec(_SPEC)
sys.modules["made_readings"] = _MODULE
_SPEC.loader.exec_module(_MODULE)

article = _MODULE.article
readings = _MODULE.readings


def made_store(path: Path, count: int = 6) -> Path:
    """A store of the first `count` readings."""
    put_all(path, readings(count))
    return path


def exported(path: Path) -> bytes:
    """All that a store holds, sorted."""
    out = io.BytesIO()
    with reading(path) as store:
        export(store, "nquads", out, with_text=True)
    return out.getvalue()
