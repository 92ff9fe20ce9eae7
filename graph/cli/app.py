"""The application that commands register with, and what they have in common."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ...ontology.errors import BangfuError
from ...ontology.messages import Lang
from ..console import remark
from ..options import help_of

__all__ = ["app", "files_of", "partly"]

app = typer.Typer(
    name="bangfu",
    help=help_of("about"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help=help_of("opt-version"))] = False,
) -> None:
    """Show the version."""
    if version:
        from importlib.metadata import version as installed

        sys.stdout.write(installed("bangfu") + "\n")
        raise typer.Exit


def files_of(paths: list[Path], lang: Lang) -> tuple[list[Path], list[BangfuError]]:
    """The files to read, and what is wrong with the paths that lead to none."""
    from ...loaders import find_files

    files: dict[Path, None] = {}
    failures: list[BangfuError] = []
    for path in paths:
        try:
            files.update(dict.fromkeys(find_files([path])))
        except BangfuError as error:
            failures.append(error)
    if not files:
        partly(failures, lang, done=0)
    return list(files), failures


def partly(failures: list[BangfuError], lang: Lang, *, done: int) -> None:
    """Say what failed: exit code 2 when nothing was done, 3 when the rest was."""
    if not failures:
        return
    for error in failures:
        remark(error.told(lang))
    raise typer.Exit(3 if done else 2)
