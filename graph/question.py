"""The named questions: one ``.rq`` file each, whose first lines say what it asks and gives.

The header is a run of comment lines ``# key: text``. ``title.zh`` and ``title.en``; a ``param`` is
``name kind 中文 / English`` (a kind with ``?`` may be left out, it then equals the parameter before
it); an ``option`` is ``name default 中文 / English``; a ``column`` is ``name 中文 / English``, with
``:code``, ``:figures`` or ``:facts`` after the name where a cell holds codes or IRIs of facts;
``shape`` is ``table`` (the SPARQL below is the answer) or ``path`` (Python walks the network).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ..ontology.errors import QueryError
from ..ontology.messages import Lang

__all__ = ["Column", "Option", "Parameter", "Question", "question", "questions"]

_FOLDER: Final = "questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question must be given: ``entity``, ``party``, ``thing``, ``list``, date or text.

    A party can help or be helped: a place, body, group or person. A thing is an entity or a fact.
    A list is a list of places that are to be helped.
    """

    name: str
    kind: str
    label: Mapping[Lang, str]
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What a question may be told besides; `default` is written as in the header."""

    name: str
    default: str
    label: Mapping[Lang, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the answer; `holds` is text, code, figures or facts."""

    name: str
    holds: str
    label: Mapping[Lang, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question: what it asks, takes and gives, and its SPARQL (empty for a path)."""

    name: str
    title: Mapping[Lang, str]
    parameters: tuple[Parameter, ...]
    options: tuple[Option, ...]
    columns: tuple[Column, ...]
    shape: str
    sparql: str

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
    shape = "table"
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
            case "shape":
                shape = said
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
                word, default, label = said.split(" ", 2)
                options.append(Option(name=word, default=default, label=_both(label)))
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
        shape=shape,
        sparql=body,
    )


def _both(label: str) -> dict[Lang, str]:
    zh, _, en = label.partition(" / ")
    return {"zh": zh.strip(), "en": en.strip()}
