"""Named questions, answered: the same rows in Python, in the shell and in any SPARQL engine.

    ask(store, "who-helps", "旺苍县").rows

A question is a ``.rq`` file (:mod:`.question`); :func:`question_sparql` gives its text with the
parameters filled in, and its rows are those of :func:`ask`, which runs it, or reads the same more
quickly where the engine lets it. What SPARQL cannot say is walked in Python (:mod:`.answers`).
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from ..ontology.errors import QueryError
from ..ontology.messages import Lang
from . import evidence
from .answer import Answer, cells, coverage_line
from .answers import grounded
from .asked import understood
from .coverage import Coverage, covered, store_coverage
from .engine import Store
from .fill import fill
from .question import Question, question, questions
from .scan import Streaming
from .view import behind

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


def ask(store: Store, name: str, *arguments: str, lang: Lang = "zh", **options: object) -> Answer:
    """Answer the question `name` about `arguments`, written as a user writes names.

    `options` are those of the question, as ``planned=True``; `lang` is the language of what a row
    says in words of its own. Raises :class:`QueryError`: no such question, a wrong number of
    arguments, an unknown or ambiguous name, a bad option.
    """
    asked = question(name)
    given = understood(store, asked, arguments, options)
    columns = tuple(column.name for column in asked.columns)

    def coverage() -> Coverage:
        return covered(
            store,
            given.found,
            name,
            planned=given.options.get("planned") == "true",
            reference=given.options.get("reference") != "false",
        )

    with ThreadPoolExecutor(1) as pool:
        # the engine counts what there is while it reads the rows: a tenth to a sixth less to wait
        # for who helps a county among a million facts; a server is asked in turn
        beside = pool.submit(coverage) if isinstance(behind(store), Streaming) else None
        found = grounded(store, asked, given, lang)
        facts: set[str] = set()
        if "fact" in columns:
            at = columns.index("fact")
            facts = {fact for row in found.rows for fact in row[at].split()}
        known = {fact: found.passages[fact] for fact in facts & found.passages.keys()}
        known |= evidence.passages(store, facts - known.keys())
        return Answer(
            question=asked,
            arguments=given.found,
            columns=columns,
            rows=tuple(found.rows),
            passages={fact: known[fact] for fact in sorted(facts)},
            coverage=coverage() if beside is None else beside.result(),
            options=given.options,
            lang=lang,
        )


def question_sparql(store: Store, name: str, *arguments: str, **options: object) -> str:
    """The SPARQL text of a question with its parameters filled in: the rows of :func:`ask`.

    Run it where the union of all graphs is the default graph. Raises as :func:`ask` does, and
    :class:`QueryError` (``ask.no-sparql``) for a question that is walked in Python.
    """
    asked = question(name)
    if asked.shape == "walk":
        raise QueryError("ask.no-sparql", name=name)
    return fill(asked.sparql, understood(store, asked, arguments, options).terms)
