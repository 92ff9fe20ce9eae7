"""Commands that decide who is who: judge, review, and judgements to and from other tools."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...ontology.dates import PartialDate
from ...ontology.errors import JudgementError, SourceError
from ...ontology.messages import Lang, say
from ..console import print_json, print_table, remark
from ..options import DEFAULT_STORE, LANG, AsJson, Force, InLang, Quiet, StoreAt
from .app import app

if TYPE_CHECKING:
    from ..judgements import Judgement
    from ..store import Store

__all__ = ["judge", "judgements", "review"]


def _help(key: str) -> str:
    return say(f"judging.{key}", LANG)


Who = Annotated[str | None, typer.Option("--who", envvar="BANGFU_WHO", help=_help("opt-who"))]
On = Annotated[str | None, typer.Option("--on", "--when", help=_help("opt-on"))]


@app.command("judge", help=_help("help-judge"))
def judge(
    words: Annotated[list[str] | None, typer.Argument(help=_help("arg-words"))] = None,
    why: Annotated[str, typer.Option("--why", help=_help("opt-why"))] = "",
    who: Who = None,
    on: On = None,
    undo: Annotated[bool, typer.Option("--undo", help=_help("opt-undo"))] = False,
    listing: Annotated[bool, typer.Option("--list", help=_help("opt-list"))] = False,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Keep, take back or show judgements."""
    from ..deciding import judge as keep
    from ..deciding import take_back
    from ..ends import links, meant, shown, undoing
    from ..judgements import Decision, Judgement, read_judgements
    from ..keep import reading

    given = words or []
    path = _beside(store)
    known = read_judgements(path)
    if listing:
        with reading(store) as opened:
            _show(opened, known, lang, as_json=as_json)
        return
    if undo and len(given) == 2:
        with reading(store) as opened:
            one = undoing(opened, known, *given)
        take_back(path, one.a, one.b, who=_who(who), when=_day(on), why=why)
        _apply(store, lang)
        _tell("judging.taken-back", one, path, lang, as_json=as_json, quiet=quiet)
        return
    if undo or len(given) != 3 or given[1] not in tuple(Decision):
        raise JudgementError("judging.words")
    if not why.strip():
        raise JudgementError("judging.why")
    with reading(store) as opened:
        a, b = meant(opened, given[0]), meant(opened, given[2])
        if a.iri == b.iri:
            raise _one_thing(opened, a.iri, given[0], given[2])
        new = Judgement(
            a=a.iri, decision=Decision(given[1]), b=b.iri, who=_who(who), when=_day(on), why=why
        )
        known_to_be_one = links(shown(opened) if known else {}, [*known, new])
    keep(path, new, known_to_be_one)
    _apply(store, lang)
    _tell("judging.kept", new, path, lang, as_json=as_json, quiet=quiet)


@app.command("judgements", help=_help("help-judgements"))
def judgements(
    out: Annotated[Path | None, typer.Option("--export", help=_help("opt-export"))] = None,
    given: Annotated[Path | None, typer.Option("--import", help=_help("opt-import"))] = None,
    who: Who = None,
    on: On = None,
    force: Force = False,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Judgements as SSSOM, out or in."""
    from ..deciding import adopt
    from ..ends import labels, links, shown
    from ..judgements import read_judgements, read_text
    from ..keep import reading
    from ..sssom import from_sssom, to_sssom
    from ..wholefile import keep_text

    if (out is None) == (given is None):
        raise JudgementError("judging.one-way")
    path = _beside(store)
    known = read_judgements(path)
    if out is not None:
        if out.exists() and not force:
            raise SourceError("cli.exists", path=out)
        with reading(store) as opened:
            every = {end for one in known for end in (one.a, one.b)}
            called = labels(opened, every, shown(opened))
        keep_text(out, to_sssom(known, called))
        remark(say("judging.exported", lang, count=len(known), path=out), quiet=quiet)
        return
    assert given is not None
    if not given.exists():
        raise SourceError("source.missing", path=given)
    found = from_sssom(read_text(given), given, _who(who), _day(on))
    with reading(store) as opened:
        known_to_be_one = links(shown(opened), [*known, *found.judgements])
    adopt(path, found.judgements, known_to_be_one)
    _apply(store, lang)
    remark(say("judging.imported", lang, count=len(found.judgements), path=path), quiet=quiet)
    if found.passed:
        line, predicate = found.passed[0]
        count = len(found.passed)
        remark(
            say(
                "judging.sssom-passed",
                lang,
                path=given,
                count=count,
                line=line,
                predicate=predicate,
            )
        )
        raise typer.Exit(3)


@app.command("review", help=_help("help-review"))
def review(
    limit: Annotated[int, typer.Option("--limit", min=1, help=_help("opt-limit"))] = 100,
    html: Annotated[Path | None, typer.Option("--html", help=_help("opt-html"))] = None,
    who: Who = None,
    on: On = None,
    force: Force = False,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Go through proposed pairs; what is decided is written at once."""
    from ..deciding import judge as keep
    from ..deciding import take_back
    from ..ends import links, shown
    from ..judgements import Decision, Judgement, read_judgements
    from ..keep import reading
    from ..reasons import proposals
    from ..review import Pair, pairs, review_json, review_page, review_rows, walk
    from ..wholefile import keep_text

    if html is not None and html.exists() and not force:
        raise SourceError("cli.exists", path=html)
    path = _beside(store)
    with reading(store) as opened:
        found = pairs(opened, proposals(opened, limit), lang)
        at_keys = sys.stdin.isatty() and sys.stdout.isatty()
        before = shown(opened) if at_keys else {}

        def decide(one: Pair, decision: Decision) -> None:
            said = "；".join(one.reasons)
            new = Judgement(
                a=one.a.iri,
                decision=decision,
                b=one.b.iri,
                who=_who(who),
                when=_day(on),
                why=say("judging.why-reviewed", lang, reasons=said),
            )
            keep(path, new, links(before, [*read_judgements(path), new]))

        def back(one: Pair) -> None:
            take_back(path, one.a.iri, one.b.iri, who=_who(who), when=_day(on))

        if as_json:
            print_json(pairs=review_json(found))
        elif html is not None:
            keep_text(html, review_page(found, lang))
            remark(say("judging.page-written", lang, count=len(found), path=html), quiet=quiet)
        elif not found:
            remark(say("judging.nothing-to-review", lang))
        elif at_keys:
            seen, count = walk(found, lang, typer.getchar, decide, back)
            remark(say("judging.reviewed", lang, seen=seen, count=count, path=path))
        else:
            heads = [say(f"judging.head-{h}", lang) for h in ("a", "b", "score", "effect")]
            print_table([*heads, say("judging.head-reasons", lang)], review_rows(found))


def _beside(store: Path) -> Path:
    from ..judgements import FILE_NAME

    return store.resolve().parent / FILE_NAME


def _who(given: str | None) -> str:
    import getpass

    return (given or "").strip() or getpass.getuser()


def _day(given: str | None) -> PartialDate:
    if given is None:
        # The one place where today counts: a decision is dated when it is made
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        today = date.fromtimestamp(int(epoch)) if epoch.isdigit() else date.today()
        return PartialDate(today.year, today.month, today.day)
    try:
        return PartialDate.parse(given)
    except ValueError as error:
        raise JudgementError("judging.on", given=given) from error


def _apply(store: Path, lang: Lang) -> None:
    """Derive anew, and tell which merges judgements forbid now."""
    from ..keep import writing

    with writing(store, create=False, tell=lambda refusal: remark(refusal.told(lang))):
        pass


def _one_thing(store: Store, thing: str, a: str, b: str) -> JudgementError:
    from ..ends import sources_of

    told = "、".join(sources_of(store, thing))
    return JudgementError("judging.one-thing", a=a, b=b, sources=told)


def _tell(key: str, one: Judgement, path: Path, lang: Lang, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        print_json(judgement=_plain(one))
        return
    decision = say(f"judging.decision-{one.decision}", lang)
    remark(say(key, lang, a=one.a, decision=decision, b=one.b, path=path), quiet=quiet)


def _plain(one: Judgement) -> dict[str, str]:
    return {
        "a": one.a,
        "decision": str(one.decision),
        "b": one.b,
        "who": one.who,
        "when": str(one.when),
        "why": one.why,
    }


def _show(store: Store, known: tuple[Judgement, ...], lang: Lang, *, as_json: bool) -> None:
    from ..ends import labels, shown

    every = {end for one in known for end in (one.a, one.b)}
    called = labels(store, every, shown(store) if known else {})
    if as_json:
        print_json(
            judgements=[
                {**_plain(one), "labelA": called[one.a], "labelB": called[one.b]} for one in known
            ]
        )
        return
    if not known:
        remark(say("judging.none", lang))
        return
    heads = [
        say(f"judging.head-{name}", lang) for name in ("a", "decision", "b", "who", "when", "why")
    ]
    rows = [
        (
            _named(one.a, called),
            say(f"judging.decision-{one.decision}", lang),
            _named(one.b, called),
            one.who,
            str(one.when),
            one.why,
        )
        for one in known
    ]
    print_table(heads, rows)


def _named(thing: str, called: dict[str, str]) -> str:
    """The name and the short IRI, which `--undo` takes."""
    from ...ontology.terms import ID

    short = thing.removeprefix(ID)
    return short if called[thing] == thing else f"{called[thing]} {short}"
