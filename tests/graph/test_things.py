from __future__ import annotations

from bangfu.graph.edges import built
from bangfu.graph.names import find_entity
from bangfu.graph.refs import kind_of
from bangfu.graph.store import Store
from bangfu.graph.things import STEPS, places_of, stands_for, things, things_of


def test_a_thing_survives_the_table(corpus: Store) -> None:
    known = things(corpus)
    table = built(corpus).nodes
    assert things_of(table) == known
    for row in table.to_pylist():
        for step in STEPS[1:]:
            assert row[f"at_{step}"] == stands_for(known, row["iri"], step)


def test_the_places_of_a_school(corpus: Store) -> None:
    known = things(corpus)
    school = known[find_entity(corpus, "都安二高").iri]
    own = {level: known[iri].label for level, iri in places_of(known, school).items()}
    assert own == {"county": "都安瑶族自治县", "prefecture": "河池市", "province": "广西壮族自治区"}
    assert kind_of(school.iri) == "school"
