from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.graph.store import Change, Store, open_rdflib, open_store, put, sources
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import StoreError
from bangfu.ontology.identity import place_iri, scoped_iri, source_iri
from bangfu.ontology.nt import value
from bangfu.ontology.quads import canonical, reading_from
from bangfu.ontology.records import (
    Assistance,
    Evidence,
    Institution,
    Kind,
    Note,
    NoteKind,
    Place,
    PlaceLevel,
    Reading,
    Source,
    SourceClass,
)

QUERY = """PREFIX bf: <https://w3id.org/bangfu/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?helper WHERE { ?h bf:helps ?c ; skos:prefLabel ?helper . ?c skos:prefLabel "旺苍县"@zh }"""


def made(address: str = "a.txt", quote: str = "天津市委帮扶旺苍县") -> Reading:
    source = source_iri(address)
    county = Place(iri=place_iri("510821"), name="旺苍县", level=PlaceLevel.COUNTY, adcode="510821")
    helper = Institution(iri=scoped_iri(source, Kind.INSTITUTION, "h"), name="九三学社天津市委员会")
    evidence = Evidence(
        quote=quote, start=0, end=len(quote), raw_start=0, raw_end=len(quote), method="test:1",
        confidence=0.9,
    )  # fmt: skip
    note = Note(kind=NoteKind.CUT, reason="menu", quote="首页", raw_start=90, raw_end=92)
    return Reading(
        source=Source(
            iri=source,
            address=address,
            sha256="0" * 64,
            text=quote,
            title="同心",
            issued=PartialDate(2021, 5),
            source_class=SourceClass.NOTICE,
        ),
        entities=(county,),
        facts=(Assistance(helper=helper, recipient=county, evidence=(evidence,)),),
        notes=(note,),
    )


@pytest.fixture
def store() -> Store:
    return open_store(None)


def test_put_says_what_it_did(store: Store) -> None:
    assert put(store, made()) is Change.ADDED
    assert put(store, made()) is Change.UNCHANGED
    assert put(store, made(quote="天津市委帮扶旺苍县多年")) is Change.REPLACED
    assert store.graphs() == (source_iri("a.txt"),)


def test_a_reading_comes_back_whole(store: Store) -> None:
    put(store, made())
    assert reading_from(store.triples(source_iri("a.txt"))) == canonical(made())


def test_sources_are_listed_with_counts(store: Store) -> None:
    put(store, made("b.txt"))
    put(store, made("a.txt"))
    first, second = sources(store)
    assert (first.address, second.address) == ("a.txt", "b.txt")
    assert (first.title, first.issued, first.source_class) == ("同心", "2021-05", "notice")
    assert (first.facts, first.notes, first.publisher) == (1, 1, None)


def test_no_store_is_made_for_reading(tmp_path: Path) -> None:
    for create, read_only in ((False, False), (True, True)):
        with pytest.raises(StoreError) as caught:
            open_store(tmp_path / "none", create=create, read_only=read_only)
        assert caught.value.key == "store.missing"
    assert not (tmp_path / "none").exists()


def test_rdflib_answers_the_query_of_the_vocabulary(tmp_path: Path) -> None:
    from bangfu.graph.derive import derive

    with open_store(tmp_path / "db") as store:
        put(store, made())
        derive(store)
        store.flush()
        ours = {value(cell) for row in store.select(QUERY).rows for cell in row if cell}
    view = open_rdflib(tmp_path / "db")
    theirs = {str(row[0]) for row in view.query(QUERY)}
    view.close()
    assert ours == theirs == {"九三学社天津市委员会"}


def test_rdflib_is_told_that_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_rdflib(tmp_path / "none")
    assert caught.value.key == "store.missing"
