"""An answer as a table in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from ..ontology.messages import Lang
from .ask import Answer, cells, coverage_line

__all__ = ["AnswerTable"]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """An answer that a notebook shows as a table, with its coverage line below."""

    answer: Answer
    lang: Lang = "zh"

    def _repr_html_(self) -> str:
        """The table; every cell is escaped, since names and quotes are data."""
        shown = [at for at, name in enumerate(self.answer.columns) if name != "fact"]
        heads = "".join(
            f"<th>{escape(self.answer.question.column(self.answer.columns[at], self.lang))}</th>"
            for at in shown
        )
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(row[at])}</td>" for at in shown) + "</tr>"
            for row in cells(self.answer, self.lang)
        )
        line = escape(coverage_line(self.answer, self.lang))
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table><p>{line}</p>"
