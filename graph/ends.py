"""Which thing a user means in a judgement: a name, an IRI, or a name as one source uses it.

A name means what the store shows under it, a canonical thing; ``name@source`` means what one
source calls so, which is how two that were wrongly made one are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..ontology.errors import JudgementError, QueryError
from ..ontology.nt import iri as as_iri
from ..ontology.nt import literal
from ..ontology.terms import (
    DCT_SOURCE,
    DERIVED_GRAPH,
    ID,
    PREFIXES,
    SKOS_ALT_LABEL,
    SKOS_PREF_LABEL,
)
from .engine import Store
from .fill import rows
from .identity import canonical_iris
from .judgements import Judgement
from .lists import find_source
from .names import find_entity
from .said import filled
from .scan import columns

__all__ = ["Meant", "labels", "links", "meant", "members", "shown", "sources_of", "undoing"]

_BF = f"PREFIX bf: <{PREFIXES['bf']}>\n"
_NAMED = f"""SELECT DISTINCT ?e WHERE {{
  GRAPH ?source {{ ?e ?how ?name }} FILTER(?how IN (<{SKOS_PREF_LABEL}>, <{SKOS_ALT_LABEL}>)) }}"""
_KNOWN = f"{_BF}SELECT DISTINCT ?c WHERE {{ ?e bf:canonical ?c }}"
_MEMBERS = f"{_BF}SELECT DISTINCT ?e WHERE {{ ?e bf:canonical ?c }}"
_OF = f"""{_BF}SELECT DISTINCT ?address WHERE {{
  GRAPH ?s {{ ?e a ?type }} ?s <{DCT_SOURCE}> ?address }}"""
_LABEL = f"SELECT DISTINCT ?label WHERE {{ ?e <{SKOS_PREF_LABEL}> ?label }}"


@dataclass(frozen=True, slots=True)
class Meant:
    """A thing as a judgement names it, and what it is called."""

    iri: str
    label: str


def meant(store: Store, text: str) -> Meant:
    """The thing that `text` means.

    Raises :class:`~bangfu.ontology.errors.QueryError` for a name that is unknown or can mean
    several things, which it lists, and :class:`JudgementError` for such a name within a source.
    """
    text = text.strip()
    name, mark, address = text.rpartition("@")
    if mark and name and address:
        return _in_source(store, name.strip(), address)
    exact = _entity(store, text)
    if exact is not None:
        return Meant(exact, labels(store, [exact])[exact])
    found = find_entity(store, text)
    return Meant(found.iri, found.label)


def members(store: Store, thing: str) -> tuple[str, ...]:
    """The entities of sources that stand behind the IRI `thing`: itself, if it is one of them."""
    behind = sorted(e for (e,) in rows(store, _MEMBERS, c=as_iri(thing)))
    return tuple(behind) or (thing,)


def sources_of(store: Store, thing: str) -> tuple[str, ...]:
    """The addresses of the sources that know what the canonical IRI `thing` stands for."""
    found = {
        address for one in members(store, thing) for (address,) in rows(store, _OF, e=as_iri(one))
    }
    return tuple(sorted(found))


def labels(
    store: Store, things: Iterable[str], shown: Mapping[str, str] | None = None
) -> dict[str, str]:
    """What each IRI is called, the longest of its names; an IRI without a name is its own.

    With `shown` (of :func:`shown`) a canonical IRI is called as it was before any judgement.
    """
    found: dict[str, str] = {}
    behind: dict[str, set[str]] = {thing: set() for thing in things}
    for entity, canonical in (shown or {}).items():
        if canonical in behind:
            behind[canonical].add(entity)
    for thing, entities in sorted(behind.items()):
        names = {
            name for one in (entities or {thing}) for (name,) in rows(store, _LABEL, e=as_iri(one))
        }
        found[thing] = min(names, key=lambda name: (-len(name), name), default=thing)
    return found


def shown(store: Store) -> dict[str, str]:
    """Entity → canonical IRI as the store would show it without any judgement.

    That is what a canonical IRI in a judgement stands for.
    """
    return canonical_iris(filled(columns(store)), ()).canonical


def links(shown: Mapping[str, str], judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """Of the IRIs in `judgements`: canonical ones, with the entities of sources behind them."""
    named = {end for one in judgements for end in (one.a, one.b)}
    found: dict[str, set[str]] = {}
    for end in sorted(named):
        canonical = shown.get(end, end)
        if canonical in named and canonical != end:
            found.setdefault(canonical, set()).add(end)
    return found


def undoing(store: Store, judgements: Sequence[Judgement], one: str, other: str) -> Judgement:
    """The judgement that a user means by the names of its two ends.

    After a judgement that joins, both names mean one thing: then it is the one within that thing.
    Raises :class:`JudgementError`: ``judging.no-judgement``, or ``judging.several`` with a list.
    """
    first, second = _under(store, one), _under(store, other)
    fits = [
        j
        for j in judgements
        if (j.a in first and j.b in second) or (j.b in first and j.a in second)
    ]
    if len(fits) > 1:
        called = labels(store, {end for j in fits for end in (j.a, j.b)})
        wanted = {one.strip(), other.strip()}
        exact = [j for j in fits if {called[j.a], called[j.b]} == wanted]
        fits = exact if len(exact) == 1 else fits
    if not fits:
        raise JudgementError("judging.no-judgement", a=one, b=other, path="judgements.tsv")
    if len(fits) > 1:
        told = "；".join(f"{j.a} {j.decision} {j.b}" for j in fits)
        raise JudgementError("judging.several", found=told)
    return fits[0]


def _under(store: Store, text: str) -> set[str]:
    """Every IRI that may stand in a judgement for what `text` means."""
    whole = text.strip() if text.strip().startswith("http") else f"{ID}{text.strip()}"
    try:
        thing = meant(store, text).iri
    except QueryError:
        if "/" not in text:
            raise
        return {whole}  # an IRI that sources no longer know can still be taken out of the file
    found = {thing, whole, *members(store, thing)}
    for canonical in [c for (c,) in rows(store, _KNOWN, e=as_iri(thing))]:
        found |= {canonical, *members(store, canonical)}
    return found


def _entity(store: Store, text: str) -> str | None:
    """The IRI that `text` is, whole or from its kind on, if a source has such an entity."""
    kind, mark, key = text.rpartition("/")
    if not mark or not key.isascii() or not key.isalnum():
        return None
    whole = text if text.startswith(("http://", "https://")) else f"{ID}{kind}/{key}"
    try:
        term = as_iri(whole)
    except ValueError:
        return None
    return whole if rows(store, _KNOWN, e=term) else None


def _in_source(store: Store, name: str, address: str) -> Meant:
    source = find_source(store, address)
    graph = as_iri(source.iri)
    found = {
        e
        for term in (literal(name, language="zh"), literal(name))
        for (e,) in rows(store, _NAMED, source=graph, name=term)
        if rows(store, _KNOWN, e=as_iri(e))
    }
    if not found or source.iri == DERIVED_GRAPH:
        raise JudgementError("judging.not-in-source", name=name, source=source.label)
    if len(found) > 1:
        told = "；".join(sorted(e.removeprefix(ID) for e in found))
        raise JudgementError("judging.twice-in-source", name=name, source=source.label, found=told)
    return Meant(found.pop(), name)
