"""An answer: rows, the passages behind them, and the line on what was searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from importlib import import_module
from typing import Any, Final

from ..ontology.errors import QueryError
from ..ontology.messages import Lang, say, table
from .coverage import Coverage, coverage_text
from .evidence import Passage
from .names import Found
from .question import Question

__all__ = ["Answer", "answer_html", "cells", "coverage_line"]

_CODES: Final = ("code", "figures", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Rows of plain text under `columns`, the passages of every fact in them, and the coverage.

    The column ``fact`` holds the IRIs of a row's facts with a space between; codes stand as codes
    (:func:`cells` says them in words). `options` are those of the question, each as text; `lang` is
    the language in which a notebook shows the answer.
    """

    question: Question
    arguments: tuple[Found, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    passages: Mapping[str, tuple[Passage, ...]]
    coverage: Coverage
    options: Mapping[str, str]
    lang: Lang = "zh"

    def to_pandas(self) -> Any:
        """The rows as a DataFrame of strings under the names of the columns.

        ``attrs`` has the question, its options and the coverage line. Raises :class:`QueryError`
        (``ask.no-pandas``) where pandas is not installed: it is no part of bangfu.
        """
        try:
            pandas = import_module("pandas")
        except ImportError as error:
            raise QueryError("ask.no-pandas") from error
        frame = pandas.DataFrame(list(self.rows), columns=list(self.columns), dtype="object")
        frame.attrs = {
            "question": self.question.name,
            "options": dict(self.options),
            "coverage": coverage_line(self, self.lang),
        }
        return frame

    def _repr_html_(self) -> str:
        """A table with the coverage line below; every cell is escaped, since names are data."""
        return answer_html(self, self.lang)


def answer_html(answer: Answer, lang: Lang) -> str:
    """The answer as an HTML table in `lang`; the passages of a row fold out at its end."""
    shown = [at for at, name in enumerate(answer.columns) if name != "fact"]
    heads = [answer.question.column(answer.columns[at], lang) for at in shown]
    grounds = [_grounds(answer, row) for row in answer.rows]
    if any(grounds):
        heads.append(say("asking.head-grounds", lang))
    top = "".join(f"<th>{escape(head)}</th>" for head in heads)
    body = "".join(
        "<tr>"
        + "".join(f"<td>{escape(row[at])}</td>" for at in shown)
        + (f"<td>{ground}</td>" if any(grounds) else "")
        + "</tr>"
        for row, ground in zip(cells(answer, lang), grounds, strict=True)
    )
    line = escape(coverage_line(answer, lang))
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table><p>{line}</p>"


def _grounds(answer: Answer, row: tuple[str, ...]) -> str:
    """The passages of a row's facts, each once, behind their number; "" where there are none."""
    facts = row[answer.columns.index("fact")].split() if "fact" in answer.columns else []
    told = dict.fromkeys(
        (one.quote, one.title or one.address, one.issued or "")
        for fact in facts
        for one in answer.passages.get(fact, ())
    )
    quotes = "".join(
        f"<blockquote>{escape(quote)}<br><small>{escape(' · '.join(filter(None, about)))}</small>"
        "</blockquote>"
        for quote, *about in told
    )
    return f"<details><summary>{len(told)}</summary>{quotes}</details>" if told else ""


def coverage_line(answer: Answer, lang: Lang) -> str:
    """One line on what was searched; without rows it says that this is no proof of absence."""
    line = coverage_text(answer.coverage, answer.arguments, lang, empty=not answer.rows)
    more = _states(answer, lang) if "state" in answer.columns else _tables_only(answer, lang)
    parts = (line, more, _one_sided(answer, lang))
    return ("" if lang == "zh" else " ").join(part for part in parts if part)


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


def _one_sided(answer: Answer, lang: Lang) -> str:
    """That no source is told from the side that is helped, in an answer about who tells."""
    told = {row[1] for row in answer.rows if row[0] == "toldBy"} if answer.rows else set()
    if not told or told & {"recipientSide", "bothSides"}:
        return ""
    return say("ask.none-from-recipients", lang)


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
            _in_words(cell, lang, "kind" if held == "kind" else "code") if held in _CODES else cell
            for cell, held in zip(row, holds, strict=True)
        )
        for row in answer.rows
    )


def _in_words(cell: str, lang: Lang, group: str) -> str:
    told = (
        " ".join(
            say(f"ask.{group}-{word}", lang) if f"ask.{group}-{word}" in table() else word
            for word in one.split(" ")
        )
        for one in cell.split("; ")
    )
    return ("；" if lang == "zh" else "; ").join(told)
