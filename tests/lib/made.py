"""The made-up readings of the benchmarks, for tests of stores."""

from __future__ import annotations

import io
from pathlib import Path

import beside  # noqa: F401

from bangfu.graph.export import export
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from benchmarks.generate import article, readings

__all__ = ["article", "exported", "made_store", "readings"]


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
