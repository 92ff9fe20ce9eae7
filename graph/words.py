"""Free words → the named question that they ask, and what it is asked about.

    understood_words(store, "谁在帮扶旺苍")  # who-helps, 旺苍县

No model and no guess: a question is meant where one of its ``words`` lines stands in the text and
nothing is left over that nobody understood. A line is groups with a space between, found in this
order; a group is alternatives with ``|`` between, in which ``_`` is a space; ``<date>`` and
``<number>`` stand for any date and number. What several questions fit, or none, is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ..ontology.errors import QueryError
from .engine import Store
from .names import called, find_entity
from .question import Parameter, Question, questions
from .spelling import undressed

__all__ = ["Understood", "understood_words"]

_THINGS: Final = ("entity", "party", "thing")
_DATE: Final = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?:\s*年\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*[日号])?"
    r"|-(?P<m2>\d\d)(?:-(?P<d2>\d\d))?|\s*年)?(?!\d)"
)
_NUMBER: Final = re.compile(r"(?<!\d)\d+(?!\d)")
_QUOTED: Final = re.compile("[“\"「『‘']([^”\"」』’']+)[”\"」』’']")
_MARKS: Final = re.compile(r"[\s,.;:!?，。；：！？、“”\"「」『』‘’'()（）\[\]【】—…·/&-]+")
_GAP: Final = "\x00"
_LONGEST: Final = 24
_USUAL: Final = ("who-helps", "whom-it-helps", "about", "evidence", "path")
"""What is offered where names are given and nothing is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The question that free words ask, with its arguments as a user would write them."""

    question: Question
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """The words with names, dates and numbers taken out, and what those were."""

    bare: str
    things: tuple[str, ...]
    dates: tuple[str, ...]
    numbers: tuple[str, ...]
    quoted: tuple[str, ...]


def understood_words(store: Store, text: str) -> Understood:
    """What `text` asks. Raises :class:`QueryError`: ``ask.could-be`` lists the questions that it
    could be, ``ask.not-understood`` says that it is none, and what looking a name up raises.
    """
    read = _read(store, text)
    scored = sorted(
        ((_score(one, read), one) for one in questions()), key=lambda hit: (-hit[0], hit[1].name)
    )
    best = [one for score, one in scored if score and score == scored[0][0]]
    fitting = [one for one in best if _arguments(one, read) is not None]
    if len(fitting) == 1:
        (meant,) = fitting
        left = _left_over(meant, read)
        arguments = _arguments(meant, read)
        if arguments is not None and not left:
            return Understood(question=meant, arguments=arguments)
        raise _could_be(text, fitting, read, left)
    if fitting:
        raise _could_be(text, fitting, read, "")
    if best:
        left = _left_over(best[0], read)
        if left and not read.things:
            find_entity(store, left)  # says what is near, if nothing is called so
        raise _could_be(text, best, read, left)
    if read.things:
        usual = [one for name in _USUAL for one in questions() if one.name == name]
        usual = [one for one in usual if _arguments(one, read) is not None]
        raise _could_be(text, usual, read, "")
    raise QueryError("ask.not-understood", text=text)


def _could_be(text: str, found: Sequence[Question], read: _Text, left: str) -> QueryError:
    asked = [_call(one, read) for one in found]
    if not asked:
        return QueryError("ask.not-understood", text=text)
    key = "ask.could-be-but" if left else "ask.could-be"
    return QueryError(
        key,
        text=text,
        left=left,
        known_zh="；".join(
            f"{call}（{one.title['zh']}）" for call, one in zip(asked, found, strict=True)
        ),
        known_en="; ".join(
            f"{call} ({one.title['en']})" for call, one in zip(asked, found, strict=True)
        ),
    )


def _call(one: Question, read: _Text) -> str:
    """What to type for `one`; its parameters by name where the text does not give them."""
    arguments = _arguments(one, read)
    if arguments is None:
        arguments = tuple(f"<{parameter.name}>" for parameter in one.parameters)
    return " ".join(("bangfu ask", one.name, *arguments))


def _read(store: Store, text: str) -> _Text:
    quoted = tuple(_QUOTED.findall(text))
    dates: list[str] = []
    numbers: list[str] = []

    def date(found: re.Match[str]) -> str:
        month, day = found["m"] or found["m2"], found["d"] or found["d2"]
        parts = [found["y"], *(f"{int(part):02}" for part in (month, day) if part)]
        dates.append("-".join(parts))
        return f"{_GAP}d{_GAP}"

    def number(found: re.Match[str]) -> str:
        numbers.append(found[0])
        return f"{_GAP}n{_GAP}"

    plain = " ".join(text.split())
    bare, things = _without_names(store, plain)
    bare = _NUMBER.sub(number, _DATE.sub(date, bare))
    return _Text(bare.casefold(), things, tuple(dates), tuple(numbers), quoted)


def _without_names(store: Store, text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with a gap for each name in it that the store knows, and those names.

    The longest name at a place counts; names that only stand before another one as the places
    around it (四川省旺苍县) are part of that.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = _name_at(store, text, at)
        if end is None:
            at += 1
            continue
        if spans and spans[-1][1] == at and _is_one(store, text[spans[-1][0] : end]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((at, end))
        at = end
    bare, last = "", 0
    for start, end in spans:
        bare += f"{text[last:start]}{_GAP}e{_GAP}"
        last = end
    return bare + text[last:], tuple(undressed(text[start:end]) for start, end in spans)


def _name_at(store: Store, text: str, at: int) -> int | None:
    for end in range(min(len(text), at + _LONGEST), at + 1, -1):
        part = undressed(text[at:end])
        if len(part) < 2 or _MARKS.match(text[at]) or _MARKS.match(text[end - 1]):
            continue
        # a year or a count is no name, though a code of a place is
        if part.isascii() and part.isdigit() and len(part) != 6:
            continue
        if part.casefold() not in _said_anyway() and called(store, part):
            return end
    return None


def _is_one(store: Store, text: str) -> bool:
    try:
        find_entity(store, text)
    except QueryError:
        return False
    return True


def _score(one: Question, read: _Text) -> int:
    """How much of the text the longest fitting ``words`` line accounts for; 0 if none fits."""
    return max((sum(map(len, hit)) for hit in _hits(one, read)), default=0)


def _hits(one: Question, read: _Text) -> list[list[str]]:
    """What each fitting ``words`` line finds in the text, group by group."""
    found = (_in_order(line, read.bare) for line in (*one.words, one.name.replace("-", "_")))
    return [hit for hit in found if hit]


def _in_order(line: str, text: str) -> list[str]:
    """What the groups of a line find in `text`, one after the other; [] unless all do."""
    hit: list[str] = []
    at = 0
    for group in line.split():
        best: re.Match[str] | None = None
        for word in group.split("|"):
            found = _pattern(word).search(text, at)
            if found and (best is None or len(found[0]) > len(best[0])):
                best = found
        if best is None:
            return []
        hit.append(best[0])
        at = best.end()
    return hit


@cache
def _pattern(word: str) -> re.Pattern[str]:
    if word == "<date>":
        return re.compile(f"{_GAP}d{_GAP}")
    if word == "<number>":
        return re.compile(f"{_GAP}n{_GAP}")
    plain = re.escape(word.replace("_", " ").casefold())
    return re.compile(rf"\b{plain}\b" if word.isascii() else plain)


def _arguments(one: Question, read: _Text) -> tuple[str, ...] | None:
    """The arguments of `one` that the text gives; None if they are too few or too many."""
    things, dates, numbers = list(read.things), list(read.dates), list(read.numbers)
    quoted = list(read.quoted)
    given: list[str] = []
    for parameter in one.parameters:
        text = _argument(parameter, things, dates, numbers, quoted)
        if text is None:
            if not parameter.optional:
                return None
            break
        given.append(text)
    return None if things or dates or numbers else tuple(given)


def _argument(
    parameter: Parameter,
    things: list[str],
    dates: list[str],
    numbers: list[str],
    quoted: list[str],
) -> str | None:
    """The next argument of this kind, taken off its list."""
    match parameter.kind:
        case "entity" | "party" | "thing":
            return things.pop(0) if things else None
        case "name":
            # what is asked after may be no name of the store at all
            if things:
                return things.pop(0)
            return quoted.pop(0) if quoted else None
        case "date":
            return dates.pop(0) if dates else None
        case "year":
            return dates.pop(0)[:4] if dates else None
        case "text" | "list":
            return numbers.pop(0) if numbers else quoted.pop(0) if quoted else None
    return None


def _left_over(one: Question, read: _Text) -> str:
    """What of the text is neither a name nor a word that `one` asks for nor said anyway."""
    rest = read.bare
    words = {word for line in one.words for group in line.split() for word in group.split("|")}
    words.add(one.name.replace("-", "_"))
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rest = _pattern(word).sub(" ", rest)
    rest = re.sub(f"{_GAP}.{_GAP}", " ", rest)
    for text in read.quoted:
        rest = rest.replace(text.casefold(), " ")
    return " ".join(left for piece in _MARKS.split(rest) if (left := _unsaid(piece)))


def _unsaid(piece: str) -> str:
    """`piece` without what is said anyway; Latin words as wholes, Chinese from the longest on."""
    if piece.isascii():
        return "" if piece in _said_anyway() else piece
    left, at = "", 0
    while at < len(piece):
        size = next((n for n in range(5, 0, -1) if piece[at : at + n] in _said_anyway()), 0)
        left += "" if size else piece[at]
        at += size or 1
    return left


@cache
def _said_anyway() -> frozenset[str]:
    """Words that a question may hold without meaning anything more by them."""
    text = files(__package__).joinpath("questions", "said-anyway.txt").read_text(encoding="utf-8")
    return frozenset(
        word.replace("_", " ")
        for line in text.splitlines()
        if not line.startswith("#")
        for word in line.split()
    )
