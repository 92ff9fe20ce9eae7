"""The rows of the question ``redactions``: whom a profile leaves without a name, and why."""

from __future__ import annotations

from collections import Counter, defaultdict

from ...ontology import terms as t
from ...ontology.messages import Lang
from ...ontology.nt import value
from ..asked import Asked
from ..engine import Store
from ..hidden import hidden_people
from ..profile import Profile

__all__ = ["rows"]

_TITLE, _BODIES = t.TITLE, (t.ORGANIZATION, t.FROM, t.TO)


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Name, role, body, tier, reason, what stands instead, sources and facts of each person.

    One row a canonical person, by name.
    """
    people = hidden_people(store, Profile(asked.options["profile"]), str)
    who = {e[1:-1]: value(c) for _, e, c in store.statements(t.CANONICAL)}
    hidden = {who.get(one, one) for one in people.labels}
    names = _derived_names(store)
    tiers: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, set[str]] = defaultdict(set)
    for graph, person, term in store.statements(t.TIER):
        one = who.get(person[1:-1], person[1:-1])
        if one in hidden and graph != t.DERIVED_GRAPH:
            tiers[one].add(value(term).rpartition("/")[2])
            sources[one].add(graph)
    facts: dict[str, set[str]] = defaultdict(set)
    for _, fact, person in store.statements(t.PERSON):
        if (one := who.get(person[1:-1], person[1:-1])) in hidden:
            facts[one].add(fact[1:-1])
    of_fact = {fact: one for one, found in facts.items() for fact in found}
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    for _, fact, term in store.statements(_TITLE):
        if (found := of_fact.get(fact[1:-1])) is not None:
            roles[found][value(term)] += 1
    bodies: dict[str, set[str]] = defaultdict(set)
    for predicate in _BODIES:
        for _, fact, body in store.statements(predicate):
            if (found := of_fact.get(fact[1:-1])) is not None:
                canonical = who.get(body[1:-1], body[1:-1])
                bodies[found].add(names.get(canonical, canonical))
    return sorted(
        (
            names.get(one, one),
            "、".join(sorted(roles[one])),
            "、".join(sorted(bodies[one])),
            min(tiers[one], default="P2"),
            "rosterOnly" if tiers[one] & {"P0", "P1"} else "privatePerson",
            people.labels[one],
            str(len(sources[one])),
            " ".join(sorted(facts[one])),
        )
        for one in hidden
    )


def _derived_names(store: Store) -> dict[str, str]:
    return {
        e[1:-1]: value(term)
        for graph, e, term in store.statements(t.SKOS_PREF_LABEL)
        if graph == t.DERIVED_GRAPH
    }
