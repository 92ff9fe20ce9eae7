"""Regular expressions that are compiled when they are first used, not when a module is imported."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["later"]


class _Later:
    """Stands for a compiled pattern; from the first use on its methods are the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        pattern = re.compile(self.pattern, self.flags)
        self.__dict__.update(
            (one, getattr(pattern, one)) for one in dir(pattern) if not one.startswith("_")
        )
        return getattr(pattern, name)


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, short of the work: what is wrong with it shows at the first use.

    For large patterns at the top of modules; the functions of :mod:`re` take no such pattern.
    """
    return cast("re.Pattern[str]", _Later(source, flags))
