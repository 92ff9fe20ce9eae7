"""The rows of ``about``, read with all that they rest on in one go.

The SPARQL of the question says the same and is for every other engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from ...ontology import terms as t
from ..asked import Asked
from ..parts import in_parts, only
from ..refs import kind_of
from ..scan import Streaming
from .grounds import (
    DERIVED,
    Fact,
    Grounded,
    Row,
    any_repost,
    facts_of,
    grounds_of,
    names_of,
    numbers,
)

__all__ = ["grounded"]

_MORE: Final = (t.TITLE, t.EVENT_KIND, t.SKOS_PREF_LABEL)
_NUMBER: Final = (t.UNIT, t.MEASURE, t.VALUE, t.MIN_VALUE, t.MAX_VALUE)
_SAYS: Final = (
    *(t.HELPER, t.RECIPIENT, t.PERSON, t.ORGANIZATION, t.TO, t.FROM),
    *(t.VENUE, t.PROGRAMME, t.ABOUT),
)
"""What leads from a fact to the thing."""
_HOW: Final = (t.HELPER, t.RECIPIENT, t.PERSON, t.ORGANIZATION, t.TO, t.FROM)
"""What leads from a fact to whatever else is at its ends."""
_COUNTED: Final = frozenset((t.HELPER, t.RECIPIENT, t.PROGRAMME, t.FROM, t.TO))
"""What a number about a fact is told of."""
_THING: Final = f"{DERIVED} {{ ?x0 <{t.CANONICAL}> %s }}"
_SAID: Final = f"{_THING} GRAPH ?in {{ ?f ?says ?x0 }} {only(_SAYS).replace('?p', '?says')}"
_PARTS_OF: Final = f"""{_THING}
  GRAPH ?in {{ ?part <{t.PARTICIPANT}> ?x0 ; <{t.ROLE}> ?role . ?f <{t.PARTICIPATION}> ?part }}"""
_ENDS: Final = f"""SELECT DISTINCT ?f ?says ?how ?far ?same {{ {_SAID}
  GRAPH ?in {{ ?f ?how ?y0 }} {only(_HOW).replace("?p", "?how")}
  OPTIONAL {{ {DERIVED} {{ ?y0 <{t.CANONICAL}> ?c }} }}
  BIND(COALESCE(?c, ?f) AS ?far) BIND(SAMETERM(?x0, ?y0) AS ?same) }}"""
_COUNTING: Final = f"VALUES ?g {{ %s }} GRAPH ?in {{ ?f <{t.ABOUT}> ?g }}"
_CALLED: Final = f"""SELECT ?text ?basis (COUNT(DISTINCT ?source) AS ?n)
  (COUNT(DISTINCT ?voice) AS ?m) {{ {_THING} ?source a <{t.A_SOURCE}> .
  GRAPH ?source {{ ?x0 <{t.SKOS_PREF_LABEL}>|<{t.SKOS_ALT_LABEL}> ?name }}
  REPOSTS BIND(COALESCE(?original, ?source) AS ?voice)
  OPTIONAL {{ ?source <{t.SOURCE_CLASS}> ?class }}
  BIND(IF(COALESCE(SAMETERM(?class, <{t.concept("sourceClass", "reference")}>), false),
    "reference", "report") AS ?basis) }} GROUP BY (STR(?name) AS ?text) ?basis"""
_REPOSTS: Final = f"OPTIONAL {{ ?source <{t.REPOST_OF}> ?original }}"
_AROUND: Final = f"""SELECT DISTINCT ?l {{ %s <{t.WITHIN}> ?x .
  {DERIVED} {{ ?x <{t.SKOS_PREF_LABEL}> ?l }} FILTER(LANG(?l) = "zh") }}"""
_Ends = Mapping[str, Sequence[str]]


class _Line(NamedTuple):
    """What a fact is to the thing: how, the other side or what it is called, and details.

    A detail is words, with `arrow` before them what lies beyond, too.
    """

    fact: Fact
    relation: str
    others: Sequence[str]
    words: Sequence[str] = ("",)
    arrow: str = ""
    beyond: Sequence[str] = ()
    named: Sequence[str] = ()


def grounded(store: Streaming, name: str, asked: Asked) -> Grounded | None:
    """The rows with their passages; None for what is left to the SPARQL."""
    entity, planned = asked.terms["entity"], asked.options["planned"] == "true"
    reference = asked.options["reference"] == "true"
    found = [
        (line, states) for line in _lines(store, entity) if (states := line.fact.states(planned))
    ]
    grounds = grounds_of(store, {line.fact.iri for line, _ in found})
    if grounds is None:
        return None
    called = names_of(
        store, {it for one, _ in found for it in (*one.others, *one.beyond, *one.fact.programmes)}
    )
    groups: dict[tuple[str, ...], Row] = defaultdict(Row)
    for line, states in found:
        for passage in grounds.passages[line.fact.iri]:
            basis = grounds.basis(passage)
            if reference or basis == "report":
                for cells in _cells(line, called):
                    group = groups[(line.relation, *cells, basis)]
                    group.add(line.fact, states, passage, grounds)
    rows = {_row(key, group) for key, group in groups.items()}
    rows |= {row for row in _names(store, entity) if reference or row[9] == "report"}
    for (place,) in store.stream(_AROUND % entity):
        rows.add(("location", place, *[""] * 5, "0", "0", *[""] * 3))
    order = (0, 1, 2, 3, 9, 11)
    return Grounded(sorted(rows, key=lambda row: tuple(row[at] for at in order)), grounds.passages)


def _row(key: tuple[str, ...], group: Row) -> tuple[str, ...]:
    relation, other, detail, programme, basis = key
    when = (group.since, group.until, group.state)
    counts = (str(len(group.sources)), str(len(group.voices)))
    return (relation, other, detail, programme, *when, *counts, basis, group.passage, group.told)


def _names(store: Streaming, entity: str) -> Iterator[tuple[str, ...]]:
    """What sources call the thing: rows without facts."""
    reposts = _REPOSTS if any_repost(store) else ""
    for text, basis, sources, voices in store.stream(_CALLED.replace("REPOSTS", reposts) % entity):
        yield ("name", text, *[""] * 5, sources, voices, basis, "", "")


def _cells(line: _Line, called: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The other side, the detail and the programme of the rows that a line belongs to."""
    others = line.named or _called(line.others, called) or ("",)
    details = [
        f"{line.arrow}{one} {word}".removesuffix(" ") if one else word
        for one in _called(line.beyond, called) or ("",)
        for word in line.words
    ]
    yield from product(others, details, line.fact.under(called))


def _called(things: Iterable[str], called: Mapping[str, Sequence[str]]) -> list[str]:
    """The names of `things`; "" for each that has none."""
    return [name for one in things for name in called.get(one, ("",))]


def _lines(store: Streaming, entity: str) -> Iterator[_Line]:
    """All that facts say of the thing."""
    ends: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    apart: dict[str, list[str]] = defaultdict(list)
    for fact, says, how, far, same in store.stream(_ENDS % entity):
        if far not in ends[fact][how]:
            ends[fact][how].append(far)
        if says in _COUNTED and how in _COUNTED and same == "false":
            apart[fact].append(far)
    for one in facts_of(store, ("says",), _SAID % entity, (*_MORE, *_NUMBER)):
        yield from _of_fact(one, ends[one.iri])
    for one in facts_of(store, ("role",), _PARTS_OF % entity, _MORE):
        kinds, names = _codes(one.parts[6], "eventKind"), one.parts[7]
        if kinds:
            words = _codes(one.ends, "role")
            yield _Line(one, "event", (), words, named=names or kinds)
    for some in in_parts(sorted(apart)):
        for one in facts_of(store, ("g",), _COUNTING % some, (*_MORE, *_NUMBER)):
            yield _number(one, apart[one.ends[0]])


def _of_fact(one: Fact, ends: _Ends) -> Iterator[_Line]:
    """What the fact is to the thing that it names so."""
    (says,), titles = one.ends, one.parts[5]
    helpers, recipients = ends.get(t.HELPER, ()), ends.get(t.RECIPIENT, ())
    persons, origins, aims = (ends.get(how, ()) for how in (t.PERSON, t.FROM, t.TO))
    match says:
        case t.HELPER if recipients and one.modalities:
            yield _Line(one, "helps", recipients, one.modalities)
        case t.RECIPIENT if helpers and one.modalities:
            yield _Line(one, "helpedBy", helpers, one.modalities)
        case t.PERSON:
            if titles and kind_of(one.iri) == "posting":
                yield _Line(one, "post", ends.get(t.ORGANIZATION, ()), titles)
            if aims:
                yield _Line(one, "secondedTo", aims, titles or ("",))
            if origins:
                yield _Line(one, "secondedFrom", origins)
        case t.ORGANIZATION if persons and titles:
            yield _Line(one, "holder", persons, titles)
        case t.FROM if persons:
            yield _Line(one, "sent", persons, titles or ("",), "→ ", aims)
        case t.TO if persons:
            yield _Line(one, "received", persons, titles or ("",), "← ", origins)
        case t.VENUE if one.parts[6]:
            kinds = _codes(one.parts[6], "eventKind")
            yield _Line(one, "venue", (), kinds, named=one.parts[7] or ("",))
        case t.PROGRAMME if helpers and recipients:
            yield _Line(one, "under", helpers, ("",), "→ ", recipients)
        case t.ABOUT:
            yield _number(one, ())


def _number(one: Fact, others: Sequence[str]) -> _Line:
    """A number that is told of the thing, or of a fact between it and others."""
    units, measures, *values = one.parts[8:]
    told = product(numbers(*values), _codes(units, "unit"), _codes(measures, "measure"))
    return _Line(one, "number", others, [" ".join(cells) for cells in told] or ("",))


def _codes(concepts: Iterable[str], scheme: str) -> list[str]:
    """The codes of concepts of a scheme."""
    return [one.partition(f"/{scheme}/")[2] for one in concepts]
