"""From the store to a page: which network, at which level, around whom."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..ontology.errors import DrawError
from ..ontology.messages import Lang, say
from .ask import store_coverage
from .evidence import passages
from .names import find_entity
from .project import project
from .queries import neighbourhood
from .store import Store

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

__all__ = ["Drawn", "draw_page", "network_for", "picture"]

STEPS = ("body", "county", "province")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a page shows: counts, the level it was drawn at, and whether it had to be coarser."""

    nodes: int
    edges: int
    level: str
    aggregated: bool


def network_for(
    store: Store, entity: str | None, *, level: str | None, limit: int, reference: bool = True
) -> tuple[nx.MultiDiGraph[str], str | None, str]:
    """The network to draw, the IRI it is centred on, and its level.

    Without `reference`, what only reference tables state stays out. Without a `level` the finest
    one with at most `limit` nodes is taken. With an `entity` (a name) the network is what helps it,
    what it helps, and the same for all that lies in it. Raises QueryError for an unknown name,
    DrawError when the graph tells of no assistance of it.
    """
    focus = None if entity is None else find_entity(store, entity)
    graph: nx.MultiDiGraph[str]
    for step in (level,) if level is not None else STEPS:
        graph = project(store, step, reference=reference)
        if focus is not None:
            inside = {
                node
                for node, data in graph.nodes(data=True)
                if focus.iri in (node, data["county"], data["prefecture"], data["province"])
            }
            around: set[str] = set()
            for node in sorted(inside):
                around |= set(neighbourhood(graph, node).nodes)
            graph = graph.subgraph(sorted(around)).copy()
        if graph.number_of_nodes() <= limit:
            break
    if focus is not None and not graph.number_of_edges():
        raise DrawError("cli.no-entity-facts", name=focus.label)
    return graph, None if focus is None else focus.iri, step


def picture(
    store: Store,
    entity: str | None = None,
    *,
    level: str | None = None,
    limit: int = 600,
    lang: Lang = "zh",
    reference: bool = True,
) -> tuple[Network, Drawn]:
    """The page as pyvis's Network, and what it shows."""
    from .render import draw

    graph, focus, used = network_for(store, entity, level=level, limit=limit, reference=reference)
    facts: set[str] = set()
    for _, _, data in graph.edges(data=True):
        facts.update(data["facts"])
    shown = find_entity(store, entity).label if entity is not None else None
    title = say("page.title-of", lang, name=shown) if shown else say("page.title", lang)
    net: Any = draw(
        graph,
        passages(store, sorted(facts)),
        title=title,
        lang=lang,
        focus=focus,
        coverage=store_coverage(store, lang),
    )
    drawn = Drawn(
        nodes=graph.number_of_nodes(),
        edges=graph.number_of_edges(),
        level=used,
        aggregated=level is None and used != STEPS[0],
    )
    return net, drawn


def draw_page(
    store: Store,
    entity: str | None,
    out: Path,
    *,
    level: str | None,
    limit: int,
    lang: Lang,
    force: bool,
    reference: bool = True,
) -> Drawn:
    """Write the page to `out`. Raises DrawError when the file exists and `force` is not given."""
    from .render import write

    net, drawn = picture(store, entity, level=level, limit=limit, lang=lang, reference=reference)
    write(net, out, force=force)
    return drawn
