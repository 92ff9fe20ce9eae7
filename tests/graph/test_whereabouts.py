from __future__ import annotations

from bangfu.graph.said import said_of
from bangfu.graph.whereabouts import Around, homes, person_parents, thing_parents
from bangfu.ontology import terms as t

LINES = [
    ("g", "f", t.PERSON, "<who>"),
    ("g", "f", t.FROM, "<school>"),
    ("g", "f", t.TO, "<town>"),
    ("g", "f2", t.PERSON, "<who>"),
    ("g", "f2", t.ORGANIZATION, "<town>"),
    ("g", "school", t.LOCATED_IN, "<city>"),
    ("g", "school", t.PART_OF, "<region>"),
]
WHO = {name: name for name in ("who", "school", "town", "city")}


def test_a_person_belongs_where_they_came_from() -> None:
    assert homes(said_of(LINES), WHO, ["f", "f2"]) == {"who": {"school"}}
    assert homes(said_of(LINES), WHO, ["f2"]) == {"who": {"town"}}


def test_things_lie_in_what_they_name() -> None:
    up = thing_parents(said_of(LINES), WHO, ["school", "town"])
    assert up == {"school": {"city", "region"}}
    kinds = {"town": {t.A_COUNTY}}
    assert person_parents(["school", "town"], up, kinds) == {"city", "region", "town"}


def test_all_that_things_lie_in_however_far_and_never_themselves() -> None:
    lines = [
        *LINES,
        ("g", "who", t.RDF_TYPE, f"<{t.A_PERSON}>"),
        ("g", "town", t.RDF_TYPE, f"<{t.A_COUNTY}>"),
        ("g", "town", t.PART_OF, "<city>"),
        ("g", "city", t.PART_OF, "<land>"),
        ("g", "land", t.PART_OF, "<city>"),  # a circle harms nobody
        ("h", "twin", t.LOCATED_IN, "<town>"),
    ]
    around = Around(said_of(lines), {**WHO, "land": "land", "twin": "school"})
    assert around.of("town", ["town"]) == {"city", "land"}
    assert around.of("city", ["city"]) == {"land"}
    assert around.of("school", ["school", "twin"]) == {"city", "region", "town", "land"}
    assert around.of("who", ["who"]) == {"city", "region", "town", "land"}
    assert around.of("else", ["else"]) == frozenset()
    assert around.places == {"town": {t.A_COUNTY}}
