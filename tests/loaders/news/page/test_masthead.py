"""What lines say of their page."""

import pytest

from bangfu.loaders.news.page.masthead import date_in, masthead_line
from bangfu.ontology.dates import PartialDate


@pytest.mark.parametrize(
    ("line", "publisher", "author", "issued"),
    [
        ("2025年3月30日10:25 来源：金台资讯 选稿：马芸", "金台资讯", None, "2025-03-30"),
        ("发布日期：2023-09-06 浏览次数：318", None, None, "2023-09-06"),
        ("来源：滨城时报", "滨城时报", None, None),
        ("日期： 来源：网信滨海收集编辑：网信滨海", "网信滨海", None, None),
        (
            "来源：某职教中心 | 作者：冉小洪 | 日期：2024-09-27 | 点击：268",
            "某职教中心",
            "冉小洪",
            "2024-09-27",
        ),
        ("某县民德小学 2024年4月12日", "某县民德小学", None, "2024-04-12"),
        ("来源：镇雄县融媒体中心 2018-12-04", "镇雄县融媒体中心", None, "2018-12-04"),
        ("2024-04-18 09:11 | 广安区融媒体中心", "广安区融媒体中心", None, "2024-04-18"),
    ],
)
def test_masthead(line, publisher, author, issued):
    says = masthead_line(line)
    assert says is not None
    assert (says.publisher, says.author) == (publisher, author)
    assert (None if says.issued is None else str(says.issued)) == issued


@pytest.mark.parametrize(
    "line",
    [
        "记者：还记得第一次走进教室的情形吗？",
        "2024年5月21日至23日，某区教委副主任带队到某县开展协作送教活动。",
        "各受援学校：",
        "人员来源：教师12名，其中校长3名，均来自天津市。",
        "第一中学",
    ],
)
def test_lines_of_the_story_are_none(line):
    assert masthead_line(line) is None


def test_a_date_that_no_calendar_has_is_passed_over():
    assert date_in("2023-13-45，2023年2月") == PartialDate(2023, 2)
    assert date_in("没有日期") is None


@pytest.mark.parametrize(
    ("line", "publisher", "author"),
    [
        ("来源：滨城时报 记者 林望舒", "滨城时报", "林望舒"),
        ("来源：滨城时报全媒体记者林望舒 2024-03-05", "滨城时报", "林望舒"),
        ("来源：记者 林望舒", None, "林望舒"),
        ("来源：滨城时报", "滨城时报", None),
        ("来源：滨城大学学生记者团", "滨城大学学生记者团", None),
        ("来源：中国记者网", "中国记者网", None),
        ("来源：滨城记者协会", "滨城记者协会", None),
    ],
)
def test_who_wrote_is_no_part_of_the_outlets_name(line, publisher, author):
    found = masthead_line(line)
    assert (found.publisher, found.author, found.credits) == (publisher, author, bool(author))


def test_a_period_is_no_day_of_publication():
    assert masthead_line("袁丽 蛟川书院 昭觉中学 2023.9-2024.7") is None
