"""Which IRIs somebody with a list of names could undo: hashes of a hidden name, and of those."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import Triple
from .secret import keyed

__all__ = ["CHAINED", "OPEN", "hashed_links", "kind_of", "reached", "rekeyed"]

CHAINED: Final = frozenset(
    ("assistance", "posting", "secondment", "event", "observation", "participation", "evidence")
)
"""Kinds whose IRIs are hashes of the IRIs and words that they hold."""
OPEN: Final = frozenset(("place", "list", "slot", "target"))
"""Kinds whose IRIs never come from a name of a person or an address of a source."""
_KEYED: Final = re.compile(r"k[0-9a-f]{16}")


@lru_cache(maxsize=65536)
def kind_of(iri: str) -> str:
    """The <kind> of an IRI of ours; of others, thing."""
    return iri.removeprefix(t.ID).partition("/")[0] if iri.startswith(t.ID) else "thing"


@lru_cache(maxsize=65536)
def rekeyed(key: bytes, iri: str, *salt: str) -> str:
    """`iri` with a hash that only `key` gives, of the same kind; one that has such stays.

    So doing it twice is doing it once, in whatever order names are taken out.
    """
    if _KEYED.fullmatch(iri.rpartition("/")[2]):
        return iri
    return f"{t.ID}{kind_of(iri)}/k{keyed(key, *salt, iri)}"


def hashed_links(triples: Iterable[Triple]) -> dict[str, list[str]]:
    """IRI → those whose hash has it in: a fact for its ends, evidence for its fact.

    Links between facts and what belongs to them count both ways: that is simpler, and at worst
    gives a new IRI to what did not need one.
    """
    links: dict[str, list[str]] = defaultdict(list)
    for subject, _, target in triples:
        if target.startswith("<") and kind_of(subject[1:-1]) in CHAINED:
            links[target[1:-1]].append(subject[1:-1])
            if kind_of(target[1:-1]) in CHAINED:
                links[subject[1:-1]].append(target[1:-1])
    return links


def reached(seeds: Iterable[str], links: Mapping[str, list[str]]) -> set[str]:
    """`seeds` and all that is hashed from them."""
    found = set(seeds)
    queue = list(found)
    while queue:
        for other in links.get(queue.pop(), ()):
            if other not in found:
                found.add(other)
                queue.append(other)
    return found
