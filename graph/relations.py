"""Every relation that the facts state, between canonical ends: what networks are made of.

Each relation comes once, however many graphs repeat a triple of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from .edgecache import Network, edge_table, texts_of
from .things import Thing, things

__all__ = ["Relation", "Thing", "of_kinds", "relations", "rows_of", "things"]

_TEXTS: Final = (
    *("kind", "fact", "source", "target", "code", "person", "programme", "status"),
    *("since", "until", "earliest_start", "latest_start", "earliest_end", "latest_end"),
    *("last_evidenced", "known_since"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A fact as an arrow between two canonical things.

    `kind` is assistance, secondment, posting or event; `code` the modality or the role. A
    secondment goes from the sending to the receiving body; where one of them is not known, the
    `person` stands for it. An event's arrow goes from who takes part to the event itself.
    `earliest_start` … `latest_end` are the derived bounds, `known_since` and `last_evidenced` the
    dates of the first and the latest source, all ISO and "" where not known. `figures` are
    (measure, number) of persons told about the fact.
    """

    kind: str
    fact: str
    source: str
    target: str
    code: str = ""
    person: str = ""
    programme: str = ""
    status: str = "unknown"
    since: str = ""
    until: str = ""
    earliest_start: str = ""
    latest_start: str = ""
    earliest_end: str = ""
    latest_end: str = ""
    last_evidenced: str = ""
    known_since: str = ""
    sources: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    confidence: float = 0.0
    figures: tuple[tuple[str, int], ...] = ()
    reference: bool = False
    """Whether only reference tables state it."""
    inferred: bool = False
    """Whether no passage states it outright."""


def relations(given: Network, kinds: Collection[str]) -> list[Relation]:
    """The relations of these `kinds`, sorted by kind, fact and ends."""
    return list(rows_of(of_kinds(edge_table(given).edges, kinds)))


def of_kinds(edges: Any, kinds: Collection[str]) -> Any:
    """The rows of an edge table that are of these `kinds`."""
    wanted = pc.is_in(edges["kind"], pa.array(sorted(kinds), pa.string()))
    return edges if pc.all(wanted).as_py() else edges.filter(wanted)


def rows_of(edges: Any) -> Iterator[Relation]:
    """The rows of an edge table as relations."""
    texts = [texts_of(edges[name]) for name in _TEXTS]
    for sources, classes, confidence, figures, reference, inferred, *told in zip(
        texts_of(edges["sources"]),
        texts_of(edges["classes"]),
        edges["confidence"].to_pylist(),
        texts_of(edges["figures"]),
        edges["reference"].to_pylist(),
        edges["inferred"].to_pylist(),
        *texts,
        strict=True,
    ):
        yield Relation(
            **dict(zip(_TEXTS, told, strict=True)),
            sources=tuple(sources.split()),
            classes=tuple(classes.split()),
            confidence=confidence,
            figures=tuple(_figure(one) for one in figures.split()),
            reference=reference,
            inferred=inferred,
        )


def _figure(text: str) -> tuple[str, int]:
    measure, _, number = text.partition("=")
    return measure, int(number)
