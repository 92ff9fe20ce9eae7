"""An answer as a table in a notebook, in a chosen language."""

from __future__ import annotations

from dataclasses import dataclass

from ..ontology.messages import Lang
from .answer import Answer, answer_html

__all__ = ["AnswerTable"]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """An answer that a notebook shows as a table, with its coverage line below."""

    answer: Answer
    lang: Lang = "zh"

    def _repr_html_(self) -> str:
        """The table; every cell is escaped, since names and quotes are data."""
        return answer_html(self.answer, self.lang)
