"""Bodies that one look at the text shows whole: by a list, by their founder, by a title behind."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind
from .brands import brands_that_act
from .charities import charities_that_act
from .colleges import short_colleges
from .endings import colleges
from .hits import BodyHit, PlaceHit
from .ownnames import branches, central_firms, founded, of_centres, of_colleges, of_towns
from .statefirms import state_firms
from .troops import troops
from .words import Words

__all__ = ["shaped"]


def shaped(words: Words, places: Sequence[PlaceHit]) -> list[BodyHit]:
    """The bodies of the text that need no walk from their ending to the left.

    Universities of the national list with their offices, schools called by their founder, the
    central schools of towns, the firms of the state, branches of banks, units of the armed forces.
    """
    text = words.text
    found = [
        BodyHit(start, end, Kind.SCHOOL, "大学", "higher", "word", start)
        for start, end in colleges(text)
    ]
    found += [
        # the full name where the page has it
        BodyHit(
            start, end, Kind.SCHOOL, "大学", "higher", "word", start, full if full in text else ""
        )
        for start, end, full in short_colleges(text)
    ]
    found += [
        BodyHit(start, end, Kind.SCHOOL, text[end - 2 : end], "school", "word", start)
        for start, end in founded(text)
    ]
    found += [
        BodyHit(start, end, Kind.SCHOOL, "中学", "secondary", "place", end - 1)
        for start, end in of_towns(text, places)
    ]
    found += [
        BodyHit(start, end, Kind.INSTITUTION, "公司", "company", "word", start)
        for start, end in central_firms(words)
    ]
    found += [
        BodyHit(start, end, Kind.INSTITUTION, text[end - 2 : end], "company", "word", start)
        for start, end in (
            *branches(words),
            *state_firms(words, places),
            *brands_that_act(words, places),
        )
    ]
    found += [
        BodyHit(start, end, Kind.INSTITUTION, text[end - 2 : end], "charity", "word", start)
        for start, end in charities_that_act(words, places)
    ]
    found += [
        BodyHit(start, end, Kind.INSTITUTION, "部队", "military", "word", start)
        for start, end in troops(text, places)
    ]
    found += [
        BodyHit(start, end, Kind.SCHOOL, "小学", "primary", "word", start)
        for start, end in of_centres(words)
    ]
    found += [
        BodyHit(start, end, Kind.INSTITUTION, "", "university_unit", "body", core)
        for start, end, core in of_colleges(text)
    ]
    return found
