"""The secret of a store: what hashes of names are made with, so that no list of names undoes them.

It lies beside the store as ``suppressions.key``, for its owner alone to read, and goes into no
output. Who copies a store with its suppressions copies the key as well.
"""

from __future__ import annotations

import hmac
import os
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Final

from ..ontology.errors import StoreError
from .engine import Store

__all__ = ["KEY_FILE", "content_key", "keyed", "known_key", "store_key"]

KEY_FILE: Final = "suppressions.key"
_LEAST: Final = 32


def keyed(key: bytes, *parts: str) -> str:
    """A hash of `parts` that only `key` gives: 16 hex digits (HMAC-SHA-256, RFC 2104, cut)."""
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return hmac.digest(key, text.encode(), "sha256").hex()[:16]


def known_key(path: Path) -> bytes | None:
    """The key beside the store at `path`; None if there is none. Raises StoreError if damaged."""
    file = path.resolve().parent / KEY_FILE
    try:
        text = file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("privacy.key-broken", path=file) from error
    if len(text) < _LEAST:
        raise StoreError("privacy.key-broken", path=file)
    return text.encode()


def store_key(path: Path) -> bytes:
    """The key beside the store at `path`, made if there is none.

    Raises StoreError if it is damaged, or cannot be written.
    """
    known = known_key(path)
    if known is not None:
        return known
    file = path.resolve().parent / KEY_FILE
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii", newline="\n") as made:
            made.write(token_hex(_LEAST) + "\n")
    except FileExistsError:
        pass  # another process was quicker
    except OSError as error:
        raise StoreError("privacy.key-unwritable", path=file) from error
    key = known_key(path)
    if key is None:
        raise StoreError("privacy.key-broken", path=file)
    return key


def content_key(store: Store) -> bytes:
    """A key for a store that lies in no folder: who can compute it has all its sources."""
    digest = sha256()
    for graph in store.graphs():
        digest.update(graph.encode())
        for triple in store.triples(graph):
            digest.update("\x00".join(triple).encode())
    return digest.hexdigest().encode()
