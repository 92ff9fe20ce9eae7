"""The rows of ``who-helps`` and ``whom-it-helps``, read with all that they rest on in one go.

The SPARQL of the questions says the same and is for every other engine, and for what is asked as
of a day or of official sources alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Final

from ...ontology import terms as t
from ..asked import Asked
from ..parts import about, text_of_parts
from ..scan import Streaming
from .grounds import (
    DERIVED,
    Fact,
    Grounded,
    Grounds,
    Row,
    facts_of,
    grounds_of,
    names_of,
    numbers,
)

__all__ = ["grounded"]

_SIDES: Final = {
    "who-helps": (t.RECIPIENT, t.HELPER),
    "whom-it-helps": (t.HELPER, t.RECIPIENT),
}
"""Question → what leads to the thing that is asked about, and what to the other."""
_PATTERN: Final = f"""
  {DERIVED} {{ ?near <{t.WITHIN}>? %s . ?x0 <{t.CANONICAL}> ?near }}
  GRAPH ?in {{ ?f <%s> ?x0 ; <%s> ?y0 }}
  {DERIVED} {{ ?y0 <{t.CANONICAL}> ?far }}"""
_NUMBER: Final = (t.UNIT, t.MEASURE, t.VALUE, t.MIN_VALUE, t.MAX_VALUE)
_NUMBERS: Final = f"""SELECT ?number ({text_of_parts(_NUMBER)} AS ?said) {{
  VALUES (?thing ?number) {{ THINGS }} ?counted <{t.ABOUT}> ?thing ; ?p ?o }}
  GROUP BY ?number ?counted"""
_Key = tuple[str, str, str, str, str]


def grounded(store: Streaming, name: str, asked: Asked) -> Grounded | None:
    """The rows with their passages; None for what is left to the SPARQL."""
    if asked.options["as_of"] or asked.options["official"] == "true":
        return None
    sides = _SIDES[name]
    planned = asked.options["planned"] == "true"
    found = [
        (one, states)
        for one in facts_of(store, ("near", "far"), _PATTERN % (asked.terms["place"], *sides))
        if (states := one.states(planned))
    ]
    grounds = grounds_of(store, {one.iri for one, _ in found})
    if grounds is None:
        return None
    called = names_of(store, {thing for one, _ in found for thing in (*one.ends, *one.programmes)})
    groups = _grouped(found, grounds, called, asked.options["reference"] == "true")
    figures = _figures(store, {one for group in groups.values() for one in group.facts})
    rows = set()
    for (near, far, modality, programme, basis), group in groups.items():
        ends = (near, far) if name == "whom-it-helps" else (far, near)
        if all(end in called for end in ends):
            helper, recipient = (min(called[end]) for end in ends)
            row = (helper, recipient, modality, programme, group.since, group.until, group.state)
            seen = ("", group.first, group.last, _headcount(group, figures))
            counts = (str(len(group.sources)), str(len(group.voices)))
            rows.add((*row, *seen, *counts, basis, group.passage, group.told))
    first = (1, 0) if name == "whom-it-helps" else (0, 1)
    order = (*first, 2, 3, 13, 15)
    return Grounded(sorted(rows, key=lambda row: tuple(row[at] for at in order)), grounds.passages)


def _grouped(
    found: Iterable[tuple[Fact, list[str]]],
    grounds: Grounds,
    called: Mapping[str, list[str]],
    reference: bool,
) -> dict[_Key, Row]:
    groups: dict[_Key, Row] = defaultdict(Row)
    for one, states in found:
        near, far = one.ends
        for passage in grounds.passages[one.iri]:
            basis = grounds.basis(passage)
            if reference or basis == "report":
                for modality, programme in product(one.modalities, one.under(called)):
                    group = groups[near, far, modality, programme, basis]
                    group.add(one, states, passage, grounds)
    return groups


def _figures(store: Streaming, facts: Iterable[str]) -> dict[str, list[str]]:
    """How many persons, and person-times, sources count for each of `facts`."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact, _, said in about(store, _NUMBERS, sorted(facts), _NUMBER):
        units, measures, *values = said
        for unit, measure, number in product(units, measures, numbers(*values)):
            if "/unit/person" in unit:
                told = (unit.partition("/unit/")[2], measure.partition("/measure/")[2])
                found[fact].add(f"{number} {' '.join(told)}; ")
    return {fact: sorted(told) for fact, told in found.items()}


def _headcount(group: Row, figures: Mapping[str, list[str]]) -> str:
    """The figures of the facts of a row, each once, in the order of the facts."""
    told = dict.fromkeys(one for fact in sorted(group.facts) for one in figures.get(fact, ()))
    return "".join(told).removesuffix("; ")
