"""The options that commands share, and the language that help and answers are told in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..ontology.errors import QueryError
from ..ontology.messages import Lang, say
from .console import language
from .profile import Profile

__all__ = [
    "DEFAULT_PROFILE",
    "DEFAULT_STORE",
    "DETAIL_LIMIT",
    "LANG",
    "LEVELS",
    "AllowMarked",
    "AsJson",
    "Force",
    "InLang",
    "InProfile",
    "Jobs",
    "Paths",
    "Quiet",
    "StoreAt",
    "among",
    "help_of",
]

LANG = language(sys.argv[1:])


def help_of(key: str) -> str:
    """The help text `key` in the language of this run."""
    return say(f"cli.{key}", LANG)


def _known_language(text: str) -> Lang:
    """Refuse a language that there is no table of strings for."""
    if text == "zh":
        return "zh"
    if text == "en":
        return "en"
    raise QueryError("cli.lang", given=text)


def among(value: str, known: tuple[str, ...], key: str) -> str:
    """The value, if it is one of the known ones."""
    if value not in known:
        raise QueryError(key, **{key.removeprefix("cli."): value}, known=", ".join(known))
    return value


StoreAt = Annotated[Path, typer.Option("--store", envvar="BANGFU_STORE", help=help_of("opt-store"))]
InLang = Annotated[
    Lang,
    typer.Option("--lang", help=help_of("opt-lang"), parser=_known_language, metavar="zh|en"),
]
AsJson = Annotated[bool, typer.Option("--json", help=help_of("opt-json"))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=help_of("opt-quiet"))]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help=help_of("opt-jobs"))]
InProfile = Annotated[
    Profile, typer.Option("--profile", envvar="BANGFU_PROFILE", help=help_of("opt-profile"))
]
AllowMarked = Annotated[bool, typer.Option("--allow-marked", help=say("secrecy.opt-allow", LANG))]
Force = Annotated[bool, typer.Option("--force", help=help_of("opt-force"))]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH…", help=help_of("arg-paths"))]
DEFAULT_PROFILE = Profile.INTERNAL
DEFAULT_STORE = Path("bangfu.db")
LEVELS = ("body", "county", "prefecture", "province")
DETAIL_LIMIT = 600
"""Above so many nodes a page opens aggregated (measured: a redraw takes over 20 ms)."""
