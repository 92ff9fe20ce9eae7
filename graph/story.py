"""A guided tour of a page: steps from a small file, each a title, a text and what to highlight."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from ..ontology.errors import DrawError

__all__ = ["LEVELS", "VIEWS", "read_story", "told_on"]

VIEWS: Final = ("flow", "network", "table", "timeline", "map")
LEVELS: Final = ("province", "county", "body")
_TEXTS: Final = ("title", "text", "highlight", "programme")
_KNOWN: Final = {*_TEXTS, "view", "level", "modality", "years", "open"}


def read_story(path: Path) -> list[dict[str, Any]]:
    """The steps in `path`, a TOML file with ``[[steps]]`` or a JSON file with ``"steps"``.

    A step has ``title`` and may have ``text``, ``highlight`` (a name), ``open`` (names to expand),
    ``view``, ``level``, ``modality`` (codes), ``programme`` and ``years`` (first, last). Raises
    :class:`DrawError` for a file that cannot be read so, and for a key or value that is not known.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        told = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise DrawError("page.unreadable", path=path, reason=error.strerror or "?") from error
    except ValueError as error:
        reason = re.sub(r"\s+", " ", str(error))[:120]
        raise DrawError("page.story-form", path=path, reason=reason) from error
    steps = told.get("steps") if isinstance(told, dict) else None
    if not isinstance(steps, list) or not steps:
        raise DrawError("page.story-form", path=path, reason="[[steps]]")
    return [_step(path, number, step) for number, step in enumerate(steps, 1)]


def _step(path: Path, number: int, step: object) -> dict[str, Any]:
    def wrong(key: str) -> DrawError:
        return DrawError("page.story-step", path=path, number=number, word=key)

    if not isinstance(step, dict) or not step.get("title"):
        raise wrong("title")
    for key in sorted(step):
        value = step[key]
        good = key in _KNOWN
        if key in _TEXTS:
            good = isinstance(value, str)
        elif key in ("view", "level"):
            good = value in (VIEWS if key == "view" else LEVELS)
        elif key == "years":
            good = isinstance(value, list) and [type(one) for one in value] == [int, int]
        elif good:
            good = isinstance(value, list) and all(isinstance(one, str) for one in value)
        if not good:
            raise wrong(key)
    return dict(step)


def told_on(
    steps: Iterable[Mapping[str, Any]], names: Mapping[str, str], path: Path
) -> list[dict[str, Any]]:
    """`steps` with the names in ``highlight`` and ``open`` replaced by what `names` has for them.

    Raises :class:`DrawError` for a name that the page does not show.
    """

    def found(number: int, name: str) -> str:
        if name not in names:
            raise DrawError("page.story-name", path=path, number=number, name=name)
        return names[name]

    placed = []
    for number, step in enumerate(steps, 1):
        one = dict(step)
        if "highlight" in one:
            one["highlight"] = found(number, one["highlight"])
        if "open" in one:
            one["open"] = [found(number, name) for name in one["open"]]
        placed.append(one)
    return placed
