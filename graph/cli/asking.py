"""Commands that answer: questions, SPARQL, checks."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...ontology.dates import PartialDate
from ...ontology.errors import QueryError
from ...ontology.messages import Lang, say
from ..console import print_json, remark
from ..options import (
    DEFAULT_PROFILE,
    DEFAULT_STORE,
    LANG,
    AsJson,
    Force,
    InLang,
    InProfile,
    StoreAt,
    among,
    help_of,
)
from .app import app

if TYPE_CHECKING:
    from ..engine import Store

__all__ = ["ask", "check", "place", "sparql"]


def _help(key: str) -> str:
    return say(f"asking.opt-{key}", LANG)


def _names(incomplete: str) -> list[tuple[str, str]]:
    """Completion: the names of questions, each with its title."""
    from ..question import questions

    return [(one.name, one.title[LANG]) for one in questions() if one.name.startswith(incomplete)]


def _values(context: typer.Context, incomplete: str) -> list[str]:
    """Completion: what the question may be asked about, out of the store."""
    from ..completing import values_beginning
    from ..profile import Profile

    told = context.params
    profile = Profile(told.get("profile") or DEFAULT_PROFILE)
    store = Path(told.get("store") or DEFAULT_STORE)
    given = told.get("values") or ()
    return values_beginning(store, profile, told.get("question") or "", given, incomplete)


@app.command("ask", help=help_of("ask"))
def ask(
    question: Annotated[
        str | None, typer.Argument(help=help_of("arg-question"), autocompletion=_names)
    ] = None,
    values: Annotated[
        list[str] | None, typer.Argument(help=help_of("arg-values"), autocompletion=_values)
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help=help_of("opt-list"))] = False,
    planned: Annotated[bool, typer.Option("--planned", help=help_of("opt-planned"))] = False,
    reference: Annotated[
        bool, typer.Option("--reference/--no-reference", help=help_of("opt-reference"))
    ] = True,
    official: Annotated[bool, typer.Option("--official-only", help=_help("official"))] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", help=_help("as-of"))] = None,
    option: Annotated[list[str] | None, typer.Option("--option", help=_help("option"))] = None,
    form: Annotated[str, typer.Option("--format", help=help_of("opt-format"))] = "table",
    csv: Annotated[Path | None, typer.Option("--csv", help=_help("csv"))] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", help=_help("xlsx"))] = None,
    force: Force = False,
    store: StoreAt = DEFAULT_STORE,
    profile: InProfile = DEFAULT_PROFILE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Answer a named question, or one in free words."""
    from ..ask import ask as answer
    from ..keep import reading
    from ..question import questions
    from ..show import answer_csv, show_answer, show_questions

    form = among("json" if as_json else form, ("table", "json", "csv", "tsv"), "cli.format")
    if listing:
        show_questions(questions(), lang, as_json=form == "json")
        return
    if question is None:
        raise QueryError("cli.no-question")
    options = {} if reference else {"reference": "false"}
    options |= {"planned": "true"} if planned else {}
    options |= {"official": "true"} if official else {}
    options |= {"as_of": as_of} if as_of else {}
    options |= _options(option or ())
    with reading(store, profile) as keep:
        name, arguments = _asked(keep, question, values or [], lang)
        found = answer(keep, name, *arguments, lang=lang, **options)
        if csv is not None:
            _write(csv, answer_csv(found, lang).encode("utf-8-sig"), lang, force=force)
        if xlsx is not None:
            from ..sheets import answer_workbook

            _write(xlsx, answer_workbook(found, lang), lang, force=force)
        if csv is None and xlsx is None:
            show_answer(found, lang, form)


def _asked(store: Store, question: str, values: list[str], lang: Lang) -> tuple[str, list[str]]:
    """The question and its arguments; what free words were taken for is told."""
    from ..question import question as named
    from ..question import questions
    from ..words import understood_words

    if question in {one.name for one in questions()}:
        return question, values
    if "-" in question and question.isascii() and " " not in question:
        named(question)
    meant = understood_words(store, " ".join((question, *values)))
    call = " ".join((meant.question.name, *meant.arguments))
    remark(say("ask.understood", lang, title=meant.question.title[lang], call=call))
    return meant.question.name, list(meant.arguments)


def _options(given: Sequence[str]) -> dict[str, str]:
    """``name=value`` texts as a mapping; a dash in a name is an underscore."""
    options: dict[str, str] = {}
    for text in given:
        name, mark, value = text.partition("=")
        if not mark or not name:
            raise QueryError("asking.bad-option", text=text)
        options[name.strip().replace("-", "_")] = value
    return options


def _write(path: Path, data: bytes, lang: Lang, *, force: bool) -> None:
    from ..wholefile import write_whole

    write_whole(path, data, force=force)
    remark(say("asking.written", lang, path=path))


@app.command("sparql", help=help_of("sparql"))
def sparql(
    query: Annotated[str, typer.Argument(help=help_of("arg-query"))],
    form: Annotated[str, typer.Option("--format", help=help_of("opt-format"))] = "table",
    timeout: Annotated[
        float | None, typer.Option("--timeout", min=0.1, help=say("serve.opt-timeout", LANG))
    ] = None,
    store: StoreAt = DEFAULT_STORE,
    profile: InProfile = DEFAULT_PROFILE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Run a query over the union of all graphs; the result never changes the store."""
    from ..guard import sparql as answer
    from ..keep import query_text, reading
    from ..show import show_rows

    form = among("json" if as_json else form, ("table", "json", "csv", "tsv"), "cli.format")
    text = query_text(query)
    if timeout is not None:
        from ..serve.once import limited

        show_rows(limited(store, profile, text, timeout, lang), form)
        return
    with reading(store, profile) as keep:
        show_rows(answer(keep, text), form)


@app.command("check", help=help_of("check"))
def check(
    store: StoreAt = DEFAULT_STORE,
    profile: InProfile = DEFAULT_PROFILE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Validate the store; exit code 3 when a shape is violated."""
    from ..checking import check_store
    from ..keep import reading
    from ..show import show_findings

    with reading(store, profile) as keep:
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
