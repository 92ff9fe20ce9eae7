from collections import Counter

import pytest

from bangfu.loaders.reference import reference_readings
from bangfu.ontology.check import check_triples
from bangfu.ontology.identity import canonical_body_iri, place_iri
from bangfu.ontology.quads import reading_from, reading_triples
from bangfu.ontology.records import (
    Kind,
    Modality,
    Place,
    PlaceLevel,
    School,
    SourceClass,
    Stance,
    Status,
)


@pytest.fixture(scope="module")
def readings():
    return {one.source.address.rpartition("/")[2]: one for one in reference_readings()}


def test_three_sources_of_class_reference_with_addresses_of_their_own(readings):
    assert list(readings) == ["divisions", "pairs", "universities"]
    for reading in readings.values():
        assert reading.source.source_class is SourceClass.REFERENCE
        assert reading.source.title
        assert reading.source.text.endswith("\n")
    assert tuple(readings.values()) == tuple(reference_readings()), "always the same"


def test_all_divisions_are_places_with_parents_codes_and_other_names(readings):
    places = {one.iri: one for one in readings["divisions"].entities}
    assert len(places) == 3383
    levels = Counter(one.level for one in places.values() if isinstance(one, Place))
    assert levels[PlaceLevel.COUNTY] == 2847
    assert levels[PlaceLevel.PROVINCE] == 34
    assert all(one.part_of is None or one.part_of in places for one in places.values())
    county = places[place_iri("520502")]
    assert (county.name, county.adcode, county.part_of) == (
        "七星关区",
        "520502",
        place_iri("520500"),
    )
    assert "毕节县" in county.aliases
    assert "毕节市" not in county.aliases, "the name is another's today"


def test_pairs_keep_years_status_confidence_and_how_they_are_known(readings):
    facts = readings["pairs"].facts
    assert len(facts) == 387
    assert {fact.modality for fact in facts} == {Modality.PAIRING}
    told = {(fact.helper.name, fact.recipient.name, fact.programme.name): fact for fact in facts}
    fact = told["北京市", "内蒙古自治区", "东西部协作"]
    (proof,) = fact.evidence
    assert (str(fact.since), fact.until, fact.status) == ("1996", None, Status.UNKNOWN)
    assert (proof.stance, proof.confidence) == (Stance.STATED, 0.95)
    assert proof.method == "reference/pairs 1"
    for fact in facts:
        (proof,) = fact.evidence
        assert readings["pairs"].source.text[proof.start : proof.end] == proof.quote
        assert fact.helper.name in proof.quote.translate(str.maketrans("()", "（）"))
        known = "\tknowledge\t" in proof.quote
        assert proof.stance is (Stance.INFERRED if known else Stance.STATED)
        assert proof.method.endswith("knowledge 1") == known
        if fact.until is not None and fact.until.year <= 2021:
            assert fact.status is Status.ENDED
    assert Counter(fact.status for fact in facts)[Status.ENDED] == 29


def test_helpers_are_regions_universities_and_other_bodies(readings):
    kinds = Counter(type(fact.helper).__name__ for fact in readings["pairs"].facts)
    assert kinds == {"Place": 303, "School": 58, "Institution": 26}
    assert all(isinstance(fact.recipient, Place) for fact in readings["pairs"].facts)


def test_a_university_is_one_thing_in_both_tables(readings):
    def keys(name, table):
        (found,) = (
            one for one in readings[table].entities if isinstance(one, School) and one.name == name
        )
        code = found.located_in.rpartition("/")[2]
        return canonical_body_iri(Kind.SCHOOL, code, found.core_name)

    for name in ("清华大学", "中国地质大学（北京）"):
        assert keys(name, "pairs") == keys(name, "universities")


def test_all_universities_lie_in_a_place(readings):
    schools = [one for one in readings["universities"].entities if isinstance(one, School)]
    assert len(schools) == 2779
    assert all(one.located_in for one in schools)
    assert all(one.stage == "higher" for one in schools if one.name == "四川大学")


def test_triples_are_sound_and_lead_back(readings):
    for reading in readings.values():
        triples = reading_triples(reading)
        found = {(one.severity, one.shape) for one in check_triples(triples)}
        assert found <= {("info", "source-dated")}
        assert reading_triples(reading_from(triples)) == triples
