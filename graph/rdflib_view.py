"""The users' view: the store as an rdflib Dataset, read through oxrdflib from the same files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph

from ..ontology.terms import PREFIXES
from . import folder
from .faults import ENGINE_ERRORS, store_fault
from .locking import Lock, hold

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["dataset"]


class _Reading(OxigraphStore):  # type: ignore[misc,unused-ignore]
    """For reading only, and with the lock of the store's folder."""

    def __init__(self, inner: ox.Store, lock: Lock | None) -> None:
        """Read `inner` until closed, then free `lock`."""
        super().__init__(store=inner)
        self._lock = lock

    def add_graph(self, graph: Graph) -> None:
        """rdflib makes each graph that it is asked for; here one that is not there is empty."""

    def close(self, commit_pending_transaction: bool = False) -> None:
        """Let go of the files and the lock."""
        super().close(commit_pending_transaction)
        if self._lock is not None:
            self._lock.close()


def dataset(path: Path) -> Dataset:
    """The store in the folder `path`, for reading; queries see the union of all graphs.

    Raises :class:`~bangfu.ontology.errors.StoreError` as ``open_store`` does.
    """
    folder.verify(path, create=False)
    lock = hold(path, shared=True)
    try:
        inner = folder.readable(path)
    except ENGINE_ERRORS as error:
        if lock is not None:
            lock.close()
        raise store_fault(error, str(path)) from error
    view = Dataset(store=_Reading(inner, lock), default_union=True)
    for prefix, namespace in PREFIXES.items():
        view.bind(prefix, namespace)
    return view
