"""Commands on the network: flow matrices."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ...ontology.messages import say
from ..console import delimited, print_json, print_table, remark
from ..options import (
    DEFAULT_PROFILE,
    DEFAULT_STORE,
    LANG,
    LEVELS,
    AsJson,
    InLang,
    InProfile,
    StoreAt,
    among,
)
from .app import app

__all__ = ["flows"]


@app.command("flows", help=say("network.flows", LANG))
def flows(
    level: Annotated[
        str, typer.Option("--level", help=say("network.opt-level", LANG))
    ] = "province",
    by: Annotated[list[str] | None, typer.Option("--by", help=say("network.opt-by", LANG))] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help=say("network.opt-as-of", LANG))
    ] = None,
    then: Annotated[str | None, typer.Option("--then", help=say("network.opt-then", LANG))] = None,
    facts: Annotated[
        list[str] | None, typer.Option("--facts", help=say("network.opt-kinds", LANG))
    ] = None,
    form: Annotated[str, typer.Option("--format", help=say("network.opt-format", LANG))] = "table",
    planned: Annotated[
        bool, typer.Option("--planned", help=say("network.opt-planned", LANG))
    ] = False,
    reference: Annotated[
        bool,
        typer.Option("--reference/--no-reference", help=say("network.opt-reference", LANG)),
    ] = True,
    store: StoreAt = DEFAULT_STORE,
    profile: InProfile = DEFAULT_PROFILE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Print how many facts lead from where to where."""
    from dataclasses import asdict

    from ..asof import period
    from ..flows import flows as computed
    from ..flows import matrix
    from ..history import as_then
    from ..keep import reading
    from ..rollup import Selection

    form = among("json" if as_json else form, ("table", "json", "csv", "matrix"), "cli.format")
    level = among(level, LEVELS, "cli.level")
    past = period(then).first if then else None
    chosen = Selection(
        kinds=tuple(facts or ("assistance",)),
        planned=planned,
        reference=reference,
        as_of=period(as_of) if as_of else None,
    )
    with reading(store, profile) as keep:
        network = keep if past is None else as_then(keep, past)
        found = computed(network, level, by=tuple(by or ()), selection=chosen)
    if past is None:
        line = say("network.boundaries-now", lang, facts=found.facts)
    else:
        line = say("network.boundaries-then", lang, facts=found.facts, day=past.isoformat())
    if found.wider:
        shown = ("、" if lang == "zh" else ", ").join(found.wider[:5])
        shown += "…" if len(found.wider) > 5 else ""
        line += ("" if lang == "zh" else " ") + say(
            "network.wider", lang, count=len(found.wider), names=shown
        )
    heads = [
        say(f"network.head-{one}", lang) for one in ("helper", "recipient", *found.by, "facts")
    ]
    rows = [
        [cell.source_label, cell.target_label, *cell.by, str(cell.facts)] for cell in found.cells
    ]
    match form:
        case "json":
            told = asdict(found.selection)
            told["as_of"] = as_of
            print_json(
                level=found.level,
                by=list(found.by),
                boundaries="now" if past is None else past.isoformat(),
                selection=told,
                facts=found.facts,
                wider=list(found.wider),
                cells=[asdict(cell) for cell in found.cells],
            )
        case "csv":
            sys.stdout.write(delimited(heads, rows, ","))
        case "matrix":
            across, square = matrix(found)
            sys.stdout.write(delimited(across, square, ","))
        case _:
            print_table(heads, rows)
            sys.stdout.write(line + "\n")
    if form in ("csv", "matrix"):
        remark(line)
