"""Places as they were: roll-up by the names and parents of a day in the past.

What is known are former names and codes with the years in which they ended. A place whose code was
another then lay where that code says (510221 lay in 510000). Where a place is heir to several that
were merged into it, nobody can say in which of them a school lay: it stays as it is now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pyarrow as pa

from ..ontology.terms import BF, SKOS
from .edgecache import edge_table
from .edges import EdgeTable
from .engine import Store
from .fill import rows
from .things import STEPS, Thing, stands_for, things_of

__all__ = ["as_then"]

_FORMER: Final = f"""PREFIX bf: <{BF}> PREFIX skos: <{SKOS}>
SELECT DISTINCT ?p ?name ?code ?since ?until WHERE {{
  ?f a bf:FormerName ; bf:ofPlace ?p0 ; skos:prefLabel ?name . ?p0 bf:canonical ?p
  OPTIONAL {{ ?f bf:formerCode ?code }} OPTIONAL {{ ?f bf:since ?since }}
  OPTIONAL {{ ?f bf:until ?until }} }}"""


def as_then(store: Store, day: date) -> EdgeTable:
    """The edge table of `store` with every place named and rolled up as on `day`.

    A year of change counts as new from its first day on. Give it to any function that takes a
    store; :func:`.edgecache.edge_table` is the same as now.
    """
    table = edge_table(store)
    known = things_of(table.nodes)
    then = _renamed(store, known, day)
    if not then:
        return table
    past = known | then
    by_code: dict[str, str] = {}
    for iri, thing in sorted(past.items()):
        if thing.kind == "place" and thing.adcode and thing.level in ("prefecture", "province"):
            by_code.setdefault(thing.adcode, iri)
    moved = {
        iri: _parents(thing, by_code)
        for iri, thing in then.items()
        if thing.adcode != known[iri].adcode
    }
    for iri, thing in known.items():
        # its own code last: it says more than that of what it lies in
        for place in (*sorted(thing.within & moved.keys()), *({iri} & moved.keys())):
            # a level of which nothing is known then keeps the place of now
            levels = {past[one].level for one in moved[place]}
            gone = {one for one in past[iri].within if past[one].level in levels}
            past[iri] = replace(past[iri], within=(past[iri].within - gone) | moved[place])
    return EdgeTable(edges=table.edges, nodes=_nodes(table.nodes, past))


def _renamed(store: Store, known: Mapping[str, Thing], day: date) -> dict[str, Thing]:
    """The places that had one other name on `day`, with the name and code of then."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for place, name, code, since, until in sorted(rows(store, _FORMER)):
        ended = bool(until) and int(until[:4]) <= day.year
        begun = not since or int(since[:4]) <= day.year
        if place in known and begun and until and not ended:
            found[place].add((name, code))
    return {
        place: replace(known[place], label=name, adcode=code or known[place].adcode)
        for place, forms in found.items()
        if len(forms) == 1
        for name, code in forms
    }


def _parents(thing: Thing, by_code: Mapping[str, str]) -> frozenset[str]:
    """The prefecture and the province that a code names: 522401 → 522400 and 520000."""
    code = thing.adcode or ""
    wanted = {f"{code[:4]}00", f"{code[:2]}0000"} - {code}
    return frozenset(by_code[one] for one in wanted if one in by_code)


def _nodes(nodes: Any, past: Mapping[str, Thing]) -> Any:
    order = nodes["iri"].to_pylist()
    columns = {
        "label": [past[iri].label for iri in order],
        "adcode": [past[iri].adcode or "" for iri in order],
    } | {f"at_{step}": [stands_for(past, iri, step) for iri in order] for step in STEPS[1:]}
    for name, column in columns.items():
        nodes = nodes.set_column(
            nodes.column_names.index(name), name, pa.array(column, pa.string())
        )
    within = pa.array([sorted(past[iri].within) for iri in order], pa.list_(pa.string()))
    return nodes.set_column(nodes.column_names.index("within"), "within", within)
