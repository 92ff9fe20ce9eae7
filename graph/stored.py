"""The judgements that a store was derived with, read back from its graph of judgements."""

from __future__ import annotations

from collections import defaultdict

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.nt import value
from .engine import Store
from .judgements import Decision, Judgement

__all__ = ["stored_judgements"]


def stored_judgements(store: Store) -> tuple[Judgement, ...]:
    """The judgements in the store's own graph of them, by their ends."""
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for node, predicate, term in store.triples(t.JUDGEMENTS_GRAPH):
        nodes[node][value(predicate)].append(value(term))
    found = []
    for said in nodes.values():
        ends = sorted(said[t.CONCERNS])
        if len(ends) == 2 and said[t.DECISION]:
            found.append(
                Judgement(
                    a=ends[0],
                    decision=Decision(said[t.DECISION][0]),
                    b=ends[1],
                    who=said[t.PROV_WAS_ATTRIBUTED_TO][0],
                    when=PartialDate.parse(said[t.DCT_DATE][0]),
                    why="".join(said[t.REASON]),
                )
            )
    return tuple(sorted(found, key=lambda one: (one.a, one.b, one.decision, str(one.when))))
