"""The rows of ``partner-history``, read with all that they rest on in one go.

The SPARQL of the question says the same and is for every other engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final

from ...ontology import terms as t
from ..asked import Asked
from ..evidence import Passage
from ..parts import about
from ..scan import Streaming
from .grounds import DERIVED, Fact, Grounded, Grounds, Row, facts_of, grounds_of, names_of

__all__ = ["grounded"]

_ROLES: Final = {
    "helpedBy": (t.RECIPIENT, t.HELPER),
    "helps": (t.HELPER, t.RECIPIENT),
    "received": (t.TO, t.FROM),
    "sent": (t.FROM, t.TO),
}
"""What it is in a fact → what leads there to it, and what to the other."""
_PATTERN: Final = f"""
  {DERIVED} {{ ?x0 <{t.CANONICAL}> %s }}
  GRAPH ?in {{ ?f <%s> ?x0 ; <%s> ?y0 }}
  {DERIVED} {{ ?y0 <{t.CANONICAL}> ?far }}"""
_SEEN: Final = f"""SELECT DISTINCT ?number ?o {{ VALUES (?thing ?number) {{ THINGS }}
  {DERIVED} {{ ?thing <{t.LAST_EVIDENCED}> ?o }} }}"""
_Key = tuple[str, str, str, str, str, str]


def grounded(store: Streaming, name: str, asked: Asked) -> Grounded | None:
    """The rows with their passages; None for what is left to the SPARQL."""
    planned = asked.options["planned"] == "true"
    found = [
        (role, one, states)
        for role, sides in _ROLES.items()
        for one in facts_of(store, ("far",), _PATTERN % (asked.terms["entity"], *sides))
        if (states := one.states(planned))
    ]
    grounds = grounds_of(store, {one.iri for _, one, _ in found})
    if grounds is None:
        return None
    called = names_of(store, {it for _, one, _ in found for it in (*one.ends, *one.programmes)})
    groups: dict[_Key, Row] = defaultdict(Row)
    for role, one, states in found:
        for key, passage in _rows_of(one, role, grounds, called):
            if asked.options["reference"] == "true" or key[-1] == "report":
                groups[key].add(one, states, passage, grounds)
    seen = _last_seen(store, groups.values(), grounds)
    rows = {
        (
            *(*key[1:5], group.since, group.until, group.state, group.first),
            max((day for fact in group.facts for day in seen[fact]), default=""),
            *(str(len(group.sources)), key[5], group.passage, group.told),
        )
        for key, group in groups.items()
    }
    return Grounded(sorted(rows, key=_order), grounds.passages)


def _rows_of(
    one: Fact, role: str, grounds: Grounds, called: Mapping[str, list[str]]
) -> Iterator[tuple[_Key, Passage]]:
    """What a fact is a row by, once for each of its passages."""
    (far,) = one.ends
    partners, modalities = called.get(far, ("",)), one.modalities or ("secondment",)
    for passage in grounds.passages[one.iri]:
        for cells in product(partners, (role,), modalities, one.under(called)):
            yield (far, *cells, grounds.basis(passage)), passage


def _last_seen(store: Streaming, groups: Iterable[Row], grounds: Grounds) -> dict[str, list[str]]:
    """The day on which each fact was last told, as it is derived; a fact told once is told then."""
    facts = {fact for group in groups for fact in group.facts}
    days = {fact: {one.issued or "" for one in grounds.passages[fact]} for fact in facts}
    seen = {fact: [*some] for fact, some in days.items() if len(some) == 1}
    several = sorted(facts - seen.keys())
    seen |= {fact: [] for fact in several}
    for fact, (day,), _ in about(store, _SEEN, several):
        seen[fact].append(day)
    return seen


def _order(row: tuple[str, ...]) -> tuple[str, ...]:
    """By when it began or was first seen; what is known of neither comes last."""
    partner, role, modality, programme, since, _, _, first, _, _, basis, _, facts = row
    return (since or first or "~", partner, role, modality, programme, basis, facts)
