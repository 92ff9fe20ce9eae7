"""Readings into a store."""

from pathlib import Path

from bench import SAMPLE

from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from bangfu.graph.store import sources
from bangfu.loaders import load
from bangfu.ontology.errors import SourceError


def test_what_is_read_is_kept_and_what_failed_is_listed(tmp_path: Path) -> None:
    first = load(SAMPLE / "s01-agreement.txt", SAMPLE)
    second = load(SAMPLE / "s05-groups.txt", SAMPLE)
    error = SourceError("source.missing", path="x")
    loaded = put_all(tmp_path / "s.db", iter([first, error, second, first]))
    assert (loaded.added, loaded.unchanged, loaded.sources) == (2, 1, 3)
    assert loaded.facts == 2 * len(first.facts) + len(second.facts)
    assert loaded.failures == (error,)
    with reading(tmp_path / "s.db") as store:
        assert len(sources(store)) == 2


def test_nothing_read_leaves_nothing_behind(tmp_path: Path) -> None:
    assert put_all(tmp_path / "s.db", [SourceError("source.missing", path="x")]).sources == 0
    assert list(tmp_path.iterdir()) == []
