"""Commands that write: pages, files, and the walk through everything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ...ontology.messages import say
from ..console import remark
from ..options import (
    DEFAULT_PROFILE,
    DEFAULT_STORE,
    DETAIL_LIMIT,
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
from .app import app

__all__ = ["demo", "draw"]


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
    story: Annotated[Path | None, typer.Option("--story", help=say("page.opt-story", LANG))] = None,
    basemap: Annotated[
        Path | None, typer.Option("--basemap", help=say("page.opt-basemap", LANG))
    ] = None,
    number: Annotated[
        str | None, typer.Option("--map-number", help=say("page.opt-map-number", LANG))
    ] = None,
    force: Force = False,
    opened: Annotated[bool, typer.Option("--open", help=help_of("opt-open"))] = False,
    store: StoreAt = DEFAULT_STORE,
    profile: InProfile = DEFAULT_PROFILE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the page."""
    from ..basemap import read_basemap
    from ..drawing import draw_page
    from ..keep import reading
    from ..render import LIMIT

    if level is not None:
        among(level, LEVELS, "cli.level")
    ground = None if basemap is None else read_basemap(basemap, number)
    with reading(store, profile) as keep:
        drawn = draw_page(
            keep,
            entity,
            out,
            level=level,
            limit=DETAIL_LIMIT,
            lang=lang,
            force=force,
            reference=reference,
            story=story,
            basemap=ground,
        )
    if drawn.aggregated:
        remark(say("page.coarser", lang, limit=LIMIT), quiet=quiet)
    elif drawn.opens != "body":
        level_name = say(f"page.level-{drawn.opens}", lang)
        remark(say("page.opens-at", lang, limit=DETAIL_LIMIT, level=level_name), quiet=quiet)
    remark(say("cli.drawn", lang, path=out, nodes=drawn.nodes, edges=drawn.edges), quiet=quiet)
    if opened:
        typer.launch(str(out.resolve()))


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
