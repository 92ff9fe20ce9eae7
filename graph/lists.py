"""The sources of the store, and the lists of places that are to be helped, found by name."""

from __future__ import annotations

from ..ontology.errors import QueryError
from ..ontology.nt import iri, literal
from ..ontology.terms import ID, PREFIXES
from .engine import Store
from .fill import fill, rows
from .names import Found
from .said import NO_SOURCES
from .scan import full_rows

__all__ = ["find_list", "find_source", "list_codes", "list_mentions", "list_slots"]

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("bf", "dct", "skos"))
_LISTS = f"""{_PREFIXES}SELECT DISTINCT ?list ?code ?name WHERE {{
  ?list a bf:TargetList ; skos:prefLabel ?name .
  OPTIONAL {{ ?list skos:notation ?code }} }}"""
_ADDRESSES = f"""{_PREFIXES}SELECT DISTINCT ?s ?address WHERE {{
  ?s a bf:Source . OPTIONAL {{ ?s dct:source ?address }} }}"""
_CALLED = f"""{_PREFIXES}SELECT DISTINCT ?s ?address WHERE {{
  ?s dct:source ?text ; a bf:Source . BIND(STR(?text) AS ?address) }}"""
# Every graph is a source but for those of NO_SOURCES; to ask each would read all sources.
_MENTIONS = f"""{_PREFIXES}SELECT DISTINCT ?s WHERE {{
  {{ SELECT DISTINCT ?e WHERE {{
    ?list bf:target ?t . ?t bf:targetPlace ?p0 . ?p0 bf:canonical ?p . ?e bf:within? ?p }} }}
  ?e0 bf:canonical ?e .
  GRAPH ?s {{ ?e0 a ?type }} }}"""
_SLOTS = f"""{_PREFIXES}SELECT ?name (SUM(?each) AS ?wanted) WHERE {{
  SELECT DISTINCT ?t ?slot ?name ?each WHERE {{
    ?list bf:target ?t ; bf:slot ?slot .
    ?slot skos:prefLabel ?name ; bf:slotCount ?each }}
}} GROUP BY ?name ORDER BY ?name"""


def find_list(store: Store, text: str) -> Found:
    """The target list that `text` names by its code, name or IRI; its kind is ``targetList``.

    Raises :class:`QueryError`: ``ask.no-list`` says which lists there are, ``ask.no-lists`` that
    there are none.
    """
    known = sorted(rows(store, _LISTS), key=lambda row: (row[1], row[2], row[0]))
    text = text.strip()
    for place in (1, 0, 2):
        found = [row for row in known if row[place] == text]
        if len(found) == 1:
            return Found(iri=found[0][0], label=found[0][2], kind="targetList")
    if not known:
        raise QueryError("ask.no-lists", text=text)
    there = ", ".join(f"{code} {name}".strip() for _, code, name in known)
    raise QueryError("ask.no-list", text=text, known=there)


def find_source(store: Store, text: str) -> Found:
    """The source that `text` names by its address, its IRI, or the name of its file alone.

    Its kind is ``source``. Raises :class:`QueryError` (``cli.no-source``).
    """
    text = text.strip()
    # looked up first: to read all addresses takes seconds where there are many sources
    called = [] if text.startswith(ID) else rows(store, _CALLED, text=literal(text))
    known = [(address, source) for source, address in called]
    if len(known) != 1:
        known = [
            (address or source, source)
            for source, address in rows(store, _ADDRESSES)
            if text in (address, source) or address.endswith("/" + text)
        ]
    exact = [one for one in known if text in one]
    for found in (exact, known):
        if len(found) == 1:
            return Found(iri=found[0][1], label=found[0][0], kind="source")
    raise QueryError("cli.no-source", source=text)


def list_codes(store: Store) -> list[str]:
    """The codes of all lists, sorted; the name where one has no code."""
    return sorted(code or name for _, code, name in rows(store, _LISTS))


def list_mentions(store: Store, targets: Found) -> set[str]:
    """The sources that name any place of the list, or something in it."""
    found = full_rows(store, fill(_MENTIONS, {"list": iri(targets.iri)}))
    return {source for (source,) in found} - NO_SOURCES


def list_slots(store: Store, targets: Found) -> tuple[tuple[str, int], ...]:
    """Name and number of what all places of the list together are to get."""
    found = rows(store, _SLOTS, list=iri(targets.iri))
    return tuple((name, int(wanted)) for name, wanted in found if name)
