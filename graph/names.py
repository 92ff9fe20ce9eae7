"""A name as a user writes it → the one thing it means.

Full, former and short forms are accepted, IRIs and division codes too. A name that could mean
several things is never guessed: the candidates are listed, with what tells them apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ..ontology.errors import QueryError
from ..ontology.messages import Lang, say, table
from ..ontology.nt import iri as as_iri
from ..ontology.nt import literal
from ..ontology.terms import BF, DERIVED_GRAPH, ID, PREFIXES, SKOS_HIDDEN_LABEL, SKOS_PREF_LABEL
from .engine import Store
from .fill import rows
from .refs import kind_of
from .spelling import chained, folded, near, short_forms, undressed

__all__ = ["LEVELS", "PARTIES", "Found", "called", "find_entity", "find_thing"]

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("bf", "skos"))
# A name stands in every source that knows it, in the derived graph once.
_DERIVED = f"GRAPH <{DERIVED_GRAPH}>"

_EXACT = f"""{_PREFIXES}SELECT DISTINCT ?e ?how WHERE {{
  {{ {_DERIVED} {{ ?e ?how ?zh }} }} UNION {{ {_DERIVED} {{ ?e ?how ?plain }} }}
  FILTER(?how IN (skos:prefLabel, skos:altLabel, skos:hiddenLabel)) }} ORDER BY ?e ?how"""
_BY_CODE = f"""{_PREFIXES}SELECT DISTINCT ?e WHERE {{
  {_DERIVED} {{ ?e bf:adcode ?code }} }} ORDER BY ?e"""
_BY_IRI = f"""{_PREFIXES}SELECT DISTINCT ?e WHERE {{
  {{ SELECT ?e WHERE {{ ?iri bf:canonical ?e }} }}
  UNION {{ SELECT ?e WHERE {{ ?any bf:canonical ?iri . BIND(?iri AS ?e) }} }} }} ORDER BY ?e"""
_FACT = f"{_PREFIXES}SELECT DISTINCT ?quote WHERE {{ ?iri bf:evidence ?e . ?e bf:quote ?quote }}"
_AROUND = f"""{_PREFIXES}SELECT DISTINCT ?form WHERE {{
  {_DERIVED} {{ ?iri bf:within ?p . ?p ?how ?form }}
  FILTER(?how IN (skos:prefLabel, skos:altLabel, skos:hiddenLabel)) }}"""
# For suggestions only, after a miss, and no more than can be compared at once. Sorted in Python:
# ORDER BY over a whole store costs five times the rest.
_LABELS = f"""{_PREFIXES}SELECT DISTINCT ?e ?label WHERE {{
  {_DERIVED} {{ ?e %s ?label }} FILTER(LANG(?label) = "zh") }} LIMIT 20000"""
_DESCRIBED = f"""{_PREFIXES}SELECT DISTINCT ?label ?type WHERE {{
  {_DERIVED} {{ ?iri skos:prefLabel ?label ; a ?type }}
  FILTER(LANG(?label) = "zh") }} ORDER BY ?label ?type"""
_PLACES = f"""{_PREFIXES}SELECT DISTINCT ?label ?type WHERE {{
  {_DERIVED} {{ ?iri bf:within ?p . ?p skos:prefLabel ?label ; a ?type }}
  FILTER(LANG(?label) = "zh")
}} ORDER BY ?label ?type"""
_POSTS = f"""{_PREFIXES}SELECT DISTINCT ?body ?title WHERE {{
  ?x bf:canonical ?iri . ?f bf:person ?x .
  {{ ?f bf:organization ?b0 }} UNION {{ ?f bf:to ?b0 }}
  ?b0 bf:canonical ?b . {_DERIVED} {{ ?b skos:prefLabel ?body }} FILTER(LANG(?body) = "zh")
  OPTIONAL {{ ?f bf:title ?title }} }} ORDER BY ?body ?title"""

LEVELS = {
    f"{BF}Province": "province",
    f"{BF}Prefecture": "prefecture",
    f"{BF}County": "county",
    f"{BF}Township": "township",
    f"{BF}FunctionalArea": "functionalArea",
}
"""Class of a place → code of its level, from the widest to the narrowest."""

_LONGEST = 40
"""No name with the names of places before it is longer."""
_MOST = 12
"""So many candidates are described; more are counted."""

PARTIES = ("place", "school", "institution", "group", "person")
"""The kinds of thing that can help or be helped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a name means: the canonical `iri`, its full name, its kind (the <kind> of the IRI).

    `level` is the level of a place; `within` the name of the nearest place around it; `posts` what
    tells a person from a namesake.
    """

    iri: str
    label: str
    kind: str
    level: str | None = None
    within: str | None = None
    posts: tuple[str, ...] = ()


def find_entity(store: Store, text: str, kinds: Collection[str] | None = None) -> Found:
    """The one thing that `text` names: a name in any known form, an IRI, or a division code.

    Tried in this order, and the first step that finds anything decides: IRI or code; exactly the
    full name (a place goes before a body of the same name); any other form, short forms of places
    among them (旺苍, 黄南州, 张家川县: the derived graph has them; those of former names last),
    spaces, width and script put aside; the name after names of places around it (四川省旺苍县).
    Each is an exact look-up.
    `kinds` restricts what it may be (``place``, ``school``, …).
    Raises :class:`QueryError`: ``ask.ambiguous`` lists the candidates, ``ask.unknown`` near names,
    ``ask.wrong-kind`` says what the name is instead.
    """
    text = text.strip()
    for found in _steps(store, text):
        fitting = sorted({one for one in found if not kinds or kind_of(one) in kinds})
        if len(fitting) == 1:
            return _described(store, fitting[0])
        if fitting:
            raise _ambiguous(store, text, fitting)
    if kinds:
        other = next((found for found in map(list, _steps(store, text)) if found), None)
        if other:
            told = _described(store, min(other))
            raise QueryError(
                "ask.wrong-kind",
                text=text,
                kind_zh=_told(told, "zh"),
                kind_en=_told(told, "en"),
            )
    known = {
        (e, label)
        for how in ("skos:prefLabel", "skos:altLabel")
        for e, label in rows(store, _LABELS % how)
    }
    labels = [label for e, label in sorted(known) if not kinds or kind_of(e) in kinds]
    close = near(folded(text), labels)
    if close:
        raise QueryError("ask.unknown", text=text, near="、".join(close))
    raise QueryError("ask.unknown-bare", text=text)


def called(store: Store, text: str) -> bool:
    """Whether anything has `text` for a name, in any form that it is known by, or for its code."""
    plain = undressed(text)
    if len(plain) > 1 and _exact(store, plain):
        return True
    return plain.isascii() and plain.isdigit() and bool(rows(store, _BY_CODE, code=literal(plain)))


def find_thing(store: Store, text: str) -> Found:
    """Like :func:`find_entity`, but the IRI of a fact is accepted too; its label is its passage."""
    given = _full_iri(text.strip())
    if given is not None:
        quotes = sorted((quote for (quote,) in rows(store, _FACT, iri=given)), key=len)
        if quotes:
            return Found(iri=given[1:-1], label=quotes[0], kind=kind_of(given[1:-1]))
    return find_entity(store, text)


def _steps(store: Store, text: str) -> Iterator[Iterable[str]]:
    """The canonical entities that `text` can mean, one step of leniency after the other."""
    given = _full_iri(text)
    if given is not None:
        yield [e for (e,) in rows(store, _BY_IRI, iri=given)]
    if text.isascii() and text.isdigit():
        yield [e for (e,) in rows(store, _BY_CODE, code=literal(text))]
    plain = folded(text)
    found: dict[str, set[str]] = {}
    for form in dict.fromkeys((text, plain)):
        for e, how in _exact(store, form):
            found.setdefault(e, set()).add(how)
    full = [e for e, ways in found.items() if SKOS_PREF_LABEL in ways]
    places = [e for e in full if kind_of(e) == "place"]
    yield places if len(places) == 1 else full
    if len(plain) < 2:
        # one character is a name only where a source gives it as one
        yield [e for e, ways in found.items() if ways - {SKOS_HIDDEN_LABEL}]
        return
    yield [e for e, ways in found.items() if not _by_former_name(store, e, ways, plain)]
    yield found
    if len(plain) <= _LONGEST:
        yield _after_places(store, plain)


def _by_former_name(store: Store, e: str, ways: set[str], text: str) -> bool:
    """Whether `text` is short for another name of the place `e` alone.

    上海 is not 闵行区, which was 上海县; 吉林 may be 吉林省 and 吉林市.
    """
    if kind_of(e) != "place" or ways != {SKOS_HIDDEN_LABEL}:
        return False
    labels = {label for label, _ in rows(store, _DESCRIBED, iri=as_iri(e))}
    return not any(text in short_forms(label) for label in labels)


def _after_places(store: Store, text: str) -> list[str]:
    """What the tail of `text` names, where all before it are names of places around that."""
    found: dict[str, None] = {}
    for at in range(1, len(text) - 1):
        for e in dict.fromkeys(e for e, _ in _exact(store, text[at:])):
            if e not in found:
                around = {form for (form,) in rows(store, _AROUND, iri=as_iri(e))}
                if chained(text[:at], around):
                    found[e] = None
    return list(found)


def _exact(store: Store, text: str) -> list[tuple[str, ...]]:
    """(entity, property) of all that is called exactly `text`."""
    return rows(store, _EXACT, zh=literal(text, language="zh"), plain=literal(text))


def _full_iri(text: str) -> str | None:
    """`text` as a term if it is an IRI, whole or from its kind on (place/510821)."""
    head, mark, key = text.rpartition("/")
    if not mark or not key.isascii() or not key.isalnum():
        return None
    whole = text if text.startswith(("http://", "https://")) else f"{ID}{head}/{key}"
    try:
        return as_iri(whole)
    except ValueError:
        return None


def _described(store: Store, iri: str) -> Found:
    term = as_iri(iri)
    described = rows(store, _DESCRIBED, iri=term)
    types = {kind for _, kind in described}
    order = list(LEVELS)
    around = [
        (-order.index(kind), label)
        for label, kind in rows(store, _PLACES, iri=term)
        if kind in order
    ]
    posts = (
        [f"{body}{title}" for body, title in rows(store, _POSTS, iri=term)]
        if kind_of(iri) == "person"
        else []
    )
    return Found(
        iri=iri,
        label=min((label for label, _ in described), default=iri),
        kind=kind_of(iri),
        level=next((level for kind, level in LEVELS.items() if kind in types), None),
        within=min(around)[1] if around else None,
        posts=tuple(dict.fromkeys(posts)),
    )


def _ambiguous(store: Store, text: str, candidates: list[str]) -> QueryError:
    """The error that lists the candidates, each with what tells it apart and its short IRI."""
    told = [_described(store, one) for one in candidates[:_MOST]]
    more = f"… ({len(candidates)})" if len(candidates) > _MOST else ""
    return QueryError(
        "ask.ambiguous",
        text=text,
        candidates_zh="；".join(_told(one, "zh") for one in told) + more,
        candidates_en="; ".join(_told(one, "en") for one in told) + more,
    )


def _told(one: Found, lang: Lang) -> str:
    key = f"ask.kind-{one.level or one.kind}"
    kind = say(key, lang) if key in table() else one.kind
    marks = [kind, *([one.within] if one.within else ()), *one.posts[:3], one.iri.removeprefix(ID)]
    if lang == "zh":
        return f"{one.label}（{'，'.join(marks)}）"
    return f"{one.label} ({', '.join(marks)})"
