"""Tellings that agree become one fact; tellings that contradict stay two."""

from dataclasses import replace

from bangfu.loaders.merge import merge_facts
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import (
    Assistance,
    Entity,
    Event,
    EventKind,
    Evidence,
    Measure,
    Modality,
    Observation,
    Posting,
    Status,
    Unit,
)

A, B, C = (Entity(iri=f"urn:{x}", name=x) for x in "abc")


def passage(start: int, confidence: float = 1.0) -> tuple[Evidence, ...]:
    return (
        Evidence(
            quote="帮扶",
            start=start,
            end=start + 2,
            raw_start=start,
            raw_end=start + 2,
            method="t 1",
            confidence=confidence,
        ),
    )


HELP = Assistance(helper=A, recipient=B, modality=Modality.PAIRING, evidence=passage(5))


def test_silence_is_filled_in() -> None:
    later = replace(HELP, since=PartialDate(2015), evidence=passage(40))
    (one,) = merge_facts([HELP, later])
    assert isinstance(one, Assistance)
    assert one.since == PartialDate(2015)
    assert [e.start for e in one.evidence] == [5, 40]


def test_another_since_is_another_fact() -> None:
    one = replace(HELP, since=PartialDate(2015))
    other = replace(HELP, since=PartialDate(2020), evidence=passage(40))
    assert merge_facts([one, other]) == (one, other)


def test_other_modality_and_unknown_status_agree_with_any() -> None:
    vague = replace(HELP, modality=Modality.OTHER, status=Status.ACTIVE, evidence=passage(9))
    (one,) = merge_facts([vague, HELP])
    assert isinstance(one, Assistance)
    assert (one.modality, one.status) == (Modality.PAIRING, Status.ACTIVE)


def test_two_modalities_stay_two() -> None:
    assert len(merge_facts([HELP, replace(HELP, modality=Modality.FUNDING)])) == 2


def test_the_other_direction_is_another_fact() -> None:
    assert len(merge_facts([HELP, replace(HELP, helper=B, recipient=A)])) == 2


def test_the_surest_passage_comes_first() -> None:
    (one,) = merge_facts(
        [replace(HELP, evidence=passage(5, 0.5)), replace(HELP, evidence=passage(40, 0.9))]
    )
    assert [e.start for e in one.evidence] == [40, 5]


def test_a_number_follows_the_fact_it_is_about() -> None:
    later = replace(HELP, since=PartialDate(2015), evidence=passage(40))
    sent = Observation(
        about=HELP, unit=Unit.PERSON, measure=Measure.CUMULATIVE, value=28, evidence=passage(5)
    )
    merged = merge_facts([sent, HELP, later])
    (fact,) = [one for one in merged if isinstance(one, Assistance)]
    (number,) = [one for one in merged if isinstance(one, Observation)]
    assert number.about == fact


def test_posts_with_different_titles_stay_two() -> None:
    post = Posting(person=A, organization=B, title="党委书记", evidence=passage(1))
    assert len(merge_facts([post, replace(post, title="校长")])) == 2


def test_events_need_more_than_their_kind() -> None:
    visit = Event(
        event_kind=EventKind.VISIT, since=PartialDate(2024, 3, 1), venue=C, evidence=passage(1)
    )
    again = replace(visit, name="回访", evidence=passage(8))
    assert len(merge_facts([visit, again])) == 1
    elsewhere = replace(visit, since=PartialDate(2024, 5, 1), evidence=passage(8))
    assert len(merge_facts([visit, elsewhere])) == 2
    undated = Event(event_kind=EventKind.VISIT, evidence=passage(1))
    assert len(merge_facts([undated, replace(undated, evidence=passage(9))])) == 2
