"""No regular expression of the readers can be led into trying more and more ways for ever."""

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from ambiguous import ambiguous

import bangfu.loaders
from bangfu.loaders.later import _Later
from bangfu.loaders.news.assistance.patterns import rules

FUNCTIONS = ("compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub")


def sources(value: Any) -> Iterator[tuple[str, int]]:
    """Every pattern in `value`: in tuples, tables and rules as well."""
    if isinstance(value, _Later):
        yield value.pattern, value.flags
    elif isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value.pattern, value.flags
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from sources(one)
    elif isinstance(value, dict):
        yield from sources(tuple(value.items()))


def written(module: Any) -> Iterator[tuple[str, int]]:
    """The patterns that stand in the calls of a module: re.search("…", text), re.sub(_NAME, …)."""
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        owner = call.func.value
        if not (isinstance(owner, ast.Name) and owner.id == "re" and call.func.attr in FUNCTIONS):
            continue
        pattern = call.args[0]
        if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
            yield pattern.value, 0
        elif isinstance(pattern, ast.Name) and isinstance(getattr(module, pattern.id, None), str):
            yield getattr(module, pattern.id), 0


def every_pattern() -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for info in pkgutil.walk_packages(bangfu.loaders.__path__, "bangfu.loaders."):
        module = importlib.import_module(info.name)
        for source in (*sources(dict(vars(module))), *written(module)):
            found.setdefault(source, info.name)
    for rule in rules():
        for source in sources([getattr(rule, name) for name in rule.__dataclass_fields__]):
            found.setdefault(source, f"rule {rule.name}")
    return found


@pytest.mark.parametrize(
    "source",
    [
        "(?:ab|a|b)*c",
        "(?:a+)+b",
        "(?:a*)*b",
        "(?:a?b?)*c",
        "(?:x|[^，]{2,8}?(?:省|市))+",
        r"(?:\w+\s?)*$",
        "(?=(?:ab|a|b)+c)",
        "(?i)(?:ab|A|b)+c",
        "(?:(?:ab|a|b)*c)++",
        "(?>(?:ab|a|b)*c)",
        "(?>(?:ab|a|b)*c)+d",
        "(?:(?>a)|a)*b",
        "(?:a++b|a+b)*c",
    ],
)
def test_loops_with_two_ways_are_seen(source: str) -> None:
    assert ambiguous(source)


@pytest.mark.parametrize(
    "source",
    [
        "(?:a|b)*c",
        "(?:[^，省市]{1,8}[省市]+)+",
        r"(?:\d+、)+",
        r"(?:\s*(?:-|—+)\s*x)+",
        "(?:a|ab)*c",
        "(?:a+){1,3}b",
        "(?:ab|a|b)*+c",
        "x(?>[^x]{0,10}[yz]+x)+w",
    ],
)
def test_loops_with_one_way_are_none(source: str) -> None:
    assert not ambiguous(source)


def test_no_pattern_has_two_ways_through_a_loop() -> None:
    patterns = every_pattern()
    assert len(patterns) > 800
    bad = {
        f"{where}: {source}": loops
        for (source, flags), where in patterns.items()
        if (loops := ambiguous(source, flags))
    }
    assert not bad
