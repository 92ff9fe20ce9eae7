"""The command that compares two stores."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from ...ontology.errors import StoreError
from ...ontology.messages import say
from ..console import print_json
from ..options import DEFAULT_PROFILE, LANG, AsJson, InLang, InProfile
from .app import app

__all__ = ["diff"]


def _help(key: str) -> str:
    return say(f"comparing.{key}", LANG)


@app.command("diff", help=_help("help-diff"))
def diff(
    before: Annotated[Path, typer.Argument(help=_help("arg-before"), metavar="STORE_A")],
    after: Annotated[Path, typer.Argument(help=_help("arg-after"), metavar="STORE_B")],
    profile: InProfile = DEFAULT_PROFILE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Tell what changed; exit code 3 when anything did."""
    from ..diff import KINDS, differences
    from ..keep import reading

    for path in (before, after):
        if not path.exists():
            raise StoreError("store.missing", path=path)
    with reading(before, profile) as old, reading(after, profile) as new:
        found = differences(old, new)
    if as_json:
        counts = {kind: sum(one.kind == kind for one in found) for kind in KINDS}
        changes = [
            {
                "kind": one.kind,
                "what": one.what,
                "before": one.before,
                "after": one.after,
                "source": one.source,
                "facts": one.fact.split(),
            }
            for one in found
        ]
        print_json(counts=counts, changes=changes)
    else:
        for kind, some in groupby(found, key=lambda one: one.kind):
            listed = list(some)
            sys.stdout.write(f"{say(f'comparing.{kind}', lang)} {len(listed)}\n")
            marks = {"added": "+", "removed": "-"}
            mark = marks.get(kind.rpartition("-")[2], "~")
            for one in listed:
                states = [state for state in (one.before, one.after) if state]
                parts = [one.what, " ⇒ ".join(states), f"[{one.source}]" if one.source else ""]
                sys.stdout.write(f"  {mark} {'  '.join(part for part in parts if part)}\n")
        last = say("comparing.total", lang, count=len(found)) if found else ""
        sys.stdout.write((last or say("comparing.same", lang)) + "\n")
    if found:
        raise typer.Exit(3)
