"""What a page may show beside the network and its passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from ..ontology.messages import Lang
from .happenings import Happening

__all__ = ["Extras", "Told", "in_both"]

LANGS: Final[tuple[Lang, ...]] = ("zh", "en")

Told: TypeAlias = str | Mapping[Lang, str]
"""A text for one language, or for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """All optional: the page leaves out what is not given.

    `classes` gives the class of each source by its IRI, `contradictions` what speaks against a
    fact by the fact's IRI, `gaps` lines on what is known to be missing, `story` the steps of a
    tour, `basemap` a map as :func:`.basemap.read_basemap` gives it, `opens` the level that the
    page opens at, `notice` a line on what was left out to keep the page readable, `events` what
    took place (with their passages among those that the page is given).
    """

    classes: Mapping[str, str] = field(default_factory=dict)
    contradictions: Mapping[str, Sequence[Told]] = field(default_factory=dict)
    gaps: Sequence[Told] = ()
    story: Sequence[Mapping[str, Any]] = ()
    basemap: Mapping[str, Any] | None = None
    opens: Literal["body", "county", "province"] = "body"
    notice: Told = ""
    events: Sequence[Happening] = ()


def in_both(told: Told) -> dict[Lang, str]:
    """`told` for both languages of the page."""
    if isinstance(told, str):
        return dict.fromkeys(LANGS, told)
    return {lang: told.get(lang) or next(iter(told.values()), "") for lang in LANGS}
