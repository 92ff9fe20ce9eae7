"""A fact in a few words: its ends by name, and what tells it from others."""

from __future__ import annotations

from collections.abc import Mapping

from .told import Told

__all__ = ["what"]

_ROLES = ("person", "helper", "from", "organization", "recipient", "to", "about", "venue")


def what(one: Told, facts: Mapping[str, Told], names: Mapping[str, str]) -> str:
    """The ends of `one` by `names`; a figure is told by the fact that it is about."""
    about = facts.get(one.end("about"))
    if about is not None:
        return what(about, {}, names)
    ends = [
        "、".join(sorted(names.get(end, end) for end in one.ends[role]))
        for role in _ROLES
        if role in one.ends
    ]
    extra = [one.says[name] for name in ("name", "title") if name in one.says]
    return " ".join((" → ".join(ends), *extra)).strip()
