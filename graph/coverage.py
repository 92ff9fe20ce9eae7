"""What an answer stands on: the sources that were searched, and what was set aside.

Reference tables are counted apart: that a table names a place is no report about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..ontology.messages import Lang, say
from ..ontology.nt import iri
from ..ontology.terms import DERIVED_GRAPH, PREFIXES, concept
from .engine import Store
from .fill import fill, rows
from .lists import list_mentions, list_slots
from .names import Found
from .said import NO_SOURCES
from .scan import full_rows
from .tally import tallied

__all__ = ["Coverage", "coverage_text", "covered", "store_coverage"]

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("bf",))
_REFERENCE = iri(concept("sourceClass", "reference"))
_TABLES = f"{_PREFIXES}SELECT DISTINCT ?s WHERE {{ ?s bf:sourceClass {_REFERENCE} }}"
# Every graph is a source but for those of NO_SOURCES; to ask each would read all sources, or cost
# as much again as the rest.
_MENTIONING = f"""{_PREFIXES}SELECT DISTINCT ?s WHERE {{
  GRAPH <{DERIVED_GRAPH}> {{ ?e bf:within? ?entity . ?e0 bf:canonical ?e }}
  GRAPH ?s {{ ?e0 a ?type }} }}"""
_OF_FACT = f"{_PREFIXES}SELECT DISTINCT ?s WHERE {{ ?entity bf:evidence ?e . ?e bf:source ?s }}"
_ANY_PLANNED = f"{_PREFIXES}SELECT ?f WHERE {{ ?f bf:status ?planned }} LIMIT 1"
_PLANNED = f"""{_PREFIXES}SELECT DISTINCT ?f WHERE {{
  {{ SELECT DISTINCT ?e WHERE {{ ?e bf:within? ?entity }} }}
  ?e0 bf:canonical ?e .
  ?f bf:status ?planned . ?f %s }}"""
_SIDES = {"who-helps": "bf:recipient ?e0", "whom-it-helps": "bf:helper ?e0"}
_ANY_SIDE = """?side ?e0
  FILTER(?side IN (bf:helper, bf:recipient, bf:person, bf:organization, bf:from, bf:to))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How far an answer reaches.

    `sources` were searched, `mentioning` of them name what was asked for (all of it); `oldest` and
    `newest` are the dates of issue among them, ISO, "" when none has one, and `undated` of them
    have none; `planned` facts were set aside because they are only planned. None of these counts
    the `reference` tables, which were used or, if `without_reference`, left out. `slots` are the
    places to fill (name, number) where a list was asked about.
    """

    sources: int
    mentioning: int
    oldest: str
    newest: str
    undated: int = 0
    planned: int = 0
    reference: int = 0
    without_reference: bool = False
    slots: tuple[tuple[str, int], ...] = ()


def covered(
    store: Store, asked: Sequence[Found], question: str, *, planned: bool, reference: bool = True
) -> Coverage:
    """The coverage of an answer about `asked`.

    `planned` says that planned facts are in it, `reference` that reference tables are.
    """
    tables = {s for (s,) in full_rows(store, _TABLES)}
    slots: tuple[tuple[str, int], ...] = ()
    naming: set[str] | None = None
    aside: set[str] = set()
    sides = _SIDES.get(question, _ANY_SIDE)
    status = iri(concept("status", "planned"))
    # most stores hold no plan at all, and to know that costs nothing
    aside_too = not planned and bool(rows(store, _ANY_PLANNED, planned=status))
    for one in asked:
        term = iri(one.iri)
        if one.kind == "targetList":
            naming = list_mentions(store, one) - tables
            slots = list_slots(store, one)
            continue
        found = {s for (s,) in rows(store, _OF_FACT, entity=term)}
        found = found or {s for (s,) in full_rows(store, fill(_MENTIONING, {"entity": term}))}
        found -= tables | NO_SOURCES
        naming = found if naming is None else naming & found
        if aside_too:
            told = rows(store, _PLANNED % sides, entity=term, planned=status)
            aside.update(f for (f,) in told)
    searched = _searched(store)
    return replace(
        searched,
        mentioning=searched.sources if naming is None else len(naming),
        planned=len(aside),
        without_reference=not reference,
        slots=slots,
    )


def coverage_text(coverage: Coverage, asked: Sequence[Found], lang: Lang, *, empty: bool) -> str:
    """One line: what was searched; that nothing was found, if `empty`; what was set aside."""
    joined = ("、" if lang == "zh" else ", ").join(_named(one, lang) for one in asked)
    parts = [
        say(
            "ask.coverage" if asked else "ask.coverage-all",
            lang,
            sources=coverage.sources,
            dates=_dates(coverage, lang),
            mentioning=coverage.mentioning,
            names=joined,
        )
    ]
    if coverage.reference:
        used = "ask.reference-out" if coverage.without_reference else "ask.reference-in"
        parts.append(say(used, lang, count=coverage.reference))
    if empty:
        parts.append(say("ask.no-evidence", lang))
    if coverage.planned:
        parts.append(say("ask.planned", lang, count=coverage.planned))
    return ("" if lang == "zh" else " ").join(parts)


def store_coverage(store: Store, lang: Lang) -> str:
    """One line on the whole store: how many sources, from when to when."""
    searched = _searched(store)
    line = say("ask.coverage-store", lang, sources=searched.sources, dates=_dates(searched, lang))
    if not searched.reference:
        return line
    joint = "" if lang == "zh" else " "
    return line + joint + say("ask.reference-in", lang, count=searched.reference)


def _searched(store: Store) -> Coverage:
    """The coverage of a question that names nothing."""
    found = tallied(store)
    return Coverage(
        sources=found.reports,
        mentioning=found.reports,
        oldest=found.oldest,
        newest=found.newest,
        undated=found.undated,
        reference=found.tables,
    )


def _dates(coverage: Coverage, lang: Lang) -> str:
    if not coverage.oldest:
        return ""
    key = "ask.date-one" if coverage.oldest == coverage.newest else "ask.dates"
    if coverage.undated:
        key += "-undated"
    return say(key, lang, oldest=coverage.oldest, newest=coverage.newest, undated=coverage.undated)


def _named(one: Found, lang: Lang) -> str:
    label = one.label if len(one.label) <= 40 else f"{one.label[:39]}…"
    return say("ask.members-of", lang, name=label) if one.kind == "targetList" else label
