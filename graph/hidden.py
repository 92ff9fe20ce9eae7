"""Who is not shown by name to whom, and what stands in place of the name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

from ..ontology import terms as t
from ..ontology.messages import say
from ..ontology.nt import value
from .engine import Store
from .profile import Profile
from .quoting import closed

__all__ = ["NO_SOURCES", "People", "hidden_people"]

NO_SOURCES: Final = frozenset((t.DERIVED_GRAPH, t.JUDGEMENTS_GRAPH, t.ONTOLOGY_GRAPH))
_OFFICE: Final = "P0"
_PUBLIC: Final = frozenset((_OFFICE, "P1"))
_NAMES: Final = (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL, t.SKOS_HIDDEN_LABEL, t.RDFS_LABEL)
_DOUBLE: Final = re.compile(
    "欧阳|欧陽|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯|闻人|澹台|轩辕|端木|"
    "南宫|呼延|司空|拓跋|独孤|百里|东郭"
)
_HAN: Final = re.compile("[㐀-鿿]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The persons that a profile hides.

    `labels` gives each of their IRIs, in sources and canonical, what stands for the name; `shown`
    are the IRIs of all persons who are not hidden, those too that they once had. `names`
    are all forms of their names; `spared` gives for each graph the names that somebody has who is
    shown there and nobody who is hidden there: they may stand in its texts.
    """

    labels: Mapping[str, str]
    shown: frozenset[str]
    names: frozenset[str]
    spared: Mapping[str, frozenset[str]]


def hidden_people(store: Store, profile: Profile, rekeyed: Callable[[str], str]) -> People:
    """Whom `profile` hides: all but office-holders and people in a public role.

    The most public tier that any source gives a person counts, since an office-holder may be
    named without the office elsewhere. A public role that only rosters state is not public: they
    were not published. `rekeyed` orders people of the same role and body, by nothing that their
    names show.
    """
    who = {e[1:-1]: value(c) for _, e, c in store.statements(t.CANONICAL)}
    rosters = _closed(store, profile)
    tiers: dict[str, set[str]] = defaultdict(set)
    for graph, person, tier in store.statements(t.TIER):
        code = value(tier).rpartition("/")[2]
        if graph not in NO_SOURCES and (code == _OFFICE or graph not in rosters):
            tiers[_of(who, person)].add(code)
    persons: dict[str, set[str]] = defaultdict(set)
    for graph, person, _ in store.statements(t.RDF_TYPE, f"<{t.A_PERSON}>"):
        persons[person[1:-1]].add(graph)
    hidden = {one for one in persons if not tiers.get(who.get(one, one), set()) & _PUBLIC}
    names: dict[str, set[str]] = defaultdict(set)
    for predicate in _NAMES:
        for _, subject, term in store.statements(predicate):
            if subject[1:-1] in persons:
                names[subject[1:-1]].add(value(term))
    told = _labels(store, profile, {who.get(one, one) for one in hidden}, who, names, rekeyed)
    shown_in: dict[str, set[str]] = defaultdict(set)
    hidden_in: dict[str, set[str]] = defaultdict(set)
    for one, graphs in persons.items():
        for graph in graphs:
            (hidden_in if one in hidden else shown_in)[graph] |= names[one]
    named = persons.keys() - hidden
    return People(
        labels={one: told[who.get(one, one)] for one in hidden},
        shown=frozenset(one for one in {*persons, *who} - hidden if who.get(one, one) in named),
        names=frozenset(name for one in hidden for name in names[one]),
        spared={
            graph: frozenset(found - hidden_in.get(graph, set()))
            for graph, found in shown_in.items()
            if graph not in NO_SOURCES
        },
    )


def _closed(store: Store, profile: Profile) -> set[str]:
    """The sources that were never published as far as `profile` goes."""
    rights: dict[str, list[str]] = defaultdict(list)
    for graph, _, term in store.statements(t.DCT_RIGHTS):
        rights[graph].append(value(term))
    return {
        graph
        for graph, _, kind in store.statements(t.SOURCE_CLASS)
        if closed(profile, value(kind), rights[graph])
    }


def _of(who: Mapping[str, str], term: str) -> str:
    return who.get(term[1:-1], term[1:-1])


def _labels(
    store: Store,
    profile: Profile,
    hidden: set[str],
    who: Mapping[str, str],
    names: Mapping[str, set[str]],
    rekeyed: Callable[[str], str],
) -> dict[str, str]:
    """Canonical person → role, or surname and role; with a number among the like of one body."""
    of_fact: dict[str, set[str]] = defaultdict(set)
    for _, fact, person in store.statements(t.PERSON):
        if (one := _of(who, person)) in hidden:
            of_fact[fact].add(one)
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    for _, fact, title in store.statements(t.TITLE):
        for one in of_fact.get(fact, ()):
            roles[one][value(title)] += 1
    bodies: dict[str, set[str]] = defaultdict(set)
    for predicate in (t.ORGANIZATION, t.FROM, t.TO):
        for _, fact, body in store.statements(predicate):
            for one in of_fact.get(fact, ()):
                bodies[one].add(_of(who, body))
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one in hidden:
        role = min(
            roles[one], key=lambda title: (-roles[one][title], len(title), title), default=""
        )
        alike[
            _surname(names.get(one, ())) if profile is Profile.PARTNER else "",
            role,
            min(bodies[one], default=""),
        ].append(one)
    told: dict[str, str] = {}
    for (surname, role, _), members in alike.items():
        for number, one in enumerate(sorted(members, key=rekeyed), start=1):
            mark = str(number) if len(members) > 1 else ""
            told[one] = _told(surname, role, mark)
    return told


def _told(surname: str, role: str, mark: str) -> str:
    if surname and role:
        return say("privacy.surname-role", "zh", surname=surname, role=role, mark=mark)
    if surname:
        return say("privacy.surname", "zh", surname=surname, mark=mark)
    role = role or say("privacy.person", "zh")
    return say("privacy.role", "zh", role=role, mark=mark)


def _surname(names: Collection[str]) -> str:
    """The surname of a Chinese name of two or three characters, or with a double surname.

    Empty for all others: names of peoples without surnames give nothing away that may be shown.
    """
    if any("·" in one for one in names):
        return ""
    name = min(names, key=lambda name: (len(name), name), default="")
    if double := _DOUBLE.match(name):
        return double[0]
    return name[:1] if _HAN.fullmatch(name) else ""
