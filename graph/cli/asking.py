"""Commands that answer: questions, SPARQL, checks."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ...ontology.dates import PartialDate
from ...ontology.errors import QueryError
from ..console import print_json, remark
from ..options import DEFAULT_STORE, LANG, AsJson, InLang, StoreAt, among, help_of
from .app import app

__all__ = ["ask", "check", "place", "sparql"]


@app.command("ask", help=help_of("ask"))
def ask(
    question: Annotated[str | None, typer.Argument(help=help_of("arg-question"))] = None,
    values: Annotated[list[str] | None, typer.Argument(help=help_of("arg-values"))] = None,
    listing: Annotated[bool, typer.Option("--list", help=help_of("opt-list"))] = False,
    planned: Annotated[bool, typer.Option("--planned", help=help_of("opt-planned"))] = False,
    reference: Annotated[
        bool, typer.Option("--reference/--no-reference", help=help_of("opt-reference"))
    ] = True,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Answer a named question."""
    from ..ask import ask as answer
    from ..ask import questions
    from ..keep import reading
    from ..show import show_answer, show_questions

    if listing:
        show_questions(questions(), lang, as_json=as_json)
        return
    if question is None:
        raise QueryError("cli.no-question")
    with reading(store) as keep:
        options = {} if reference else {"reference": False}
        if planned:
            options["planned"] = True
        found = answer(keep, question, *(values or ()), lang=lang, **options)
        show_answer(found, lang, as_json=as_json)


@app.command("sparql", help=help_of("sparql"))
def sparql(
    query: Annotated[str, typer.Argument(help=help_of("arg-query"))],
    form: Annotated[str, typer.Option("--format", help=help_of("opt-format"))] = "table",
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Run a query over the union of all graphs; the result never changes the store."""
    from ..guard import sparql as answer
    from ..keep import query_text, reading
    from ..show import show_rows

    form = among("json" if as_json else form, ("table", "json", "csv", "tsv"), "cli.format")
    with reading(store) as keep:
        show_rows(answer(keep, query_text(query)), form)


@app.command("check", help=help_of("check"))
def check(store: StoreAt = DEFAULT_STORE, as_json: AsJson = False, lang: InLang = LANG) -> None:
    """Validate the store; exit code 3 when a shape is violated."""
    from ..checking import check_store
    from ..keep import reading
    from ..show import show_findings

    with reading(store) as keep:
        violations = show_findings(keep, check_store(keep), lang, as_json=as_json)
    if violations:
        raise typer.Exit(3)


@app.command("place", help=help_of("place"))
def place(
    name: Annotated[str, typer.Argument(help=help_of("arg-place"))],
    on: Annotated[str | None, typer.Option("--on", help=help_of("opt-on"))] = None,
    context: Annotated[list[str] | None, typer.Option("--in", help=help_of("opt-in"))] = None,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Look a place up by name and date; exit code 3 when several fit, 2 when none does."""
    from ...loaders.places import look_up, rows_of, told

    day = None
    if on is not None:
        try:
            day = PartialDate.parse(on).first
        except ValueError:
            raise QueryError("cli.date", given=on) from None
    answer = look_up(name, context=context or (), on=day)
    if as_json:
        print_json(
            name=name,
            status=answer.status,
            near=list(answer.near),
            candidates=list(rows_of(answer, lang)),
        )
    elif answer.candidates:
        sys.stdout.write("".join(f"{line}\n" for line in told(answer, lang)))
    else:
        for line in told(answer, lang):
            remark(line)
    code = {"sure": 0, "ambiguous": 3}.get(str(answer.status), 2)
    if code:
        raise typer.Exit(code)
