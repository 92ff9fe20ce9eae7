"""Where files are read: in processes of this machine, or on a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ...ontology.errors import QueryError
from ...ontology.messages import say
from ..options import LANG

if TYPE_CHECKING:
    from ...loaders.cluster import Cluster

__all__ = ["PATIENCE", "Executor", "Patience", "Scheduler", "workers"]

_KNOWN: Final = ("local", "dask")
PATIENCE: Final = 600.0

Executor = Annotated[str, typer.Option("--executor", help=say("cluster.opt-executor", LANG))]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", help=say("cluster.opt-scheduler", LANG))
]
Patience = Annotated[
    float, typer.Option("--patience", min=0.1, help=say("cluster.opt-patience", LANG))
]


@contextmanager
def workers(
    executor: str, scheduler: str | None, jobs: int, seen: Path, patience: float
) -> Iterator[Cluster | None]:
    """The cluster to read on, whose workers must see the path `seen`; None to read here."""
    if executor not in _KNOWN:
        raise QueryError("cluster.executor", given=executor, known=", ".join(_KNOWN))
    if executor == "local" and scheduler is None:
        yield None
        return
    from ...loaders.cluster import cluster

    with cluster(scheduler, jobs, seen=seen.resolve(), patience=patience) as many:
        yield many
