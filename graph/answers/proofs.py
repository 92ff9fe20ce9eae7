"""The rows of ``evidence``, which are the passages that are read for it: read once.

The SPARQL of the question says the same and is for every other engine.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from ...ontology import terms as t
from ...ontology.terms import BF
from ..asked import Asked
from ..evidence import Passage, proven
from ..fill import fill
from ..parts import only
from ..question import question
from ..refs import kind_of
from ..scan import Streaming
from .grounds import DERIVED, Grounded

__all__ = ["grounded"]

_ENDS: Final = (
    *(t.HELPER, t.RECIPIENT, t.PERSON, t.ORGANIZATION, t.FROM, t.TO),
    *(t.VENUE, t.PROGRAMME, t.ABOUT),
)
_INSIDE: Final = f"{DERIVED} {{ ?a <{t.WITHIN}>? %s . ?a0 <{t.CANONICAL}> ?a }}"
_OF_ONE: Final = f"""SELECT DISTINCT ?f {{
  {{ %s <{t.EVIDENCE}> ?any . BIND(%s AS ?f) }} UNION
  {{ {_INSIDE} ?f ?says ?a0 {only(_ENDS).replace("?p", "?says")} }} UNION
  {{ {_INSIDE} ?x <{t.PARTICIPANT}> ?a0 . ?f <{t.PARTICIPATION}> ?x }} }}"""
"""The facts about one thing and what lies in it; who takes part stands at a participation."""
_FACTS: Final = re.compile(r"\{ (SELECT DISTINCT \?f WHERE .*?\} \}) \}\n", re.DOTALL)
"""The facts between two things: the innermost query of the question."""


def grounded(store: Streaming, name: str, asked: Asked) -> Grounded | None:
    """The rows with their passages; None for what is left to the SPARQL."""
    inner = _FACTS.search(question(name).sparql)
    if asked.options["planned"] == "false" or inner is None:
        return None
    one, other = asked.terms["one"], asked.terms["other"]
    query = fill(f"PREFIX bf: <{BF}> {inner[1]}", asked.terms)
    if one == other:  # the same facts: whatever else is at the ends of one does not matter
        query = _OF_ONE.replace("%s", one)
    found = proven(store, {fact for (fact,) in store.stream(query)})
    if not found.in_one:
        return None
    told = sorted((one for some in found.passages.values() for one in some), key=_order)
    bases = [(one, "reference" if one.source in found.tables else "report") for one in told]
    rows = [
        _row(one, basis)
        for one, basis in bases
        if basis == "report" or asked.options["reference"] == "true"
    ]
    return Grounded([*dict.fromkeys(rows)], found.passages)


def _order(one: Passage) -> tuple[object, ...]:
    place = (one.issued or "", one.address, one.start, one.end)
    return (*place, one.fact, one.stance, one.confidence, one.title or "", one.publisher or "")


def _row(one: Passage, basis: str) -> tuple[str, ...]:
    about = (one.quote, one.title or "", one.publisher or "", one.issued or "", one.address)
    # as a decimal is written: 1, not 1.0
    sure = format(Decimal(repr(one.confidence)).normalize(), "f")
    place = (str(one.start), str(one.end))
    return (kind_of(one.fact), *about, *place, basis, one.stance, sure, one.fact)
