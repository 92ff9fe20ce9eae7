"""What the command line prints, and in which language: data on stdout, remarks on stderr."""

from __future__ import annotations

import csv
import io
import json
import locale
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from ..ontology.messages import Lang, say

__all__ = ["delimited", "language", "print_json", "print_table", "remark", "track", "utf8"]

T = TypeVar("T")
SCHEMA_VERSION = 1


def language(arguments: Sequence[str]) -> Lang:
    """The language of ``--lang``, else of BANGFU_LANG, else of the locale; else English."""
    for here, argument in enumerate(arguments):
        if argument in ("--lang=zh", "--lang=en"):
            return "zh" if argument.endswith("zh") else "en"
        if (
            argument == "--lang"
            and here + 1 < len(arguments)
            and arguments[here + 1] in ("zh", "en")
        ):
            return "zh" if arguments[here + 1] == "zh" else "en"
    for name in ("BANGFU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    preferred = locale.getlocale()[0] or ""
    return "zh" if preferred.lower().startswith(("zh", "chinese")) else "en"


def utf8() -> None:
    """Print UTF-8 whatever the locale: Chinese Windows and the C locale give something else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def remark(text: str, *, quiet: bool = False) -> None:
    """A message for the person at the keyboard, on stderr."""
    if not quiet:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def print_json(**content: Any) -> None:
    """One JSON object on stdout."""
    document = {"schema_version": SCHEMA_VERSION, **content}
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
    """A table on stdout, as wide as the terminal; without a terminal wide enough for all."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        # Text, not markup: a name with square brackets is data
        table.add_row(*(Text(cell or "") for cell in row))
    width = None if sys.stdout.isatty() else 240
    Console(file=sys.stdout, width=width, highlight=False).print(table)


def delimited(heads: Sequence[str], rows: Iterable[Sequence[str | None]], mark: str) -> str:
    """CSV or TSV text. A cell that a spreadsheet would run as a formula gets a leading quote."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\r\n" if mark == "," else "\n")
    writer.writerow(heads)
    for row in rows:
        cells = ("" if cell is None else cell for cell in row)
        writer.writerow(
            ["'" + cell if cell[:1] in ("=", "+", "-", "@", "\t") else cell for cell in cells]
        )
    return out.getvalue()


def track(items: Iterable[T], total: int, key: str, lang: Lang, *, quiet: bool) -> Iterator[T]:
    """The `total` items one by one behind a progress bar on stderr; no bar without a terminal."""
    if quiet or not sys.stderr.isatty() or total < 3:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track as bar

    yield from bar(items, total=total, description=say(key, lang), console=Console(stderr=True))
