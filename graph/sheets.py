"""An answer as a workbook: one sheet for its rows, one for the passages behind them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from ..ontology.messages import Lang, say
from .answer import Answer, cells, coverage_line
from .xlsx import cell_text, dateless

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["PASSAGE_HEADS", "answer_workbook", "passage_rows"]

PASSAGE_HEADS: Final = (
    "fact", "quote", "title", "publisher", "issued", "address", "start", "end", "stance", "sure",
)  # fmt: skip
"""The columns of the passages; their words are ``asking.head-…``."""

_WIDTHS: Final = (8, 60)


def passage_rows(answer: Answer) -> list[tuple[str, ...]]:
    """Every passage of the answer as a row under :data:`PASSAGE_HEADS`, by fact."""
    return [
        (
            fact,
            one.quote,
            one.title or "",
            one.publisher or "",
            one.issued or "",
            one.address,
            str(one.start),
            str(one.end),
            one.stance,
            str(one.confidence),
        )
        for fact in sorted(answer.passages)
        for one in answer.passages[fact]
    ]


def answer_workbook(answer: Answer, lang: Lang) -> bytes:
    """The answer as an XLSX file in `lang`: rows, coverage line, and a sheet of passages.

    Every cell is text, so nothing can run as a formula; the same answer gives the same bytes.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    first = book.create_sheet(say("asking.sheet-answer", lang))
    heads = [column.label[lang] for column in answer.question.columns]
    _fill(first, heads, cells(answer, lang))
    for line in ((), (answer.question.title[lang],), (coverage_line(answer, lang),)):
        _put(first, first.max_row + 1, line or ("",))
    second = book.create_sheet(say("asking.sheet-passages", lang))
    _fill(
        second, [say(f"asking.head-{head}", lang) for head in PASSAGE_HEADS], passage_rows(answer)
    )
    out = io.BytesIO()
    book.save(out)
    return dateless(out.getvalue())


def _fill(sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    widest = [len(head) for head in heads]
    _put(sheet, 1, heads)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(rows, start=2):
        _put(sheet, number, row)
        widest = [max(pair) for pair in zip(widest, map(len, row), strict=True)]
    for place, width in enumerate(widest, start=1):
        # a Chinese character is as wide as two figures
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = min(max(2 * width, _WIDTHS[0]), _WIDTHS[1])
    sheet.freeze_panes = "A2"


def _put(sheet: Worksheet, number: int, texts: Sequence[str]) -> None:
    for place, text in enumerate(texts, start=1):
        cell = sheet.cell(row=number, column=place)
        cell.value = cell_text(text)
        # else a text that begins with "=" would be a formula
        cell.data_type = "s"
