"""The command ``bangfu``. Exit codes: 0 done, 1 fault, 2 bad input, 3 partly done.

The one room that knows all others. Heavy imports stand inside the commands, so that ``--help`` is
quick.
"""

from __future__ import annotations

import sys

from ...ontology.errors import BangfuError
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


def main() -> None:
    """The console script. Errors of ours become one line on stderr and exit code 2."""
    utf8()
    try:
        app()
    except BangfuError as error:
        remark(error.told(language(sys.argv[1:])))
        sys.exit(2)
