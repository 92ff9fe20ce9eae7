"""Names of ranks, subjects, stages and kinds of institution → codes of their concepts.

Records hold a code. A loader that met a name (高级教师) may leave it: what the scheme knows becomes
its code, anything else stays as it was found. The names are those of ``concepts.ttl``, by test.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

__all__ = ["code_of", "is_code", "names"]

OPEN_SCHEMES: Final = ("institutionKind", "rank", "stage", "subject")
"""The schemes that have no enum in the records."""

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def is_code(text: str) -> bool:
    """Whether `text` has the form of a code: ASCII letters, digits, ``_`` and ``-``."""
    return _CODE.fullmatch(text) is not None


def code_of(scheme: str, text: str | None) -> str | None:
    """The code for a name in one of the open schemes; `text` itself if it is no known name.

    >>> code_of("rank", "高级教师")
    'seniorTeacher'
    """
    return None if text is None else names(scheme).get(text, text)


@cache
def names(scheme: str) -> MappingProxyType[str, str]:
    """Name → code in `scheme`: every Chinese label of its concepts."""
    found: dict[str, str] = {}
    text = files(__package__).joinpath("names.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        of, code, label = line.split("\t")
        if of == scheme:
            found[label] = code
    return MappingProxyType(found)
