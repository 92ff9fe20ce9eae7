"""The rows of the question ``redactions``: whom a profile leaves without a name, and why."""

from __future__ import annotations

from collections import defaultdict

from ...ontology import terms as t
from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..hidden import hidden_people
from ..outward import labels_of
from ..profile import Profile
from ..scan import held, told

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Name, role, body, tier, reason, what stands instead, sources and facts of each person.

    One row a canonical person, by name.
    """
    who = dict(told(store, t.CANONICAL))
    people = hidden_people(store, Profile(asked.options["profile"]), str, who)
    tiers: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, set[str]] = defaultdict(set)
    for graph, person, tier in held(store, t.TIER):
        one = who.get(person, person)
        if one in people.told and graph != t.DERIVED_GRAPH:
            tiers[one].add(tier.rpartition("/")[2])
            sources[one].add(graph)
    names = labels_of(
        store, {*people.told, *(b for one in people.told.values() for b in one.bodies)}
    )
    return sorted(
        (
            names[one],
            "、".join(sorted(known.roles)),
            "、".join(sorted({names[body] for body in known.bodies})),
            min(tiers[one], default="P2"),
            "rosterOnly" if tiers[one] & {"P0", "P1"} else "privatePerson",
            people.labels[one],
            str(len(sources[one])),
            " ".join(sorted(known.facts)),
        )
        for one, known in people.told.items()
    )
