"""The named questions: one ``.rq`` file each, whose first lines say what it asks and gives.

The header is a run of comment lines ``# key: text``:

- ``title.zh``, ``title.en``; ``number`` (its place in the list of questions that users ask) and
  ``group`` (the heading under which it is listed, by default that of its number); ``example``:
  arguments that it may be given;
- ``words``: what free words must hold for the question to be meant (:mod:`.words`);
- ``param``: ``name kind 中文 / English`` (:mod:`.asked` has the kinds; one with ``?`` may be left
  out, it then equals the thing before it, or is empty);
- ``option``: ``name default 中文 / English``. The default tells the kind: ``true`` or ``false`` is
  a flag, digits a number, ``one|two|three`` a choice, of which the first is the default. Others say
  it after the name: ``name:date``, ``name:entity``, ``name:text``, where ``-`` is no default;
- ``column``: ``name 中文 / English``, with ``:code``, ``:kind``, ``:figures`` or ``:facts``
  after the name where a cell holds codes (of concepts, of kinds of things) or IRIs of facts;
- ``shape``: ``table`` (the SPARQL below is the answer) or ``walk`` (:mod:`.answers` walks it).

Of the SPARQL, a line that ends in ``# if option`` or ``# unless option`` is there only where that
option is set, or is not (:func:`.fill.fill`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ..ontology.errors import QueryError
from ..ontology.messages import Lang

__all__ = ["GROUPS", "Column", "Option", "Parameter", "Question", "question", "questions"]

GROUPS: Final = ("who", "time", "gaps", "numbers", "people", "events", "network", "grounds")
"""The headings under which questions are listed; their words are ``asking.group-…``."""

_FOLDER: Final = "questions"
_NUMBERED: Final[Mapping[str, tuple[int, ...]]] = {
    "who": (0, 1, 2, 4, 32, 33),
    "time": (3, 7, 30, 31, 34),
    "gaps": (5, 6, 36),
    "numbers": (12, 13),
    "people": (15, 16, 35),
    "events": (14, 17, 18, 21),
    "network": (8, 9, 19, 20, 22, 23),
    "grounds": (10, 11, 24, 25, 26, 27, 28, 29),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question must be given; `kind` says what may be written for it.

    A party can help or be helped: a place, body, group or person. A thing is an entity or a fact.
    A list is a list of places that are to be helped.
    """

    name: str
    kind: str
    label: Mapping[Lang, str]
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What a question may be told besides; `default` is "" where none is set.

    `kind` is flag, number, choice, date, entity or text; a choice is one of `choices`.
    """

    name: str
    default: str
    label: Mapping[Lang, str]
    kind: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the answer; `holds` is text, code, kind, figures or facts."""

    name: str
    holds: str
    label: Mapping[Lang, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question: what it asks, takes and gives, and its SPARQL (empty for a walk).

    `number` is 0 for a question that has none; `words` are as :mod:`.words` reads them.
    """

    name: str
    title: Mapping[Lang, str]
    parameters: tuple[Parameter, ...]
    options: tuple[Option, ...]
    columns: tuple[Column, ...]
    shape: str
    sparql: str
    number: int = 0
    group: str = "who"
    example: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def column(self, name: str, lang: Lang) -> str:
        """The head of the column `name` in `lang`; :class:`KeyError` if there is none."""
        return {column.name: column.label[lang] for column in self.columns}[name]


@cache
def questions() -> tuple[Question, ...]:
    """Every named question, sorted by name."""
    found = [
        _parsed(item.name.removesuffix(".rq"), item.read_text(encoding="utf-8"))
        for item in files(__package__).joinpath(_FOLDER).iterdir()
        if item.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda one: one.name))


def question(name: str) -> Question:
    """The question called `name`; :class:`QueryError` names those that there are."""
    known = {one.name: one for one in questions()}
    if name not in known:
        raise QueryError("ask.no-question", name=name, known=", ".join(known))
    return known[name]


def _parsed(name: str, text: str) -> Question:
    titles: dict[Lang, str] = {}
    parameters: list[Parameter] = []
    options: list[Option] = []
    columns: list[Column] = []
    said_once = {"shape": "table", "number": "0", "group": "", "example": ""}
    words: list[str] = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            body = "\n".join(lines[number:]) + "\n"
            break
        key, _, said = line.removeprefix("#").partition(":")
        said = said.strip()
        match key.strip():
            case "title.zh":
                titles["zh"] = said
            case "title.en":
                titles["en"] = said
            case "shape" | "number" | "group" | "example" as once:
                said_once[once] = said
            case "words":
                words.append(said)
            case "param":
                word, kind, label = said.split(" ", 2)
                parameters.append(
                    Parameter(
                        name=word,
                        kind=kind.removesuffix("?"),
                        label=_both(label),
                        optional=kind.endswith("?"),
                    )
                )
            case "option":
                options.append(_option(*said.split(" ", 2)))
            case "column":
                word, label = said.split(" ", 1)
                word, _, holds = word.partition(":")
                columns.append(Column(name=word, holds=holds or "text", label=_both(label)))
            case _:
                raise ValueError(f"{name}.rq: no such key in the header: {line}")
    else:
        body = ""
    return Question(
        name=name,
        title=titles,
        parameters=tuple(parameters),
        options=tuple(options),
        columns=tuple(columns),
        shape=said_once["shape"],
        sparql=body,
        number=int(said_once["number"]),
        group=said_once["group"] or _group(int(said_once["number"])),
        example=tuple(said_once["example"].split()),
        words=tuple(words),
    )


def _group(number: int) -> str:
    return next((group for group, numbers in _NUMBERED.items() if number in numbers), GROUPS[0])


def _option(word: str, default: str, label: str) -> Option:
    name, _, kind = word.partition(":")
    choices: tuple[str, ...] = ()
    if "|" in default:
        choices = tuple(default.split("|"))
        kind, default = "choice", choices[0]
    elif not kind:
        kind = "flag" if default in ("true", "false") else "text"
        kind = "number" if default.isdecimal() else kind
    default = "" if default == "-" else default
    return Option(name=name, default=default, label=_both(label), kind=kind, choices=choices)


def _both(label: str) -> dict[Lang, str]:
    zh, _, en = label.partition(" / ")
    return {"zh": zh.strip(), "en": en.strip()}
