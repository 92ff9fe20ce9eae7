"""What the reader of names finds in a text before it knows which of them are one thing."""

from __future__ import annotations

from dataclasses import dataclass

from ....ontology.records import Kind
from ...gazetteer import Division, divisions

__all__ = ["LISTING", "BodyHit", "PlaceHit", "lies_in", "named_after"]


LISTING = ("、", "和", "与", "及", "以及")
"""What joins the items of a list."""


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A name of a place at ``start:end``; a township has no division but a `parent`."""

    start: int
    end: int
    form: str
    division: Division | None = None
    parent: Division | None = None

    @property
    def name(self) -> str:
        """The full official name."""
        return self.division.name if self.division else self.form

    @property
    def adcode(self) -> str | None:
        """The code of the division, or of what a township lies in."""
        place = self.division or self.parent
        return place.adcode if place else None


@dataclass(frozen=True, slots=True)
class BodyHit:
    """A name of a body at ``start:end``; `core` is where the part after the place begins.

    `anchor` says what the name begins with: ``place``, ``party`` (or a nation-wide word), ``body``
    (another body), ``level`` (one character for the place meant: 县教育局), ``word`` (nothing but
    its own words), ``heir`` (nothing: its place is that of the body before), ``university``.
    """

    start: int
    end: int
    kind: Kind
    suffix: str
    category: str
    anchor: str
    core: int
    wording: str = ""
    """The full name, where the reader must put it together from a list."""


def named_after(outer: PlaceHit, inner: PlaceHit) -> bool:
    """Whether the second is the name of a school in the first: 柯坪县湖州小学."""
    if inner.form in ("西藏", "新疆"):
        return True  # 济南西藏中学: for pupils from there
    if inner.form == inner.name or outer.form[-1] in "省州旗盟":
        return False
    if inner.division is None or outer.adcode is None:
        return inner.division is not None and inner.division.parent is not None
    # 阿里地区陕西实验学校, but not 西安市陕西师大附中
    return inner.adcode is not None and not divisions().within(outer.adcode, inner.adcode)


def lies_in(outer: PlaceHit, inner: PlaceHit | None) -> bool:
    """Whether the first is above the second, so that the two read as one address."""
    if inner is None or outer.division is None:
        return inner is None
    code = inner.adcode
    same = inner.division is not None and code == outer.division.adcode
    return code is not None and not same and divisions().within(code, outer.division.adcode)
