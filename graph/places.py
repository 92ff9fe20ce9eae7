"""What lies in what: containment followed to its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["containers"]


def containers(parents: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """For each key, all that it lies in, at any distance; never itself, even in a circle.

    >>> sorted(containers({"county": ["city"], "city": ["province"]})["county"])
    ['city', 'province']
    """
    found: dict[str, frozenset[str]] = {}
    for place in parents:
        seen: set[str] = set()
        waiting = list(parents[place])
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            if one in found:
                seen |= found[one]
            else:
                waiting.extend(parents.get(one, ()))
        found[place] = frozenset(seen - {place})
    return found
