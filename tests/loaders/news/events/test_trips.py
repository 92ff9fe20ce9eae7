from dataclasses import replace

from bangfu.loaders.news.events.trips import at_a_rite, is_part, leads_to, only_the_way, same_trip
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import Event, EventKind, Evidence, Stance

DAY = PartialDate(2024, 5, 6)


def event(kind, since=None, method="events/act 1"):
    shown = Evidence(
        quote="访", start=0, end=1, raw_start=0, raw_end=1, method=method, confidence=1.0,
        stance=Stance.STATED,
    )  # fmt: skip
    return Event(event_kind=kind, evidence=(shown,), name=None, since=since, until=since)


def test_a_visit_without_a_date_is_a_stop_of_the_journey_told_before():
    visit = event(EventKind.VISIT)
    assert same_trip(visit, [event(EventKind.VISIT)])
    assert same_trip(visit, [event(EventKind.OTHER)])
    assert not same_trip(visit, [])
    assert not same_trip(visit, [event(EventKind.CEREMONY)])


def test_a_visit_with_a_date_or_after_one_with_a_date_is_of_its_own():
    assert not same_trip(event(EventKind.VISIT, DAY), [event(EventKind.VISIT)])
    assert not same_trip(event(EventKind.VISIT), [event(EventKind.VISIT, DAY)])


def test_the_way_to_a_named_training_of_the_day_is_no_visit():
    way = event(EventKind.VISIT, DAY)
    named = event(EventKind.TRAINING, DAY, "events/named 1")
    assert only_the_way(way, [way, named])
    assert not only_the_way(way, [way, event(EventKind.TRAINING, None, "events/named 1")])
    assert not only_the_way(way, [way, event(EventKind.TRAINING, DAY)])


def test_the_way_to_an_activity_of_several_days_begins_on_its_first():
    named = event(EventKind.OTHER, DAY, "events/named 1")
    longer = Event(
        event_kind=EventKind.OTHER, evidence=named.evidence, name=None, since=DAY,
        until=PartialDate(2024, 5, 9),
    )  # fmt: skip
    assert only_the_way(event(EventKind.VISIT, DAY), [longer])


def test_a_clause_that_only_leads_to_a_gathering_is_no_visit():
    assert leads_to("甲一行来到乙村小学开展", "捐书活动")
    assert leads_to("甲带队到乙县参加", "座谈会")
    assert not leads_to("甲一行来到乙村小学开展", "帮扶调研并出席座谈会")
    assert not leads_to("甲一行来到乙村小学", "")


def test_an_activity_whose_rite_is_told_is_told_once():
    activity = replace(event(EventKind.OTHER, DAY), name="“同心助学”活动")
    rite = replace(event(EventKind.CEREMONY, DAY), name="甲校“同心助学”捐赠仪式")
    assert at_a_rite(activity, [activity, rite])
    assert at_a_rite(activity, [replace(rite, since=None)])
    assert not at_a_rite(activity, [activity])
    assert not at_a_rite(activity, [replace(rite, since=PartialDate(2024, 5, 9))])
    assert not at_a_rite(replace(activity, name="助学活动"), [rite])


def test_a_lecture_without_a_day_is_part_of_what_was_told_before():
    lecture = replace(event(EventKind.TRAINING), name="《写字》讲座")
    assert is_part(lecture)
    assert not is_part(replace(lecture, since=DAY))
    assert not is_part(replace(lecture, name="骨干教师培训"))
