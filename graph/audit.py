"""Who decided what, when and why: a text file that only grows.

``audit.tsv`` beside the store, one decision a line: when, who, what, about, why, with tabs between.
It never says the name of somebody who was left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..ontology.errors import StoreError

__all__ = ["COLUMNS", "FILE_NAME", "Entry", "audit", "line_of", "read_audit"]

FILE_NAME: Final = "audit.tsv"
COLUMNS: Final = ("when", "who", "what", "about", "why")
_BREAKS: Final = str.maketrans(dict.fromkeys("\t\n\r\v\f\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One decision: `what` is forget, correct, undo, judge …, `about` an id or IRIs."""

    when: str
    who: str
    what: str
    about: str
    why: str = ""


def audit(path: Path, entry: Entry) -> None:
    """Add `entry` to the log beside the store at `path`; StoreError if it cannot be written."""
    file = path.resolve().parent / FILE_NAME
    try:
        fresh = not file.exists()
        with file.open("a", encoding="utf-8", newline="\n") as log:
            if fresh:
                log.write(line_of(COLUMNS))
            log.write(line_of((entry.when, entry.who, entry.what, entry.about, entry.why)))
    except OSError as error:
        raise StoreError("store.not-writable", path=file) from error


def read_audit(path: Path) -> tuple[Entry, ...]:
    """The log beside the store at `path`, oldest first; none if there is none."""
    file = path.resolve().parent / FILE_NAME
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("privacy.file", path=file, line=0) from error
    rows = [(*line.split("\t"), "", "", "", "", "") for line in lines if line.strip()]
    return tuple(
        Entry(when=when, who=who, what=what, about=about, why=why)
        for when, who, what, about, why, *_ in rows
        if (when, who, what, about, why) != COLUMNS
    )


def line_of(cells: tuple[str, ...]) -> str:
    """A line of a file of tabs: no cell can end it or begin another cell."""
    return "\t".join(cell.translate(_BREAKS).strip() for cell in cells) + "\n"
