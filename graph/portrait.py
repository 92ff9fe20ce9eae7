"""All that the graph tells of one thing, in order: who helps it, whom it helps, people, events.

What several sources tell in the same words is one line with all its facts. A place stands for all
that lies in it, too. Entity pages and dossiers are made from this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from ..ontology import terms as t
from ..ontology.nt import iri as as_iri
from .engine import Store
from .evidence import Passage, passages
from .fill import rows
from .names import LEVELS, Found, find_entity
from .refs import Ref, asked_of, kind_of, references

__all__ = ["MOST", "Line", "Portrait", "portrait"]

MOST: Final = 1_500
"""So many facts are told of; a province has more, and its pages say so."""

_PREFIXES = "".join(f"PREFIX {name}: <{t.PREFIXES[name]}>\n" for name in ("bf", "dct", "skos"))
_ROLES: Final = (
    *("helper", "recipient", "person", "organization", "from", "to"),
    *("venue", "programme", "batch", "about", "participant"),
)
_NEAR = f"""{_PREFIXES}SELECT DISTINCT ?f ?role ?e WHERE {{
  {{ SELECT DISTINCT ?e WHERE {{ ?e %s ?entity }} }}
  ?e0 bf:canonical ?e . ?f ?role ?e0 .
  FILTER(?role IN ({", ".join(f"bf:{role}" for role in _ROLES)})) }} LIMIT {4 * MOST}"""
_SELF = f"""{_PREFIXES}SELECT DISTINCT ?f ?role ?e WHERE {{
  ?e0 bf:canonical ?entity . ?f ?role ?e0 . BIND(?entity AS ?e)
  FILTER(?role IN ({", ".join(f"bf:{role}" for role in _ROLES)})) }} LIMIT {4 * MOST}"""
_EVENTS = f"{_PREFIXES}SELECT DISTINCT ?p ?f WHERE {{ VALUES ?p {{ %s }} ?f bf:participation ?p }}"
_ABOUT = f"{_PREFIXES}SELECT DISTINCT ?o ?f WHERE {{ VALUES ?f {{ %s }} ?o bf:about ?f }}"
_TOLD = "SELECT DISTINCT ?f ?p ?o WHERE { VALUES ?f { %s } ?f ?p ?o }"
_PARTS = f"""{_PREFIXES}SELECT DISTINCT ?f ?role ?x WHERE {{
  VALUES ?f {{ %s }} ?f bf:participation ?p . ?p bf:participant ?x ; bf:role ?role }}"""
_AROUND = f"""{_PREFIXES}SELECT DISTINCT ?p ?label ?type WHERE {{
  GRAPH <{t.DERIVED_GRAPH}> {{ ?entity bf:within ?p . ?p skos:prefLabel ?label ; a ?type }}
  FILTER(LANG(?label) = "zh") }}"""
_NAMES = f"""{_PREFIXES}SELECT DISTINCT ?label WHERE {{
  GRAPH <{t.DERIVED_GRAPH}> {{ ?entity skos:altLabel ?label }} }}"""
_CODE = f"{_PREFIXES}SELECT DISTINCT ?code WHERE {{ ?entity bf:adcode ?code }}"
_SOURCES = f"""{_PREFIXES}SELECT DISTINCT ?s ?address ?title ?issued ?publisher WHERE {{
  ?e0 bf:canonical ?entity . GRAPH ?s {{ ?e0 a ?type }} ?s a bf:Source .
  OPTIONAL {{ ?s dct:source ?address }} OPTIONAL {{ ?s dct:title ?title }}
  OPTIONAL {{ ?s dct:issued ?issued }} OPTIONAL {{ ?s dct:publisher ?publisher }} }}"""

_Facts: TypeAlias = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing told: `source` → `target` by `code` (modality, role, kind of event, measure).

    `person` is who is sent or holds a post, `text` a title or a name as the sources have it,
    `figures` are (number, unit, measure). `since` and `until` are ISO, "" if not told.
    """

    kind: str
    code: str
    source: Ref | None = None
    target: Ref | None = None
    person: Ref | None = None
    programme: Ref | None = None
    others: tuple[tuple[str, Ref], ...] = ()
    text: str = ""
    since: str = ""
    until: str = ""
    status: str = "unknown"
    figures: tuple[tuple[str, str, str], ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A thing and all that is told of it; `cut` says that there was more than :data:`MOST`."""

    found: Found
    around: tuple[Ref, ...]
    names: tuple[str, ...]
    adcode: str
    sections: Mapping[str, tuple[Line, ...]]
    sources: tuple[tuple[str, str, str, str], ...]
    passages: Mapping[str, tuple[Passage, ...]]
    cut: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, section by section."""
        return tuple(line for lines in self.sections.values() for line in lines)


SECTIONS: Final = ("helpedBy", "helps", "under", "secondments", "posts", "events", "numbers")


def portrait(store: Store, text: str, *, inside: bool = True) -> Portrait:
    """The portrait of the one thing that `text` names; a place with what lies in it if `inside`.

    Raises :class:`~bangfu.ontology.errors.QueryError` as :func:`.names.find_entity` does.
    """
    found = find_entity(store, text)
    term = as_iri(found.iri)
    direct = rows(store, _SELF, entity=term)
    near = list(direct)
    if inside and found.kind == "place":
        near += rows(store, _NEAR % "bf:within", entity=term)
    own: dict[str, set[tuple[str, str]]] = {}
    taking_part = [f for f, role, _ in near if role == t.PARTICIPANT]
    parts = {row[0]: row[1] for row in asked_of(store, _EVENTS, taking_part)}
    for fact, role, entity in near:
        own.setdefault(parts.get(fact, fact), set()).add((role.removeprefix(t.BF), entity))
    facts = list(own)[:MOST]
    numbers = list(asked_of(store, _ABOUT, facts))
    facts = list(dict.fromkeys([*facts, *(number for number, _ in numbers)]))
    told = _told(store, facts)
    names = references(store, _ends(told))
    sections = _sections(told, own, names, numbers)
    around = {
        (list(LEVELS).index(kind), label, iri)
        for iri, label, kind in rows(store, _AROUND, entity=term)
        if kind in LEVELS and iri != found.iri
    }
    return Portrait(
        found=found,
        around=tuple(Ref(label, iri, "place") for _, label, iri in sorted(around)),
        names=tuple(sorted(name for (name,) in rows(store, _NAMES, entity=term))),
        adcode=min((code for (code,) in rows(store, _CODE, entity=term)), default=""),
        sections=sections,
        sources=_sources(store, term),
        passages=passages(
            store, (f for lines in sections.values() for x in lines for f in x.facts)
        ),
        cut=len(own) > MOST,
    )


def _told(store: Store, facts: list[str]) -> _Facts:
    """Fact → property (its local name) → values; taking part as ``role:<code>``."""
    told: _Facts = {fact: {} for fact in facts}
    for fact, name, target in sorted(asked_of(store, _TOLD, facts)):
        if name.startswith(t.BF) or name == t.SKOS_PREF_LABEL:
            local = name.removeprefix(t.BF).rpartition("#")[2]
            told[fact].setdefault(local, []).append(target)
        elif name == t.RDF_TYPE:
            told[fact].setdefault("a", []).append(target.removeprefix(t.BF))
    for fact, role, who in sorted(asked_of(store, _PARTS, facts)):
        told[fact].setdefault(f"role:{_code(role)}", []).append(who)
    return told


def _ends(told: _Facts) -> list[str]:
    return [
        end
        for said in told.values()
        for name, ends in said.items()
        if name in _ROLES or name.startswith("role:")
        for end in ends
    ]


def _sections(
    told: _Facts,
    own: Mapping[str, set[tuple[str, str]]],
    names: Mapping[str, Ref],
    numbers: Iterable[tuple[str, ...]],
) -> dict[str, tuple[Line, ...]]:
    figures: dict[str, set[tuple[str, str, str]]] = {}
    for number, about in numbers:
        figures.setdefault(about, set()).add(_figure(told.get(number, {})))
    merged: dict[tuple[object, ...], list[tuple[str, Line]]] = {}
    for fact, said in told.items():
        roles = {role for role, _ in own.get(fact, ())}
        line = _line(fact, said, names, figures.get(fact, set()))
        for section in _where(line.kind, roles):
            key = (section, line.kind, line.code, line.source, line.target, line.person, line.text,
                   line.programme, line.others if line.kind == "event" else (),
                   line.figures if line.kind == "observation" else ())  # fmt: skip
            merged.setdefault(key, []).append((section, line))
    found: dict[str, list[Line]] = {section: [] for section in SECTIONS}
    for lines in merged.values():
        found[lines[0][0]].append(_joined([line for _, line in lines]))
    return {section: tuple(sorted(lines, key=_order)) for section, lines in found.items() if lines}


def _where(kind: str, roles: set[str]) -> list[str]:
    if kind == "assistance":
        sides = {"recipient": "helpedBy", "helper": "helps", "programme": "under", "batch": "under"}
        return list(dict.fromkeys(sides[role] for role in sorted(roles) if role in sides))
    place = {"secondment": "secondments", "posting": "posts", "event": "events"}.get(kind)
    if kind == "observation":
        place = "numbers" if "about" in roles else None
    return [place] if place and roles else []


def _line(
    fact: str,
    said: Mapping[str, list[str]],
    names: Mapping[str, Ref],
    figures: set[tuple[str, str, str]],
) -> Line:
    def end(*roles: str) -> Ref | None:
        ends = (names[one] for role in roles for one in said.get(role, ()) if one in names)
        return next(ends, None)

    kind = kind_of(fact)
    others = {
        (name.removeprefix("role:"), names[one])
        for name, ends in said.items()
        if name.startswith("role:")
        for one in ends
        if one in names
    }
    first = {name: values[0] for name, values in said.items()}
    return Line(
        kind=kind,
        code=_code(first.get("modality", "") or first.get("eventKind", "")) or kind,
        source=end("helper", "from"),
        target=end("recipient", "to", "organization", "venue", "about"),
        person=end("person"),
        programme=end("programme"),
        others=tuple(sorted(others)),
        text=first.get("title", "") or first.get("prefLabel", ""),
        since=first.get("since", "") or first.get("asOf", ""),
        until=first.get("until", ""),
        status=_code(first.get("status", "")) or "unknown",
        figures=tuple(sorted({_figure(said)} if kind == "observation" else figures)),
        facts=(fact,),
    )


def _joined(lines: list[Line]) -> Line:
    """One line for what is told several times: from the first start to the last end."""
    first = min(lines, key=lambda line: (line.since or "~", line.facts))
    return replace(
        first,
        until=max(line.until for line in lines),
        status=min(line.status for line in lines),
        figures=tuple(sorted({one for line in lines for one in line.figures})),
        facts=tuple(sorted({fact for line in lines for fact in line.facts})),
    )


def _order(line: Line) -> tuple[object, ...]:
    ends = tuple(
        "" if end is None else end.label for end in (line.source, line.target, line.person)
    )
    return (*ends, line.code, line.since or "~", line.text, line.facts)


def _figure(said: Mapping[str, list[str]]) -> tuple[str, str, str]:
    first = {name: values[0] for name, values in said.items()}
    low, high = first.get("minValue", ""), first.get("maxValue", "")
    number = first.get("value") or (
        f"{low}–{high}" if low and high else f"≥{low}" if low else f"≤{high}"
    )
    return number, _code(first.get("unit", "")), _code(first.get("measure", ""))


def _sources(store: Store, term: str) -> tuple[tuple[str, str, str, str], ...]:
    """(IRI, title or address, date, publisher) of every source that names it, newest first."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for source, address, title, issued, publisher in sorted(rows(store, _SOURCES, entity=term)):
        found.setdefault(source, (source, title or address or source, issued, publisher))
    by_name = sorted(found.values(), key=lambda one: (one[1], one[0]))
    return tuple(sorted(by_name, key=lambda one: one[2], reverse=True))


def _code(iri: str) -> str:
    return iri.rpartition("/")[2]
