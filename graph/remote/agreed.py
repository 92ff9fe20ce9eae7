"""Judgements in a file beside a folder, and in the graph of judgements on the server: kept alike.

Others may judge over the same server from folders of their own. Whichever side changed since the
two were alike counts; if both did, somebody has to look.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

from ...ontology.errors import StoreError
from ...ontology.nt import Triple
from ...ontology.terms import JUDGEMENTS_GRAPH
from ..deciding import decided
from ..engine import Store
from ..judgements import FILE_NAME, judgement_triples, read_judgements
from ..stored import stored_judgements
from ..wholefile import keep_text

__all__ = ["agree"]

_SEEN: Final = "judged"


def agree(store: Store, path: Path, where: str) -> None:
    """Bring what others judged on the server at `where` into the file beside the folder `path`.

    What was judged here goes to the server when it is derived. Raises StoreError
    (``remote.judged-twice``) if both changed since they were last alike.
    """
    file = path.resolve().parent / FILE_NAME
    there = _digest(store.triples(JUDGEMENTS_GRAPH))
    here = _digest(judgement_triples(read_judgements(file)))
    seen = _seen(path)
    if there == here or here == seen or not file.exists():
        if there != here:
            text = ""
            for one in stored_judgements(store):
                text = decided(text, file, one)
            keep_text(file, text)
        if seen != there:
            keep_text(path / _SEEN, there)
    elif there != seen:
        raise StoreError("remote.judged-twice", path=file, url=where)


def _seen(path: Path) -> str:
    """The digest of when both were alike; at first, of no judgements."""
    try:
        return (path / _SEEN).read_text(encoding="ascii")
    except (FileNotFoundError, UnicodeDecodeError):
        return _digest(())


def _digest(triples: Iterable[Triple]) -> str:
    return sha256("\n".join(" ".join(one) for one in sorted(triples)).encode()).hexdigest()
