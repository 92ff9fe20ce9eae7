from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from assists import CODES, Telling
from hypothesis import given
from hypothesis import strategies as st

from bangfu.graph.asof import period
from bangfu.graph.changes import turnover
from bangfu.graph.communities import central, communities, simple
from bangfu.graph.derive import derive
from bangfu.graph.distances import distances, kilometres, points, read_points, spreads
from bangfu.graph.edgecache import edge_table
from bangfu.graph.edges import EdgeTable
from bangfu.graph.layers import agreement
from bangfu.graph.measures import brokers, concentration, gini, hhi, load, reciprocity
from bangfu.graph.rollup import Selection
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology.errors import QueryError, SourceError
from bangfu.ontology.identity import place_iri
from bangfu.ontology.records import Modality, Status


@pytest.fixture(scope="module")
def world() -> Iterator[Store]:
    """Guangdong helps Guizhou; its schools follow it, but one helps in Sichuan and is helped."""
    page = Telling(1, "2022-05-01")
    page.helps("广东省", "贵州省", since="2013", until="2030")
    page.helps("天河区/第一中学", "七星关区/第一中学", since="2020", until="2025")
    page.helps("天河区/第一中学", "旺苍县/第一中学", since="2016", until="2019")
    page.helps("天河区/第二中学", "剑阁县/第一中学", since="2020-06", until="2025")
    page.helps("旺苍县/第一中学", "天河区/第一中学", modality=Modality.TRAINING)
    page.helps("天河区/第三中学", "七星关区/第二中学", status=Status.PLANNED)
    with open_store(None) as store:
        put(store, page.reading())
        derive(store)
        yield store


@pytest.fixture(scope="module")
def table(world: Store) -> EdgeTable:
    return edge_table(world)


def code(name: str) -> str:
    return place_iri(CODES[name])


def test_load_ranks_with_ties_and_without_people(table: EdgeTable, corpus: Store) -> None:
    told = [(one.helper, one.recipients, one.rank) for one in load(table, "county")]
    assert told[0] == (code("天河区"), 3, 1)
    assert {one[1:] for one in told[1:]} == {(1, 2)}, "equal numbers share a rank"
    assert len(told) == 3
    sent = load(corpus, "body", Selection(kinds=("secondment", "posting")))
    assert not [one for one in sent if "/person/" in one.helper]


def test_planned_help_is_not_counted_unless_asked_for(table: EdgeTable) -> None:
    bodies = {one.helper for one in load(table, "body")}
    with_plans = {one.helper for one in load(table, "body", Selection(planned=True))}
    assert len(with_plans - bodies) == 1


def test_concentration(table: EdgeTable) -> None:
    found = concentration(table, "county")
    assert (found.members, found.hhi) == (3, pytest.approx((9 + 1 + 1) / 25))
    assert found.gini == pytest.approx(gini([3, 1, 1]))
    wide = concentration(table, "county", members=[code("剑阁县")])
    assert (wide.members, wide.hhi) == (4, found.hhi)
    assert wide.gini > found.gini, "who helps nobody makes it more uneven"
    assert concentration(table, "county", side="recipient").members == 5


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12))
def test_indices_keep_their_bounds(amounts: list[int]) -> None:
    told = [float(one) for one in amounts]
    if sum(told):
        assert 1 / len(told) - 1e-9 <= hhi(told) <= 1
        apart = sum(abs(a - b) for a in told for b in told)
        mean_difference = apart / (2 * len(told) * sum(told))
        assert gini(told) == pytest.approx(mean_difference, abs=1e-9)
    else:
        assert (hhi(told), gini(told)) == (0.0, 0.0)


def test_reciprocity_by_modality(table: EdgeTable) -> None:
    (mutual,) = reciprocity(table, "county")
    assert {mutual.one, mutual.other} == {code("天河区"), code("旺苍县")}
    ways = {mutual.one: mutual.there, mutual.other: mutual.back}
    assert ways[code("旺苍县")] == ("training",)
    assert ways[code("天河区")] == ("pairing",)
    assert len(mutual.facts_there) == len(mutual.facts_back) == 1


def test_brokers_are_bodies(corpus: Store) -> None:
    assert brokers(corpus) == ()
    found = brokers(corpus, least=1)
    assert not [one for one in found if "/person/" in one.body]


def test_a_body_helped_by_two_and_helping_two_is_a_broker() -> None:
    page = Telling(1, "2022")
    for helper in ("广州市", "广东省"):
        page.helps(helper, "毕节市/教育局")
    for recipient in ("七星关区/第一中学", "七星关区/第二中学"):
        page.helps("毕节市/教育局", recipient)
    with open_store(None) as store:
        put(store, page.reading())
        derive(store)
        (one,) = brokers(store)
    assert (len(one.helpers), len(one.recipients), len(one.facts)) == (2, 2, 4)


def test_school_pairs_and_province_pairs(table: EdgeTable) -> None:
    found = agreement(table)
    assert (found.inside, found.outside, found.within_one, found.unplaced) == (1, 3, 0, 0)
    assert found.share == 0.25
    outside = {(one.wide_source, one.wide_target) for one in found.pairs if not one.inside}
    assert outside == {(code("广东省"), code("四川省")), (code("四川省"), code("广东省"))}


def test_turnover_around_a_year(table: EdgeTable) -> None:
    found = turnover(table, period("2020"))
    assert found.counts() == {"kept": 1, "ended": 1, "new": 2, "unclear": 1}
    assert found.survival == 0.5
    by_ends = {(one.source, one.target): one for one in found.rows}
    assert by_ends[code("天河区"), code("旺苍县")].change == "ended"
    assert by_ends[code("天河区"), code("剑阁县")].change == "new"
    assert by_ends[code("广东省"), code("贵州省")].before == "holds"
    assert by_ends[code("旺苍县"), code("天河区")].change == "unclear"


def test_turnover_on_a_day_and_with_nothing(table: EdgeTable) -> None:
    assert turnover(table, date(2024, 1, 1)).counts()["kept"] == 3
    nothing = turnover(table, date(2024, 1, 1), selection=Selection(kinds=("event",)))
    assert (nothing.rows, nothing.survival) == ((), None)


def test_communities_are_the_same_each_time(table: EdgeTable) -> None:
    one, two = communities(table, "county"), communities(table, "county")
    assert one == two
    assert {node for group in one.groups for node in group} == {*simple(table, "county")}
    assert {code("广东省"), code("贵州省")} in [set(group) for group in one.groups]
    assert one.modularity > 0


def test_a_backend_of_networkx_computes_the_same(table: EdgeTable) -> None:
    pytest.importorskip("nx_rustworkx")
    told = central(table, "betweenness", "county", backend="rustworkx")
    assert told == central(table, "betweenness", "county")
    with pytest.raises(QueryError, match="rustworkx"):
        communities(table, backend="rustworkx")


def test_central_places(table: EdgeTable) -> None:
    told = central(table, "degree", "county")
    assert (told[0].node, told[0].rank) == (code("天河区"), 1)
    assert [one.rank for one in told][1] == 2
    with pytest.raises(QueryError, match="charm"):
        central(table, "charm")
    with pytest.raises(QueryError, match="nobody"):
        central(table, backend="nobody")


def test_distances_and_their_spread(table: EdgeTable) -> None:
    told = distances(table)
    assert all(one.km for one in told)
    (spread,) = spreads(told)
    assert (spread.pairs, spread.unknown) == (5, 0)
    assert spread.least is not None
    assert 500 < spread.least <= (spread.middle or 0) <= (spread.greatest or 0) < 1500
    assert sum(count for *_, count in spread.bins) == 5
    (none,) = spreads(distances(table, where={}))
    assert (none.unknown, none.mean) == (5, None)


def test_points_of_ones_own(tmp_path, table: EdgeTable) -> None:  # type: ignore[no-untyped-def]
    own = tmp_path / "points.csv"
    own.write_text("adcode,lat,lon\n440000,0,0\n520000,0,1\n", encoding="utf-8")
    told = {one.km for one in distances(table, where=read_points(own)) if one.km}
    assert kilometres((0, 0), (0, 1)) in told
    assert kilometres((0, 0), (0, 1)) == pytest.approx(111.195, abs=0.001)
    for text in ("adcode,lat\n1,2\n", "adcode,lat,lon\n1,91,2\n", "adcode,lat,lon\n1,x,2\n"):
        own.write_text(text, encoding="utf-8")
        with pytest.raises(SourceError):
            read_points(own)


def test_the_shipped_points_are_those_of_the_divisions() -> None:
    from bangfu.loaders.lexicon import rows

    wanted = {
        row["adcode"]: (float(row["lat"]), float(row["lon"]))
        for row in rows("divisions.csv")
        if row["lat"]
    }
    assert points() == wanted


def test_results_carry_what_they_were_made_with(table: EdgeTable) -> None:
    chosen = Selection(reference=False, modalities=("pairing",))
    for found in (
        concentration(table, selection=chosen),
        communities(table, selection=chosen),
        turnover(table, date(2024, 1, 1), selection=chosen),
        agreement(table, selection=chosen),
    ):
        assert found.selection == chosen
