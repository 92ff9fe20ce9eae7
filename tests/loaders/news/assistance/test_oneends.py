import pytest
from marked import marked

from bangfu.loaders.news.assistance.oneends import one_ended
from bangfu.loaders.news.assistance.symbols import view

FIRM, SCHOOL = "{i - 东海科技有限公司}", "{s - 隆德县第一中学}"


def ends(text):
    plain, mentions = marked(text)
    found = view(plain, 0, len(plain), mentions, frozenset())
    return [
        (group, found.mentions[match.start(group)].name)
        for match in one_ended(found)
        for group in ("h", "r")
        if match.groupdict().get(group)
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRM}捐赠电脑30台。",
        f"设备由{FIRM}捐赠。",
        f"这些电脑都是{FIRM}送的。",
        f"寄件人是{FIRM}的员工。",
        f"{FIRM}的捐赠车队缓缓驶入校园。",
        f"他们是{FIRM}的志愿者，带来了冬衣。",
        f"{FIRM}带来了100台电脑。",
        f"这批物资来自{FIRM}。",
    ],
)
def test_who_gives(text):
    assert ends(text) == [("h", "东海科技有限公司")]


def test_who_is_given_to():
    assert ends(f"今年，并为{SCHOOL}新建教学楼。") == [("r", "隆德县第一中学")]


def test_a_sentence_without_a_gift():
    assert ends(f"{FIRM}召开了会议。") == []
