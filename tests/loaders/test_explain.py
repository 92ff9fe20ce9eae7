"""A reading as plain text."""

from dataclasses import replace

import pytest
from bench import SAMPLE
from explained import HOSTILE, TEXT, reading

from bangfu.loaders import load
from bangfu.loaders.explain import explain_text
from bangfu.ontology.messages import say


def test_a_fact_shows_its_ends_rule_passage_and_offsets():
    text = explain_text(reading(), "zh")
    start = TEXT.index("海河中学结对旺苍中学")
    assert "1. 帮扶：天津市海河中学 → 旺苍中学\n" in text
    assert "   方式：结对；项目：同心树人；状态：进行中；开始：2024；结束：2026-07\n" in text
    assert "   依据：rules/test 3，把握 85%，原文直说\n" in text
    assert "   原文：“海河中学结对旺苍中学”\n" in text
    assert f"   位置：正文 {start}–{start + 10}，原页 {start + 100}–{start + 110}\n" in text
    assert "由原文推出" in text


def test_notes_come_with_reason_and_passage_and_long_ones_are_shortened():
    text = explain_text(reading(), "en")
    assert "Not understood (1)\n- words of help" in text
    assert "“两地深化帮扶。”" in text
    (line,) = (line for line in text.splitlines() if "“<nav>" in line)
    assert len(line) < 260
    assert "characters in all" in line


def test_no_line_of_the_source_passes_for_one_of_ours():
    one = reading()
    forged = replace(
        one, source=replace(one.source, title="甲\n99. 帮扶：乙\u2028\x1b[31m丙\u202e丁\x00")
    )
    text = explain_text(forged, "zh")
    assert text.startswith("甲 99. 帮扶：乙 [31m丙丁\n")
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert HOSTILE in text


def test_totals_close_the_text():
    text = explain_text(reading(), "zh")
    end = text[text.index("合计：") :]
    assert "7 条事实，9 个名称，6 条备注" in end
    assert "- 帮扶 3\n" in end
    assert "- 删去的部分 2\n" in end


def test_an_empty_reading_says_so():
    one = reading()
    text = explain_text(replace(one, entities=(), facts=(), notes=()), "en")
    assert "No fact was read." in text
    assert "Not understood (0)" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["s05-groups.txt", "s06-page.html", "roster.csv"])
def test_all_of_a_real_reading_is_told(name, lang):
    one = load(SAMPLE / name, SAMPLE)
    text = explain_text(one, lang)
    assert text == explain_text(one, lang)
    for fact in one.facts:
        for proof in fact.evidence:
            assert proof.method in text
    assert text.count("\n   原文：" if lang == "zh" else "\n   Passage: ") == sum(
        len(fact.evidence) for fact in one.facts
    )
    for note in one.notes:
        assert say(f"reader.{note.reason}", lang) in text
