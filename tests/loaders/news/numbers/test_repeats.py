from dataclasses import replace

from marked import marked

from bangfu.loaders.news.numbers.repeats import same_sum, told_once
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import (
    Assistance,
    Event,
    EventKind,
    Evidence,
    Measure,
    Modality,
    Observation,
    Unit,
)

SHOWN = (Evidence(quote="q", start=0, end=1, raw_start=0, raw_end=1, method="m 1"),)
LATER = (Evidence(quote="r", start=5, end=6, raw_start=5, raw_end=6, method="m 1"),)
_, (GIVER, OTHER, SCHOOL, SECOND) = marked("{i - 甲公司}{i - 乙公司}{s - 丙小学}{s - 丁小学}")


def number(helper, recipient, value=500, unit=Unit.CNY, **more):
    about = Assistance(
        helper=helper, recipient=recipient, modality=Modality.FUNDING, evidence=SHOWN
    )
    kept = {"measure": Measure.TOTAL, "evidence": SHOWN, "value": value} | more
    return Observation(about=about, unit=unit, **kept)


def test_a_gift_told_again_is_told_once_with_both_passages():
    again = number(GIVER, SCHOOL, evidence=LATER)
    (one,) = told_once([number(GIVER, SCHOOL), again])
    assert one.evidence == SHOWN + LATER


def test_what_differs_is_another_gift():
    first = number(GIVER, SCHOOL)
    for other in (
        number(OTHER, SCHOOL),
        number(GIVER, SECOND),
        number(GIVER, SCHOOL, 600),
        number(GIVER, SCHOOL, None, maximum=500),
        number(GIVER, SCHOOL, measure=Measure.CUMULATIVE),
        number(GIVER, SCHOOL, as_of=PartialDate(2031)),
    ):
        assert told_once([first, other]) == [first, other]


def test_numbers_of_people_are_never_one():
    people = number(GIVER, SCHOOL, unit=Unit.PERSON)
    assert told_once([people, people]) == [people, people]


def test_a_part_is_of_the_same_thing_in_the_same_sense():
    first = number(GIVER, SCHOOL)
    assert same_sum(number(GIVER, SCHOOL, 100), [first])
    assert not same_sum(number(GIVER, SECOND, 100), [first])


def test_the_gift_of_a_ceremony_is_the_one_whose_giver_is_known():
    rite = Event(event_kind=EventKind.CEREMONY, name="捐赠仪式", evidence=SHOWN)
    fact = number(GIVER, SCHOOL)
    (one,) = told_once([fact, replace(fact, about=rite, evidence=LATER)])
    assert one.evidence == SHOWN + LATER
    assert told_once([replace(fact, about=rite, evidence=LATER), fact]) == [fact]
    other = replace(fact, about=rite, value=7)
    assert told_once([fact, other]) == [fact, other]
