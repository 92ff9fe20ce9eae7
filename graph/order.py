"""Which item stands above which, and how near items can come to where they want to be."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence

from .columns import Item, Link

__all__ = ["crossings", "order", "pool"]

_SWEEPS = 10


def order(items: Sequence[Item], links: Sequence[Link]) -> dict[str, float]:
    """A position for every item on its side, by barycentre sweeps over the two forests."""
    children: dict[str, list[str]] = defaultdict(list)
    for item in items:
        children[item.parent or item.id[0]].append(item.id)
    partners: dict[str, list[str]] = defaultdict(list)
    for link in links:
        partners[link.source].append(link.target)
        partners[link.target].append(link.source)
    below: dict[str, list[str]] = {}
    for root in "hr":
        _descend(root, children, below)

    def number(brothers: Mapping[str, list[str]]) -> dict[str, float]:
        ranks: dict[str, float] = {}
        for root in "hr":
            walk = list(reversed(brothers.get(root, [])))
            found: list[str] = []
            while walk:
                found.append(walk.pop())
                walk.extend(reversed(brothers.get(found[-1], [])))
            ranks.update({one: place / max(len(found), 1) for place, one in enumerate(found)})
        return ranks

    brothers = {parent: sorted(ids) for parent, ids in children.items()}
    best = ranks = number(brothers)
    fewest = crossings(links, ranks)
    for sweep in range(_SWEEPS):
        side = "rh"[sweep % 2]
        pull: dict[str, float] = {}
        for item in items:
            near = [ranks[one] for leaf in below[item.id] for one in partners[leaf]]
            pull[item.id] = sum(near) / len(near) if near else ranks[item.id]
        brothers = {
            parent: sorted(ids, key=lambda one: (pull[one], ranks[one]))
            if ids[0].startswith(side)
            else ids
            for parent, ids in brothers.items()
        }
        ranks = number(brothers)
        crossed = crossings(links, ranks)
        if crossed < fewest:
            best, fewest = ranks, crossed
    return best


def _descend(top: str, children: Mapping[str, list[str]], below: dict[str, list[str]]) -> None:
    """Fill `below` with each item's descendants and itself; at most four levels deep."""
    for child in children.get(top, []):
        _descend(child, children, below)
        below[child] = [child, *(one for grand in children.get(child, []) for one in below[grand])]


def crossings(links: Sequence[Link], ranks: Mapping[str, float]) -> int:
    """The number of pairs of links that cross, if every link ran between two straight lines."""
    pairs = sorted((ranks[link.source], ranks[link.target]) for link in links)
    seen: list[float] = []
    count = 0
    for _, target in pairs:
        count += len(seen) - bisect_right(seen, target)
        insort(seen, target)
    return count


def pool(wanted: Sequence[float]) -> list[float]:
    """The never-falling sequence nearest to `wanted` in least squares."""
    pools: list[tuple[float, int]] = []
    for value in wanted:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (low, some), (high, more) = pools.pop(), pools.pop()
            pools.append(((low * some + high * more) / (some + more), some + more))
    return [value for value, times in pools for _ in range(times)]
