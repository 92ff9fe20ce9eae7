"""Readings as rows for the scorer."""

import json

import pytest
from bench import SAMPLE

from bangfu.loaders import load
from bangfu.loaders.extract import as_prediction


@pytest.fixture(scope="module")
def found() -> dict:  # type: ignore[type-arg]
    return as_prediction(load(SAMPLE / "s01-agreement.txt", SAMPLE))


def test_every_end_is_an_entity(found: dict) -> None:  # type: ignore[type-arg]
    ids = {row["id"] for row in found["entities"]}
    assert len(ids) == len(found["entities"])
    for row in found["assistance"]:
        assert {row["helper"], row["recipient"]} <= ids
    for row in found["positions"]:
        assert row["person"] in ids
    assert all(set(pair) <= ids for pair in found["located_in"])


def test_every_fact_has_its_passage(found: dict) -> None:  # type: ignore[type-arg]
    raw = (SAMPLE / "s01-agreement.txt").read_text(encoding="utf-8")
    for kind in ("assistance", "positions", "secondments", "events"):
        for row in found[kind]:
            assert row["quote_end"] - row["quote_start"] == len(row["quote"])
            assert row["quote"][0] == raw[row["raw_start"]]


def test_what_the_article_says(found: dict) -> None:  # type: ignore[type-arg]
    names = {row["id"]: row["name"] for row in found["entities"]}
    pairs = {(names[row["helper"]], names[row["recipient"]]): row for row in found["assistance"]}
    sent = pairs["越城区", "马边彝族自治县"]
    assert (sent["since"], sent["headcount"]) == ("2021-06", 28)
    assert found["published"] == "2023-10-19"
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found


def test_an_event_keeps_its_dates(found: dict) -> None:  # type: ignore[type-arg]
    assert "2023-09" in {row["start"] for row in found["events"]}


def test_a_group_stands_for_its_place_and_outer_places_stay_out() -> None:
    found = as_prediction(load(SAMPLE / "s05-groups.txt", SAMPLE))
    names = {row["id"]: row["name"] for row in found["entities"]}
    assert ("福清市", "隆德县") in {
        (names[row["helper"]], names[row["recipient"]]) for row in found["assistance"]
    }
    assert not any("6所学校" in name for name in names.values())
