from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bangfu.graph.derive import derive
from bangfu.graph.engine import Rows
from bangfu.graph.fill import rows
from bangfu.graph.near import around
from bangfu.graph.outward import Rules, links_of, rows_about
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology import terms as t
from bangfu.ontology.identity import place_iri, scoped_iri, source_iri
from bangfu.ontology.nt import Triple
from bangfu.ontology.quads import reading_triples
from bangfu.ontology.records import (
    Assistance,
    Evidence,
    Kind,
    Modality,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Reading,
    School,
    Secondment,
    Source,
)

EAST, WEST, NORTH = (
    Place(iri=place_iri(code), name=name, level=PlaceLevel.COUNTY, adcode=code)
    for code, name in (("440106", "天河区"), ("510821", "旺苍县"), ("440103", "荔湾区"))
)


class Counting:
    """A store before another that counts the rows that queries give."""

    def __init__(self, inner: Store) -> None:
        self.inner, self.rows = inner, 0

    def select(self, query: str, bindings: Mapping[str, str] | None = None) -> Rows:
        found = self.inner.select(query, bindings)
        self.rows += len(found.rows)
        return found


def told(teachers: int, sent: bool = False) -> Reading:
    """One school that helps another, and so many who teach there, or are sent to the other."""
    address = f"https://example.org/{teachers}"
    source = source_iri(address)
    ours, theirs = (
        School(
            iri=scoped_iri(source, Kind.SCHOOL, place.name),
            name=f"{place.name}第一中学",
            core_name="第一中学",
            located_in=place.iri,
        )
        for place in (EAST, WEST)
    )
    text = "天河区第一中学帮扶旺苍县第一中学。"
    spot = {"start": 0, "end": len(text), "raw_start": 0, "raw_end": len(text)}
    proof = (Evidence(quote=text, method="t:1", **spot),)
    people = [
        Person(iri=scoped_iri(source, Kind.PERSON, f"{number}"), name=f"王{chr(0x4E00 + number)}华")
        for number in range(teachers)
    ]
    return Reading(
        source=Source(iri=source, address=address, sha256=f"{teachers:064x}", text=text),
        entities=(EAST, WEST, ours, theirs),
        facts=(
            Assistance(helper=ours, recipient=theirs, evidence=proof, modality=Modality.PAIRING),
            *(
                Secondment(person=p, origin=ours, destination=theirs, evidence=proof)
                if sent
                else Posting(person=p, organization=ours, title="教师", evidence=proof)
                for p in people
            ),
        ),
    )


def pair_of_helpers() -> tuple[str, list[Triple]]:
    """A source whose one fact says that two counties help a third."""
    reading = told(0)
    (fact,) = reading.facts
    assert isinstance(fact, Assistance)
    both = [replace(fact, helper=one, recipient=WEST) for one in (EAST, NORTH)]
    triples = [
        one
        for helped in both
        for one in reading_triples(replace(reading, entities=(EAST, WEST, NORTH), facts=(helped,)))
    ]
    subjects = sorted({s for s, p, _ in triples if p == f"<{t.HELPER}>"})
    same = {subjects[1]: subjects[0]}
    return reading.source.iri, sorted({(same.get(s, s), p, o) for s, p, o in triples})


def read_for_help(teachers: int) -> int:
    """How many rows a walk over facts of help reads."""
    with open_store(None) as store:
        put(store, told(teachers))
        derive(store)
        counting = Counting(store)
        near = around(counting, EAST.iri, 2, inside=False)  # type: ignore[arg-type]
        assert {*near} == {EAST.iri}
        (school,) = {
            link.source
            for link in links_of(store, {EAST.iri}, Rules())
            if link.kind == "location" and "/school/" in link.source
        }
        near = around(counting, school, 2, inside=False)  # type: ignore[arg-type]
        assert len(near) == 2
        return counting.rows


def test_what_is_not_walked_over_is_not_read() -> None:
    assert read_for_help(0) == read_for_help(40)


def test_a_walk_over_no_kind_of_fact_leads_nowhere() -> None:
    with open_store(None) as store:
        put(store, told(2))
        derive(store)
        assert not links_of(store, {EAST.iri}, Rules(kinds=frozenset(), places=False))
        kinds = {link.kind for link in links_of(store, {EAST.iri}, Rules(kinds=frozenset()))}
        assert kinds == {"location"}


def test_links_walked_before_are_not_given_again() -> None:
    with open_store(None) as store:
        put(store, told(3))
        derive(store)
        rules = Rules(places=False)
        school = next(link.source for link in links_of(store, {EAST.iri}, Rules()))
        first = links_of(store, {school}, rules)
        assert {link.kind for link in first} == {"assistance", "posting"}
        assert not links_of(store, {school}, rules, known=first)
        help_only = {link for link in first if link.kind == "assistance"}
        assert links_of(store, {school}, rules, known=help_only) == first - help_only


def test_secondments_walked_before_are_not_asked_again() -> None:
    with open_store(None) as store:
        put(store, told(3, sent=True))
        derive(store)
        rules = Rules(places=False, kinds=frozenset({"secondment"}))
        school = next(link.source for link in links_of(store, {EAST.iri}, Rules()))
        first = links_of(store, {school}, rules)
        assert len({link.fact for link in first}) == 3
        asked, again = Counting(store), Counting(store)
        assert links_of(asked, {school}, rules) == first  # type: ignore[arg-type]
        assert not links_of(again, {school}, rules, known=first)  # type: ignore[arg-type]
        assert again.rows < asked.rows


def test_of_a_fact_of_two_helpers_each_has_a_link_of_its_own() -> None:
    with open_store(None) as store:
        store.put(*pair_of_helpers())
        derive(store)
        rules = Rules(places=False)
        (link,) = links_of(store, {EAST.iri}, rules)
        assert (link.source, link.target) == (EAST.iri, WEST.iri)
        assert len(links_of(store, {WEST.iri}, rules)) == 2


def test_a_cell_that_nothing_is_bound_to_is_empty(corpus: Store) -> None:
    school = next(one for (one,) in rows(corpus, f"SELECT ?s {{ ?s a <{t.A_SCHOOL}> }} LIMIT 1"))
    query = f"SELECT ?s ?code {{ VALUES ?s {{ %s }} OPTIONAL {{ ?s <{t.ADCODE}> ?code }} }}"
    assert rows_about(corpus, query, [school], gaps=True) == [(school, "")]
    assert rows_about(corpus, f"SELECT ?s {{ VALUES ?s {{ %s }} ?s a <{t.A_SCHOOL}> }}", []) == []
