"""Commands that keep a store safe: backup, restore, verify, compact, and a mirror of a server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...ontology.errors import StoreError
from ...ontology.messages import say
from ..console import print_json, remark
from ..options import DEFAULT_STORE, LANG, AsJson, InLang, Quiet, StoreAt
from .app import app

__all__ = ["backup", "compact", "mirror", "restore", "verify"]


def _help(key: str) -> str:
    return say(f"backing.{key}", LANG)


@app.command("backup", help=_help("help-backup"))
def backup(
    target: Annotated[Path, typer.Argument(metavar="DIR", help=_help("arg-target"))],
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Put the store away."""
    from ..backup import backup as put_away
    from ..secret import KEY_FILE

    done = put_away(store, target)
    if as_json:
        print_json(path=str(target), files=done.files, bytes=done.size, key=done.key)
        return
    size = f"{done.size:,}"
    remark(say("backing.done", lang, path=target, files=done.files, size=size), quiet=quiet)
    if done.key:
        remark(say("backing.with-key", lang, file=target / "beside" / KEY_FILE))


@app.command("restore", help=_help("help-restore"))
def restore(
    source: Annotated[Path, typer.Argument(metavar="DIR", help=_help("arg-source"))],
    store: StoreAt = DEFAULT_STORE,
    force: Annotated[bool, typer.Option("--force", help=_help("opt-force"))] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Bring a store back."""
    from ..restore import restore as bring_back

    done = bring_back(source, store, force=force)
    if as_json:
        print_json(store=str(store), files=done.files, bytes=done.size, kept=done.kept)
        return
    size = f"{done.size:,}"
    remark(say("backing.restored", lang, path=store, files=done.files, size=size), quiet=quiet)
    if done.kept:
        remark(say("backing.kept", lang, count=done.kept))


@app.command("verify", help=_help("help-verify"))
def verify(
    repair: Annotated[bool, typer.Option("--repair", help=_help("opt-repair"))] = False,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Look at everything; exit code 3 if something is wrong and was not put right."""
    from ..verify import rederive
    from ..verify import verify as look

    found = look(store)
    if repair and [one.key for one in found.problems] == ["derived"]:
        rederive(store)
        remark(say("backing.repaired", lang, path=store), quiet=quiet)
        found = look(store)
    told = [one.told(lang) for one in found.problems]
    counts = {"statements": found.statements, "sources": found.sources, "quotes": found.quotes}
    if as_json:
        print_json(store=str(store), **counts, problems=told)
    elif told:
        remark(say("backing.unsound", lang, path=store, count=len(told)))
        for line in told:
            remark(line)
    else:
        remark(say("backing.sound", lang, path=store, **counts), quiet=quiet)
    if told:
        raise typer.Exit(3)


@app.command("compact", help=_help("help-compact"))
def compact(
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the store's files anew."""
    from ..compact import compact as write_anew

    done = write_anew(store)
    if as_json:
        print_json(store=str(store), before=done.before, after=done.after)
        return
    sizes = {"before": f"{done.before:,}", "after": f"{done.after:,}"}
    remark(say("backing.compacted", lang, path=store, **sizes), quiet=quiet)


@app.command("mirror", help=_help("help-mirror"))
def mirror(
    drop: Annotated[bool, typer.Option("--drop", help=_help("opt-drop"))] = False,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Keep what a server holds on this machine too, or no longer."""
    from ..remote import is_remote

    if not is_remote(store):
        raise StoreError("backing.no-server", path=store)
    from ..keep import reading
    from ..mirror import drop as give_up
    from ..mirror import make, mirror_of

    if drop:
        dropped = give_up(store)
        if as_json:
            print_json(mirror=str(mirror_of(store)), dropped=dropped)
            return
        key = "mirror-dropped" if dropped else "mirror-none"
        remark(say(f"backing.{key}", lang, path=mirror_of(store)), quiet=quiet)
        return
    with reading(store):  # what follows from the sources is to be there
        pass
    made = make(store)
    if as_json:
        print_json(mirror=str(made.path), sources=made.sources, statements=made.statements)
        return
    counts = {"sources": f"{made.sources:,}", "statements": f"{made.statements:,}"}
    remark(say("backing.mirrored", lang, path=made.path, **counts), quiet=quiet)
