"""The answers about lists and names: roster-diff, findings, renames."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import COUNTY, Telling, kept, roster

from bangfu.graph.ask import Answer, ask
from bangfu.graph.derive import derive
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.names import find_entity
from bangfu.graph.store import put
from bangfu.loaders.former_triples import former_triples
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import QueryError
from bangfu.ontology.records import Assistance, Note, NoteKind


def column(answer: Answer, *names: str) -> list[tuple[str, ...]]:
    places = [answer.columns.index(name) for name in names]
    return [tuple(row[at] for at in places) for row in answer.rows]


def test_two_rosters_side_by_side() -> None:
    a, b = roster("rosters/a.csv"), roster("rosters/b.csv")
    a.counts(a.pairs("海河中学", "东城中学", "2021-03"), 19)
    b.counts(b.pairs("海河中学", "东城中学", "2021-04"), 19)
    a.pairs("第一中学", "英萃镇中学")
    b.pairs("耀华中学", "英萃镇中学")
    a.pairs("甲中学", "甲镇中学")
    b.pairs("乙中学", "乙镇中学")
    a.post("王志远", "甲镇中学", "校长")
    b.post("王志远", "甲镇中学", "校长")
    answer = ask(kept(a, b), "roster-diff", "a.csv", "b.csv", lang="zh")
    assert column(answer, "difference", "what", "fields", "a", "b") == [
        ("differs", "海河中学 → 东城中学", "起", "2021-03", "2021-04"),
        ("differs", "第一中学 → 英萃镇中学", "帮扶方", "第一中学", "耀华中学"),
        ("onlyA", "甲中学 → 甲镇中学", "", "pairing", ""),
        ("onlyB", "乙中学 → 乙镇中学", "", "", "pairing"),
    ]
    assert [bool(one) for one in column(answer, "passageA")[0]] == [True]
    assert "甲镇中学" in column(answer, "passageA")[2][0]
    assert all(answer.passages[f] for (some,) in column(answer, "fact") for f in some.split())
    same = roster("rosters/c.csv")
    same.pairs("甲中学", "甲镇中学")
    copy = roster("rosters/d.csv")
    copy.pairs("甲中学", "甲镇中学")
    store = kept(same, copy)
    assert ask(store, "roster-diff", "c.csv", "d.csv").rows == ()
    with pytest.raises(QueryError):
        ask(store, "roster-diff", "c.csv", "c.csv")


def test_what_of_a_roster_did_not_match() -> None:
    a, b = roster("a.csv"), Telling("b.txt", "2024")
    a.pairs("海河中学", "东城中学")
    a.pairs("南开中学", "国华中学")
    b.pairs("海河中学", "东城中学")
    b.pairs("海河中学", "国华初级中学")
    store = kept(b)
    reading = a.reading()
    note = Note(
        kind=NoteKind.NOT_UNDERSTOOD, reason="unused-row", quote="待定", raw_start=0, raw_end=2
    )
    put(store, replace(reading, notes=(note,)))
    derive(store)
    answer = ask(store, "findings", "a.csv", lang="zh")
    told = column(answer, "what", "suggestion", "passage")
    assert told[0] == ("", "", "待定")
    assert [row[0] for row in told[1:]] == ["南开中学", "国华中学"]
    assert told[2][1].startswith("国华初级中学")
    assert "别的来源里没有" in column(answer, "reason")[1][0]
    assert all(fact for (fact,) in column(answer, "fact")[1:])


def test_former_names_lead_to_todays() -> None:
    a = Telling("a.txt", "2024")
    a.pairs("海河中学", "东城中学")
    a.pairs("天津海河中学", "国华中学")
    store = kept(a)
    assert ask(store, "renames").rows == ()
    joined = Judgement(
        a=find_entity(store, "海河中学").iri,
        decision=Decision.SAME,
        b=find_entity(store, "天津海河中学").iri,
        who="李",
        when=PartialDate(2024),
    )
    derive(store, [joined])
    (row,) = column(ask(store, "renames"), "former", "now", "facts", "basis")
    assert row == ("海河中学", "天津海河中学", "2", "judgement")
    assert ask(store, "renames", COUNTY.name).rows == ()


def test_former_names_of_places_are_those_of_the_reference_table() -> None:
    source, triples = former_triples()
    place = next(s for s, p, o in triples if p.endswith("#ofPlace>"))
    of = next(o for s, p, o in triples if s == place and p.endswith("#ofPlace>"))
    old = next(o for s, p, o in triples if s == place and p.endswith("#prefLabel>"))
    a = Telling("a.txt", "2024")
    a.pairs("海河中学", "东城中学")
    reading = a.reading()
    code = of.rpartition("/")[2].rstrip(">")
    there = replace(COUNTY, iri=of[1:-1], adcode=code, name="某县")
    (fact,) = reading.facts
    assert isinstance(fact, Assistance)
    store = kept()
    put(store, replace(reading, facts=(replace(fact, recipient=there),)))
    store.put(source, triples)
    derive(store)
    rows = column(ask(store, "renames"), "former", "basis", "facts")
    assert (old[1:].partition('"')[0], "reference", "1") in rows
    assert all(row[1] == "reference" for row in rows)
