"""Two sets of facts held side by side: what stands only in one, and what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from .told import Told

__all__ = ["Difference", "compared", "details"]

_ENDS = (
    "helper",
    "recipient",
    "person",
    "organization",
    "from",
    "to",
    "venue",
    "programme",
    "batch",
)
_SAYS = ("modality", "title", "name", "value", "min", "max", "asOf", "status", "since", "until")


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """What is different about one thing: the facts on either side, () where there is none.

    `fields` are the names of what differs; none where one side lacks the whole.
    """

    key: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    fields: tuple[str, ...] = ()


def compared(
    before: Mapping[str, Told],
    after: Mapping[str, Told],
    keys: Iterable[Callable[[Told], tuple[str, ...]]],
    name: Callable[[str], Hashable],
) -> list[Difference]:
    """How `after` differs from `before`, in order.

    `keys` say when two facts are about one thing, the strictest first; a later one pairs what is
    left over where it fits one fact of either side only. `name` gives an end what it is compared
    by, since the same thing may have another IRI on the other side.
    """
    left = [dict(before), dict(after)]
    found: list[Difference] = []
    for at, key in enumerate(keys):
        blocks: list[dict[tuple[str, ...], list[Told]]] = [_blocks(side, key) for side in left]
        for shared in sorted(blocks[0].keys() & blocks[1].keys()):
            one, other = blocks[0][shared], blocks[1][shared]
            if at and (len(one) > 1 or len(other) > 1):
                continue
            for a, b in _partners(one, other, name):
                fields = _different(a, b, name)
                del left[0][a.iri], left[1][b.iri]
                if fields:
                    found.append(Difference(shared, (a.iri,), (b.iri,), fields))
    for fact in left[0].values():
        found.append(Difference(_key(fact, keys), (fact.iri,), ()))
    for fact in left[1].values():
        found.append(Difference(_key(fact, keys), (), (fact.iri,)))
    return sorted(found)


def details(one: Told, fields: Iterable[str], names: Mapping[str, str]) -> dict[str, str]:
    """What a fact says under each of `fields`, ends by their names."""
    found: dict[str, str] = {}
    for field in fields:
        ends = sorted(names.get(end, end) for end in one.ends.get(field, ()))
        found[field] = "、".join(ends) if ends else one.says.get(field, "")
    return found


def _key(one: Told, keys: Iterable[Callable[[Told], tuple[str, ...]]]) -> tuple[str, ...]:
    return next((found for key in keys if (found := key(one))), (one.kind, one.iri))


def _blocks(
    side: Mapping[str, Told], key: Callable[[Told], tuple[str, ...]]
) -> dict[tuple[str, ...], list[Told]]:
    blocks: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in side.values():
        if found := key(one):
            blocks[found].append(one)
    return blocks


def _partners(
    one: list[Told], other: list[Told], name: Callable[[str], Hashable]
) -> Iterator[tuple[Told, Told]]:
    """Facts of one key, each with the one on the other side that is most like it."""
    rest = sorted(other, key=lambda fact: fact.iri)
    for fact in sorted(one, key=lambda fact: fact.iri):
        if not rest:
            return
        best = min(rest, key=lambda there: (len(_different(fact, there, name)), there.iri))
        rest.remove(best)
        yield fact, best


def _different(a: Told, b: Told, name: Callable[[str], Hashable]) -> tuple[str, ...]:
    ends = [
        field
        for field in _ENDS
        if {name(end) for end in a.ends.get(field, ())}
        != {name(end) for end in b.ends.get(field, ())}
    ]
    return (*ends, *(field for field in _SAYS if a.says.get(field) != b.says.get(field)))
