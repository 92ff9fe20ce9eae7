"""Sentences in which each body, place, post and person is one sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.clean import Clean
from ..people.titles import Title, find_titles

__all__ = [
    "BODY",
    "PERSON",
    "PLACE",
    "TITLE",
    "Skeleton",
    "each_body",
    "listed_bodies",
    "skeletons",
    "skeletons_of",
]

BODY, PLACE, PERSON, TITLE = "ⒷⓅⓃⓉ"
_PAGE = str.maketrans("ⒷⓅⓃⓉ", "□□□□")  # a page that has such signs means something else
_SIGNS = {Kind.SCHOOL: BODY, Kind.INSTITUTION: BODY, Kind.PLACE: PLACE, Kind.PERSON: PERSON}
_PRONOUN = later("[他她]|[两二三四]人分别")
_SENTENCE = later(r"[^。！？\n；;]+")
_VERB_OF_POST = later("挂职担任|挂职任|挂职|担任|挂任|兼任|出任|现任|任")


@dataclass(frozen=True)
class Skeleton:
    """A sentence with one sign for each span; `at[i]` is the span or the place of sign i."""

    signs: str
    spans: tuple[Mention | Title | int, ...]

    @property
    def start(self) -> int:
        """Where the sentence begins in the text."""
        first = self.spans[0]
        return first if isinstance(first, int) else first.start

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        """The persons of the sentence, in order."""
        return tuple(
            span
            for sign, span in zip(self.signs, self.spans, strict=True)
            if sign == PERSON and isinstance(span, Mention)
        )

    def after(self, at: int) -> Skeleton:
        """The part of the sentence from sign `at` on."""
        return Skeleton(self.signs[at:], self.spans[at:])

    def without(self, sign: str) -> Skeleton:
        """The sentence without every `sign`: 去年，她到某校 → 去年，到某校."""
        spans = (span for one, span in zip(self.signs, self.spans, strict=True) if one != sign)
        return Skeleton(self.signs.replace(sign, ""), tuple(spans))

    def body(self, match: re.Match[str], group: str | int) -> Mention | None:
        """The body or place that a group of a match ends with."""
        if match[group] is None:
            return None
        span = self.spans[match.end(group) - 1]
        return span if isinstance(span, Mention) else None

    def bounds(self, match: re.Match[str]) -> tuple[int, int]:
        """Where the passage of a match stands in the text."""
        first, last = self.spans[match.start()], self.spans[match.end() - 1]
        return (
            first if isinstance(first, int) else first.start,
            last + 1 if isinstance(last, int) else last.end,
        )


def skeletons(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> tuple[Skeleton, ...]:
    """The sentences that name a person, a body or a place, as skeletons."""
    return _skeletons(clean, tuple(mentions), tuple(persons))


@lru_cache(maxsize=2)  # several stages ask for the same page
def _skeletons(
    clean: Clean, mentions: tuple[Mention, ...], persons: tuple[Mention, ...]
) -> tuple[Skeleton, ...]:
    return tuple(_each(clean, mentions, persons))


def _each(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> Iterator[Skeleton]:
    text = clean.text
    named = [m for m in mentions if m.kind in _SIGNS]
    titles = find_titles(text, [*mentions, *persons])
    yield from skeletons_of(text, sorted([*named, *persons, *titles], key=lambda s: s.start))


def skeletons_of(text: str, spans: Sequence[Mention | Title]) -> Iterator[Skeleton]:
    """The sentences of `text` that name something, with one sign for each of `spans`, in order."""
    low = 0
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        while low < len(spans) and spans[low].start < start:
            low += 1
        high = low
        while high < len(spans) and spans[high].start < end:
            high += 1
        inside = spans[low:high]
        low = high
        if not any(isinstance(s, Mention) for s in inside) and not (
            inside and _PRONOUN.search(text, start, end)
        ):
            continue
        signs: list[str] = []
        at: list[Mention | Title | int] = []
        here = start
        for span in inside:
            if span.start < here:
                continue
            signs.append(text[here : span.start].translate(_PAGE))
            at.extend(range(here, span.start))
            if isinstance(span, Title) and (
                verb := _VERB_OF_POST.match(text, span.start, span.end)
            ):
                signs.append(verb[0])
                at.extend(range(verb.start(), verb.end()))
            signs.append(TITLE if isinstance(span, Title) else _SIGNS[span.kind])
            at.append(span)
            here = span.end
        signs.append(text[here:end].translate(_PAGE))
        at.extend(range(here, end))
        yield Skeleton("".join(signs), tuple(at))


def each_body(
    skeleton: Skeleton, match: re.Match[str], persons: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """甲、乙分别到A校、B校: each to the place of the same rank, if there are as many."""
    places = listed_bodies(skeleton, match)
    if len(places) == len(persons):
        yield from zip(persons, places, strict=True)


def listed_bodies(skeleton: Skeleton, match: re.Match[str]) -> list[Mention]:
    """The bodies of the list that is the group ``each`` of a match."""
    places: list[Mention] = []
    joined = False
    for span in skeleton.spans[match.start("each") : match.end("each")]:
        if not isinstance(span, Mention) or span.kind is Kind.PERSON:
            joined = False
        elif joined:
            places[-1] = span  # 某县|某校: the last of an address
        else:
            places.append(span)
            joined = True
    return places
