"""Commands about people and their rights: leaving out, correcting, and who decided what."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ...ontology.dates import PartialDate
from ...ontology.errors import QueryError
from ...ontology.messages import say
from ..console import print_json, print_table, remark
from ..options import DEFAULT_STORE, LANG, AsJson, InLang, Quiet, StoreAt
from .app import app

__all__ = ["audit", "correct", "forget"]


def _help(key: str) -> str:
    return say(f"privacy.{key}", LANG)


Who = Annotated[str, typer.Option("--who", envvar="BANGFU_WHO", help=_help("opt-who"))]
When = Annotated[str | None, typer.Option("--when", help=_help("opt-when"))]


@app.command("forget", help=_help("forget"))
def forget(
    person: Annotated[str, typer.Argument(help=_help("arg-person"))],
    why: Annotated[str, typer.Option("--why", help=_help("opt-why-code"))] = "request",
    at: Annotated[str | None, typer.Option("--at", help=_help("opt-at"))] = None,
    everywhere: Annotated[bool, typer.Option("--everywhere", help=_help("opt-everywhere"))] = False,
    who: Who = "-",
    when: When = None,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Take a person out, now and whenever a source is read again."""
    from ..forgetting import forget as take_out
    from ..suppression import Why

    if why not in tuple(Why):
        raise QueryError("privacy.why", why=why, known=", ".join(Why))
    code = Why(why)
    done = take_out(store, person, why=code, who=who, when=_day(when), at=at, everywhere=everywhere)
    if as_json:
        print_json(id=done.id, sources=done.sources, namesakes=list(done.namesakes))
        return
    remark(say("privacy.forgotten", lang, id=done.id, sources=done.sources), quiet=quiet)
    if done.namesakes:
        told = "、".join(done.namesakes)
        remark(say("privacy.namesakes", lang, bodies=told), quiet=quiet)


@app.command("correct", help=_help("correct"))
def correct(
    fact: Annotated[str, typer.Argument(help=_help("arg-fact"))],
    wrong: Annotated[bool, typer.Option("--wrong", help=_help("opt-wrong"))] = False,
    values: Annotated[list[str] | None, typer.Option("--set", help=_help("opt-set"))] = None,
    undo: Annotated[bool, typer.Option("--undo", help=_help("opt-undo"))] = False,
    why: Annotated[str, typer.Option("--why", help=_help("opt-why"))] = "",
    who: Who = "-",
    when: When = None,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Decide that a fact is wrong or what it should say, or take such decisions back."""
    from ..correcting import correct as decide
    from ..correcting import take_back

    if [wrong, bool(values), undo].count(True) != 1:
        raise QueryError("privacy.one-of")
    if undo:
        iri = take_back(store, fact, who=who, when=_day(when), why=why)
        remark(say("privacy.undone", lang, fact=iri), quiet=quiet)
        return
    pairs = [_pair(one) for one in values or ()]
    iri = decide(store, fact, pairs, who=who, when=_day(when), why=why)
    remark(say("privacy.corrected", lang, fact=iri), quiet=quiet)


@app.command("audit", help=_help("audit"))
def audit(store: StoreAt = DEFAULT_STORE, as_json: AsJson = False, lang: InLang = LANG) -> None:
    """List the decisions about the store, oldest first."""
    from ..audit import COLUMNS, read_audit

    rows = [(one.when, one.who, one.what, one.about, one.why) for one in read_audit(Path(store))]
    if as_json:
        print_json(decisions=[dict(zip(COLUMNS, row, strict=True)) for row in rows])
    elif rows:
        print_table(tuple(say(f"privacy.head-{one}", lang) for one in COLUMNS), rows)
    else:
        remark(say("privacy.no-decisions", lang))


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        raise QueryError("privacy.no-pair", text=text)
    return name.strip(), value.strip()


def _day(text: str | None) -> PartialDate:
    """The day that a decision bears: as given, or today."""
    if text is None:
        return PartialDate.parse(date.today().isoformat())
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise QueryError("cli.date", given=text) from None
