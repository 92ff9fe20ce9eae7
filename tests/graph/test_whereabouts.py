from __future__ import annotations

from bangfu.graph.said import said_of
from bangfu.graph.whereabouts import homes, person_parents, thing_parents
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
