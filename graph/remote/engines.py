"""What one SPARQL server does unlike another: measured with those that the tests start.

Whatever is not known here is spoken to as the standards say, and what comes back is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from .dialect import for_virtuoso

__all__ = ["ENGINES", "Engine", "engine_of", "sibling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One kind of server.

    `paths` say where updates and graphs go, for a query address that ends in a certain way.
    `query_fields` go with each query: what makes the default graph the union of all. `cut_header`
    tells after how many rows answers are cut; `cuts` whether an answer may be cut without a word.
    `truth_as_number` is whether booleans come back as 1 and 0, `altering` whether other terms may
    come back changed, so that each source is read again after it was written. `rows_as_graph` is
    whether rows are told faster in N-Triples than in JSON: 7,000 of them in .1 s, not 1.0. `unsure`
    is whether long queries give wrong rows, so that questions are answered here (:mod:`.part`).
    `part` is how many triples go into one update; `wording` turns a query into one that the server
    understands.
    """

    name: str
    paths: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    query_fields: Mapping[str, str] = field(default_factory=dict)
    cut_header: str | None = None
    cuts: bool = True
    truth_as_number: bool = False
    rows_as_graph: bool = False
    altering: bool = True
    unsure: bool = False
    part: int = 2_000
    wording: Callable[[str], str] = str


ENGINES: Final = (
    Engine(
        name="oxigraph",
        paths={"/query": ("/update", "/store")},
        query_fields={"union-default-graph": "true"},
        cuts=False,
        altering=False,
        part=20_000,
    ),
    Engine(
        name="virtuoso",
        paths={
            "/sparql": ("/sparql-auth", "/sparql-graph-crud-auth"),
            "/sparql-auth": ("/sparql-auth", "/sparql-graph-crud-auth"),
        },
        cut_header="x-sparql-maxrows",
        truth_as_number=True,
        rows_as_graph=True,
        altering=False,
        unsure=True,
        part=500,
        wording=for_virtuoso,
    ),
    Engine(
        name="other",
        paths={"/query": ("/update", "/data"), "/sparql": ("/update", "/data")},
    ),
)
"""By the word that the header ``Server`` of an answer holds; the last is for all others."""


def engine_of(server: str) -> Engine:
    """The engine that calls itself `server` in the header of that name."""
    said = server.lower()
    return next((one for one in ENGINES if one.name in said), ENGINES[-1])


def sibling(query: str, engine: Engine) -> tuple[str, str] | None:
    """Where `engine` takes updates and graphs if it answers queries at `query`; None: not known."""
    parts = urlsplit(query)
    path = parts.path.rstrip("/")
    for ending, others in engine.paths.items():
        if path.endswith(ending):
            stem = path.removesuffix(ending)
            update, graphs = (
                urlunsplit((parts.scheme, parts.netloc, stem + other, "", "")) for other in others
            )
            return update, graphs
    return None
