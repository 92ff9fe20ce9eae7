"""Where the sources lean to, read property by property: the rows that the SPARQL gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bangfu.graph import answers
from bangfu.graph.ask import ask, question_sparql
from bangfu.graph.derive import derive
from bangfu.graph.fill import rows
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Evidence,
    Modality,
    Place,
    PlaceLevel,
    Reading,
    Source,
    SourceClass,
)


def _county(province: str, name: str, code: str) -> tuple[Place, Place]:
    whole = Place(
        iri=place_iri(f"{code[:2]}0000"),
        name=province,
        level=PlaceLevel.PROVINCE,
        adcode=f"{code[:2]}0000",
    )
    part = Place(
        iri=place_iri(code), name=name, level=PlaceLevel.COUNTY, adcode=code, part_of=whole.iri
    )
    return whole, part


EAST = _county("滨江省", "临港县", "970101")
WEST = _county("云岭省", "石桥县", "980101")


def _told(number: int, publisher: str | None, year: int | None, kind: SourceClass) -> Reading:
    address = f"news/{number}.txt"
    text = "临港县帮扶石桥县。"
    proof = Evidence(
        quote=text, start=0, end=len(text), raw_start=0, raw_end=len(text), method="test:1"
    )
    fact = Assistance(
        helper=EAST[1], recipient=WEST[1], evidence=(proof,), modality=Modality.PAIRING
    )
    source = Source(
        iri=source_iri(address),
        address=address,
        sha256=f"{number:064x}",
        text=text,
        publisher=publisher,
        issued=None if year is None else PartialDate(year, 5),
        source_class=kind,
    )
    return Reading(source=source, entities=(*EAST, *WEST), facts=(fact,))


@pytest.fixture(scope="module")
def told_by_all() -> Iterator[Store]:
    """Eight reports: of each side, of both, of none, without outlet or day; and a table."""
    outlets = ("滨江省日报", "石桥县融媒体中心", "云岭省滨江省联合报", "晚报", None, "晚报", "早报")
    with open_store(None) as store:
        for number, outlet in enumerate((*outlets, "早报")):
            year = None if number == 3 else 2018 + number % 3
            kind = SourceClass.NOTICE if number % 2 else SourceClass.OFFICIAL_MEDIA
            put(store, _told(number, outlet, year, kind))
        put(store, _told(99, "滨江省日报", 2001, SourceClass.REFERENCE))
        derive(store)
        yield store


def test_who_tells_from_when_and_where(told_by_all: Store) -> None:
    found = {row[:2]: row[2:] for row in ask(told_by_all, "bias").rows}
    # one of eight is 12.5 per cent: the half goes up
    assert found["toldBy", "helperSide"] == ("1", "13", "")
    assert found["toldBy", "recipientSide"] == ("1", "13", "")
    assert found["toldBy", "bothSides"] == ("1", "13", "")
    assert found["toldBy", "sideUnknown"] == ("5", "63", "")
    assert found["helperProvince", "滨江省"] == ("8", "100", "8")
    assert found["recipientProvince", "云岭省"] == ("8", "100", "8")
    assert found["issued", "notSaid"] == found["outlet", "notSaid"] == ("1", "13", "")
    assert found["class", "notice"] == ("4", "50", "")
    assert ("class", "reference") not in found
    assert ("issued", "2001") not in found


def test_the_rows_are_those_of_the_sparql_in_their_order(
    told_by_all: Store, tabled: Store, corpus: Store
) -> None:
    for store in (told_by_all, tabled, corpus):
        told = ask(store, "bias").rows
        assert told == tuple(rows(store, question_sparql(store, "bias")))
        assert len(told) > 5


def test_an_empty_store_has_none() -> None:
    with open_store(None) as store:
        assert ask(store, "bias").rows == ()


def test_a_store_that_cannot_be_read_so_is_asked_its_sparql(
    told_by_all: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ask(told_by_all, "bias").rows
    queries: list[str] = []

    class Plain:
        """The store, without its way of reading whole properties."""

        def select(self, query: str) -> object:
            queries.append(query)
            return told_by_all.select(query)

        statements = staticmethod(told_by_all.statements)

    monkeypatch.setattr(answers, "answering", lambda store, _: store)
    assert ask(Plain(), "bias").rows == wanted  # type: ignore[arg-type]
    assert question_sparql(told_by_all, "bias") in queries
