"""Named questions, answered: the same rows in Python, in the shell and in any SPARQL engine.

    ask(store, "who-helps", "旺苍县").rows

A question is a ``.rq`` file (:mod:`.question`); :func:`question_sparql` gives its text with the
parameters filled in, and that text is what :func:`ask` runs. Only ``path`` is walked in Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..ontology.dates import PartialDate
from ..ontology.errors import QueryError
from ..ontology.messages import Lang, say, table
from ..ontology.nt import iri, literal
from . import evidence
from .coverage import Coverage, coverage_text, covered, store_coverage
from .engine import Store
from .evidence import Passage
from .fill import boolean, fill, rows
from .names import PARTIES, Found, find_entity, find_thing
from .question import Question, question, questions

if TYPE_CHECKING:
    from .queries import Step

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
        told = _path_rows(store, found, set_to, lang)
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
        coverage=covered(store, found, name, planned=set_to.get("planned") == "true"),
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
    return coverage_text(answer.coverage, answer.arguments, lang, empty=not answer.rows)


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


def _path_rows(
    store: Store, ends: tuple[Found, ...], options: Mapping[str, str], lang: Lang
) -> list[tuple[str, ...]]:
    # NetworkX takes long to import, and only a path needs it
    from .queries import path_network, paths, steps

    one, other = ends
    if one.iri == other.iri:
        raise QueryError("ask.same-ends", label=one.label)
    network = path_network(store, include_planned=options["planned"] == "true")
    found = paths(
        network,
        one.iri,
        other.iri,
        max_length=int(options["max_length"]),
        limit=int(options["limit"]),
    )
    walked = [steps(network, nodes) for nodes in found]
    facts = {fact for path in walked for step in path for fact in step.facts}
    proofs = evidence.passages(store, sorted(facts))
    told: list[tuple[str, ...]] = []
    for number, path in enumerate(walked, start=1):
        for place, step in enumerate(path, start=1):
            quote, proving = _reason(step, proofs, lang)
            told.append(
                (
                    str(number),
                    str(place),
                    step.from_label,
                    f"{step.relation} →" if step.forward else f"← {step.relation}",
                    step.to_label,
                    quote,
                    " ".join(proving),
                )
            )
    return told


def _reason(
    step: Step, proofs: Mapping[str, tuple[Passage, ...]], lang: Lang
) -> tuple[str, tuple[str, ...]]:
    """The shortest passage behind a step, and the facts it stands for.

    No passage states that a body lies in a place: the one that names the body is shown, else the
    statement itself.
    """
    quotes = sorted(
        (
            step.relation == "location" and step.inner not in passage.quote,
            len(passage.quote),
            passage.quote,
            fact,
        )
        for fact in step.facts
        for passage in proofs.get(fact, ())
    )
    if not quotes:
        return say("ask.lies-in", lang, name=step.inner, place=step.outer), step.facts
    quote, fact = quotes[0][2:]
    return quote, (fact,) if step.relation == "location" else step.facts
