from __future__ import annotations

from bangfu.graph.identity import canonical_iris
from bangfu.graph.said import filled, gathered
from bangfu.graph.scan import columns
from bangfu.graph.store import Store, open_store
from bangfu.ontology import terms as t
from bangfu.ontology.nt import literal, value
from bangfu.ontology.records import Status


def test_the_tables_hold_what_the_sources_say(corpus: Store) -> None:
    said = gathered(corpus.statements)
    names = {value(name) for counted in said.names.values() for name in counted}
    assert {"旺苍县", "张华", "同心树人"} <= names
    assert "校长研修班" not in names  # an event is no entity
    place = next(e for e, found in said.names.items() if any("旺苍县" in n for n in found))
    assert t.A_COUNTY in said.types[place]
    assert place not in said.sources  # only of persons it matters who tells of them
    assert all(said.sources[one] for one, kinds in said.types.items() if t.A_PERSON in kinds)
    assert Status.PLANNED in said.status.values()
    assert {str(day) for day in said.evidenced.values()} >= {"2021-11-20", "2024-01"}


def test_the_latest_source_counts_and_a_source_dates_itself_alone() -> None:
    store = open_store(None)
    day = f"^^<{t.XSD}gYear>"
    for number, year in (("1", "2020"), ("2", "2022")):
        graph = f"https://e/{number}"
        store.put(
            graph,
            [
                ("<https://e/f>", f"<{t.EVIDENCE}>", f"<https://e/e{number}>"),
                (f"<{graph}>", f"<{t.DCT_ISSUED}>", f'"{year}"{day}'),
                ("<https://e/9>", f"<{t.DCT_ISSUED}>", literal("2030", datatype=t.XSD_G_YEAR)),
            ],
        )
    assert {str(found) for found in gathered(store.statements).evidenced.values()} == {"2022"}


def test_who_is_whom_is_told_without_what_is_told_when(corpus: Store) -> None:
    whole = filled(columns(corpus))
    some = filled(columns(corpus), dated=False)
    assert (some.names, some.aliases, some.links) == (whole.names, whole.aliases, whole.links)
    assert (some.types, some.sources) == (whole.types, whole.sources)
    assert some.dates[t.SINCE] == whole.dates[t.SINCE] != {}
    assert whole.evidenced
    assert not some.evidenced
    assert canonical_iris(some, ()) == canonical_iris(whole, ())
