"""The one gate: a store as readers of a profile may see it."""

from __future__ import annotations

from pathlib import Path

from ..ontology.errors import StoreError
from .embedded import Embedded
from .engine import Store
from .profile import Profile
from .redact import redacted
from .secret import content_key
from .store import open_store
from .views import view_of

__all__ = ["gated"]


def gated(store: Store, profile: Profile, path: Path | None = None) -> Store:
    """The `store` as readers of `profile` may see it; itself for ``internal``.

    Otherwise another store, for reading, that holds only what they may see: close it too. If
    `path` is the folder of the store, the copy is kept there and found again; without a path, or
    where nothing can be written, it is made in memory.
    """
    if profile is Profile.INTERNAL:
        return store
    if path is not None:
        try:
            return open_store(view_of(store, path, profile), create=False, read_only=True)
        except StoreError as error:
            if error.key not in ("store.not-writable", "privacy.key-unwritable"):
                raise
    view = Embedded(None, create=True, read_only=False)
    for graph, triples in redacted(store, profile, content_key(store)):
        view.replace_graph(graph, triples)
    return view
