"""Who is not shown by name to whom, and what stands in place of the name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ..ontology import terms as t
from ..ontology.messages import say
from .engine import Store
from .profile import Profile
from .quoting import closed
from .said import NO_SOURCES
from .scan import held, told

__all__ = ["Known", "People", "hidden_people"]

_OFFICE: Final = "P0"
_PUBLIC: Final = frozenset((_OFFICE, "P1"))
_NAMES: Final = (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL, t.SKOS_HIDDEN_LABEL, t.RDFS_LABEL)
_DOUBLE: Final = re.compile(
    "欧阳|欧陽|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯|闻人|澹台|轩辕|端木|"
    "南宫|呼延|司空|拓跋|独孤|百里|东郭"
)
_HAN: Final = re.compile("[㐀-鿿]{2,3}")


@dataclass(slots=True)
class Known:
    """What facts tell of a person: their IRIs, how often which title, and the canonical bodies."""

    facts: set[str] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    bodies: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The persons that a profile hides.

    `labels` gives each of their IRIs, in sources and canonical, what stands for the name; `shown`
    are the IRIs of all persons who are not hidden, those too that they once had. `names`
    are all forms of their names; `spared` gives for each graph the names that somebody has who is
    shown there and nobody who is hidden there: they may stand in its texts. `told` is what facts
    tell of each hidden canonical person.
    """

    labels: Mapping[str, str]
    shown: frozenset[str]
    names: frozenset[str]
    spared: Mapping[str, frozenset[str]]
    told: Mapping[str, Known]


def hidden_people(
    store: Store,
    profile: Profile,
    rekeyed: Callable[[str], str],
    who: Mapping[str, str] | None = None,
) -> People:
    """Whom `profile` hides: all but office-holders and people in a public role.

    The most public tier that any source gives a person counts, since an office-holder may be
    named without the office elsewhere. A public role that only rosters state is not public: they
    were not published. `rekeyed` orders people of the same role and body, by nothing that their
    names show. `who` gives each entity its canonical one, read here if it is not known yet.
    """
    who = dict(told(store, t.CANONICAL)) if who is None else who
    rosters = _closed(store, profile)
    tiers: dict[str, set[str]] = defaultdict(set)
    for graph, person, tier in held(store, t.TIER):
        code = tier.rpartition("/")[2]
        if graph not in NO_SOURCES and (code == _OFFICE or graph not in rosters):
            tiers[who.get(person, person)].add(code)
    persons: dict[str, set[str]] = defaultdict(set)
    for graph, person, _ in held(store, t.RDF_TYPE, t.A_PERSON):
        persons[person].add(graph)
    hidden = {one for one in persons if not tiers.get(who.get(one, one), set()) & _PUBLIC}
    names: dict[str, set[str]] = defaultdict(set)
    for predicate in _NAMES:
        for subject, name in told(store, predicate):
            if subject in persons:
                names[subject].add(name)
    facts = _told(store, {who.get(one, one) for one in hidden}, who)
    labels = _labels(facts, profile, names, rekeyed)
    shown_in: dict[str, set[str]] = defaultdict(set)
    hidden_in: dict[str, set[str]] = defaultdict(set)
    for one, graphs in persons.items():
        for graph in graphs:
            (hidden_in if one in hidden else shown_in)[graph] |= names[one]
    named = persons.keys() - hidden
    return People(
        labels={one: labels[who.get(one, one)] for one in hidden},
        shown=frozenset(one for one in {*persons, *who} - hidden if who.get(one, one) in named),
        names=frozenset(name for one in hidden for name in names[one]),
        spared={
            graph: frozenset(found - hidden_in.get(graph, set()))
            for graph, found in shown_in.items()
            if graph not in NO_SOURCES
        },
        told=facts,
    )


def _closed(store: Store, profile: Profile) -> set[str]:
    """The sources that were never published as far as `profile` goes."""
    rights: dict[str, list[str]] = defaultdict(list)
    for graph, _, text in held(store, t.DCT_RIGHTS):
        rights[graph].append(text)
    return {
        graph
        for graph, _, kind in held(store, t.SOURCE_CLASS)
        if closed(profile, kind, rights[graph])
    }


def _told(store: Store, hidden: Iterable[str], who: Mapping[str, str]) -> dict[str, Known]:
    """What facts tell of each of the canonical persons `hidden`."""
    found = {one: Known() for one in hidden}
    of_fact: dict[str, set[str]] = defaultdict(set)
    for fact, person in told(store, t.PERSON):
        if (one := who.get(person, person)) in found:
            of_fact[fact].add(one)
            found[one].facts.add(fact)
    for fact, title in told(store, t.TITLE):
        for one in of_fact.get(fact, ()):
            found[one].roles[title] += 1
    for predicate in (t.ORGANIZATION, t.FROM, t.TO):
        for fact, body in told(store, predicate):
            for one in of_fact.get(fact, ()):
                found[one].bodies.add(who.get(body, body))
    return found


def _labels(
    people: Mapping[str, Known],
    profile: Profile,
    names: Mapping[str, set[str]],
    rekeyed: Callable[[str], str],
) -> dict[str, str]:
    """Canonical person → role, or surname and role; with a number among the like of one body."""
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one, known in people.items():
        roles = ((-count, len(title), title) for title, count in known.roles.items())
        alike[
            _surname(names.get(one, ())) if profile is Profile.PARTNER else "",
            min(roles, default=(0, 0, ""))[2],
            min(known.bodies, default=""),
        ].append(one)
    labels: dict[str, str] = {}
    for (surname, role, _), members in alike.items():
        for number, one in enumerate(sorted(members, key=rekeyed), start=1):
            mark = str(number) if len(members) > 1 else ""
            labels[one] = _instead(surname, role, mark)
    return labels


def _instead(surname: str, role: str, mark: str) -> str:
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
