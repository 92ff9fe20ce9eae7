"""The health of records: how many independent sources stand behind each, what is known of it, when
it was last evidenced, and whether sources contradict each other about it.

After the two scores that AidData gives its records ("Tracking Underreported Financial Flows"):
triangulation of sources, and completeness of fields.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from .contradictions import found_in
from .engine import Store
from .told import Told, World, facts_around, key_of, world

__all__ = ["FIELDS", "Health", "health", "health_of"]

FIELDS: Final = {
    "assistance": ("helper", "recipient", "modality", "programme", "since", "until"),
    "posting": ("person", "organization", "title", "since", "until"),
    "secondment": ("person", "from", "to", "title", "programme", "since", "until"),
    "event": ("name", "eventKind", "venue", "programme", "since"),
    "observation": ("about", "unit", "measure", "value", "asOf"),
}
"""What can be known of each kind of fact."""
_VAGUE: Final = {"modality": "other", "eventKind": "other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """A record, which may be told by several facts, and how well it stands.

    `sources` tell it, `voices` of them for themselves; `known` of its fields are filled, `missing`
    are not; `last` is the ISO date of the latest report, "" if none has a date; `contradicted` are
    the kinds of contradictions about it.
    """

    key: tuple[str, ...]
    kind: str
    facts: tuple[str, ...]
    sources: int
    voices: int
    known: tuple[str, ...]
    missing: tuple[str, ...]
    last: str
    contradicted: tuple[str, ...]

    @property
    def completeness(self) -> float:
        """The share of its fields that is known."""
        return len(self.known) / (len(self.known) + len(self.missing))


def health(store: Store, entity: str | None = None) -> list[Health]:
    """The health of all records, or of those about the canonical `entity` and what lies in it.

    The weakest come first: fewest voices, then contradicted, then least complete.
    """
    facts = None if entity is None else facts_around(store, entity)
    known = world(store, facts)
    disputed: dict[str, set[str]] = defaultdict(set)
    for dispute in found_in(store, known):
        for fact in (*dispute.a.facts, *dispute.b.facts):
            disputed[fact].add(dispute.kind)
    blocks: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in known.facts.values():
        blocks[key_of(one, known.facts) or (one.kind, one.iri)].append(one)
    found = [
        health_of(key, told, known, {kind for one in told for kind in disputed[one.iri]})
        for key, told in blocks.items()
    ]
    return sorted(
        found,
        key=lambda one: (one.voices, not one.contradicted, one.completeness, one.kind, one.key),
    )


def health_of(
    key: tuple[str, ...], told: Iterable[Told], known: World, disputed: Collection[str] = ()
) -> Health:
    """The health of the record that the facts `told` tell."""
    facts = list(told)
    kind = facts[0].kind
    filled = {field for one in facts for field in FIELDS[kind] if _says(one, field)}
    sources = {one.source for one in facts}
    days = [known.issued[source] for source in sources if source in known.issued]
    last = max(days, key=lambda day: (day.last, day.first), default=None)
    return Health(
        key=key,
        kind=kind,
        facts=tuple(sorted(one.iri for one in facts)),
        sources=len(sources),
        voices=known.voices(sources),
        known=tuple(field for field in FIELDS[kind] if field in filled),
        missing=tuple(field for field in FIELDS[kind] if field not in filled),
        last=str(last or ""),
        contradicted=tuple(sorted(disputed)),
    )


def _says(one: Told, field: str) -> bool:
    if field in one.ends:
        return True
    if field == "value":
        return any(name in one.says for name in ("value", "min", "max"))
    return field in one.says and one.says[field] != _VAGUE.get(field)
