from pathlib import Path

import pytest
from leaky import leaky_store, roster

from bangfu.graph.gate import gated
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from bangfu.graph.profile import Profile
from bangfu.graph.views import drop_views, view_of


def views(path: Path) -> list[str]:
    return sorted(item.name for item in (path / "views").iterdir())


def test_a_view_is_made_once_and_found_again(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    with reading(path) as store:
        first = view_of(store, path, Profile.PUBLIC)
        mark = (first / "meta.json").stat().st_mtime_ns
        assert view_of(store, path, Profile.PUBLIC) == first
        assert (first / "meta.json").stat().st_mtime_ns == mark
        assert view_of(store, path, Profile.PARTNER) != first


def test_a_stale_view_is_not_used_and_goes(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    with reading(path, Profile.PUBLIC) as store:
        before = len(store.graphs())
    old = views(path)
    put_all(path, [])
    with reading(path) as inner:
        source = roster().source.iri
    from bangfu.graph.keep import writing

    with writing(path) as inner:
        inner.remove(source)
    with reading(path, Profile.PUBLIC) as store:
        assert len(store.graphs()) == before - 1
    assert len(views(path)) == 1
    assert views(path) != old


def test_another_key_gives_another_view(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    with reading(path, Profile.PUBLIC):
        pass
    old = views(path)
    (tmp_path / "suppressions.key").unlink()
    with reading(path, Profile.PUBLIC):
        pass
    assert views(path) != old


def test_dropping_leaves_those_that_are_read(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    with reading(path, Profile.PUBLIC):
        assert not drop_views(path)
        assert len(views(path)) == 1
    assert drop_views(path)
    assert views(path) == []


def test_where_nothing_can_be_written_the_view_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leaky_store(tmp_path)

    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("bangfu.graph.views.mkdtemp", refused)
    with reading(path) as store, gated(store, Profile.PUBLIC, path) as view:
        assert "沈校之" in str([view.triples(graph) for graph in view.graphs()])
        assert "凌霜降" not in str([view.triples(graph) for graph in view.graphs()])
