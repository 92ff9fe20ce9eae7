"""What took place: dates, venue, parties; nothing more than the sources say."""

from __future__ import annotations

from pathlib import Path

from bangfu.graph.derive import derive
from bangfu.graph.happenings import NAMED, happenings
from bangfu.graph.names import find_entity
from bangfu.graph.store import Store, open_store, put
from bangfu.loaders import find_files, load, sample_folder


def test_an_event_has_its_venue_and_each_party_with_its_role(corpus: Store) -> None:
    (one,) = [event for event in happenings(corpus) if event.label == "校长研修班"]
    assert one.kind == "training"
    assert one.venue is not None
    assert one.venue.label == "镇雄县"
    assert {(party.role, party.label) for party in one.parties} == {
        ("organizer", "民盟中央"),
        ("participant", "都安瑶族自治县第二高级中学"),
    }
    (school,) = [party for party in one.parties if party.role == "participant"]
    around = [find_entity(corpus, name).iri for name in ("都安瑶族自治县", "河池市")]
    assert list(school.around[:2]) == around, "the nearest place comes first"


def test_a_focus_keeps_what_touches_it_or_what_lies_in_it(corpus: Store) -> None:
    def touching(name: str) -> set[str]:
        return {event.label for event in happenings(corpus, find_entity(corpus, name).iri)}

    assert "校长研修班" in touching("镇雄县"), "it takes place there"
    assert "校长研修班" in touching("都安瑶族自治县"), "a school in it takes part"
    assert "校长研修班" not in touching("旺苍县")


def test_its_name_ties_an_event_to_places_and_dated_ones_come_first() -> None:
    with open_store(None) as store, sample_folder() as folder:
        for file in find_files([folder]):
            put(store, load(file, folder))
        derive(store)
        once = happenings(store)
        county = find_entity(store, "安龙县").iri
        named = [one for one in once if (NAMED, county) in {(p.role, p.iri) for p in one.parties}]
        assert named, "an event called after the county belongs to it"
        assert all("安龙" in one.label for one in named)
        dates = [one.since for one in once]
        dated = [one for one in dates if one]
        assert dates == sorted(dated) + [""] * (len(dates) - len(dated))
        again = happenings(store)
        assert once == again


def test_what_two_sources_tell_alike_is_one_event(tmp_path: Path) -> None:
    with sample_folder() as folder:
        text = (folder / "s01-agreement.txt").read_text(encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with open_store(None) as store:
        for file in find_files([tmp_path]):
            put(store, load(file, tmp_path))
        derive(store)
        told = happenings(store)
    assert told
    assert {len(one.facts) for one in told} == {2}


def test_of_too_many_the_latest_stay_and_those_without_a_date_go_first(tmp_path: Path) -> None:
    with sample_folder() as folder, open_store(None) as store:
        for file in find_files([folder]):
            put(store, load(file, folder))
        derive(store)
        every = happenings(store)
        dated = [one for one in every if one.since]
        assert 2 < len(dated) < len(every), "some have a date, some have none"
        assert happenings(store, most=len(every)) == every
        assert happenings(store, most=len(every) - 1) == every[:-1]
        assert list(happenings(store, most=len(dated))) == dated
        assert list(happenings(store, most=2)) == dated[-2:]
