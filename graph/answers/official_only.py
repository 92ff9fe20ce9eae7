"""The rows of the question ``official-only``: what of an answer is left with official sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from ...ontology.errors import QueryError
from ...ontology.messages import Lang
from ...ontology.nt import iri
from ...ontology.terms import BF
from ..asked import Asked, understood
from ..engine import Store
from ..fill import rows as told_by
from ..question import question
from . import told

__all__ = ["rows"]

_OFFICIAL: Final = {
    "official": frozenset(("notice", "officialMedia")),
    "first-hand": frozenset(("notice", "ownSite", "roster")),
    "reports": frozenset(("notice", "officialMedia", "ownSite", "repost", "roster", "unknown")),
}
_CLASSES: Final = f"""PREFIX bf: <{BF}> SELECT DISTINCT ?f ?c WHERE {{
  VALUES ?f {{ %s }} ?f bf:evidence ?e . ?e bf:source ?s . OPTIONAL {{ ?s bf:sourceClass ?c }} }}"""
_PART: Final = 500
_CHANGES: Final = ("gone", "weaker", "same")


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Change, the row in words, facts left of how many, who tells them, and facts of each row.

    A row is gone if no official source tells any of its facts, weaker if only some. Raises as the
    question itself does, and :class:`QueryError` (``ask.no-question``) for itself.
    """
    other = question(asked.texts["of"])
    if other.name == "official-only":
        raise QueryError("network.itself", name=other.name)
    arguments = tuple(one for one in (asked.texts["about"], asked.texts["more"]) if one)
    given = understood(store, other, arguments, {})
    answer = told(store, other, given, lang)
    columns = [column.name for column in other.columns]
    at = columns.index("fact")
    hidden = {at} | {columns.index(name) for name in ("passage",) if name in columns}
    classes = _classes(store, {fact for row in answer for fact in row[at].split()})
    wanted = _OFFICIAL[asked.options["sources"]]
    compared = []
    for row in answer:
        facts = row[at].split()
        left = [fact for fact in facts if classes[fact] & wanted]
        change = "same" if len(left) == len(facts) else "weaker" if left else "gone"
        cells = (cell for place, cell in enumerate(row) if place not in hidden and cell)
        voices = sorted({one for fact in facts for one in classes[fact]})
        compared.append(
            (
                change,
                " | ".join(cells),
                str(len(left)),
                str(len(facts)),
                " ".join(voices),
                row[at],
            )
        )
    return sorted(compared, key=lambda row: _CHANGES.index(row[0]))


def _classes(store: Store, facts: Iterable[str]) -> Mapping[str, set[str]]:
    """Fact → the classes of the sources that tell it."""
    found: dict[str, set[str]] = defaultdict(set)
    wanted = sorted(facts)
    for first in range(0, len(wanted), _PART):
        some = " ".join(map(iri, wanted[first : first + _PART]))
        for fact, kind in told_by(store, _CLASSES % some):
            found[fact].add(kind.rpartition("/")[2] or "unknown")
    return found
