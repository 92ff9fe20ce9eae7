"""Which forms there are, which one a file's name asks for, and the writing: whole or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from ...ontology.errors import QueryError, StoreError
from ...ontology.messages import Lang
from ..engine import Store
from ..export import FORMATS
from ..xlsx import zipped

__all__ = ["FORMS", "FORM_OF_ENDING", "Made", "form_of", "made", "written"]

Made: TypeAlias = Sequence[tuple[str, bytes]]
"""Files by name; a single one named "" is the file itself."""
KINDS: Final = ("assistance", "secondment")


def _single(data: bytes) -> Made:
    return [("", data)]


def _ledger(store: Store, lang: Lang, ending: str, level: str, by: str) -> Made:
    from .ledger import ledger_csv, ledger_files, ledger_workbook

    if ending == ".xlsx":
        return _single(ledger_workbook(store, lang))
    return _single(ledger_csv(store, lang)) if ending == ".csv" else ledger_files(store, lang)


def _panel(store: Store, lang: Lang, ending: str, level: str, by: str) -> Made:
    from .panel import panel_files

    found = panel_files(store, lang, level="county" if level == "body" else level, by=by)
    return _single(found[0][1]) if ending == ".csv" else found


def _gexf(store: Store, lang: Lang, ending: str, level: str, by: str) -> Made:
    from .networks import gexf

    return _single(gexf(store, KINDS, level))


def _graphml(store: Store, lang: Lang, ending: str, level: str, by: str) -> Made:
    from .networks import graphml

    return _single(graphml(store, KINDS, level))


def _gephi(store: Store, lang: Lang, ending: str, level: str, by: str) -> Made:
    from .networks import gephi_files

    return gephi_files(store, KINDS, level)


def _neo4j(store: Store, lang: Lang, ending: str, level: str, by: str) -> Made:
    from .networks import neo4j_files

    return neo4j_files(store, (*KINDS, "posting"), level)


def _ftm(store: Store, lang: Lang, ending: str, level: str, by: str) -> Made:
    from .ftm import ftm

    return _single(ftm(store))


_MAKERS: Final[dict[str, Callable[[Store, Lang, str, str, str], Made]]] = {
    "ledger": _ledger,
    "panel": _panel,
    "gexf": _gexf,
    "graphml": _graphml,
    "gephi": _gephi,
    "neo4j": _neo4j,
    "ftm": _ftm,
}
FORMS: Final = (*FORMATS, *_MAKERS)
"""All forms; the first ones are RDF."""

FORM_OF_ENDING: Final = {
    ".nq": "nquads",
    ".nquads": "nquads",
    ".trig": "trig",
    ".ttl": "turtle",
    ".jsonld": "jsonld",
    ".xlsx": "ledger",
    ".csv": "ledger",
    ".gexf": "gexf",
    ".graphml": "graphml",
    ".ftm": "ftm",
    ".jsonl": "ftm",
}

_SEVERAL: Final = ("ledger", "panel", "gephi", "neo4j")
_OF_SEVERAL: Final = {"": _SEVERAL, ".zip": _SEVERAL, ".csv": ("ledger", "panel")}
"""Ending → the forms that a word in the file's name can ask for."""
_WORD: Final = re.compile("[a-z0-9]+")


def form_of(out: Path | None, told: str | None) -> str:
    """The form that was `told`, else the one that the name of `out` asks for, else N-Quads.

    A name asks by a form's word in it (panel.zip, our-gephi) or by its ending. Raises
    :class:`QueryError` for a form that there is none of, and for a name that says none.
    """
    if told is not None:
        if told not in FORMS:
            raise QueryError("export.form", form=told, known=", ".join(FORMS))
        return told
    if out is None:
        return "nquads"
    if out.name.endswith(".ftm.json"):
        return "ftm"
    ending = out.suffix.lower()
    form = FORM_OF_ENDING.get(ending)
    if ending in _OF_SEVERAL:
        words = [word for word in _WORD.findall(out.stem.lower()) if word in _OF_SEVERAL[ending]]
        form = words[0] if len(set(words)) == 1 else form
    if form is None:
        raise QueryError("export.ending", name=out.name, known=", ".join(FORMS))
    return form


def made(
    store: Store,
    form: str,
    lang: Lang,
    *,
    ending: str = "",
    level: str = "body",
    by: str = "bangfu",
) -> Made:
    """The files of a `form` that is not RDF; `store` has passed the privacy gate."""
    return _MAKERS[form](store, lang, ending, level, by)


def written(files: Made, out: Path) -> None:
    """Write one file, or several as a folder, or as an archive if `out` ends in ``.zip``.

    Whole or not at all. Raises :class:`StoreError` when it cannot be written.
    """
    if len(files) == 1 and files[0][0] == "":
        data: bytes | None = files[0][1]
    else:
        data = zipped(files) if out.suffix.lower() == ".zip" else None
    part: Path | None = None
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
        if data is not None:
            (part / "one").write_bytes(data)
            (part / "one").replace(out)
            return
        for name, content in files:
            (part / name).write_bytes(content)
        if out.is_dir():
            for name, _ in files:
                (part / name).replace(out / name)
        else:
            part.chmod(0o755)
            part.rename(out)
    except OSError as error:
        raise StoreError("store.not-written", path=out, reason=error.strerror or error) from error
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)
