from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.graph import rewriting
from bangfu.graph.journal import STAMP
from bangfu.graph.rewriting import as_held, rewrite
from bangfu.ontology.errors import StoreError
from bangfu.ontology.nt import Triple

NAME, OTHER = "<https://e/g>", ox.NamedNode("https://e/other")
TRIPLES: list[Triple] = [(f"<https://e/{n}>", "<https://e/p>", f'"{n}"') for n in range(12)]
SETS = st.lists(st.sets(st.sampled_from([*TRIPLES, STAMP])), min_size=1, max_size=4)


def held(engine: ox.Store) -> set[Triple]:
    found = engine.quads_for_pattern(None, None, None, ox.NamedNode(NAME[1:-1]))
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in found}


@pytest.fixture(params=[1, 4, 100])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is large, some things are, or nothing is."""
    monkeypatch.setattr(rewriting, "_FEW", request.param)
    monkeypatch.setattr(rewriting, "_MOST", 5)
    monkeypatch.setattr(rewriting, "_PART", 3)


@pytest.mark.usefixtures("few")
def test_a_graph_becomes_what_it_is_told_whatever_it_was() -> None:
    @settings(max_examples=40, deadline=None)
    @given(SETS)
    def check(wanted: list[set[Triple]]) -> None:
        engine = ox.Store()
        engine.add(ox.Quad(OTHER, OTHER, OTHER, OTHER))
        for one in wanted:
            rewrite(engine, NAME, iter([*one, *one]), "memory")
            assert held(engine) == one
        assert len(engine) == len(wanted[-1]) + 1

    check()


@pytest.mark.usefixtures("few")
def test_the_stamp_goes_first_and_comes_last() -> None:
    engine = ox.Store()
    rewrite(engine, NAME, [*TRIPLES[:6], STAMP], "memory")
    assert STAMP in held(engine)

    def broken() -> object:
        yield STAMP
        yield from TRIPLES
        raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        rewrite(engine, NAME, broken(), "memory")  # type: ignore[arg-type]
    if len(held(engine)) > 7:  # something was written
        assert STAMP not in held(engine)
    rewrite(engine, NAME, [STAMP, *TRIPLES], "memory")
    assert held(engine) == {STAMP, *TRIPLES}


@pytest.mark.usefixtures("few")
def test_nothing_but_whole_triples_gets_in() -> None:
    engine = ox.Store()
    bad = ("<https://e/1>", "<https://e/p>", '"a" . <https://e/2> <https://e/p> "b"')
    with pytest.raises(StoreError):
        rewrite(engine, NAME, [*TRIPLES, bad], "memory")
    assert held(engine) <= {*TRIPLES}


def test_a_large_graph_on_disk_is_there_after_opening_again(tmp_path: Path) -> None:
    many = [(f"<https://e/{n}>", "<https://e/p>", f'"{n}"') for n in range(25_000)]
    engine = ox.Store(str(tmp_path))
    rewrite(engine, NAME, [*many, STAMP], str(tmp_path))
    rewrite(engine, NAME, [*many[1:], STAMP], str(tmp_path))
    engine.flush()
    del engine
    again = ox.Store.read_only(str(tmp_path))
    assert held(again) == {*many[1:], STAMP}


ODD = [
    ("<https://e/0>", "<https://e/p>", '"a"@ZH'),
    ("<https://e/0>", "<https://e/p>", '"01"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ("<https://e/0>", "<https://e/p>", '"\\u0041\\u65FA"'),
]


@pytest.mark.parametrize("odd", ODD)
def test_what_is_spelled_otherwise_than_the_engine_prints_it_stays(odd: Triple) -> None:
    many = [(f"<https://e/{n}>", "<https://e/p>", f'"{n}"') for n in range(20_001)]
    engine = ox.Store()
    rewrite(engine, NAME, [*many, odd], "memory")
    before = held(engine)
    (kept,) = before.difference(many)
    assert kept != odd
    rewrite(engine, NAME, [*many, odd], "memory")
    assert held(engine) == before
    rewrite(engine, NAME, many, "memory")
    assert held(engine) == {*many}


@pytest.mark.usefixtures("few")
def test_any_spelling_of_the_same_is_the_same() -> None:
    for odd in ODD:
        engine = ox.Store()
        rewrite(engine, NAME, [*TRIPLES, odd], "memory")
        before = held(engine)
        rewrite(engine, NAME, [odd, *TRIPLES[6:], odd], "memory")
        assert held(engine) == before.difference(TRIPLES[:6])


def test_triples_as_the_engine_holds_them() -> None:
    assert set(as_held([TRIPLES[0], *ODD], "memory")) == {
        TRIPLES[0],
        ("<https://e/0>", "<https://e/p>", '"a"@zh'),
        ("<https://e/0>", "<https://e/p>", '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("<https://e/0>", "<https://e/p>", '"A旺"'),
    }
    assert list(as_held([], "memory")) == []
