"""The command ``bangfu``. Exit codes: 0 done, 1 fault, 2 bad input, 3 partly done.

The one room that knows all others. Heavy imports stand inside the commands, so that ``--help`` is
quick.
"""

from __future__ import annotations

import sys

from ...ontology.errors import BangfuError
from ..console import language, remark, utf8
from . import asking, keeping, reading, showing
from .app import app

__all__ = ["app", "asking", "keeping", "main", "reading", "showing"]


def main() -> None:
    """The console script. Errors of ours become one line on stderr and exit code 2."""
    utf8()
    try:
        app()
    except BangfuError as error:
        remark(error.told(language(sys.argv[1:])))
        sys.exit(2)
