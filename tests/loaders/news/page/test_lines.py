"""White space, hard wraps, collapsed paragraphs."""

import pytest

from bangfu.loaders.news.page.lines import (
    LONGEST,
    bounded,
    parted,
    tidied,
    unwrapped,
    without_unseen,
)
from bangfu.loaders.news.page.spans import page_of

WRAPPED = (
    "5月21日至23日，某区教委副主任带队到某县某某中学开展协作送教活动，县教育局局长全程参加并介绍\n"
    "情况。两地学校结对以来，累计选派支教教师六十三名，本学年在岗十二名，涵盖语文、数学和英语学科教\n"
    "师。\n下一步，双方将继续合作。"
)


def test_unseen_characters_and_odd_spaces():
    page, unseen = without_unseen(page_of("旺\u200b苍\ufeff县\u00a0教\r\n育　局"))
    assert page.text == "旺苍县 教\n育 局"
    assert len(unseen) == 2


def test_hard_wraps_are_joined():
    assert unwrapped(page_of(WRAPPED))[0].text.count("\n") == 1


def test_titles_lists_and_table_cells_are_not_joined():
    text = "\n".join(
        [
            "关于公布义务教育及高中阶段学校第二轮结对帮扶名单、支教教师名单的通知及有关工作要求",
            "各区县教育局、市直各学校：",
            "1.某市第一中学对口帮扶某县第一中学，期限三年，每年选派支教教师不少于三名，专任教师两名",
            "2.某市第二中学对口帮扶某县第二中学，期限三年，每年选派支教教师不少于三名，专任教师两名",
            "某市西溪中学",
            "某县民族中学",
        ]
    )
    assert unwrapped(page_of(text))[0].text == text


def test_paragraphs_run_together_are_parted():
    text = (
        "某县教育局举行活动。" * 12
        + "他说：“好。” 会上签约。 双方表示感谢。 "
        + "活动圆满结束。" * 12
    )
    assert parted(page_of(text))[0].text.count("\n") == 3
    assert parted(page_of("会上签约。 双方感谢。"))[1] == []


def test_tidied_has_no_bullets_no_blank_lines_and_one_end():
    page = tidied(page_of("\n  • 洛阳路 \n\n \n  图1  开班\n"))
    assert page.text == "洛阳路\n图1 开班\n"
    assert tidied(page).text == page.text
    assert tidied(page_of(" \n ")).text == ""


@pytest.mark.parametrize(
    "rows",
    [
        "教师甲一二 州教育局副局长（挂职），某市某区教育委员会小教科科长，分管支教工作和教研工作\n"
        "教师乙三四（女，回族） 某市第八中学教师，某县第二民族中学支教教师，任教高中数学与信息技术\n"
        "教师丙五六 某市第九中学化学教师，某县民族中学副校长，任教高中化学并主持教务处日常工作安排",
        "1\t某市第一中学，数学\t某某\t高级教师\t某县第二高级中学高中部，任教数学与物理两门，期限一年\n"
        "2\t某市第二中学，语文\t某某\t一级教师\t某县第二高级中学高中部，任教语文与历史两门，期限一年\n"
        "3\t某市第三中学，英语\t某某\t一级教师\t某县第二高级中学高中部，任教英语与地理两门，期限一年",
        "某地携手、童心同行、山海相约——某某市妇女联合会、市关工委赴某某自治县开展关爱儿童活动\n"
        "2022-06-02 来源：某市妇联，浏览次数：417，编辑：某某，审核：某某，校对：某某，签发：某某，终审某某\n"
        "近日，某市妇联党组书记、主席某某，某市关工委副主任某某带队赴某省某州某某自治县，看望慰问了孩子",
    ],
)
def test_rows_and_lists_are_not_joined(rows):
    assert unwrapped(page_of(rows))[0].text == rows


def test_what_runs_on_without_end_is_broken_at_a_sign():
    page, broken = bounded(page_of("某某县中学、" * 1000))
    assert all(len(line) <= LONGEST for line in page.text.split("\n"))
    assert page.text.replace("\n", "") == "某某县中学、" * 1000
    assert all(line.endswith("、") for line in page.text.split("\n"))
    assert page.starts == sorted(page.starts)
    assert len(broken) == page.text.count("\n")
    assert bounded(page_of("一句话。" * 300))[1] == []
