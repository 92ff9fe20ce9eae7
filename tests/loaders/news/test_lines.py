"""White space, hard wraps, collapsed paragraphs."""

from bangfu.loaders.news.lines import parted, tidied, unwrapped, without_unseen
from bangfu.loaders.news.spans import page_of

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
