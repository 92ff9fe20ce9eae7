"""Which places of a list nobody is known to help, slot by slot, and where to look next.

No evidence is not "no help": each row says how many sources speak of the place at all, since a
place of which no source speaks is a gap in the sources and not in the help.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from ..ontology.nt import iri
from ..ontology.terms import BF, concept
from .asof import Holds, Period
from .edgecache import Network, edge_table
from .edges import EdgeTable
from .engine import Store
from .fill import rows
from .names import Found
from .relations import Relation, rows_of
from .rollup import Selection, selected
from .said import NO_SOURCES
from .schoolkinds import fits, kind_of_slot
from .things import Thing, places_of, things_of

__all__ = ["Density", "Gap", "densities", "gaps"]

_MEMBERS: Final = f"""PREFIX bf: <{BF}> SELECT DISTINCT ?p WHERE {{
  ?list bf:target ?t . ?t bf:targetPlace ?p0 . ?p0 bf:canonical ?p }}"""
_SLOTS: Final = f"""PREFIX bf: <{BF}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?name ?count WHERE {{
  ?list bf:slot ?slot . ?slot skos:prefLabel ?name ; bf:slotCount ?count }}"""
_NAMING: Final = f"""PREFIX bf: <{BF}> SELECT DISTINCT ?s WHERE {{
  {{ SELECT DISTINCT ?e WHERE {{ ?e bf:within? ?place }} }}
  ?e0 bf:canonical ?e . GRAPH ?s {{ ?e0 a ?type }}
  FILTER(?s NOT IN ({", ".join(map(iri, sorted(NO_SOURCES)))}))
  FILTER NOT EXISTS {{ ?s bf:sourceClass <{concept("sourceClass", "reference")}> }} }}"""
_STATES: Final = ("evidenced", "possible", "notFound")
_WHY: Final = ("mayHold", "planned", "reference", "inferred", "prefecture", "body", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One slot of one place of a list.

    `state` is evidenced (so many schools of the slot's kind as are `wanted`), possible or notFound;
    `why` are the reasons why it is only possible: ``mayHold`` (the dates leave it open),
    ``planned``, ``reference`` (only a table says so), ``inferred``, ``prefecture`` (said of what
    lies around it), ``body`` (said of the place or of a body that is no school), ``kind`` (a school
    whose kind is not sure), ``some`` (fewer schools than wanted). `sources` is how many reports
    name the place or something in it.
    """

    place: Thing
    province: str
    slot: str
    wanted: int
    state: str
    why: tuple[str, ...]
    helpers: tuple[str, ...]
    schools: tuple[str, ...]
    sources: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """What the silence about a place means, as far as the number of sources tells.

    `verdict`: ``helped`` (help is evidenced), ``possible`` (something points to help),
    ``noSources`` (no report names it: the gap is one of sources), ``fewSources`` (fewer than half
    of the `usual`: cannot be told), ``spokenOf`` (reports enough, and none tells of help: the gap
    may be real). `usual` is the median number of sources of the places of the list where help is
    evidenced, None if there is none.
    """

    place: Thing
    province: str
    state: str
    sources: int
    usual: float | None
    verdict: str
    facts: tuple[str, ...]


def gaps(
    store: Store,
    targets: Found,
    *,
    slot: str = "",
    within: str = "",
    as_of: date | Period | None = None,
    planned: bool = True,
    reference: bool = True,
    table: Network | None = None,
) -> tuple[Gap, ...]:
    """Each slot of each place of the list `targets`: what to look for next comes first.

    First what nothing is found of, then what is possible, then the evidenced; within each those
    that the fewest sources speak of, since there a search finds most; then by code. `slot` takes
    one slot, `within` the IRI of a place around; `planned` and `reference` let such facts count as
    possible. A list without slots asks for help of any kind, once.
    """
    known = edge_table(table if table is not None else store)
    wanted = [
        (name, int(count))
        for name, count in sorted(rows(store, _SLOTS, list=iri(targets.iri)))
        if slot in ("", name)
    ] or [("", 1)]
    members = [one for (one,) in sorted(rows(store, _MEMBERS, list=iri(targets.iri)))]
    selection = Selection(planned=planned, reference=reference, as_of=as_of)
    edges = selected(known.edges, selection)
    things = _things(known, edges, members)
    places = [things[one] for one in members if one in things and _lies(things[one], within)]
    found = _by_place(edges, things, {place.iri for place in places})
    sure = set()
    if as_of is not None:
        sure = set(edges.filter(pc.equal(edges["holds"], str(Holds.HOLDS)))["fact"].to_pylist())
    made = []
    for place in places:
        sources = len(rows(store, _NAMING, place=iri(place.iri)))
        for name, count in wanted:
            told = list(_told(found[place.iri], place, things, name, sure, as_of is not None))
            made.append(_gap(place, things, name, count, told, sources))
    return tuple(sorted(made, key=_order))


def densities(found: Iterable[Gap]) -> tuple[Density, ...]:
    """For each place in `found` whether its gap is real or one of sources."""
    by_place: dict[str, list[Gap]] = defaultdict(list)
    for one in found:
        by_place[one.place.iri].append(one)
    helped = [some[0].sources for some in by_place.values() if _best(some) == "evidenced"]
    usual = float(median(helped)) if helped else None
    told = [
        Density(
            place=some[0].place,
            province=some[0].province,
            state=_best(some),
            sources=some[0].sources,
            usual=usual,
            verdict=_verdict(_best(some), some[0].sources, usual),
            facts=tuple(sorted({fact for one in some for fact in one.facts})),
        )
        for some in by_place.values()
    ]
    return tuple(sorted(told, key=lambda one: (one.place.adcode or "", one.place.iri)))


def _verdict(state: str, sources: int, usual: float | None) -> str:
    if state == "evidenced":
        return "helped"
    if not sources:
        return "noSources"
    if state == "possible":
        return "possible"
    return "fewSources" if usual is None or sources < usual / 2 else "spokenOf"


def _best(some: list[Gap]) -> str:
    """The state of a place: the best of its slots, since one help breaks the silence."""
    return min((one.state for one in some), key=_STATES.index)


def _things(table: EdgeTable, edges: Any, members: list[str]) -> dict[str, Thing]:
    """The ends of `edges` and the members, with all that they lie in."""
    ends = pa.concat_arrays(
        [
            *(edges[name].combine_chunks().unique() for name in ("source", "target")),
            pa.array(members, pa.string()),
        ]
    )
    nodes = table.nodes
    chosen = nodes.filter(
        pc.or_(pc.is_in(nodes["iri"], ends.unique()), pc.equal(nodes["kind"], "place"))
    )
    return things_of(chosen)


def _by_place(edges: Any, things: dict[str, Thing], members: set[str]) -> dict[str, list[Relation]]:
    """Member of the list → the relations whose recipient is it, lies in it, or is around it."""
    around: dict[str, list[str]] = defaultdict(list)
    for member in sorted(members):
        prefecture = places_of(things, things[member]).get("prefecture")
        if prefecture:
            around[prefecture].append(member)
    found: dict[str, list[Relation]] = defaultdict(list)
    for one in rows_of(edges):
        target = things.get(one.target)
        if target is None:
            continue
        for member in ({one.target} | target.within) & members:
            found[member].append(one)
        own = places_of(things, target)
        nearest = own.get("prefecture")
        if nearest and "county" not in own and (one.target == nearest or target.kind == "group"):
            for member in around.get(nearest, ()):
                found[member].append(one)
    return found


def _told(
    found: list[Relation],
    place: Thing,
    things: dict[str, Thing],
    slot: str,
    sure: set[str],
    dated: bool,
) -> Iterator[tuple[Relation, frozenset[str]]]:
    """The relations that could fill the slot, each with why it may not (nothing: it does)."""
    kind = kind_of_slot(slot)
    for one in found:
        helper, target = things.get(one.source), things[one.target]
        # a county's own bureau that helps its own school is no help from outside
        if helper is not None and place.iri in ({helper.iri} | helper.within):
            continue
        why = set()
        if dated and one.fact not in sure:
            why.add("mayHold")
        why |= {name for name in ("reference", "inferred") if getattr(one, name)}
        if "reference" in why:
            why.discard("inferred")
        if one.status == "planned":
            why.add("planned")
        if place.iri not in ({target.iri} | target.within):
            why.add("prefecture")
        elif target.kind != "school" and slot:
            why.add("body")
        if target.kind == "school" and slot:
            fitting = fits(kind, target.label, target.stage)
            if fitting is False:
                continue
            if fitting is None:
                why.add("kind")
        yield one, frozenset(why)


def _gap(
    place: Thing,
    things: dict[str, Thing],
    slot: str,
    wanted: int,
    told: list[tuple[Relation, frozenset[str]]],
    sources: int,
) -> Gap:
    proven = [one for one, why in told if not why]
    schools = {one.target for one in proven}
    filled = len(schools) >= wanted if slot else bool(proven)
    shown = proven or [one for one, _ in told]
    fewest = min((why for _, why in told), key=lambda why: (len(why), sorted(why)), default=())
    why = () if filled else ("some",) if proven else tuple(w for w in _WHY if w in fewest)
    around = places_of(things, place)
    return Gap(
        place=place,
        province=things[around["province"]].label if "province" in around else "",
        slot=slot,
        wanted=wanted,
        state="evidenced" if filled else "possible" if told else "notFound",
        why=why,
        helpers=_labels(things, {one.source for one in shown}),
        schools=_labels(things, {one for one in schools if things[one].kind == "school"}),
        sources=sources,
        facts=tuple(sorted({one.fact for one in shown})),
    )


def _labels(things: dict[str, Thing], wanted: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(things[one].label if one in things else one for one in wanted))


def _lies(place: Thing, within: str) -> bool:
    return not within or within in ({place.iri} | place.within)


def _order(one: Gap) -> tuple[int, int, str, str, str]:
    code = one.place.adcode or ""
    return (-_STATES.index(one.state), one.sources, code, one.place.iri, one.slot)
