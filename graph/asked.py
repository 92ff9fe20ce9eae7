"""What a user asked, understood: the things that names mean, the terms and the options.

A parameter has a kind, which says what may be written for it: ``entity``, ``party``, ``thing``,
``list``, ``source`` (found in the store), ``date``, ``year``, ``level``, ``name`` (a text
tagged as Chinese), ``text``. An option is a
flag, a number, a choice, a date, a text or an entity (:mod:`.question`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from ..ontology.dates import PartialDate
from ..ontology.errors import QueryError
from ..ontology.nt import iri, literal
from ..ontology.terms import XSD_INTEGER
from .engine import Store
from .fill import boolean, text_of
from .lists import find_list, find_source
from .names import PARTIES, Found, find_entity, find_thing
from .question import Option, Question

__all__ = ["STEPS", "Asked", "understood"]

STEPS: Final = ("body", "county", "prefecture", "province")
"""The levels that a parameter or option of the kind ``level`` may name."""

_FINDS: Final[Mapping[str, Callable[[Store, str], Found]]] = {
    "entity": find_entity,
    "party": lambda store, text: find_entity(store, text, PARTIES),
    "thing": find_thing,
    "list": find_list,
    "source": find_source,
}
_FLAGS: Final = {"true": "true", "yes": "true", "1": "true"} | dict.fromkeys(
    ("false", "no", "0"), "false"
)

_WRITTEN: Final = re.compile(r"\s*(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with everything that was said to it.

    `found` are the things that the arguments name, in order; `terms` gives every parameter and
    option its term in N-Triples syntax, `options` every option as text ("" where none is set).
    `texts` are the parameters as plain text: the IRI, the day, the level.
    """

    found: tuple[Found, ...]
    terms: Mapping[str, str]
    options: Mapping[str, str]
    texts: Mapping[str, str]


def understood(
    store: Store, asked: Question, arguments: tuple[str, ...], given: Mapping[str, object]
) -> Asked:
    """The `arguments` and `given` options of a question, looked up and checked.

    An optional parameter that is left out is the thing before it, or the empty text. Raises
    :class:`QueryError`: ``ask.arguments`` for a wrong number of them, ``ask.option`` for an option
    that the question has not or that cannot be so, and what looking a name up raises.
    """
    needed = sum(not parameter.optional for parameter in asked.parameters)
    if not needed <= len(arguments) <= len(asked.parameters):
        raise QueryError(
            "ask.arguments",
            name=asked.name,
            given=len(arguments),
            wanted_zh="，".join(parameter.label["zh"] for parameter in asked.parameters) or "—",
            wanted_en=", ".join(parameter.label["en"] for parameter in asked.parameters) or "—",
        )
    found: list[Found] = []
    terms: dict[str, str] = {}
    for place, parameter in enumerate(asked.parameters):
        if place >= len(arguments):
            same = parameter.kind in _FINDS and found
            terms[parameter.name] = iri(found[-1].iri) if same else literal("")
        elif parameter.kind in _FINDS:
            found.append(_FINDS[parameter.kind](store, arguments[place]))
            terms[parameter.name] = iri(found[-1].iri)
        else:
            text = _plain(parameter.kind, arguments[place].strip())
            terms[parameter.name] = literal(
                text, language="zh" if parameter.kind == "name" else None
            )
    texts = {name: text_of(term) for name, term in terms.items()}
    options: dict[str, str] = {}
    for option in asked.options:
        options[option.name], terms[option.name] = _set(
            store, asked, option, given.get(option.name, option.default)
        )
    for name, value in given.items():
        if name not in options:
            raise _no_option(asked, name, value)
    return Asked(found=tuple(found), terms=terms, options=options, texts=texts)


def _plain(kind: str, text: str) -> str:
    """`text` as the kind of parameter wants it."""
    match kind:
        case "date":
            return _date(text)
        case "year":
            if len(text) != 4 or not text.isascii() or not text.isdigit():
                raise QueryError("ask.year", text=text)
        case "level":
            if text not in STEPS:
                raise QueryError("ask.level", level=text, known=", ".join(STEPS))
    return text


def _date(text: str) -> str:
    """The date in `text`, written with dashes or with 年, 月, 日."""
    written = _WRITTEN.fullmatch(text)
    plain = "-".join(part.rjust(2, "0") for part in written.groups() if part) if written else text
    try:
        return str(PartialDate.parse(plain.strip()))
    except ValueError as error:
        raise QueryError("ask.date", text=text) from error


def _set(store: Store, asked: Question, option: Option, value: object) -> tuple[str, str]:
    """The text and the term of an option; `value` is what was given, else the default."""
    text = str(value).strip()
    match option.kind:
        case "flag" if text.lower() in _FLAGS:
            text = _FLAGS[text.lower()]
            return text, boolean(text == "true")
        case "number" if text.isascii() and text.isdigit():
            return text, literal(text, datatype=XSD_INTEGER)
        case "choice" if text in option.choices:
            return text, literal(text)
        case "text":
            return text, literal(text)
        case "date":
            text = _date(text) if text else ""
            return text, literal(text)
        case "entity":
            text = find_entity(store, text).iri if text else ""
            return text, iri(text) if text else literal("")
    raise _no_option(asked, option.name, value)


def _no_option(asked: Question, name: str, value: object) -> QueryError:
    known = ", ".join(
        f"{option.name} ({'|'.join(option.choices)})" if option.choices else option.name
        for option in asked.options
    )
    return QueryError("ask.option", name=asked.name, option=name, value=value, known=known or "—")
