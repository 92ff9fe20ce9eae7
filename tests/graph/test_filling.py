from __future__ import annotations

from bangfu.graph.filling import Filling
from bangfu.ontology import terms as t
from bangfu.ontology.records import Status

FACT = "https://e/f"


def test_values_come_once_and_classes_add_up() -> None:
    found = Filling()
    found.types(t.A_PLACE, ["https://e/1", "https://e/2"])
    found.types(t.A_COUNTY, ["https://e/1", "https://e/1"])
    found.links(t.LOCATED_IN, [("https://e/1", "https://e/9")] * 2)
    found.links(t.LOCATED_IN, [("https://e/1", f"https://e/{n}") for n in range(40)])
    said = found.said()
    assert said.types["https://e/1"] == {t.A_PLACE, t.A_COUNTY}
    assert said.types["https://e/2"] == {t.A_PLACE}
    assert said.types["https://e/3"] == frozenset()
    assert "https://e/3" not in said.types  # asking adds nothing
    every = said.links[t.LOCATED_IN]["https://e/1"]
    assert sorted(every) == sorted(f"https://e/{n}" for n in range(40))


def test_persons_have_their_sources_and_only_entities_have_names() -> None:
    found = Filling()
    found.persons([("https://e/1", "https://e/a"), ("https://e/1", "https://e/b")])
    found.labels(t.SKOS_PREF_LABEL, [("https://e/1", '"王"@zh'), ("https://e/2", '"会"@zh')])
    said = found.said()
    assert set(said.sources["https://e/1"]) == {"https://e/a", "https://e/b"}
    assert said.types["https://e/1"] == {t.A_PERSON}
    assert said.names == {"https://e/1": ('"王"@zh',)}


def test_the_least_date_the_last_status_and_the_latest_evidence_count() -> None:
    found = Filling()
    found.dates(t.SINCE, [(FACT, "2021"), (FACT, "2020-05")])
    found.status([(FACT, t.concept("status", "planned")), (FACT, t.concept("status", "active"))])
    unknown = [("https://e/g", t.concept("status", "unknown"))]
    found.status([*unknown, ("https://e/g", t.concept("status", "active"))])
    issued = [("https://e/a", "2022"), ("https://e/b", "2023-01"), ("https://e/b", "2024")]
    found.proven([(FACT, "https://e/a"), (FACT, "https://e/b"), (FACT, "https://e/c")], issued)
    said = found.said()
    assert str(said.dates[t.SINCE][FACT]) == "2020-05"
    assert said.status == {FACT: Status.PLANNED}
    assert str(said.evidenced[FACT]) == "2023-01"


def test_help_is_arranged_where_only_tables_tell_of_it() -> None:
    found = Filling()
    told = [("https://e/1", "https://e/t"), ("https://e/2", "https://e/t")]
    found.helping([("https://e/2", "https://e/a"), *told], {"https://e/t"})
    assert found.said().arranged == {"https://e/1"}
