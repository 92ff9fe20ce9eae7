"""A fact is one fact at every level, however its ends are moved up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.graph.asof import Period
from bangfu.graph.edges import KINDS, EdgeTable, built
from bangfu.graph.flows import BY, flows, matrix
from bangfu.graph.rollup import Selection, dyads, rolled, selected
from bangfu.graph.things import STEPS
from bangfu.ontology.errors import QueryError


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> EdgeTable:
    return built(request.getfixturevalue("tabled"))


SELECTIONS = st.builds(
    Selection,
    kinds=st.lists(st.sampled_from(KINDS), min_size=1, unique=True).map(tuple),
    planned=st.booleans(),
    reference=st.booleans(),
    as_of=st.none() | st.integers(2009, 2025).map(lambda y: Period(date(y, 1, 1), date(y, 12, 31))),
    known=st.none() | st.integers(2010, 2025).map(lambda year: date(year, 6, 1)),
    modalities=st.sampled_from([(), ("pairing",), ("pairing", "teaching")]),
)


@settings(max_examples=30, deadline=None)
@given(SELECTIONS, st.sampled_from(STEPS), st.lists(st.sampled_from(BY), unique=True).map(tuple))
def test_sums_are_the_sums_over_the_leaves_once(
    table: EdgeTable, chosen: Selection, level: str, by: tuple[str, ...]
) -> None:
    leaves = selected(table.edges, chosen)
    at = {row["iri"]: row.get(f"at_{level}", row["iri"]) for row in table.nodes.to_pylist()}
    wanted: dict[tuple[str, str], set[str]] = {}
    for row in leaves.to_pylist():
        ends = (at.get(row["source"], row["source"]), at.get(row["target"], row["target"]))
        wanted.setdefault(ends, set()).add(row["fact"])
    found = flows(table, level, by=by, selection=chosen)
    sums: dict[tuple[str, str], int] = {}
    for cell in found.cells:
        sums[cell.source, cell.target] = sums.get((cell.source, cell.target), 0) + cell.facts
    assert sums == {ends: len(facts) for ends, facts in wanted.items()}
    assert found.facts == len({fact for facts in wanted.values() for fact in facts})
    pairs = {(one.source, one.target): set(one.facts) for one in dyads(table, level, chosen)}
    assert pairs == wanted


def test_a_group_stays_whole_and_persons_count_once(table: EdgeTable) -> None:
    found = flows(table, "province", selection=Selection(kinds=("assistance",), reference=False))
    told = {(c.source_label, c.target_label): c.facts for c in found.cells}
    assert told["天津市", "青海省"] == 2, "five schools of a group are one fact"
    sent = flows(table, "province", selection=Selection(kinds=("secondment",)))
    told = {(c.source_label, c.target_label): c.facts for c in sent.cells}
    assert told["广东省", "广西壮族自治区"] == 1
    assert "九三学社中央" in sent.wider


def test_by_programme_and_year(table: EdgeTable) -> None:
    found = flows(table, "province", by=("programme", "year"))
    told = {(c.source_label, c.target_label, *c.by): c.facts for c in found.cells}
    assert told["天津市", "四川省", "同心树人", "2015"] == 2
    assert told["天津市", "四川省", "东西部协作", "2010"] == 1
    assert told["广东省", "广西壮族自治区", "", ""] == 1
    heads, rows = matrix(found)
    tianjin = dict(zip(heads, next(row for row in rows if row[0] == "天津市"), strict=True))
    assert tianjin["四川省"] == "3"
    assert tianjin["云南省"] == ""


def test_what_cannot_be_asked(table: EdgeTable) -> None:
    with pytest.raises(QueryError, match="colour"):
        flows(table, by=("colour",))
    with pytest.raises(QueryError, match="township"):
        rolled(table, table.edges, "township")
    with pytest.raises(QueryError, match="love"):
        Selection(kinds=("love",))
