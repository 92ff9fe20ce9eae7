from marked import marked

from bangfu.loaders.news.numbers.repeats import same_sum, told_again
from bangfu.ontology.records import Assistance, Evidence, Measure, Modality, Observation, Unit

SHOWN = (Evidence(quote="q", start=0, end=1, raw_start=0, raw_end=1, method="m 1"),)
_, (GIVER, OTHER, SCHOOL, SECOND) = marked("{i - 甲公司}{i - 乙公司}{s - 丙小学}{s - 丁小学}")


def number(helper, recipient, value=500, unit=Unit.CNY):
    about = Assistance(
        helper=helper, recipient=recipient, modality=Modality.FUNDING, evidence=SHOWN
    )
    return Observation(about=about, unit=unit, measure=Measure.TOTAL, evidence=SHOWN, value=value)


def test_the_same_sum_for_the_same_receiver_is_told_again():
    first = number(GIVER, SCHOOL)
    assert told_again(number(OTHER, SCHOOL), [first])
    assert not told_again(number(GIVER, SECOND), [first])
    assert not told_again(number(GIVER, SCHOOL, 600), [first])
    assert not told_again(number(GIVER, SCHOOL, unit=Unit.PERSON), [first])


def test_a_part_is_of_the_same_thing_in_the_same_sense():
    first = number(GIVER, SCHOOL)
    assert same_sum(number(GIVER, SCHOOL, 100), [first])
    assert not same_sum(number(GIVER, SECOND, 100), [first])
