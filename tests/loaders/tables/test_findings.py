"""Findings as a table, in both languages."""

import tomllib
from importlib.resources import files

import pytest

from bangfu.loaders.tables.findings import HEADS, Finding, findings_table


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reason_can_be_told(lang: str) -> None:
    text = (files("bangfu.ontology.messages") / "table.toml").read_text(encoding="utf-8")
    codes = [k.removeprefix("finding-") for k in tomllib.loads(text) if k.startswith("finding-")]
    assert len(codes) > 10
    for code in codes:
        ((sheet, cell, value, told),) = findings_table(
            [Finding("一", 1, 2, "C2", code, "x", "B7")], lang
        )  # type: ignore[arg-type]
        assert (sheet, cell, value) == ("一", "C2", "x")
        assert told
        assert "{" not in told
    assert len(HEADS[lang]) == 4  # type: ignore[index]


def test_secrets_are_hidden_in_the_table() -> None:
    rows = findings_table([Finding("", 0, 0, "A1", "odd-name", "李可13812345678")], "en")
    assert rows[0][2] == "李可***"
