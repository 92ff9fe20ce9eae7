"""What a question needs, fetched from a server that is not trusted to answer it.

Virtuoso 7 gives wrong rows for queries of the size of our questions, and which of them depends on
what the server holds. Plain patterns it answers rightly. So of the sources that speak of what is
asked about all is fetched that they say with the properties of the query, with what is derived of
the things in them, and the same text is run here. That is enough, since facts, their ends and their
evidence lie in one source, and sources are joined by the derived graph alone. What is asked of
everything is fetched by its properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from ...ontology import terms as t
from ...ontology.nt import Triple, literal, value
from ..ahead import ahead
from ..embedded import Embedded
from ..engine import Store
from ..view import behind

__all__ = ["NOTHING_DERIVED", "answering"]

_TOKEN: Final = re.compile(
    r"""<(?P<iri>[^<>"{}|^`\\\s]*)>
      | (?P<text>"(?:[^"\\\n]|\\.)*"(?:@[A-Za-z-]+)?)
      | \#[^\n]*
      | \b(?P<prefixed>[a-z]+:[A-Za-z]\w*)""",
    re.VERBOSE,
)
_PREFIX: Final = re.compile(r"PREFIX\s+(\w+:)\s*<([^>]*)>")
_ANY_KIND: Final = re.compile(r"\sa\s+\?")
_CLASS: Final = re.compile(re.escape(t.BF) + "[A-Z]")
_ANY: Final = re.compile(
    r"(?:\?\w+|<[^<>\s]*>)\s+\?(\w+)\s+(?:\?\w+|<[^<>\s]*>|\"[^\"]*\"\S*)\s*(?:[.;}]|FILTER)"
)
"""A pattern for whatever is said."""
_SORTED: Final = re.compile(r"\b(?:ORDER|GROUP) BY[^{}]*")
_AT_ONCE: Final = 500
_SOURCES_AT_ONCE: Final = 50
"""Nodes and sources in one query: what is said of so many is below the usual limits of rows."""
NOTHING_DERIVED: Final = (f"<{t.ID}evidence/", f"<{t.ID}participation/")
"""Nothing is derived of such."""
_TOGETHER: Final = 4
"""Requests under way at a time."""
_DERIVED: Final = f"<{t.DERIVED_GRAPH}>"
_LABELS: Final = (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL, t.SKOS_HIDDEN_LABEL)


def answering(store: Store, query: str) -> Store:
    """The store that `query`, a named question filled in, is to be run on: `store` or a part of it.

    Close nothing: a part lies in memory.
    """
    if not any(getattr(one, "unsure", False) for one in (store, behind(store))):
        return store
    named, texts, properties = _named(query)
    if not named and not texts:
        return _held(_stated(store, sorted(properties), any_kind=bool(_ANY_KIND.search(query))))
    start = named | {s for text in texts for s in _called(store, text)}
    start |= _listed(store, start)
    only = "" if _anything(query) else _only(properties)
    found = dict(_told(store, _speaking(store, start), only))
    things = {node for triples in found.values() for s, _, o in triples for node in (s, o)}
    found[t.DERIVED_GRAPH] = list(_derived(store, things | start, properties))
    if t.ONTOLOGY_GRAPH in properties:
        found[t.ONTOLOGY_GRAPH] = store.triples(t.ONTOLOGY_GRAPH)
    return _held(found.items())


def _anything(query: str) -> bool:
    """Whether the `query` asks for properties that it does not name."""
    patterns = _SORTED.sub("", query)
    return any(f"?{one} IN (" not in query for one in _ANY.findall(patterns))


def _named(query: str) -> tuple[set[str], set[str], set[str]]:
    """Things (terms), texts in Chinese (terms) and all other IRIs that the `query` names."""
    spaces = dict(_PREFIX.findall(query))
    things: set[str] = set()
    texts: set[str] = set()
    others = {t.RDF_TYPE}
    for found in _TOKEN.finditer(_PREFIX.sub(" ", query)):
        if found["iri"]:
            (things if found["iri"].startswith(t.ID) else others).add(found["iri"])
        elif found["text"] and found["text"].endswith("@zh"):
            texts.add(found["text"])
        elif found["prefixed"]:
            space, _, name = found["prefixed"].partition(":")
            others.add(spaces.get(f"{space}:", "") + name)
    return {f"<{one}>" for one in things}, texts, others


def _stated(
    store: Store, names: Sequence[str], *, any_kind: bool
) -> Iterator[tuple[str, Sequence[Triple]]]:
    """Graph → all that it says with properties of these names; of types, those of the names."""
    wanted: list[tuple[str, str | None]] = []
    for one in names:
        if _CLASS.match(one):
            wanted += [] if any_kind else [(t.RDF_TYPE, f"<{one}>")]
        elif one != t.RDF_TYPE or any_kind:
            wanted.append((one, None))
    found: dict[str, list[Triple]] = {}
    for one, target in wanted:
        for graph, subject, term in store.statements(one, target):
            found.setdefault(graph, []).append((subject, f"<{one}>", term))
    yield from found.items()


def _called(store: Store, text: str) -> set[str]:
    """What the derived graph calls so, and what any source does."""
    found = {
        s
        for how in _LABELS
        for (s,) in _rows(store, f"SELECT DISTINCT ?s {{ GRAPH ?g {{ ?s <{how}> {text} }} }}")
    }
    return found | _ends(store, found, f"?x <{t.CANONICAL}> ?y")


def _listed(store: Store, start: Iterable[str]) -> set[str]:
    """The places of a target list among `start`, and the prefectures that they lie in."""
    found: set[str] = set()
    for one in start:
        line = f"{one} <{t.TARGET}> ?t . ?t <{t.TARGET_PLACE}> ?y"
        found |= {y for (y,) in _rows(store, f"SELECT DISTINCT ?y {{ {line} }}")}
    around = _ends(store, found, f"?x <{t.WITHIN}> ?y")
    within = _ends(store, around, f"?x <{t.RDF_TYPE}> ?y . FILTER(?y = <{t.A_PREFECTURE}>)")
    return found | within


def _speaking(store: Store, start: Iterable[str]) -> set[str]:
    """The sources that say something of these things, or of what lies in one of them."""
    found: set[str] = set()
    for one in start:
        for line in (
            f"GRAPH ?g {{ {one} ?p ?o }}",
            f"GRAPH {_DERIVED} {{ ?m <{t.CANONICAL}> {one} }} GRAPH ?g {{ ?m ?p ?o }}",
            f"GRAPH {_DERIVED} {{ ?x <{t.WITHIN}> {one} . ?m <{t.CANONICAL}> ?x }}"
            " GRAPH ?g { ?m ?p ?o }",
        ):
            found |= {value(g) for (g,) in _rows(store, f"SELECT DISTINCT ?g {{ {line} }}")}
    return {graph for graph in found if graph.startswith(t.ID)}


def _told(
    store: Store, sources: Iterable[str], only: str
) -> Iterator[tuple[str, Sequence[Triple]]]:
    """Source → what it says; many at once: a request for each takes a server four times as long."""
    found: dict[str, list[Triple]] = {}
    line = f"GRAPH ?x {{ ?s ?p ?o }} {only}"
    names = (f"<{source}>" for source in sources)
    for source, s, p, o in _about(store, names, line, "?x ?s ?p ?o", _SOURCES_AT_ONCE):
        found.setdefault(value(source), []).append((s, p, o))
    yield from found.items()


def _derived(store: Store, things: set[str], properties: set[str]) -> Iterator[Triple]:
    """What is derived of `things`, and of what that leads to, with these properties."""
    line = f"GRAPH {_DERIVED} {{ ?x ?p ?y }} {_only(properties)}"
    known, new = set[str](), {one for one in things if one.startswith(f"<{t.ID}")}
    while new:
        known |= new
        wanted = (one for one in new if not one.startswith(NOTHING_DERIVED))
        said = [(x, p, y) for x, p, y in _about(store, wanted, line, "?x ?p ?y")]
        yield from said
        new = {o for _, _, o in said if o.startswith(f"<{t.ID}")} - known


def _only(properties: Iterable[str]) -> str:
    """Only those ?p, as texts: of names Virtuoso looks up all triples that have them."""
    return f"FILTER(STR(?p) IN ({', '.join(map(literal, sorted(properties)))}))"


def _parts(things: Iterable[str], size: int) -> Iterator[str]:
    some = sorted(things)
    for first in range(0, len(some), size):
        yield " ".join(some[first : first + size])


def _ends(store: Store, things: Iterable[str], line: str) -> set[str]:
    """Every ?y of a derived `line` whose ?x is one of `things`."""
    told = _about(store, things, f"GRAPH {_DERIVED} {{ {line} }}", "?x ?y")
    return {y for _, y in told}


def _about(
    store: Store, things: Iterable[str], line: str, columns: str, size: int = _AT_ONCE
) -> Iterator[tuple[str, ...]]:
    """The rows of a `line` about ?x, for so many of `things` in one request."""

    def rows(names: str) -> list[tuple[str, ...]]:
        query = f"SELECT {columns} {{ VALUES ?x {{ {names} }} {line} }}"
        return [*_rows(store, query)]

    for some in ahead((partial(rows, names) for names in _parts(things, size)), _TOGETHER):
        yield from some


def _rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    for row in store.select(query).rows:
        yield tuple(cell or "" for cell in row)


def _held(graphs: Iterable[tuple[str, Sequence[Triple]]]) -> Store:
    """A store in memory that holds these graphs."""
    part = Embedded(None, create=True, read_only=False)
    for graph, triples in graphs:
        part.replace_graph(graph, triples)
    return part
