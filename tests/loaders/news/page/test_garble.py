"""Half-byte shifts: each mechanism by which they were made, and what must be left alone."""

import re
import sys
from collections import Counter
from pathlib import Path

import opencc
import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "lib"))
from bench import GOLD
from damage import FOLD, injected

from bangfu.loaders.news.page.garble import regrown
from bangfu.loaders.news.page.spans import page_of
from bangfu.ontology.records import NoteKind


def _mended(text):
    page, notes = regrown(page_of(text))
    assert page.starts == sorted(page.starts)
    for note in notes:
        assert text[note.raw_start : note.raw_end].startswith(note.quote)
    return page.text, [note.kind for note in notes]


@pytest.mark.parametrize("mark", ["?;", "?；", "？；"])
def test_symbol_in_both_widths(mark):
    """海 BAA3 + 回 BBD8: A3BB is ；, and the name stands whole elsewhere in the page."""
    text = f"中學黨委書記卞永海出席活動。\n卞永{mark}仡櫫诉^去幾年前往旺蒼開展教育幫扶活動的歷程。"
    mended, kinds = _mended(text)
    assert mended.endswith("\n卞永海回顧了過去幾年前往旺蒼開展教育幫扶活動的歷程。")
    assert kinds == [NoteKind.REPAIRED]


def test_note_eats_its_bracket_and_a_pair_is_dropped():
    """當 AE94 + 地 B5D8: 94B5 is 數 (shù); and 代 B4FA + 表 B1ED: FAB1 is nobody's."""
    mended, kinds = _mended("旺蒼當(dāng)?shù)亟處煷碓诎l(fā)言中表示,活動讓他們受益良多")
    assert mended == "旺蒼當(dāng)地教師代表在發言中表示,活動讓他們受益良多"
    assert len(kinds) == 1


def test_sentence_end_before_a_tag():
    """。 A1A3 + ” A1B1: A3A1 is ！, and the < of the tag went down with the last byte."""
    mended, _ = _mended(
        "他說,“全力建設(shè)一批民盟幫扶的示范點(diǎn)和示范項(xiàng)目?！?/p> “本次研修聚焦”"
    )
    assert "和示范項(xiàng)目。”</p> “本次" in mended


def test_sentence_end_with_a_name_in_the_dropped_pair():
    """史超敏: CAB7 B3[AC C3]F4; two bytes are gone, the name stands whole elsewhere."""
    text = (
        "長水教育集團工會主席史超敏分別致辭。\n"
        "“本次研修全面提升中小學校長的核心素養(yǎng)?!笔烦粼谥罗o中表示,長水教育集團作為承辦方"
    )
    mended, kinds = _mended(text)
    assert "核心素養(yǎng)。”史超敏在致辭中表示" in mended
    assert kinds == [NoteKind.REPAIRED]


def test_a_name_that_cannot_be_proven_is_not_invented():
    mended, kinds = _mended(
        "“本次研修全面提升中小學校長的核心素養(yǎng)?!笔烦粼谥罗o中表示,長水教育集團作為承辦方"
    )
    assert "史超敏" not in mended
    assert kinds == [NoteKind.DAMAGED]


@pytest.mark.parametrize(
    "text",
    [
        "支教為什么?支教做什么?支教求什么?希望我們的教師站在政治高度認識和理解援青支教工作的重要意義。",
        "支教为什么?支教做什么?支教求什么?希望我们的教师站在政治高度认识和理解援青支教工作。",
        "新书到了,谁来管?深圳市南山区语文教师邝晓彤趁着休假,自费在杆洞住了一个月。",
        "“你们明年还来吗?”孩子们问。",
        "时间是09:47?没有人记得。同心?博爱活动在某县举行。",
        "真的吗？\n答：是的？（笑）",
        "Is it so? Yes, it is.",
        "?",
        "",
    ],
)
def test_real_question_marks_stay(text):
    assert _mended(text) == (text, [])


def test_a_shift_that_begins_without_a_sign():
    """。” and 玉 D3F1: the lead byte of ” went down with nothing in its place."""
    mended, _ = _mended("“我們的高考成績一年一個臺階。庇袼馗πｉL豎起大拇指,大家都笑了起來。")
    assert "臺階。”玉素甫校長豎起大拇指" in mended


def test_a_number_beside_a_lost_pair_is_not_guessed():
    """十 CAAE 二 B6FE 年 C4EA: AEB6 and FEC4 are gone, and 十年 reads as well as 十二年."""
    mended, kinds = _mended("定點幫扶的縣?J觊g,學校先後選派8名幹部到該縣掛職。")
    assert "十年間" not in mended
    assert kinds == [NoteKind.DAMAGED]


def test_what_is_found_with_a_pair_lost_is_marked_unless_the_page_has_it():
    _, kinds = _mended("旺蒼當(dāng)?shù)亟處煷碓诎l(fā)言中表示,活動讓他們受益良多")
    assert kinds == [NoteKind.DAMAGED]
    _, kinds = _mended(
        "教師代表在發言。\n旺蒼當(dāng)?shù)亟處煷碓诎l(fā)言中表示,活動讓他們受益良多"
    )
    assert kinds == [NoteKind.REPAIRED]


def test_what_stays_damaged_beside_a_mend_is_marked():
    left = "地址是南門外濱?K號樓"
    assert _mended(left) == (left, [])
    name = "中學黨委書記卞永海出席活動。\n卞永?;仡櫫诉^去幾年前往旺蒼開展教育幫扶活動的歷程。\n"
    assert _mended(name + left)[1] == [NoteKind.REPAIRED, NoteKind.DAMAGED]


def test_no_line_begins_with_a_stop():
    mended, _ = _mended("?O蛄t表示,柯橋區教體局擬於明年在馬邊設立名師工作站")
    assert not mended.startswith("。")


def _outcomes(count):
    """What becomes of damage made in clean articles: kind of outcome → how often."""
    to_old = opencc.OpenCC("s2t").convert
    outcomes = Counter()
    for seed, path in enumerate(sorted(GOLD.glob("[cde]*.txt"))[:count]):
        # such pages were in full-width signs and traditional script when the damage was done
        text = re.sub(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）]", "", path.read_text("utf-8"))
        text = to_old(text.translate(str.maketrans(",:;!()", "，：；！（）"))).rstrip()
        was, now, sites = injected(text, seed)
        page, notes = regrown(page_of(now))
        got = page.text.translate(FOLD).split("\n")
        hit = {site.line for site in sites}
        start = 0
        for i, (line, before) in enumerate(zip(now.split("\n"), was.split("\n"), strict=True)):
            here = [n for n in notes if n.raw_start <= start + len(line) and n.raw_end > start]
            start += len(line) + 1
            if i not in hit:
                assert got[i] == before
            elif got[i] == before:
                outcomes["exact"] += 1
            elif any(note.kind is NoteKind.DAMAGED for note in here):
                outcomes["flagged"] += 1
            else:
                outcomes["wrong"] += 1
    return outcomes


def test_injected_damage_is_mended_or_marked():
    outcomes = _outcomes(24)
    sites = outcomes.total()
    assert sites > 60
    assert outcomes["wrong"] <= 0.02 * sites, outcomes
    assert outcomes["exact"] >= 0.55 * sites, outcomes


def test_rows_of_marks_are_no_shift_and_cost_nothing():
    assert _mended("学校" + "?" * 500 + "中学") == ("学校" + "?" * 500 + "中学", [])


def test_a_page_of_nothing_but_garble_is_left():
    text = "?；仡櫫诉^?!笔烦粼" * 300
    _, kinds = _mended(text)
    assert NoteKind.DAMAGED in kinds


PAGE = "某校教師到縣里支教。全縣中心小學的教師都來了，教師們與中心學校結對。\n"


@pytest.mark.parametrize(
    ("was", "damaged"),
    [
        # 小 D0A1 and 學 8C57: A18C is no character, and shows as two marks
        ("這是該縣中心小學的校長。", "這是該縣中?xíng)男??W的校長。"),
        # 師 8E9F before a bar: 9F7C was read as one character
        ("語文|正高級教師|某校", "語文|正高級教?chù)焲某校"),
        # 。A1A3, and 縣 BF68: A3BF is a full-width ？
        ("支教教師參加會議。縣教體局副局長主持。", "支教教師參加會議??h教體局副局長主持。"),
    ],
)
def test_pairs_that_are_no_character_and_bars(was, damaged):
    mended, _ = _mended(PAGE + damaged)
    assert mended == PAGE + was


def test_a_digit_that_went_down_is_not_made_up():
    mended, kinds = _mended(PAGE + "累計派出支教教?chù)?7名。")
    assert mended.endswith("支教教師□7名。")
    assert NoteKind.DAMAGED in kinds
