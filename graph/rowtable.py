"""Rows of text that a notebook shows as a table, and pandas takes as a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib import import_module
from typing import Any, Final

from ..ontology.errors import QueryError
from ..ontology.nt import value
from ..ontology.terms import PREFIXES

__all__ = ["RowTable", "row_table"]

_SHOWN: Final = 200
"""More rows than this are counted, not shown: a notebook keeps all that it shows."""


@dataclass(frozen=True, slots=True)
class RowTable:
    """`rows` of text under `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """The rows, one after the other."""
        return iter(self.rows)

    def to_pandas(self) -> Any:
        """The rows as a DataFrame of strings.

        Raises :class:`QueryError` (``ask.no-pandas``) where pandas is not installed.
        """
        try:
            pandas = import_module("pandas")
        except ImportError as error:
            raise QueryError("ask.no-pandas") from error
        return pandas.DataFrame(list(self.rows), columns=list(self.columns), dtype="object")

    def _repr_html_(self) -> str:
        """A table; every cell is escaped, since names are data, and known IRIs are shortened."""
        top = "".join(f"<th>{escape(head)}</th>" for head in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_short(cell))}</td>" for cell in row) + "</tr>"
            for row in self.rows[:_SHOWN]
        )
        rest = len(self.rows) - _SHOWN
        more = f"<p>… +{rest}</p>" if rest > 0 else ""
        return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>{more}"


def row_table(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> RowTable:
    """Rows of terms in N-Triples syntax as their plain texts, "" where nothing is bound."""
    return RowTable(
        tuple(columns),
        tuple(tuple("" if cell is None else _plain(cell) for cell in row) for row in rows),
    )


def _plain(term: str) -> str:
    return term if term.startswith("_:") else value(term)


def _short(cell: str) -> str:
    """An IRI with the prefix that the vocabulary gives it, where it has one."""
    for prefix, start in sorted(PREFIXES.items(), key=lambda one: -len(one[1])):
        if cell.startswith(start) and len(cell) > len(start):
            return f"{prefix}:{cell.removeprefix(start)}"
    return cell
