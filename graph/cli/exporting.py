"""The command that writes the graph in the forms of other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ...ontology.errors import QueryError, SourceError
from ...ontology.messages import say
from ..console import remark
from ..options import (
    DEFAULT_PROFILE,
    DEFAULT_STORE,
    LANG,
    LEVELS,
    Force,
    InLang,
    InProfile,
    Quiet,
    StoreAt,
    among,
    help_of,
)
from ..profile import Profile
from .app import app

__all__ = ["export"]


def _help(key: str) -> str:
    return say(f"export.{key}", LANG)


@app.command("export", help=_help("help"))
def export(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help=_help("arg-file"))] = None,
    form: Annotated[str | None, typer.Option("--as", "--format", help=_help("opt-as"))] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help=help_of("opt-out"))] = None,
    level: Annotated[str, typer.Option("--level", help=_help("opt-level"))] = "body",
    by: Annotated[str, typer.Option("--by", help=_help("opt-by"))] = "bangfu",
    with_text: Annotated[bool, typer.Option("--with-text", help=help_of("opt-text"))] = False,
    force: Force = False,
    store: StoreAt = DEFAULT_STORE,
    profile: InProfile = DEFAULT_PROFILE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the store to a file, a folder or standard output, in a form that others read."""
    from ..export import FORMATS
    from ..export import export as write
    from ..exports import form_of, made, written
    from ..keep import reading

    out = file or out
    wanted = form_of(out, form)
    among(level, LEVELS, "cli.level")
    if with_text and profile is not Profile.INTERNAL:
        raise QueryError("export.text-internal")
    if out is not None and out.exists() and not force:
        raise SourceError("cli.exists", path=out)
    with reading(store, profile) as keep:
        if wanted in FORMATS:
            write(keep, wanted, sys.stdout.buffer if out is None else out, with_text=with_text)
        else:
            ending = "" if out is None else out.suffix.lower()
            files = made(keep, wanted, lang, ending=ending, level=level, by=by)
            if out is not None:
                written(files, out)
            elif len(files) == 1:
                sys.stdout.buffer.write(files[0][1])
            else:
                raise QueryError("export.needs-file", form=wanted)
    if out is not None:
        remark(say("export.done", lang, path=out), quiet=quiet)
