"""One reading with every kind of record, and the files of the ontology as graphs."""

from functools import cache
from importlib.resources import files

import pytest
import rdflib

from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, programme_iri, scoped_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Batch,
    Event,
    EventKind,
    Evidence,
    Group,
    Institution,
    Kind,
    Matching,
    Measure,
    Modality,
    Note,
    NoteKind,
    Observation,
    Participation,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Programme,
    Reading,
    Role,
    School,
    Secondment,
    Source,
    Tier,
    Unit,
)


@cache
def graph(name):
    text = files("bangfu.ontology").joinpath(name).read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


@pytest.fixture
def turtle():
    """File name → the graph in it, read once; not to be changed."""
    return graph


def passage(start, quote):
    return Evidence(
        quote=quote,
        start=start,
        end=start + len(quote),
        raw_start=start,
        raw_end=start + 9,
        method="rule:sample/1",
        confidence=0.75,
    )


@pytest.fixture
def sample():
    """Every kind of thing and fact, once or twice."""
    source = source_iri("sample.txt")
    county = Place(
        iri=place_iri("510821"),
        name="旺苍县",
        aliases=("旺苍",),
        level=PlaceLevel.COUNTY,
        adcode="510821",
        part_of=place_iri("510800"),
    )
    body = Institution(
        iri=scoped_iri(source, Kind.INSTITUTION, "示范市教育局"),
        name="示范市教育局",
        institution_kind="education_authority",
    )
    school = School(
        iri=scoped_iri(source, Kind.SCHOOL, "示范一中"),
        name="示范县第一中学",
        stage="senior",
        located_in=county.iri,
    )
    person = Person(iri=scoped_iri(source, Kind.PERSON, "张三"), name="张三", tier=Tier.P1)
    programme = Programme(iri=programme_iri("示范行动"), name="示范行动")
    batch = Batch(
        iri=scoped_iri(source, Kind.BATCH, "2"), name="第二批", ordinal=2, programme=programme.iri
    )
    group = Group(
        iri=scoped_iri(source, Kind.GROUP, "5所学校"),
        name="5所学校",
        member_count=5,
        members=(school.iri,),
        located_in=county.iri,
    )
    pairing = Assistance(
        helper=body,
        recipient=county,
        modality=Modality.PAIRING,
        programme=programme,
        batch=batch,
        since=PartialDate(2015),
        evidence=(passage(0, "帮扶旺苍县"),),
    )
    facts = (
        pairing,
        Assistance(
            helper=body, recipient=group, matching=Matching.ONE_TO_MANY, evidence=(passage(10, "五校"),)
        ),
        Posting(
            person=person, organization=school, title="校长", rank="高级教师", subject="外语",
            evidence=(passage(20, "校长张三"),),
        ),
        Secondment(
            person=person, origin=body, destination=school, since=PartialDate(2022, 9),
            evidence=(passage(30, "派张三任教"),),
        ),
        Event(
            event_kind=EventKind.TRAINING, name="研修班", since=PartialDate(2022, 7, 1), venue=county,
            participations=(
                Participation(who=person, role=Role.LECTURER),
                Participation(who=body, role=Role.ORGANIZER),
            ),
            evidence=(passage(40, "研修班开班"),),
        ),
        Observation(
            about=pairing, unit=Unit.PERSON, measure=Measure.TRAINED, minimum=200,
            as_of=PartialDate(2023, 5), evidence=(passage(50, "二百余名教师受训"),),
        ),
    )  # fmt: skip
    return Reading(
        source=Source(iri=source, address="sample.txt", sha256="0f" * 32, text="……", title="见闻",
                      issued=PartialDate(2023, 9, 10)),
        entities=(county,),
        facts=facts,
        notes=(Note(kind=NoteKind.CUT, reason="menu", quote="首页", raw_start=0, raw_end=2),),
    )  # fmt: skip
