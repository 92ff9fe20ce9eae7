"""From the store to a page: which network, at which level, around whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..ontology import terms as t
from ..ontology.errors import DrawError
from ..ontology.messages import Lang, say
from ..ontology.nt import value
from .ask import store_coverage
from .disputes import disputes
from .evidence import passages
from .extras import LANGS, Extras, Told
from .happenings import happenings
from .missing import gaps
from .names import find_entity
from .project import project
from .queries import neighbourhood
from .sent import with_persons
from .store import Store

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

__all__ = ["Drawn", "draw_page", "network_for", "picture"]

STEPS = ("body", "county", "province")
_MOST = 2500
_EVENTS = 2500


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a page holds: counts, the finest level in it, and the level that it opens at.

    `aggregated` says that finer facts were left out because the page would have been too large.
    """

    nodes: int
    edges: int
    level: str
    aggregated: bool
    opens: str


def network_for(
    store: Store, entity: str | None, *, level: str | None, limit: int, reference: bool = True
) -> tuple[nx.MultiDiGraph[str], str | None, str]:
    """The network to draw, the IRI it is centred on, and its level.

    Without `reference`, what only reference tables state stays out. Without a `level` the finest
    one with at most `limit` nodes is taken, with the persons who are sent if they fit too. With an
    `entity` (a name) the network is what helps it, what it helps, and the same for all that lies
    in it. Raises QueryError for an unknown name, DrawError when the graph tells of no assistance.
    """
    focus = None if entity is None else find_entity(store, entity)
    graph: nx.MultiDiGraph[str]
    tries = [(step, step == "body") for step in ((level,) if level is not None else STEPS)]
    if tries[0][1]:
        tries.insert(1, ("body", False))
    for step, people in tries:
        if people:
            near = None if focus is None else partial(_inside, focus=focus.iri)
            graph = with_persons(store, reference=reference, around=near)
        else:
            graph = project(store, step, reference=reference)
        if focus is not None:
            graph = _around(graph, focus.iri)
        if graph.number_of_nodes() <= limit:
            break
    if focus is not None and not graph.number_of_edges():
        raise DrawError("cli.no-entity-facts", name=focus.label)
    return graph, None if focus is None else focus.iri, step


def _around(graph: nx.MultiDiGraph[str], focus: str) -> nx.MultiDiGraph[str]:
    """What touches `focus` or anything in it; the way over a sent person is followed to its end."""
    inside = _inside(graph, focus)
    around: set[str] = set()
    for node in sorted(inside):
        around |= set(neighbourhood(graph, node).nodes)
    for node in sorted(around):
        if graph.nodes[node].get("kind") == "person":
            around |= set(neighbourhood(graph, node).nodes)
    return graph.subgraph(sorted(around)).copy()


def _inside(graph: nx.MultiDiGraph[str], focus: str) -> set[str]:
    """The node `focus`, and those of what lies in it."""
    return {
        node
        for node, data in graph.nodes(data=True)
        if focus in (node, *(data.get(one) for one in ("county", "prefecture", "province")))
    }


def _classes(store: Store) -> dict[str, str]:
    """The class of each source."""
    return {
        value(source): value(kind).rpartition("/")[2]
        for _, source, kind in sorted(store.statements(t.SOURCE_CLASS))
    }


def _opens(graph: nx.MultiDiGraph[str], limit: int) -> Literal["body", "county", "province"]:
    """The finest level with at most `limit` nodes: the reader opens the rest in place."""
    if graph.number_of_nodes() <= limit:
        return "body"
    counties = {data.get("county") or node for node, data in graph.nodes(data=True)}
    return "county" if len(counties) <= limit else "province"


def picture(
    store: Store,
    entity: str | None = None,
    *,
    level: str | None = None,
    limit: int = 600,
    lang: Lang = "zh",
    reference: bool = True,
    story: Path | None = None,
    basemap: Mapping[str, Any] | None = None,
) -> tuple[Network, Drawn]:
    """The page as pyvis's Network, and what it holds. Above `limit` nodes it opens coarser."""
    from .render import draw

    graph, focus, used = network_for(store, entity, level=level, limit=_MOST, reference=reference)
    facts: set[str] = set()
    for _, _, data in graph.edges(data=True):
        facts.update(data["facts"])
    shown = find_entity(store, entity).label if entity is not None else None
    aggregated = level is None and used != STEPS[0]
    # a page that is too large for single relations is too large for single events
    events = () if aggregated else happenings(store, focus, most=_EVENTS + 1)
    cut = len(events) > _EVENTS
    if cut:  # those without a date come last, and go first
        events = events[1:] if events[-1].since else events[:-1]
    notice: Told = ""
    if aggregated:
        notice = {one: say("page.coarser", one, limit=_MOST) for one in LANGS}
    elif cut:
        notice = {one: say("page.latest-events", one, limit=_EVENTS) for one in LANGS}
    facts.update(fact for event in events for fact in event.facts)
    opens = _opens(graph, limit)
    titles = {
        one: say("page.title-of", one, name=shown) if shown else say("page.title", one)
        for one in LANGS
    }
    extras = Extras(
        classes=_classes(store),
        # a page of places shows no single fact that one could object to
        contradictions={} if aggregated else disputes(store, focus),
        gaps=() if entity is not None else gaps(store),
        story=() if story is None else _story(story, graph),
        basemap=basemap,
        opens=opens,
        events=events,
        notice=notice,
    )
    net: Any = draw(
        graph,
        passages(store, sorted(facts)),
        title=titles,
        lang=lang,
        focus=focus,
        coverage={one: store_coverage(store, one) for one in LANGS},
        extras=extras,
    )
    drawn = Drawn(
        nodes=graph.number_of_nodes(),
        edges=graph.number_of_edges(),
        level=used,
        aggregated=aggregated,
        opens=opens,
    )
    return net, drawn


def _story(path: Path, graph: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    from .story import read_story, told_on

    names: dict[str, str] = {}
    for node in sorted(graph):
        data = graph.nodes[node]
        names.setdefault(data["label"], node)
        for one in ("county", "prefecture", "province"):
            if data.get(f"{one}_label"):
                names.setdefault(data[f"{one}_label"], data[one])
    return told_on(read_story(path), names, path)


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
    story: Path | None = None,
    basemap: Mapping[str, Any] | None = None,
) -> Drawn:
    """Write the page to `out`. Raises DrawError when the file exists and `force` is not given."""
    from .render import write

    net, drawn = picture(
        store,
        entity,
        level=level,
        limit=limit,
        lang=lang,
        reference=reference,
        story=story,
        basemap=basemap,
    )
    write(net, out, force=force)
    return drawn
