"""The table of strings: whole in both languages, and nothing that the code asks for is missing."""

import re
from pathlib import Path
from string import Formatter

import pytest

from bangfu.ontology import messages
from bangfu.ontology.messages import say, table

PROJECT = Path(messages.__file__).parents[2]
KEY = re.compile(r'(?:\bsay|\b[A-Z]\w*Error)\(\s*"([a-z]\w*\.[a-z][\w-]*)"')


def places(text, lang):
    """The placeholders of `text`; one that ends in its language (names_zh) counts as the same."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return sorted(name.removesuffix(f"_{lang}") for name in names)


def keys_in_the_code():
    for room in ("ontology", "loaders", "graph"):
        for path in sorted((PROJECT / room).rglob("*.py")):
            for key in KEY.findall(path.read_text(encoding="utf-8")):
                yield pytest.param(key, id=f"{path.name}:{key}")


@pytest.mark.parametrize("key", sorted(table()))
def test_string_has_both_languages_and_the_same_placeholders(key):
    texts = table()[key]
    assert set(texts) == {"zh", "en"}
    assert places(texts["zh"], "zh") == places(texts["en"], "en")
    assert all(texts.values())


@pytest.mark.parametrize("key", list(keys_in_the_code()))
def test_string_that_the_code_asks_for_exists(key):
    assert key in table()


def test_say_fills_in_values():
    assert say("source.missing", "zh", path="一.txt").startswith("一.txt")


def test_say_refuses_a_missing_value():
    with pytest.raises(KeyError):
        say("source.missing", "en")
