from __future__ import annotations

from datetime import date, timedelta

from bangfu.graph.asof import Holds, asof, bounds_of
from bangfu.graph.edges import built
from bangfu.graph.inforce import known_by, on_day, told_by
from bangfu.graph.store import Store


def test_the_table_judges_as_one_fact_at_a_time_does(tabled: Store) -> None:
    edges = built(tabled).edges
    day = date(2009, 6, 1)
    seen = set()
    while day.year < 2026:
        told = {
            (one["fact"], one["source"], one["target"]): one["holds"]
            for one in on_day(edges, day).to_pylist()
        }
        for row in edges.to_pylist():
            known = bounds_of(
                *(row[k] for k in ("earliest_start", "latest_start", "earliest_end", "latest_end"))
            )
            state = asof(known, day)
            if row["status"] == "planned" and state is Holds.HOLDS:
                state = Holds.MAY
            seen.add(state)
            assert told.get((row["fact"], row["source"], row["target"]), "no") == state
        day += timedelta(days=200)
    assert seen == {*Holds}


def test_known_since_is_the_second_clock(corpus: Store) -> None:
    edges = built(corpus).edges
    day = {y: known_by(edges, date(y, 12, 31)).num_rows for y in (2020, 2021, 2022, 2024)}
    assert day == {2020: 0, 2021: 3, 2022: 5, 2024: edges.num_rows}
    month = known_by(edges, date(2024, 1, 30)).num_rows
    assert month == 5, "a source of 2024-01 is surely out by the end of that month"
    assert known_by(edges, date(2024, 1, 31)).num_rows == 11


def test_only_some_sources(tabled: Store) -> None:
    edges = built(tabled).edges
    assert told_by(edges, ["reference"]).num_rows == 3
    assert told_by(edges, ["reference", "unknown"]).num_rows == edges.num_rows
    assert told_by(edges, ["notice"]).num_rows == 0


def test_facts_on_a_day(tabled: Store) -> None:
    def held(year: int) -> dict[str, str]:
        found = on_day(built(tabled).edges, date(year, 1, 1))
        return dict(zip(found["fact"].to_pylist(), found["holds"].to_pylist(), strict=True))

    early, late = held(2009), held(2020)
    assert set(early) < set(late)
    assert {*early.values()} == {Holds.MAY}
    assert list(late.values()).count(Holds.HOLDS) == 1
