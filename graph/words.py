"""Free words → the named question that they ask, and what it is asked about.

    understood_words(store, "谁在帮扶旺苍")  # who-helps, 旺苍县

No model and no guess: a question is meant where one of its ``words`` lines stands in the text
(:mod:`.heard` has their form) and nothing is left over that nobody understood. What several
questions fit, or none, is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..ontology.errors import QueryError
from ..ontology.messages import Lang
from .engine import Store
from .heard import Heard, heard, in_order, left_over, name_left, names_left
from .names import find_entity
from .question import Parameter, Question, questions

__all__ = ["Understood", "understood_words"]

_NAMED: Final = ("entity", "party", "thing", "name")
"""Kinds of parameters that are names of things."""
_USUAL: Final = ("who-helps", "whom-it-helps", "about", "evidence", "path")
"""What is offered where names are given and nothing is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The question that free words ask, with its arguments as a user would write them."""

    question: Question
    arguments: tuple[str, ...]


def understood_words(store: Store, text: str) -> Understood:
    """What `text` asks. Raises :class:`QueryError`: ``ask.could-be`` lists the questions that it
    could be, ``ask.needs`` says what is missing, ``ask.not-understood`` that it is none, and what
    looking a name up raises.
    """
    read = heard(store, text)
    scored = sorted(
        ((_score(one, read), one) for one in questions() if not read.things or _takes_names(one)),
        key=lambda hit: (-hit[0], hit[1].name),
    )
    best = [one for score, one in scored if score and score == scored[0][0]]
    fitting = [one for one in best if _arguments(one, read) is not None]
    if len(fitting) == 1:
        (meant,) = fitting
        left = left_over(_lines(meant), read)
        arguments = _arguments(meant, read)
        if arguments is not None and not left:
            return Understood(question=meant, arguments=arguments)
        _look_up(store, fitting, read)
        raise _could_be(text, fitting, read, left)
    if fitting:
        raise _could_be(text, fitting, read, "")
    if best:
        left = left_over(_lines(best[0]), read)
        if left and not read.things and _wants_name(best[0]):
            find_entity(store, name_left(_lines(best[0]), read))  # says what is near to it
        if not left and len(best) == 1 and not any(_possible(best[0], read)):
            raise _needs(text, best[0])
        _look_up(store, best, read)
        raise _could_be(text, best, read, left)
    usual = [one for name in _USUAL for one in questions() if one.name == name]
    _look_up(store, usual, read)
    if read.things:
        bare = replace(read, dates=(), numbers=())
        usual = [one for one in usual if _arguments(one, bare) is not None]
        raise _could_be(text, usual, read, "")
    raise QueryError("ask.not-understood", text=text)


def _look_up(store: Store, asked: Sequence[Question], read: Heard) -> None:
    """Raise what looking up says of a name that is left over and that nothing here has."""
    for name in names_left([line for one in asked for line in _lines(one)], read):
        find_entity(store, name)


def _could_be(text: str, found: Sequence[Question], read: Heard, left: str) -> QueryError:
    if not found:
        return QueryError("ask.not-understood", text=text)
    key = "ask.could-be-but" if left else "ask.could-be"
    zh, en = (
        [f"{_asked(one, read, lang)}{_bracketed(one, lang)}" for one in found]
        for lang in ("zh", "en")
    )
    return QueryError(key, text=text, left=left, known_zh="；".join(zh), known_en="; ".join(en))


def _bracketed(one: Question, lang: Lang) -> str:
    return f"（{one.title[lang]}）" if lang == "zh" else f" ({one.title[lang]})"


def _asked(one: Question, read: Heard, lang: Lang) -> str:
    """What to type for `one`: with all that the text gives, else with each part of it that fits."""
    calls = [" ".join((one.name, *arguments)) for arguments in _possible(one, read)]
    needed = (f"<{part.label[lang]}>" for part in one.parameters if not part.optional)
    calls = calls or [" ".join((one.name, *needed))]
    return (" / " if lang == "en" else "、").join(f"bangfu ask {call}" for call in calls)


def _needs(text: str, one: Question) -> QueryError:
    """The error for a question that is understood but lacks what it is asked about."""
    needed = [part for part in one.parameters if not part.optional]
    example = " ".join(("bangfu ask", one.name, *one.example)) if one.example else ""
    return QueryError(
        "ask.needs-as" if example else "ask.needs",
        text=text,
        name=one.name,
        example=example,
        title_zh=one.title["zh"],
        title_en=one.title["en"],
        what_zh="，".join(part.label["zh"] for part in needed),
        what_en=", ".join(part.label["en"] for part in needed),
    )


def _possible(one: Question, read: Heard) -> list[tuple[str, ...]]:
    """Arguments that the text gives to `one`: all of it, else what fits when some is left out."""
    for some in (read, replace(read, dates=(), numbers=())):
        arguments = _arguments(one, some)
        if arguments:
            return [arguments]
    each = (replace(read, things=(thing,)) for thing in dict.fromkeys(read.things))
    found = (_arguments(one, some) for part in each for some in _less(part))
    return list(dict.fromkeys(one for one in found if one))


def _less(read: Heard) -> Iterator[Heard]:
    yield read
    if read.dates or read.numbers:
        yield replace(read, dates=(), numbers=())


def _takes_names(one: Question) -> bool:
    return any(part.kind in _NAMED for part in one.parameters)


def _wants_name(one: Question) -> bool:
    return any(part.kind in _NAMED and not part.optional for part in one.parameters)


def _lines(one: Question) -> tuple[str, ...]:
    return *one.words, one.name.replace("-", "_")


def _score(one: Question, read: Heard) -> int:
    """How much of the text the longest fitting ``words`` line accounts for; 0 if none fits."""
    return max(sum(map(len, in_order(line, read.bare))) for line in _lines(one))


def _arguments(one: Question, read: Heard) -> tuple[str, ...] | None:
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
        case "source":
            return quoted.pop(0) if quoted else None
        case "text" | "list":
            return numbers.pop(0) if numbers else quoted.pop(0) if quoted else None
    return None
