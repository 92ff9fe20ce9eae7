"""The named questions as forms with their answers, and the page for queries of one's own."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from ...ontology.errors import QueryError
from ...ontology.messages import Lang, say
from ...ontology.nt import Triple, value
from ...ontology.terms import ID, PREFIXES
from ..ask import Answer, ask, cells, coverage_line, question_sparql
from ..engine import Rows
from ..question import Column, Question, question, questions
from .describe import described
from .flow import flow
from .view import View

if TYPE_CHECKING:
    from .site import Site

__all__ = ["EXAMPLES", "ask_view", "questions_view", "view"]

_SHORT: Final = 11
"""So many characters of a cell stay on one line: dates and codes."""

_HEAD: Final = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("bf", "dct", "skos"))
EXAMPLES: Final = (
    (
        "helps",
        f"""{_HEAD}SELECT DISTINCT ?helper ?helped WHERE {{
  ?h bf:helps ?r . ?h skos:prefLabel ?helper . ?r skos:prefLabel ?helped
}} ORDER BY ?helper ?helped LIMIT 100""",
    ),
    (
        "modalities",
        f"""{_HEAD}SELECT ?how (COUNT(DISTINCT ?f) AS ?facts) WHERE {{
  ?f a bf:Assistance ; bf:modality ?m . ?m skos:prefLabel ?how FILTER(LANG(?how) = "zh")
}} GROUP BY ?how ORDER BY DESC(?facts)""",
    ),
    (
        "quotes",
        f"""{_HEAD}SELECT DISTINCT ?helper ?helped ?quote ?title WHERE {{
  ?f bf:helper/bf:canonical ?h ; bf:recipient/bf:canonical ?r ; bf:evidence ?e .
  ?e bf:quote ?quote ; bf:source ?s . OPTIONAL {{ ?s dct:title ?title }}
  ?h skos:prefLabel ?helper . ?r skos:prefLabel ?helped
}} ORDER BY ?helper ?helped LIMIT 50""",
    ),
    (
        "people",
        f"""{_HEAD}SELECT DISTINCT ?name ?title ?body WHERE {{
  ?f a bf:Posting ; bf:person/bf:canonical ?p ; bf:organization/bf:canonical ?o ; bf:title ?title .
  ?p skos:prefLabel ?name . ?o skos:prefLabel ?body
}} ORDER BY ?body ?name LIMIT 100""",
    ),
    (
        "graph",
        f"""{_HEAD}CONSTRUCT {{ ?h bf:helps ?r }} WHERE {{
  ?h bf:helps ?r . ?r a bf:County
}} LIMIT 60""",
    ),
)


def questions_view(lang: Lang) -> View:
    """All named questions."""
    found = sorted(questions(), key=lambda one: (not one.number, one.number, one.name))
    return View(
        template="questions.html",
        title=say("serve.questions", lang),
        shown={"questions": found},
        told={"questions": [asdict(one) for one in found]},
        heads=("name", "title"),
        rows=[(one.name, one.title[lang]) for one in found],
    )


def ask_view(site: Site, name: str, asked: list[tuple[str, str]], lang: Lang) -> View:
    """The form of a question; with its answer when all that it needs is given."""
    try:
        one = question(name)
    except QueryError as error:
        raise QueryError("serve.no-page", path=f"/ask/{name}"[:200]) from error
    given = dict(asked)
    arguments = [given.get(part.name, "").strip() for part in one.parameters]
    while arguments and not arguments[-1]:
        arguments.pop()
    needed = sum(not part.optional for part in one.parameters)
    ready = len(arguments) >= needed and all(arguments) and (needed or "go" in given)
    shown: dict[str, Any] = {"question": one, "given": given, "answer": None, "said": ""}
    if not ready:
        return View(template="ask.html", title=one.title[lang], shown=shown)
    options = _options(one, given)
    try:
        answer = ask(site.store, name, *arguments, lang=lang, **options)
    except QueryError as error:
        if error.key == "ask.option":
            raise
        shown["said"] = error.told(lang)
        told = {"error": error.told(lang)}
        return View(template="ask.html", title=one.title[lang], shown=shown, told=told, status=404)

    def text() -> str:
        walked = one.shape == "walk"
        return "" if walked else question_sparql(site.store, name, *arguments, **options)

    words = cells(answer, lang)
    # a column without anything in it would only take room from the others
    columns = [
        column
        for column, filled in zip(one.columns, map(any, zip(*words, strict=True)), strict=False)
        if column.name not in ("fact", "passage") and filled
    ]
    at = [answer.columns.index(column.name) for column in columns]
    facts = answer.columns.index("fact") if "fact" in answer.columns else None
    passage = answer.columns.index("passage") if "passage" in answer.columns else None
    known = site.index().known
    rows = [
        {
            "cells": [
                _shown(row[place], raw[place], column, known.get(row[place], ""))
                for place, column in zip(at, columns, strict=True)
            ],
            "passage": row[passage] if passage is not None else "",
            "proofs": _proofs(answer, row[facts] if facts is not None else ""),
        }
        for row, raw in zip(words, answer.rows, strict=True)
    ]
    shown |= {
        "answer": answer,
        "columns": [column.label[lang] for column in columns],
        "rows": rows[:2000],
        "total": len(rows),
        "coverage": coverage_line(answer, lang),
        "sparql": text,
    }
    return View(
        template="ask.html",
        title=one.title[lang],
        shown=shown,
        told={
            "question": name,
            "arguments": [asdict(found) for found in answer.arguments],
            "columns": list(answer.columns),
            "rows": [dict(zip(answer.columns, row, strict=True)) for row in answer.rows],
            "passages": {f: [asdict(p) for p in some] for f, some in answer.passages.items()},
            "coverage_line": shown["coverage"],
        },
        heads=[column.label[lang] for column in one.columns],
        rows=words,
        triples=lambda: described(
            site.store, [found.iri for found in answer.arguments], answer.passages
        ),
    )


def _shown(text: str, raw: str, column: Column, to: str) -> dict[str, str]:
    """A cell: what it says, where it leads, its colour, and whether it may be broken into lines."""
    return {
        "text": text,
        "to": to,
        "hue": raw if column.name == "modality" and " " not in raw else "",
        "kind": "short" if len(text) <= _SHORT else "",
    }


def _options(one: Question, given: dict[str, str]) -> dict[str, str]:
    """What the form says: a flag that is not ticked is not sent, so it is off."""
    sent: dict[str, str] = {}
    for option in one.options:
        word = given.get(option.name, "").strip()
        if option.kind == "flag":
            if "go" in given or word:
                sent[option.name] = "true" if word in ("on", "true", "1") else "false"
        elif word:
            sent[option.name] = word
    return sent


def _proofs(answer: Answer, facts: str) -> list[Any]:
    return [passage for fact in facts.split() for passage in answer.passages.get(fact, ())]


def view(
    site: Site,
    text: str,
    found: Rows | list[Triple] | None,
    ask: bool,
    lang: Lang,
    *,
    most: int = 10_000,
) -> View:
    """The editor with the query `text` and, if there is one, its answer as table and picture.

    Of more than `most` rows the rest is left out, and said to be.
    """
    columns: tuple[str, ...] = ()
    rows: list[list[tuple[str, str]]] = []
    picture = ""
    if isinstance(found, Rows):
        columns = found.columns
        rows = [[_cell(cell) for cell in row] for row in found.rows[: most + 1]]
        picture = flow(site.store, _pairs(found), lang)
    elif found is not None:
        columns = ("subject", "predicate", "object")
        rows = [[_cell(cell) for cell in triple] for triple in found[: most + 1]]
        links = [(value(s), _local(p), value(o)) for s, p, o in found if o.startswith("<")]
        picture = flow(site.store, links, lang)
    return View(
        template="query.html",
        title=say("serve.sparql", lang),
        shown={
            "text": text or EXAMPLES[0][1],
            "examples": [(say(f"serve.example-{key}", lang), query) for key, query in EXAMPLES],
            "done": found is not None,
            "truth": rows[0][0][0] if ask and rows else "",
            "columns": columns,
            "rows": rows[:1000],
            "total": f"{most}+" if len(rows) > most else len(rows),
            "cut": len(rows) > 1000,
            "picture": picture,
        },
    )


def _cell(term: str | None) -> tuple[str, str]:
    """What a cell shows, and the IRI of ours that it leads to."""
    if term is None:
        return "", ""
    if term.startswith("_:"):
        return term, ""
    plain = value(term)
    if not term.startswith("<"):
        return plain, ""
    for name, start in PREFIXES.items():
        if plain.startswith(start):
            return f"{name}:{plain.removeprefix(start)}", plain
    return plain.removeprefix(ID), plain


def _pairs(found: Rows) -> list[tuple[str, str, str]]:
    """The first two columns of names or things of each row, as links."""
    links = []
    for row in found.rows:
        ends = [value(cell) for cell in row if cell is not None and not cell.startswith("_:")]
        if len(ends) >= 2:
            links.append((ends[0], "", ends[1]))
    return links if len(found.columns) > 1 else []


def _local(term: str) -> str:
    return value(term).rpartition("#")[2].rpartition("/")[2]
