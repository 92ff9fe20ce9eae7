"""Who is left out and what was corrected: in files beside a folder, and on the server.

So whoever writes to the server minds what anybody decided. Names stand in them as keyed hashes; of
the key the server has a hash alone, by which a machine knows that its key is the right one. Without
the key nothing can be written: somebody left out would come back.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from ...ontology.errors import StoreError
from ...ontology.nt import Triple, iri, literal, value
from ...ontology.terms import DECISIONS_GRAPH, RDF
from ..corrections import FILE_NAME as CORRECTIONS
from ..engine import Store
from ..secret import KEY_FILE, keyed, known_key
from ..suppression import FILE_NAME as SUPPRESSIONS
from ..wholefile import keep_text

__all__ = ["pull", "share"]

_HOLDS: Final = iri(RDF + "value")
_APPLIED, _CHECK = "applied", "key"
_SEEN: Final = "corrected"
"""Beside the address: the digest of the corrections when here and there were alike."""


def pull(store: Store, path: Path) -> bool:
    """Bring what is decided on the server into the files beside the folder `path`.

    True if all that the server holds is as these files now decide. A suppression that stands here
    or there stays; of corrections the side counts that changed since they were alike, both if both
    did. Raises StoreError (``remote.other-key``) if the key here is not the one of the server.
    """
    there = _stored(store)
    _verify_key(path, there)
    for name in (SUPPRESSIONS, CORRECTIONS):
        here = _text(path, name)
        merged = _merged(path, name, here, there.get(name, ""))
        if merged != here:
            keep_text(_file(path, name), merged)
    if _text(path, CORRECTIONS) == there.get(CORRECTIONS, ""):
        _note(path)
    return there.get(_APPLIED) == _digest(_texts(path))


def share(store: Store, path: Path, *, applied: bool) -> None:
    """Put the files beside the folder `path` on the server, before they are `applied`, and after.

    What was put there but not yet applied, whoever opens the store next applies.
    """
    texts = _texts(path)
    wanted = {_triple(name, text) for name, text in texts.items()}
    key = known_key(path)
    if key is not None and SUPPRESSIONS in texts:
        wanted.add(_triple(_CHECK, keyed(key, _CHECK)))
    mark = {_triple(_APPLIED, _digest(texts))} if texts else set()
    known = set(store.triples(DECISIONS_GRAPH))
    target = wanted | mark if applied or known == wanted | mark else wanted
    if target != known:
        store.replace_graph(DECISIONS_GRAPH, target)
    _note(path)


def _stored(store: Store) -> dict[str, str]:
    """What the server holds: files by their names, the key's hash, and what was applied."""
    triples = store.triples(DECISIONS_GRAPH)
    return {value(s).rpartition("/")[2]: value(o) for s, p, o in triples if p == _HOLDS}


def _verify_key(path: Path, there: Mapping[str, str]) -> None:
    key = known_key(path)
    if key is not None and there.get(_CHECK, keyed(key, _CHECK)) != keyed(key, _CHECK):
        raise StoreError("remote.other-key", path=path.resolve().parent / KEY_FILE)


def _merged(path: Path, name: str, here: str, there: str) -> str:
    """What a file is to hold, given what it holds here and there; one that is lost comes back."""
    if name == CORRECTIONS and here and _unchanged(path, there):
        return here
    if name == CORRECTIONS and _unchanged(path, here):
        return there
    return here if here == there else _joined(there, here)


def _joined(one: str, other: str) -> str:
    """The lines of both, each once, those of `one` first."""
    return "".join(
        dict.fromkeys([*one.splitlines(keepends=True), *other.splitlines(keepends=True)])
    )


def _texts(path: Path) -> dict[str, str]:
    found = {name: _text(path, name) for name in (SUPPRESSIONS, CORRECTIONS)}
    return {name: text for name, text in found.items() if text}


def _text(path: Path, name: str) -> str:
    """The lines of a file, each ended alike; none if it is not there."""
    file = _file(path, name)
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("privacy.file", path=file, line=0) from error
    return "".join(f"{line}\n" for line in lines)


def _file(path: Path, name: str) -> Path:
    return path.resolve().parent / name


def _unchanged(path: Path, text: str) -> bool:
    """Whether corrections are what they were when here and there were alike; at first, none."""
    try:
        seen = (path / _SEEN).read_text(encoding="ascii")
    except (FileNotFoundError, UnicodeDecodeError):
        seen = _digest({})
    return seen == _digest({CORRECTIONS: text} if text else {})


def _note(path: Path) -> None:
    text = _text(path, CORRECTIONS)
    if not _unchanged(path, text):
        keep_text(path / _SEEN, _digest({CORRECTIONS: text} if text else {}))


def _digest(texts: Mapping[str, str]) -> str:
    return sha256(
        "\x00".join(f"{name}\n{texts[name]}" for name in sorted(texts)).encode()
    ).hexdigest()


def _triple(name: str, text: str) -> Triple:
    return iri(f"{DECISIONS_GRAPH}/{name}"), _HOLDS, literal(text)
