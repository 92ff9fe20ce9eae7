"""The one table of strings that users read, in Chinese and in English.

Each ``*.toml`` file here is a part of the table, named for what speaks: a section per string with
``zh`` and ``en``. ``reader_table.toml`` adds to the part ``reader``. Placeholders are written
``{name}`` as in :meth:`str.format`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias, cast

__all__ = ["Lang", "say", "table"]

Lang: TypeAlias = Literal["zh", "en"]


@cache
def table() -> dict[str, dict[Lang, str]]:
    """Every string: key → language → text. A key is ``part.section``, as ``source.missing``."""
    strings: dict[str, dict[Lang, str]] = {}
    for part in sorted(files(__name__).iterdir(), key=lambda item: item.name):
        if not part.name.endswith(".toml"):
            continue
        speaker = part.name.removesuffix(".toml").partition("_")[0]
        for section, texts in tomllib.loads(part.read_text(encoding="utf-8")).items():
            strings[f"{speaker}.{section}"] = cast("dict[Lang, str]", texts)
    return strings


def say(key: str, lang: Lang = "en", **values: object) -> str:
    """The string `key` in `lang` with `values` filled in.

    Raises :class:`KeyError` for an unknown key or a missing value: both are mistakes in the code.

    >>> say("source.missing", "en", path="a.txt")
    'a.txt: no such file or folder; check the path'
    """
    return table()[key][lang].format_map(values)
