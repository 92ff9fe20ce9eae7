"""The walked questions on the network: rows with facts, passages and a coverage line."""

from __future__ import annotations

import pytest

from bangfu.graph.answers import WALKS
from bangfu.graph.ask import Answer, ask, cells, coverage_line
from bangfu.graph.question import question
from bangfu.graph.store import Store
from bangfu.ontology.errors import QueryError

OURS: dict[str, tuple[str, ...]] = {
    "brokers": (),
    "distances": (),
    "flows": ("province",),
    "gap-reasons": ("7",),
    "gaps": ("7",),
    "layers": (),
    "load": (),
    "official-only": ("who-helps", "旺苍县"),
    "organisation-tree": ("九三学社天津市委员会",),
    "reciprocity": (),
    "turnover": ("2015",),
}


def told(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    at = [answer.columns.index(one) for one in columns]
    return [tuple(row[place] for place in at) for row in answer.rows]


@pytest.mark.parametrize("name", OURS)
def test_each_has_rows_of_its_columns_passages_and_coverage(tabled: Store, name: str) -> None:
    assert name in WALKS
    answer = ask(tabled, name, *OURS[name])
    assert all(len(row) == len(answer.columns) for row in answer.rows)
    facts = {fact for (cell,) in told(answer, "fact") for fact in cell.split()}
    assert facts == set(answer.passages)
    assert all(answer.passages.values())
    for lang in ("zh", "en"):
        assert coverage_line(answer, lang)
        assert len(cells(answer, lang)) == len(answer.rows)
        assert question(name).title[lang]
    assert answer.rows == ask(tabled, name, *OURS[name]).rows


def test_flows_by_programme(tabled: Store) -> None:
    answer = ask(tabled, "flows", "province", programme=True)
    assert ("天津市", "四川省", "东西部协作", "1") in told(
        answer, "helper", "recipient", "programme", "facts"
    )
    plain = {(a, b): n for a, b, n in told(ask(tabled, "flows"), "helper", "recipient", "facts")}
    assert plain["天津市", "四川省"] == "3"


def test_gaps_by_slot_and_province(tabled: Store) -> None:
    answer = ask(tabled, "gaps", "7", province="四川省")
    assert told(answer, "place", "slot", "found", "why", "sources") == [
        ("旺苍县", "中学", "possible", "body", "2")
    ]
    places = told(ask(tabled, "gap-reasons", "7"), "place", "state", "verdict")
    assert ("同仁市", "possible", "noSources") in places
    assert ("都安瑶族自治县", "possible", "possible") in places


def test_turnover_can_leave_out_what_nobody_knows(tabled: Store) -> None:
    answer = ask(tabled, "turnover", "2015", level="body")
    changes = {row[0] for row in told(answer, "change")}
    assert changes == {"new", "unclear"}
    sure = ask(tabled, "turnover", "2015", level="body", unclear=False)
    assert told(sure, "change", "helper", "recipient") == [
        ("new", "九三学社天津市委员会", "旺苍县")
    ]


def test_load_by_programme_and_as_a_whole(tabled: Store) -> None:
    answer = ask(tabled, "load", level="body", programme="东西部协作")
    assert told(answer, "rank", "helper", "recipients") == [
        ("1", "深圳市", "2"),
        ("2", "天津市", "1"),
    ]
    whole = ask(tabled, "load", level="province", split=False)
    assert told(whole, "rank", "helper", "recipients")[0] == ("1", "天津市", "3")


def test_layers_share_and_exceptions(tabled: Store) -> None:
    rows = told(ask(tabled, "layers"), "result", "pairs", "share", "helper", "recipient")
    assert rows[0] == ("inside", "0", "0.0", "", "")
    assert ("exception", "", "", "汉沽第八中学", "黄南州中学") in rows


def test_official_sources_alone(tabled: Store) -> None:
    answer = ask(tabled, "official-only", "who-helps", "旺苍县")
    assert {row[0] for row in told(answer, "change")} == {"gone"}
    reports = ask(tabled, "official-only", "who-helps", "旺苍县", sources="reports")
    assert sorted(told(reports, "change", "classes")) == [
        ("gone", "reference"),
        ("same", "unknown"),
    ]
    walked = ask(tabled, "official-only", "gaps", "7")
    assert len(walked.rows) == len(ask(tabled, "gaps", "7").rows)
    with pytest.raises(QueryError, match="official-only"):
        ask(tabled, "official-only", "official-only")


def test_parts_of_an_organisation_by_name(tabled: Store) -> None:
    answer = ask(tabled, "organisation-tree", "九三学社中央")
    assert ("1", "九三学社天津市委员会", "九三学社中央", "byName", "旺苍县") in told(
        answer, "depth", "organisation", "above", "how", "recipient"
    )
    alone = ask(tabled, "organisation-tree", "九三学社天津市委员会")
    assert told(alone, "depth", "recipient") == [("0", "旺苍县")]


def test_distances_have_a_histogram(tabled: Store) -> None:
    for row in ask(tabled, "distances").rows:
        pairs, unknown = int(row[1]), int(row[2])
        assert sum(map(int, row[7:13])) == pairs - unknown
