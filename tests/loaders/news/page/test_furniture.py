"""What a site puts around a story."""

import pytest

from bangfu.loaders.news.page.furniture import judged

STORY = "某区教育局与某县教育局签订结对帮扶协议，选派12名教师赴受援学校支教，为期一年半，并开展跟岗研修与线上教研等多种形式的合作，受到欢迎。"
OTHER = "国潮与时尚的三国特色灯展、传统与时尚碰撞的主题精品文物展、创新多彩的文艺演出、热闹的诸葛创意市集，吸引了成千上万的游客前来参观，热闹非凡。"


def _reasons(*lines):
    return [verdict.reason for verdict in judged(list(lines))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("当前位置：首页 > 情感 > 故事 >", "menu"),
        ("首页 >> 通知公告 >> 正文", "menu"),
        ("网站首页 | 时政 | 教育 | 民生 | 专题", "menu"),
        ("上一篇：我校荣获称号", "neighbours"),
        ("扫一扫在手机打开当前页", "share-bar"),
        ("【打印】【关闭】", "share-bar"),
        ("版权所有：某局 陕ICP备09008765号", "legal"),
        ("来源：滨城时报", "masthead"),
    ],
)
def test_lines_of_furniture(line, reason):
    assert _reasons(line, "标题一行", STORY, "再见。") == [reason, None, None, None]


def test_lists_of_links_go_to_the_end():
    assert _reasons("标题", STORY, "相关阅读", "武侯祠大庙会", OTHER, "热门文章", STORY) == (
        [None, None, *["related"] * 5]
    )


def test_a_heading_that_runs_on_into_the_story_stays():
    part = "2023年7月，某组织制定了对口帮扶某区实施方案，采取组团式帮扶，凝聚力量，以教育帮扶为抓手，推进教育优质均衡发展，9月23日研修班举行。"
    assert _reasons("标题", STORY, "相关阅读：" + part, "研修班在当地举行。") == [None] * 4


def test_the_story_goes_on_after_a_list():
    more = STORY.replace("某区", "邻区").replace("12", "31")
    assert _reasons("标题", STORY, "相关链接：", "某县召开会议", more)[2:] == [
        "related",
        "related",
        None,
    ]


def test_a_profile_of_a_body_that_the_story_does_not_name_goes():
    lines = ("标题", STORY, "某市慈善基金会简介", OTHER, "联系方式", "地址：淮海中路1253号")
    assert _reasons(*lines) == [None, None, "profile", "profile", "profile", "contact"]
    named = ("标题", STORY + "某市慈善基金会捐资。", "某市慈善基金会简介", OTHER)
    assert _reasons(*named) == [None] * 4


def test_a_paragraph_told_twice_goes_once():
    assert _reasons("标题", STORY, STORY, "结束。") == [None, None, "told-twice", None]


def test_rows_of_tables_signatures_and_dates_stay():
    lines = (
        "名单",
        STORY,
        "11|喀什大学|喀什市|陕西师范大学",
        "—",
        "（记者 张三）",
        "某区教育局",
        "2023年12月15日",
    )
    assert _reasons(*lines) == [None] * 7
    assert str(judged(list(lines))[-1].says.issued) == "2023-12-15"


def test_dated_rows_of_a_table_are_story():
    rows = ["姓名 派出学校 报到时间", "王芳 蛟川书院 2023.9", "李红 镇海中学 2023.9"]
    assert [verdict.reason for verdict in judged(rows)] == [None, None, None]
    assert judged(["滨城时报 2023-09-01", "消息很长"])[0].reason == "masthead"
