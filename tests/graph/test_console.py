"""Language, encoding, tables."""

import pytest

from bangfu.graph.console import delimited, language, print_table, track


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["ask", "--lang", "zh"], {"LANG": "en_GB.UTF-8"}, "zh"),
        (["ask", "--lang=en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LC_ALL": "zh_CN.GBK", "LANG": "en_GB"}, "zh"),
        ([], {"BANGFU_LANG": "zh", "LC_ALL": "C"}, "zh"),
        ([], {"LANG": "fr_FR.UTF-8"}, "en"),
        (["--lang", "fr"], {"LANG": "zh_CN"}, "zh"),
    ],
)
def test_language(
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    expected: str,
) -> None:
    for name in ("BANGFU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language(arguments) == expected


def test_a_spreadsheet_runs_nothing() -> None:
    text = delimited(["name"], [["=cmd|' /C calc'!A0"], ["@SUM(A1)"], ["旺苍县"], [None]], ",")
    assert text == "name\r\n'=cmd|' /C calc'!A0\r\n'@SUM(A1)\r\n旺苍县\r\n\"\"\r\n"


def test_square_brackets_in_a_name_are_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(["name"], [["[red]旺苍[/red]"]])
    assert "[red]旺苍[/red]" in capsys.readouterr().out


def test_track_passes_everything_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(track(iter([1, 2, 3, 4]), 4, "cli.reading", "en", quiet=False)) == [1, 2, 3, 4]
    assert capsys.readouterr().out == ""
