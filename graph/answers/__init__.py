"""Answers that SPARQL alone cannot give, each walked in a module of its own.

A question with ``# shape: walk`` in its ``.rq`` has a module here with the function

    def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]

whose rows have the columns of the header in their order; the column ``fact`` holds the IRIs of the
facts that a row rests on, with a space between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final, cast

from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..fill import fill, rows
from ..question import Question
from ..remote.part import answering
from ..scan import Streaming
from ..view import behind
from .grounds import Grounded

__all__ = ["GROUNDED", "QUICKER", "WALKS", "grounded", "told", "walked"]

WALKS: Final[Mapping[str, str]] = {
    "brokers": "brokers",
    "contradictions": "contradictions",
    "distances": "distances",
    "findings": "findings",
    "flows": "flows",
    "gap-reasons": "gap_reasons",
    "gaps": "gaps",
    "health": "health",
    "layers": "layers",
    "load": "load",
    "official-only": "official_only",
    "organisation-tree": "organisation_tree",
    "panel": "panel",
    "path": "path",
    "reciprocity": "reciprocity",
    "redactions": "redactions",
    "renames": "renames",
    "review": "review",
    "roster-diff": "roster_diff",
    "turnover": "turnover",
}
"""Question name → module of this package, which is imported only when it is asked."""
QUICKER: Final[Mapping[str, str]] = {"bias": "bias"}
"""The same for questions with SPARQL whose rows are found faster by reading whole properties."""
GROUNDED: Final[Mapping[str, str]] = {
    "about": "everything",
    "evidence": "proofs",
    "headcounts": "headcounts",
    "partner-history": "partners",
    "school-partners": "schools",
    "who-helps": "helps",
    "whom-it-helps": "helps",
}
"""The same for those whose rows are read together with their passages."""


def grounded(store: Store, question: Question, asked: Asked, lang: Lang) -> Grounded:
    """The rows of :func:`told`, with the passages that were read to find them, if any were."""
    quick = behind(store)
    if question.name in GROUNDED and isinstance(quick, Streaming):
        module = import_module(f".{GROUNDED[question.name]}", __name__)
        found = cast("Grounded | None", module.grounded(quick, question.name, asked))
        if found is not None:
            return found
    return Grounded(_found(store, question, asked, lang), {})


def told(store: Store, question: Question, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """The rows of `question` about `asked`: walked, or those of its SPARQL.

    The SPARQL runs here, on a part of the store, where a server is not trusted to answer it; not
    at all where whole properties, or facts with their passages, are read more quickly.
    """
    return grounded(store, question, asked, lang).rows


def _found(store: Store, question: Question, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    if question.shape == "walk":
        return walked(question.name, store, asked, lang)
    if question.name in QUICKER and isinstance(behind(store), Streaming):
        return _rows_of(QUICKER[question.name])(store, asked, lang)
    text = fill(question.sparql, asked.terms)
    return rows(answering(store, text), text)


def walked(name: str, store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """The rows of the question `name` about `asked`; :class:`KeyError` if it is not walked.

    `lang` is for what a row says in words of its own; names and quotes stay as they are.
    """
    return _rows_of(WALKS[name])(store, asked, lang)


def _rows_of(module: str) -> Callable[[Store, Asked, Lang], list[tuple[str, ...]]]:
    found = import_module(f".{module}", __name__)
    return cast("Callable[[Store, Asked, Lang], list[tuple[str, ...]]]", found.rows)
