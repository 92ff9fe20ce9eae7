"""Texts with marked mentions, for tests of the reader's stages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bangfu.ontology.records import Kind, Mention

KINDS = {
    "p": Kind.PLACE,
    "s": Kind.SCHOOL,
    "i": Kind.INSTITUTION,
    "n": Kind.PERSON,
    "g": Kind.PROGRAMME,
}


def marked(text: str) -> tuple[str, tuple[Mention, ...]]:
    """甲{p 120116 滨海新区}乙 → the text without the marks, and its mentions."""
    plain = ""
    mentions: list[Mention] = []
    for piece in re.split(r"(\{[^{}]*\})", text):
        if piece.startswith("{"):
            kind, key, name = piece[1:-1].split(" ")
            key = name if key == "-" else key
            start = len(plain)
            plain += name
            mentions.append(
                Mention(kind=KINDS[kind], name=name, key=key, start=start, end=len(plain))
            )
        else:
            plain += piece
    return plain, tuple(mentions)


def named(text: str, **kinds: Sequence[str]) -> tuple[Mention, ...]:
    """Mentions of the given names wherever they stand, each list under the name of its kind."""
    found = [
        Mention(kind=Kind[kind.upper()], name=name, start=at.start(), end=at.end(), key=name)
        for kind, names in kinds.items()
        for name in names
        for at in re.finditer(re.escape(name), text)
    ]
    return tuple(sorted(found, key=lambda m: m.start))
