"""Examples to learn from: a text, what is named in it besides persons, and where persons stand.

The project's own articles give them: gold names are looked up in the text as it stands. Neither the
cleaner nor any rule takes part, so that the model changes only when its own data change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ...ontology.records import Kind, Mention

__all__ = ["Example", "article_examples", "swapped"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the names of bodies and places in it, and the spans of persons' names."""

    text: str
    mentions: tuple[Mention, ...]
    names: tuple[Span, ...]


_KINDS = {
    "Place": Kind.PLACE,
    "School": Kind.SCHOOL,
    "Institution": Kind.INSTITUTION,
    "Programme": Kind.PROGRAMME,
}
_TITLED = re.compile(
    "老师|校长|书记|局长|教授|主任|先生|女士|同学|同志|阿姨|会长|院长|队长|园长|大姐"
)


def article_examples(folder: Path) -> list[tuple[str, Example]]:
    """Every article of `folder` in whose text all required persons stand as the gold has them.

    Garbled and traditional pages fall out: what is not found there would be taught as no name.
    """
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(f"{stem}.txt").read_text(encoding="utf-8").replace("\r\n", "\n")
        example = _located(text, gold["entities"])
        if example is not None:
            found.append((stem, example))
    return found


def _located(text: str, entities: list[dict[str, Any]]) -> Example | None:
    forms: dict[str, Kind] = {}
    for entity in entities:
        names = (entity["name"], *entity.get("aliases", ()))
        if entity["type"] == "Person":
            if entity["name"] not in text and not entity.get("optional"):
                return None
            forms |= {n: Kind.PERSON for n in names if len(n) > 1 and not _TITLED.search(n)}
        elif entity["type"] in _KINDS:
            for name in names:
                if len(name) > 1:
                    forms.setdefault(name, _KINDS[entity["type"]])
    names_found: list[Span] = []
    mentions: list[Mention] = []
    if not forms:
        return Example(text, (), ())
    longest = sorted(forms, key=lambda name: (-len(name), name))
    for match in re.finditer("|".join(map(re.escape, longest)), text):
        kind = forms[match[0]]
        if kind is Kind.PERSON:
            names_found.append(match.span())
        else:
            mentions.append(
                Mention(
                    kind=kind, name=match[0], start=match.start(), end=match.end(), key=match[0]
                )
            )
    return Example(text, tuple(mentions), tuple(names_found))


def swapped(example: Example, other_for: Callable[[str], str]) -> Example:
    """The same article with another name for each, as `other_for` makes one up for it."""
    others: dict[str, str] = {}
    pieces: list[str] = []
    names: list[Span] = []
    moved: list[Mention] = []
    at = size = 0
    named = dict(example.names)
    other = {mention.start: mention for mention in example.mentions}
    for start in sorted({*named, *other}):
        pieces.append(example.text[at:start])
        size += start - at
        if start in named:
            at = named[start]
            form = others.setdefault(example.text[start:at], other_for(example.text[start:at]))
            names.append((size, size + len(form)))
        else:
            at = other[start].end
            form = example.text[start:at]
            moved.append(replace(other[start], start=size, end=size + len(form)))
        pieces.append(form)
        size += len(form)
    pieces.append(example.text[at:])
    return Example("".join(pieces), tuple(moved), tuple(names))
