"""Commands that write: pages, files, and the walk through everything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ...ontology.errors import SourceError
from ...ontology.messages import say
from ..console import remark
from ..options import (
    DEFAULT_STORE,
    DETAIL_LIMIT,
    LANG,
    LEVELS,
    Force,
    InLang,
    Quiet,
    StoreAt,
    among,
    help_of,
)
from .app import app

__all__ = ["demo", "draw", "export"]


@app.command("draw", help=help_of("draw"))
def draw(
    entity: Annotated[str | None, typer.Argument(help=help_of("arg-entity"))] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help=help_of("opt-out"))] = Path(
        "bangfu.html"
    ),
    level: Annotated[str | None, typer.Option("--level", help=help_of("opt-level"))] = None,
    reference: Annotated[
        bool, typer.Option("--reference/--no-reference", help=help_of("opt-reference"))
    ] = True,
    force: Force = False,
    opened: Annotated[bool, typer.Option("--open", help=help_of("opt-open"))] = False,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the page."""
    from ..drawing import draw_page
    from ..keep import reading

    if level is not None:
        among(level, LEVELS, "cli.level")
    with reading(store) as keep:
        drawn = draw_page(
            keep,
            entity,
            out,
            level=level,
            limit=DETAIL_LIMIT,
            lang=lang,
            force=force,
            reference=reference,
        )
    if drawn.aggregated:
        remark(say("cli.aggregated", lang, limit=DETAIL_LIMIT, level=drawn.level), quiet=quiet)
    remark(say("cli.drawn", lang, path=out, nodes=drawn.nodes, edges=drawn.edges), quiet=quiet)
    if opened:
        typer.launch(str(out.resolve()))


@app.command("export", help=help_of("export"))
def export(
    out: Annotated[Path | None, typer.Option("--out", "-o", help=help_of("opt-out"))] = None,
    form: Annotated[str, typer.Option("--format", help=help_of("opt-format"))] = "nquads",
    with_text: Annotated[bool, typer.Option("--with-text", help=help_of("opt-text"))] = False,
    force: Force = False,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the store in a standard format, to a file or to standard output."""
    from ..export import FORMATS
    from ..export import export as write
    from ..keep import reading

    among(form, tuple(FORMATS), "cli.format")
    if out is not None and out.exists() and not force:
        raise SourceError("cli.exists", path=out)
    with reading(store) as keep:
        write(keep, form, sys.stdout.buffer if out is None else out, with_text=with_text)
    if out is not None:
        remark(say("cli.exported", lang, path=out), quiet=quiet)


@app.command("demo", help=help_of("demo"))
def demo(
    out: Annotated[Path | None, typer.Option("--out", "-o", help=help_of("opt-out"))] = None,
    lang: InLang = LANG,
) -> None:
    """Load the shipped sample into a temporary store, ask, and draw."""
    import os
    import tempfile

    from ...loaders import find_files, sample_folder
    from ...loaders.batch import load_all
    from ..demo import walk

    folder = Path(tempfile.mkdtemp(prefix="bangfu-demo-"))
    page = out or folder / "bangfu.html"
    with sample_folder() as sample:
        readings = (one for _, one in load_all(find_files([sample]), sample))
        walk(readings, folder / "bangfu.db", page, "马边彝族自治县", lang)
    if os.environ.get("DISPLAY") or sys.platform in ("win32", "darwin"):
        typer.launch(str(page))
