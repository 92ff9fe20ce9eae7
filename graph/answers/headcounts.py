"""The rows of ``headcounts``, read with all that they rest on in one go.

The SPARQL of the question says the same and is for every other engine.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from ...ontology import terms as t
from ...ontology.terms import BF
from ..asked import Asked
from ..evidence import Passage, proven
from ..fill import fill
from ..parts import Parts, about, text_of_parts
from ..question import question
from ..scan import Streaming
from .grounds import Grounded, names_of, numbers

__all__ = ["grounded"]

_WAYS: Final = re.compile(r"\{\n\s+(\?[^{}]*)\}")
"""The ways from the thing that is asked about to what counts, in the SPARQL of the question."""
_FIGURE: Final = (t.UNIT, t.MEASURE, t.VALUE, t.MIN_VALUE, t.MAX_VALUE, t.AS_OF)
_SUBJECT: Final = (
    *(t.STATUS, t.HELPER, t.RECIPIENT, t.CANONICAL),
    *(t.EVENT_KIND, t.SKOS_PREF_LABEL, t.SINCE),
)
_CANONICAL: Final = (t.CANONICAL,)
_STOCKS: Final = ("inPost", "total")
_YEAR: Final = re.compile("((?:19|20)[0-9][0-9])年")
_Names = Mapping[str, Sequence[str]]
_Cells = tuple[str, ...]


def grounded(store: Streaming, name: str, asked: Asked) -> Grounded | None:
    """The rows with their passages; None for what is left to the SPARQL."""
    subjects = _found(store, name, asked)
    figures = _said(store, _FIGURE, subjects)
    told = {fact: cells for fact, parts in figures.items() if (cells := _counted(parts))}
    if any(not all(parts[:2]) or not numbers(*parts[2:5]) for parts in figures.values()):
        return None  # an unbound cell is the SPARQL's to tell
    proofs = proven(store, told)
    if not proofs.in_one:
        return None
    of = _said(store, _SUBJECT, {one for fact in told for one in subjects[fact]})
    called = _called(store, of)
    groups: dict[_Cells, set[tuple[str, str]]] = defaultdict(set)
    for fact, cells in told.items():
        for subject, passage in product(subjects[fact], proofs.passages[fact]):
            basis = "reference" if passage.source in proofs.tables else "report"
            if basis == "reference" and asked.options["reference"] == "false":
                continue
            for row in _rows(
                cells, of[subject], _names(subject, of[subject], called), passage, asked
            ):
                groups[*row, basis].add((_sized(passage), fact))
    rows = [
        (*row, min(found)[0][7:], " ".join(sorted({fact for _, fact in found})))
        for row, found in groups.items()
    ]
    rows.sort(key=lambda row: (row[1], row[2], row[4], row[3], row[5], row[7], row[9]))
    rows.sort(key=lambda row: row[0], reverse=True)
    return Grounded(rows, proofs.passages)


def _found(store: Streaming, name: str, asked: Asked) -> dict[str, set[str]]:
    """Each figure with what it is about."""
    ways = _WAYS.findall(question(name).sparql)
    texts = [f"PREFIX bf: <{BF}> SELECT ?f ?subject {{ {way} }}" for way in ways]
    queries = [fill(text, asked.terms) for text in texts]
    found: dict[str, set[str]] = defaultdict(set)
    for query in queries:
        for fact, subject in store.stream(query):
            found[fact].add(subject)
    return found


def _said(
    store: Streaming, parts: Sequence[str], things: Mapping[str, object] | set[str]
) -> dict[str, Parts]:
    """What is said of each of `things`, part by part."""
    query = f"""SELECT ?number ({text_of_parts(parts)} AS ?said) {{
      VALUES (?thing ?number) {{ THINGS }} ?thing ?p ?o }} GROUP BY ?number"""
    return {one: said for one, _, said in about(store, query, sorted(things), parts)}


def _counted(parts: Parts) -> list[_Cells]:
    """(unit, measure, number, day) of a figure of persons or of person-times."""
    units, measures, values, lows, highs, days = parts
    told = product(units, measures, numbers(values, lows, highs), days or [""])
    found = [
        (unit.partition("/unit/")[2], measure.partition("/measure/")[2], number, day)
        for unit, measure, number, day in told
    ]
    return [one for one in found if one[0] in ("person", "personTime")]


def _called(store: Streaming, of: Mapping[str, Parts]) -> _Names:
    """What the things that a subject names, and the subject itself, are called."""
    sides = {side for said in of.values() for side in (*said[1], *said[2])}
    same = {side: parts[0] for side, parts in _said(store, _CANONICAL, sides).items()}
    same |= {one: said[3] for one, said in of.items()}
    names = names_of(store, {thing for things in same.values() for thing in things})
    return {
        one: [name for thing in things for name in names.get(thing, [""])]
        for one, things in same.items()
    }


def _rows(
    cells: Sequence[_Cells], said: Parts, things: set[str], passage: Passage, asked: Asked
) -> Iterator[_Cells]:
    """(year, unit, measure, number, day, about, why it is not added) of what a passage counts."""
    states, *_, starts = said
    planned = asked.options["planned"] == "true"
    if not planned and states and all(one.endswith("/planned") for one in states):
        return
    wanted = asked.texts["of"]
    written = found[1] if (found := _YEAR.search(passage.quote)) else ""
    for unit, measure, number, day in cells:
        for start in starts or ["?"]:
            running = measure in ("cumulative", *_STOCKS)
            year = day[:4] or ("" if running else written if start == "?" else start[:4])
            if wanted and year and year != wanted:
                continue
            for what in things:
                yield year, unit, measure, number, day, what, _adds(unit, measure)


def _names(subject: str, said: Parts, called: _Names) -> set[str]:
    """The two ends of a fact, else the name of a thing, else that of an event."""
    ends = [
        [name for one in side for name in called.get(one) or [""]] or [""] for side in said[1:3]
    ]
    events = (said[5] if said[4] else []) or [""]
    return {
        f"{one} → {other}" if one and other else thing or event
        for one, other, thing, event in product(*ends, called.get(subject) or [""], events)
    }


def _adds(unit: str, measure: str) -> str:
    """Why a number is not added to others."""
    if unit == "personTime":
        return "notPersons"
    if measure == "cumulative":
        return "supersedes"
    return "stock" if measure in _STOCKS else "mayOverlap"


def _sized(passage: Passage) -> str:
    """The quote behind its stance and length, so that the least is the shortest that states it."""
    return f"{2 if passage.stance == 'inferred' else 1}{100000 + len(passage.quote)}{passage.quote}"
