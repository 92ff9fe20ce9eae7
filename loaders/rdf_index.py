"""Triples to walk in: by subject, by object, along paths, with their lines for quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import final

from ..ontology.nt import Triple, lang, value
from .rdf_mapping import Steps

__all__ = ["Index", "line_of", "name_in"]

_HAN = re.compile("[㐀-鿿]")
_BLANK = re.compile(r"<urn:bangfu:blank:([0-9a-f]+)>")


def line_of(triple: Triple) -> str:
    """The statement as a line of N-Triples; a node without an IRI shows as blank."""
    return _BLANK.sub(r"_:\1", " ".join(triple)) + " ."


@final
class Index:
    """Triples by subject, object and property; in all answers the order is that of the terms."""

    def __init__(self, triples: Iterable[Triple], same: Mapping[str, str]) -> None:
        """Index `triples`; a namespace in `same` counts as the one that it stands for.

        `links` has subject, object and line of all statements of a property.
        """
        self.ahead: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.back: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._lines: dict[str, list[str]] = defaultdict(list)
        self.links: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for triple in sorted(set(triples)):
            subject, predicate, target = triple
            predicate, target = _as(predicate, same), _as(target, same)
            self.ahead[subject][predicate].append(target)
            self.back[target][predicate].append(subject)
            line = line_of(triple)
            self.links[predicate].append((subject, target, line))
            self._lines[subject].append(line)
            if target.startswith("<"):
                self._lines[target].append(line)

    def walk(self, node: str, steps: Steps) -> list[str]:
        """All that the path `steps` leads to from `node`."""
        found = [node]
        for predicate, backwards in steps:
            way = self.back if backwards else self.ahead
            found = [end for one in found if one in way for end in way[one].get(predicate, ())]
            found = list(dict.fromkeys(found))
        return found

    def first(self, node: str, paths: Sequence[Steps]) -> list[str]:
        """What the first of `paths` that leads anywhere leads to."""
        return next((ends for path in paths if (ends := self.walk(node, path))), [])

    def lines(self, node: str) -> list[str]:
        """The statements that have `node` as subject or object."""
        return self._lines.get(node, [])


def name_in(terms: Iterable[str]) -> str | None:
    """The best Chinese name among `terms`: simplified before Chinese before untagged characters."""
    best: tuple[int, str] | None = None
    for term in terms:
        if term.startswith("<"):
            continue
        text, tag = " ".join(value(term).split()), (lang(term) or "").lower()
        if tag in ("zh-hans", "zh-cn"):
            rank = 0
        elif tag == "zh":
            rank = 1
        elif tag.startswith("zh") or (not tag and _HAN.search(text)):
            rank = 2
        else:
            continue
        if text and (best is None or (rank, text) < best):
            best = (rank, text)
    return None if best is None else best[1]


def _as(term: str, same: Mapping[str, str]) -> str:
    for start, other in same.items():
        if term.startswith(f"<{start}"):
            return f"<{other}{term[len(start) + 1 :]}"
    return term
