"""What was typed wrongly is said in the language that was asked for."""

from __future__ import annotations

import re

import pytest
from shell import Run, one_line


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("draw", "--limit", "5"), "没有选项 --limit"),
        (("extract", "a", "--jsob"), "没有选项 --jsob，相近的有 --jobs"),
        (("nosuch",), "没有命令“nosuch”"),
        (("forget",), "缺少 person"),
        (("audit", "x"), "多出来的内容：x"),
        (("ask", "--store"), "选项 --store 后面要有值"),
        (("serve", "--port", "many"), "--port 的值不对："),
        (("ask", "--profile", "king"), "--profile 的值不对：'king'"),
    ],
)
def test_in_chinese(
    run: Run, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], told: str
) -> None:
    monkeypatch.setenv("BANGFU_LANG", "zh")
    said = one_line(run(*typed))
    assert told in said
    assert "有说明" in said
    assert not re.search(r"No such|Missing|Invalid|Got |requires|Value error", said)


def test_in_english_in_the_words_of_the_parser(run: Run) -> None:
    assert "No such option: --limit" in one_line(run("draw", "--limit", "5"))
    king = one_line(run("ask", "--profile", "king"))
    assert "'king' is not one of" in king
    assert "Value error" not in king
