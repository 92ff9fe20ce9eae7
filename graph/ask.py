"""Named questions, answered: the same rows in Python, in the shell and in any SPARQL engine.

    ask(store, "who-helps", "旺苍县").rows

A question is a ``.rq`` file (:mod:`.question`); :func:`question_sparql` gives its text with the
parameters filled in, and that text is what :func:`ask` runs. Only ``path`` is walked in Python.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..ontology.dates import PartialDate
from ..ontology.errors import QueryError
from ..ontology.messages import Lang, say, table
from ..ontology.nt import iri, literal
from . import evidence
from .coverage import Coverage, coverage_text, covered, store_coverage
from .engine import Store
from .evidence import Passage
from .fill import boolean, fill, rows
from .lists import find_list
from .names import PARTIES, Found, find_entity, find_thing
from .pathrows import path_rows
from .question import Question, question, questions

__all__ = [
    "Answer",
    "Coverage",
    "Question",
    "ask",
    "cells",
    "coverage_line",
    "question_sparql",
    "questions",
    "store_coverage",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Rows of plain text under `columns`, the passages of every fact in them, and the coverage.

    The column ``fact`` holds the IRIs of a row's facts with a space between; codes stand as codes
    (:func:`cells` says them in words).
    """

    question: Question
    arguments: tuple[Found, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    passages: Mapping[str, tuple[Passage, ...]]
    coverage: Coverage


def ask(store: Store, name: str, *arguments: str, lang: Lang = "zh", **options: object) -> Answer:
    """Answer the question `name` about `arguments`, written as a user writes names.

    `options` are those of the question, as ``planned=True``; `lang` is the language of the reason
    that a path gives for a step that no passage proves. Raises :class:`QueryError`: no such
    question, a wrong number of arguments, an unknown or ambiguous name, a bad option.
    """
    asked = question(name)
    set_to = _options(asked, options)
    found, terms = _resolved(store, asked, arguments)
    columns = tuple(column.name for column in asked.columns)
    if asked.shape == "path":
        told = path_rows(store, found, set_to, lang)
    else:
        told = rows(store, fill(asked.sparql, terms | _option_terms(set_to)))
    at = columns.index("fact")
    facts = sorted({fact for row in told for fact in row[at].split()})
    return Answer(
        question=asked,
        arguments=found,
        columns=columns,
        rows=tuple(told),
        passages=evidence.passages(store, facts),
        coverage=covered(
            store,
            found,
            name,
            planned=set_to.get("planned") == "true",
            reference=set_to.get("reference") != "false",
        ),
    )


def question_sparql(store: Store, name: str, *arguments: str, **options: object) -> str:
    """The SPARQL text of a question with its parameters filled in: the rows of :func:`ask`.

    Run it where the union of all graphs is the default graph. Raises as :func:`ask` does, and
    :class:`QueryError` (``ask.no-sparql``) for a question that is walked on the network.
    """
    asked = question(name)
    if asked.shape == "path":
        raise QueryError("ask.no-sparql", name=name)
    set_to = _options(asked, options)
    _, terms = _resolved(store, asked, arguments)
    return fill(asked.sparql, terms | _option_terms(set_to))


def coverage_line(answer: Answer, lang: Lang) -> str:
    """One line on what was searched; without rows it says that this is no proof of absence."""
    line = coverage_text(answer.coverage, answer.arguments, lang, empty=not answer.rows)
    more = _states(answer, lang) if "state" in answer.columns else _tables_only(answer, lang)
    return ("" if lang == "zh" else " ").join(part for part in (line, more) if part)


def _states(answer: Answer, lang: Lang) -> str:
    """How many places of a list are in which state, and what all of them are to get."""
    at = answer.columns.index("state")
    found = Counter(row[at] for row in answer.rows)
    counts = {state: found[state] for state in ("evidenced", "possible", "notFound")}
    told = say("ask.states", lang, places=len(answer.rows), **counts)
    wanted = [f"{name} {number}" for name, number in answer.coverage.slots]
    if not wanted:
        return told
    slots = ("、" if lang == "zh" else ", ").join(wanted)
    return told + ("" if lang == "zh" else " ") + say("ask.slots", lang, slots=slots)


def _tables_only(answer: Answer, lang: Lang) -> str:
    """That no report says it, where every fact of the answer is from a reference table."""
    if "basis" not in answer.columns:
        return ""
    at, fact = answer.columns.index("basis"), answer.columns.index("fact")
    bases = {row[at] for row in answer.rows if row[fact]}
    return say("ask.reference-only", lang) if bases == {"reference"} else ""


def cells(answer: Answer, lang: Lang) -> tuple[tuple[str, ...], ...]:
    """The rows as users read them: codes and figures in words, all else as it is."""
    holds = [column.holds for column in answer.question.columns]
    return tuple(
        tuple(
            _in_words(cell, lang) if held in ("code", "figures") else cell
            for cell, held in zip(row, holds, strict=True)
        )
        for row in answer.rows
    )


def _in_words(cell: str, lang: Lang) -> str:
    words = (
        say(f"ask.code-{w}", lang) if f"ask.code-{w}" in table() else w for w in cell.split(" ")
    )
    return " ".join(words)


def _resolved(
    store: Store, asked: Question, arguments: tuple[str, ...]
) -> tuple[tuple[Found, ...], dict[str, str]]:
    """What the arguments mean, and the term of every parameter."""
    needed = sum(not parameter.optional for parameter in asked.parameters)
    if not needed <= len(arguments) <= len(asked.parameters):
        raise QueryError(
            "ask.arguments",
            name=asked.name,
            given=len(arguments),
            wanted_zh="，".join(parameter.label["zh"] for parameter in asked.parameters),
            wanted_en=", ".join(parameter.label["en"] for parameter in asked.parameters),
        )
    found: list[Found] = []
    terms: dict[str, str] = {}
    before = ""
    for place, parameter in enumerate(asked.parameters):
        if place < len(arguments):
            text = arguments[place]
            match parameter.kind:
                case "entity":
                    found.append(find_entity(store, text))
                    before = iri(found[-1].iri)
                case "party":
                    found.append(find_entity(store, text, PARTIES))
                    before = iri(found[-1].iri)
                case "thing":
                    found.append(find_thing(store, text))
                    before = iri(found[-1].iri)
                case "list":
                    found.append(find_list(store, text))
                    before = iri(found[-1].iri)
                case "date":
                    before = _date(text)
                case _:
                    before = literal(text)
        terms[parameter.name] = before
    return tuple(found), terms


def _date(text: str) -> str:
    try:
        return literal(str(PartialDate.parse(text.strip())))
    except ValueError as error:
        raise QueryError("ask.date", text=text) from error


def _options(asked: Question, given: Mapping[str, object]) -> dict[str, str]:
    """Every option of the question as text: as given, else its default."""
    known = {option.name: option.default for option in asked.options}
    for name, value in given.items():
        default = known.get(name, "")
        text = str(value).lower()
        fits = text in ("true", "false") if default in ("true", "false") else text.isdecimal()
        if name not in known or not fits:
            raise QueryError(
                "ask.option",
                name=asked.name,
                option=name,
                value=value,
                known=", ".join(known) or "—",
            )
        known[name] = text
    return known


def _option_terms(options: Mapping[str, str]) -> dict[str, str]:
    return {
        name: boolean(value == "true") if value in ("true", "false") else literal(value)
        for name, value in options.items()
    }
