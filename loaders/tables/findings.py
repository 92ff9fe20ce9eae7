"""What a person should look at in a roster: cell by cell, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...ontology.messages import Lang, say
from .cells import masked

__all__ = ["HEADS", "Finding", "findings_table"]

HEADS: dict[Lang, tuple[str, str, str, str]] = {
    "zh": ("工作表", "单元格", "内容", "问题"),
    "en": ("sheet", "cell", "content", "finding"),
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to check: the `code` of its reason, and the cell by sheet, row and column from 0.

    `address` is the cell as spreadsheets write it; `other` the cell that it repeats, if any.
    """

    sheet: str
    row: int
    column: int
    address: str
    code: str
    value: str = ""
    other: str = ""

    def told(self, lang: Lang) -> str:
        """The reason in `lang`."""
        return say(f"table.finding-{self.code}", lang, other=self.other)


def findings_table(findings: Iterable[Finding], lang: Lang) -> list[tuple[str, str, str, str]]:
    """Sheet, cell, content and reason of every finding, in the order of the workbook."""
    return [(one.sheet, one.address, masked(one.value), one.told(lang)) for one in findings]
