"""The command ``bangfu``. Exit codes: 0 done, 1 fault, 2 bad input, 3 partly done.

The one room that knows all others. Heavy imports stand inside the commands, so that ``--help`` is
quick.
"""

from __future__ import annotations

import sys
from typing import cast

import typer

from ...ontology.errors import BangfuError
from ...ontology.messages import say
from ..console import language, remark, utf8
from ..options import LANG
from . import (
    asking,
    backing,
    comparing,
    exporting,
    judging,
    keeping,
    network,
    privacy,
    reading,
    serving,
    showing,
)
from .app import app
from .mistakes import mistake
from .servers import with_servers

__all__ = [
    "app",
    "asking",
    "backing",
    "comparing",
    "exporting",
    "judging",
    "keeping",
    "main",
    "network",
    "privacy",
    "reading",
    "serving",
    "showing",
]

with_servers(app, LANG)

_MISTYPED = cast("type[typer.BadParameter]", typer.BadParameter.__bases__[0])
"""Every error of usage; the class has moved from version to version of typer."""


def main() -> None:
    """The console script. What is wrong with the input becomes one line on stderr, exit code 2."""
    utf8()
    lang = language(sys.argv[1:])
    try:
        code = app(standalone_mode=not sys.argv[1:])
    except BangfuError as error:
        remark(error.told(lang))
        sys.exit(2)
    except _MISTYPED as error:
        context = error.ctx
        command = "bangfu" if context is None else context.command_path
        remark(say("cli.usage", lang, reason=mistake(error, lang), command=command))
        sys.exit(2)
    except typer.Abort:
        remark(say("cli.stopped", lang))
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)
