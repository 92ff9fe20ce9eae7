"""The facts of one row, by the kind of the roster."""

import pytest

from bangfu.loaders.tables.facts import Entry, facts_of, modality_of
from bangfu.ontology.records import (
    Assistance,
    Event,
    Evidence,
    Kind,
    Measure,
    Mention,
    Modality,
    Observation,
    Posting,
    Secondment,
)

PROOF = (Evidence(quote="x", start=0, end=1, raw_start=0, raw_end=1, method="m"),)


def end(name: str, kind: Kind = Kind.SCHOOL) -> Mention:
    return Mention(kind=kind, name=name, key=name, start=0, end=0)


A, B, WHO = end("甲校"), end("乙校"), end("李可", Kind.PERSON)


def kinds(entry: Entry, kind: str) -> list[type]:
    return [type(fact) for fact in facts_of(entry, kind)]


def test_each_kind() -> None:
    sides = Entry(evidence=PROOF, helper=A, recipient=B, amount=5)
    person = Entry(
        evidence=PROOF, helper=A, recipient=B, person=WHO, origin=A, destination=B, title="副校长"
    )
    assert kinds(sides, "pairs") == [Assistance, Observation]
    assert kinds(person, "people") == [Assistance, Secondment, Posting, Posting]
    assert kinds(person, "trainees") == [Assistance, Posting, Event]
    assert kinds(sides, "people") == []


@pytest.mark.parametrize(
    ("kind", "measure"), [("donations", Measure.INCREMENT), ("programmes", Measure.TOTAL)]
)
def test_sums_stand_on_the_help(kind: str, measure: Measure) -> None:
    help_, sum_ = facts_of(Entry(evidence=PROOF, helper=A, recipient=B, amount=5), kind)
    assert isinstance(sum_, Observation)
    assert (sum_.about, sum_.measure, sum_.value) == (help_, measure, 5)


def test_a_programme_alone_may_have_a_sum() -> None:
    programme = end("闽宁协作", Kind.PROGRAMME)
    (sum_,) = facts_of(Entry(evidence=PROOF, programme=programme, amount=5), "programmes")
    assert isinstance(sum_, Observation)
    assert sum_.about == programme


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("结对帮扶", Modality.PAIRING),
        ("跟岗培训", Modality.TRAINING),
        ("选派教师支教", Modality.SECONDMENT),
        ("捐赠", Modality.FUNDING),
        ("整体托管", Modality.MANAGEMENT),
        ("其他", None),
    ],
)
def test_modalities(text: str, modality: Modality | None) -> None:
    assert modality_of(text) is modality
