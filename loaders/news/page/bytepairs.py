"""A page read as bytes of GBK: the tokens that :mod:`.shifts` works on."""

from __future__ import annotations

from typing import NamedTuple

from ...later import later

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
READING = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7}"
GLOSS = later(
    rf"(?<=[{HAN}])(?:[(（]{READING}[)）])+|(?<=[A-Z\[\]^_`a-z{{|}}~])[(（](?=[a-z]*[^\x00-\x7f]){READING}[)）]"
)
EATEN = later(rf"({READING})[)）]")
_TWIN = later(rf"(?<![?？])[?？]{{2}}(?![?？]|{READING}[)）])")


class Token(NamedTuple):
    """One character of the page, as bytes: `wide` a pair, `narrow` one byte; ``?`` has neither.

    `reading` is the bracketed reading whose opening bracket went down in a ``?``; `gap` is a place
    between two characters at which a shift may begin with no sign of it; `twin` two ``?`` for the
    two bytes of one pair that is no character.
    """

    char: str
    start: int
    end: int
    wide: tuple[int, int] | None = None
    narrow: int | None = None
    reading: str | None = None
    mark: bool = False
    gap: bool = False
    twin: bool = False


def bytes_of(char: str) -> tuple[int, int] | None:
    """The two bytes of a character of GBK, else None."""
    try:
        data = char.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return (data[0], data[1]) if len(data) == 2 else None


def tokens_of(text: str, start: int, end: int, gap: int | None = None) -> list[Token]:
    """``text[start:end]`` as tokens; a reading in brackets belongs to what stands before it."""
    tokens: list[Token] = []
    at = start
    while at < end:
        char = text[at]
        gloss = GLOSS.match(text, at) if char in "(（" else None
        if gap == at:
            tokens.append(Token("", at, at, gap=True))
        if gloss and tokens:
            tokens[-1] = tokens[-1]._replace(end=gloss.end())
            at = gloss.end()
            continue
        if char in "?？":
            eaten = EATEN.match(text, at + 1)
            if eaten is None and _TWIN.match(text, at) and at + 2 <= end:
                tokens.append(Token("？", at, at + 2, mark=True, twin=True))
                at += 2
                continue
            stop = eaten.end() if eaten else at + 1
            # A ``?`` is a byte that went down, or a full-width ？ (A3BF), itself seen in error.
            wide = None if eaten else (0xA3, 0xBF)
            tokens.append(Token("？", at, stop, wide, None, eaten[1] if eaten else None, mark=True))
            at = stop
            continue
        code = ord(char)
        if 0x21 <= code <= 0x7E:
            narrow = code if code >= 0x40 else None
            tokens.append(Token(char, at, at + 1, (0xA3, code + 0x80), narrow))
        else:
            tokens.append(Token(char, at, at + 1, bytes_of(char)))
        at += 1
    return tokens
