"""What the shapes find in a store, told with the source and the passage it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..ontology import terms as t
from ..ontology.check import Finding, check_triples
from ..ontology.nt import Triple, value
from .engine import Store

__all__ = ["StoreFinding", "check_store"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFinding:
    """A finding, the source it is in, and the passage behind the node, where there is one."""

    finding: Finding
    source: str
    address: str
    title: str | None
    quote: str | None


def check_store(store: Store) -> tuple[StoreFinding, ...]:
    """Check each source's graph against ``shapes.ttl``: by address, then as the checker orders."""
    others = (t.DERIVED_GRAPH, t.JUDGEMENTS_GRAPH, t.ONTOLOGY_GRAPH)
    found = [
        finding
        for graph in store.graphs()
        if graph not in others
        for finding in _checked(graph, store.triples(graph))
    ]
    return tuple(sorted(found, key=lambda one: (one.address, one.source)))


def _checked(graph: str, triples: list[Triple]) -> Iterator[StoreFinding]:
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, target in triples:
        said[value(subject)][value(predicate)].append(value(target))
    source = said[graph]
    for finding in check_triples(triples):
        yield StoreFinding(
            finding=finding,
            source=graph,
            address=next(iter(source[t.DCT_SOURCE]), graph),
            title=next(iter(source[t.DCT_TITLE]), None),
            quote=_quote(finding.focus, said),
        )


def _quote(focus: str, said: dict[str, dict[str, list[str]]]) -> str | None:
    """The quote of the node itself, of its evidence, or of a fact that has it as an end."""
    nodes = [focus, *said[focus][t.EVIDENCE]]
    for links in list(said.values()):
        if links.get(t.EVIDENCE) and any(focus in targets for targets in links.values()):
            nodes.extend(links[t.EVIDENCE])
    quotes = [quote for node in nodes for quote in said[node][t.QUOTE]]
    return quotes[0] if quotes else None
