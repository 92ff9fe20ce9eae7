from bangfu.loaders.news.events.trips import only_the_way, same_trip
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
