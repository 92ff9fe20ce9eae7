"""The table made good by difference is the one that making it anew gives."""

from __future__ import annotations

from pathlib import Path

import pyarrow.compute as pc
import pytest
from made import article

from bangfu.graph import edgecache
from bangfu.graph.edgecache import edge_table
from bangfu.graph.edgedelta import followed
from bangfu.graph.edgelog import LOG, Changes, drop_table
from bangfu.graph.edges import EdgeTable
from bangfu.graph.keep import reading, writing
from bangfu.graph.store import Store, put
from bangfu.ontology import terms as t
from bangfu.ontology.records import Entity, Secondment
from benchmarks.rare import rare_sources


def table(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[EdgeTable, int]:
    """The edge table of the store, and how often it was made anew for it."""
    made = []
    build = edgecache.built
    monkeypatch.setattr(edgecache, "built", lambda store: (made.append(1), build(store))[1])
    with reading(path) as store:
        found = edge_table(store)
    monkeypatch.undo()
    return found, len(made)


def follows(path: Path, monkeypatch: pytest.MonkeyPatch) -> EdgeTable:
    """The table after a change, which must have the rows of one made anew."""
    found, made = table(path, monkeypatch)
    assert made == 0, "it followed by difference"
    drop_table(path)
    anew, made = table(path, monkeypatch)
    assert made == 1
    assert found.edges.equals(anew.edges)
    assert found.nodes.equals(anew.nodes)
    return found


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "bangfu.db"
    with writing(path) as store:
        for number in range(12):
            put(store, article(number))
        for source, triples in rare_sources():
            store.put(source, triples)
    assert table(path, monkeypatch)[1] == 1
    return path


def without(store: Store, number: int) -> None:
    store.remove(article(number).source.iri)


def test_a_source_comes_changes_and_goes(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [table(kept, monkeypatch)[0].edges.num_rows]
    for change in (
        lambda store: put(store, article(210)),
        lambda store: put(store, article(210, pairs=3)),
        lambda store: without(store, 210),
        lambda store: store.remove(rare_sources()[0][0]),
    ):
        with writing(kept) as store:
            change(store)
        rows.append(follows(kept, monkeypatch).edges.num_rows)
    assert rows[0] < rows[1] < rows[2] > rows[3] > rows[4]


def test_several_writings_are_followed_at_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (40, 211, 212):
        with writing(kept) as store:
            put(store, article(number))
    with writing(kept) as store:
        without(store, 211)
    follows(kept, monkeypatch)


def test_facts_move_with_what_stands_at_their_ends(kept: Path) -> None:
    with reading(kept) as store:
        right = edge_table(store)
        fact = next(one for one in article(5).facts if isinstance(one, Secondment))
        at = [pc.equal(right.edges["person"], name) for name in _canonical(store, fact.person)]
        wrong = pc.if_else(at[0], "https://example.org/before", right.edges["person"])
        column = right.edges.column_names.index("person")
        old = EdgeTable(right.edges.set_column(column, "person", wrong), right.nodes)
        assert not old.edges.equals(right.edges)
        moved = Changes(facts=frozenset(), things=frozenset(), moved=frozenset((fact.person.iri,)))
        found = followed(store, old, moved)
    assert found is not None
    assert found.edges.equals(right.edges)


def _canonical(store: Store, entity: Entity) -> list[str]:
    query = f"SELECT ?c {{ <{entity.iri}> <{t.CANONICAL}> ?c }}"
    return [str(c)[1:-1] for (c,) in store.select(query).rows]


def test_a_writer_that_leaves_no_note_makes_it_anew(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(kept) as store:
        put(store, article(60))
    (kept / LOG).unlink()
    assert table(kept, monkeypatch)[1] == 1


def test_a_broken_note_makes_it_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(kept) as store:
        put(store, article(61))
    (kept / LOG).write_text("{", encoding="utf-8")
    assert table(kept, monkeypatch)[1] == 1
