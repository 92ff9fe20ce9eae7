"""What may go in: a conforming graph whole, and of every other the part that has no fault."""

from __future__ import annotations

import random

import pytest

from bangfu.loaders.rdf_conform import conforming
from bangfu.ontology import terms as t
from bangfu.ontology.check import check_triples
from bangfu.ontology.identity import place_iri, scoped_iri, source_iri
from bangfu.ontology.quads import reading_from, reading_triples
from bangfu.ontology.records import (
    Assistance,
    Evidence,
    Kind,
    Measure,
    Modality,
    Observation,
    Place,
    PlaceLevel,
    Reading,
    School,
    Source,
    Unit,
)

SOURCE = source_iri("a.txt")
COUNTY = Place(iri=place_iri("510821"), name="旺苍县", adcode="510821", level=PlaceLevel.COUNTY)
SCHOOL = School(iri=scoped_iri(SOURCE, Kind.SCHOOL, "x"), name="天津一中", located_in=COUNTY.iri)
TEXT = "天津一中帮扶旺苍县，派出五人。"


def proof(quote):
    start = TEXT.index(quote)
    end = start + len(quote)
    return (Evidence(quote=quote, start=start, end=end, raw_start=0, raw_end=15, method="test 1"),)


HELP = Assistance(
    helper=SCHOOL, recipient=COUNTY, modality=Modality.PAIRING, evidence=proof("天津一中帮扶旺苍县")
)
FIVE = Observation(
    about=HELP, unit=Unit.PERSON, measure=Measure.INCREMENT, value=5, evidence=proof("派出五人")
)
TRIPLES = reading_triples(
    Reading(
        source=Source(iri=SOURCE, address="a.txt", sha256="ab" * 32, text=TEXT), facts=(HELP, FIVE)
    )
)


def changed(subject_part, predicate, target):
    """The triples with another object, or without one where `target` is None."""
    found = []
    for triple in TRIPLES:
        if subject_part in triple[0] and triple[1] == f"<{predicate}>":
            if target is not None:
                found.append((triple[0], triple[1], target))
        else:
            found.append(triple)
    assert found != TRIPLES
    return found


def test_conforming_graph_goes_in_whole():
    found = conforming(reversed(TRIPLES), SOURCE)
    assert list(found.triples) == TRIPLES
    assert not found.left


@pytest.mark.parametrize(
    ("part", "predicate", "target", "facts"),
    [
        ("/observation/", t.UNIT, None, 1),
        ("/assistance/", t.HELPER, "<http://e.org/nobody>", 0),
        ("/school/", t.SKOS_PREF_LABEL, '"School"@en', 0),
        ("/evidence/", t.QUOTE, '"捏造的话"', 0),
        ("/evidence/", t.START, '"-1"^^<http://www.w3.org/2001/XMLSchema#integer>', 0),
        ("/evidence/", t.SOURCE, f"<{source_iri('b.txt')}>", 0),
        ("/place/", t.ADCODE, '"51"', 0),
    ],
)
def test_fault_takes_out_what_hangs_on_it_and_no_more(part, predicate, target, facts):
    found = conforming(changed(part, predicate, target), SOURCE)
    assert found.left
    assert len(reading_from(found.triples).facts) == facts
    assert not [one for one in check_triples(found.triples) if one.severity == "violation"]


def test_school_stays_when_its_place_goes():
    found = conforming(changed("/place/", t.ADCODE, '"51"'), SOURCE)
    (school,) = reading_from(found.triples).entities
    assert school.name == "天津一中"
    assert school.located_in is None
    assert ("rdf-link", f"<{SCHOOL.iri}>") in {(one.reason, one.subject) for one in found.left}


def test_fault_of_the_source_itself_lets_nothing_in():
    found = conforming(changed("/source/", t.SHA256, None), SOURCE)
    assert found.triples == ()
    assert found.left


def test_broken_at_random_what_remains_is_always_sound():
    chance = random.Random(11)
    for _ in range(40):
        broken = [one for one in TRIPLES if chance.random() > 0.08]
        at = chance.randrange(len(broken))
        broken[at] = (broken[at][0], broken[at][1], chance.choice(TRIPLES)[2])
        found = conforming(broken, SOURCE)
        if found.triples:
            reading_from(found.triples)
        assert not [one for one in check_triples(found.triples) if one.severity == "violation"]
        assert {*found.triples} <= {*broken}
