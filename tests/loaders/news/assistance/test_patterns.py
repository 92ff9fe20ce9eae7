import re

import pytest
from helping import ends_of

from bangfu.loaders.news.assistance.patterns import rules


def test_every_rule_names_its_two_sides_and_has_words():
    assert len(rules()) >= 31
    assert len({rule.name for rule in rules()}) == len(rules())
    for rule in rules():
        groups = set(rule.pattern.groupindex)
        assert {"h", "r"} <= groups or {"a", "b"} <= groups or {"p", "t"} <= groups, rule.name
        assert rule.words, rule.name
        assert 0 < rule.confidence <= 1


def test_no_sign_is_left_in_a_pattern():
    for rule in rules():
        assert not re.search(r"\{[A-Z]+\}|~\d|→\d", rule.pattern.pattern), rule.name


def test_a_gap_does_not_cross_another_side_or_a_stop():
    direct = next(rule for rule in rules() if rule.name == "direct")
    assert direct.pattern.search("\ue000对口帮扶\ue000")
    assert not direct.pattern.search("\ue000很好。对口帮扶\ue000")
    send = next(rule for rule in rules() if rule.name == "send")
    assert not send.pattern.search("\ue000；选派教师到\ue000支教")


FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, F2 = "{s - 福清第一中学}", "{s - 福清第二中学}"
L1, L2 = "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
FIRM, CLUB, UNI = "{i - 东海科技有限公司}", "{i - 晨光商会}", "{s - 东海大学}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FIRM}联合{CLUB}，为{L1}送去校服。", {("东海科技有限公司", L1), ("晨光商会", L1)}),
        (f"{FIRM}与{CLUB}共同为{L1}捐建食堂。", {("东海科技有限公司", L1), ("晨光商会", L1)}),
        (f"{FIRM}携手{{p 350100 福州市}}某企业为{L1}捐书。", {("东海科技有限公司", L1)}),
        (f"{F1}向帮扶学校{L1}捐赠电子白板12套。", {("福清第一中学", L1)}),
        (f"{F1}、{{i - 隆德县人民政府}}、{L1}签订了托管帮扶协议。", {("福清第一中学", L1)}),
        (f"{F1}把近郊{L1}确定为定点服务学校。", {("福清第一中学", L1)}),
        (f"从{F1}选派的9名骨干教师，为{L1}送去三门公开课。", {("福清第一中学", L1)}),
        (f"{L1}迎来{F1}的送教活动。", {("福清第一中学", L1)}),
        (f"{UNI}志愿者在{L1}开展夏令营活动。", {("东海大学", L1)}),
        (f"{L1}在{CLUB}协助下，建成了图书室。", {("晨光商会", L1)}),
        (f"{CLUB}选择{L1}、{L2}为首批结对帮扶学校。", {("晨光商会", L1), ("晨光商会", L2)}),
        (f"{L1}校长对{UNI}的爱心捐赠表示由衷感激。", {("东海大学", L1)}),
        (f"{L1}将借助{F1}的优质教育资源加快发展。", {("福清第一中学", L1)}),
        (f"{CLUB}捐建的爱心图书室落户{L1}。", {("晨光商会", L1)}),
        (f"{L1}的孩子们收到了远在千里外的{CLUB}员工寄来的冬衣。", {("晨光商会", L1)}),
        (f"{FU}挂职{LONG}教育局副局长一行来访。", {("福清市", LONG)}),
        (f"{F1}经{{i - 隆德县教育局}}协调与{L1}建立结对帮扶机制。", {("福清第一中学", L1)}),
        (
            f"由{CLUB}主办、{UNI}承办的骨干教师研修班开班，{LONG}的58名教师参加。",
            {("晨光商会", LONG)},
        ),
        (f"{F1}支教队队员{{n - 丁一}}在{L1}上课。", {("福清第一中学", L1)}),
    ],
)
def test_wordings_of_help(text, expected):
    def name(side):
        return side.split()[-1].strip("}")

    assert {(a, name(b)) for a, b in expected} <= ends_of(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        (f"他们关注{CLUB}主办的公益活动，已为{L1}捐建书屋。", ("晨光商会", "隆德县第一中学")),
        (f"{{i - 隆德县教育局}}向{CLUB}回赠了牌匾。", ("隆德县教育局", "晨光商会")),
        (f"{LONG}组织教师到{F1}拜师学艺，交流师资培训。", ("隆德县", "福清第一中学")),
        (f"9名教师，为{LONG}受帮扶学校上课，{F1}很远。", ("隆德县", "福清第一中学")),
        (f"正同{FU}接触，争取由附近学校与{L1}结对。", ("福清市", "隆德县第一中学")),
        (f"{CLUB}在{FU}的指导下，{{i - 教育部}}开展送教。", ("福清市", "教育部")),
    ],
)
def test_wordings_that_are_no_help(text, none):
    assert none not in ends_of(text)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            f"三千册图书从{FU}发往{L1}、{L2}。",
            {("福清市", "隆德县第一中学"), ("福清市", "隆德县第二中学")},
        ),
        (
            f"由{F1}副校长{{n - 王平}}带队，一行五人走进{L1}，开展支教活动。",
            {("福清第一中学", "隆德县第一中学")},
        ),
        (
            f"{L1}的教室里，{F1}校长{{n - 王平}}带队的骨干教师开展送教活动。",
            {("福清第一中学", "隆德县第一中学")},
        ),
        (
            f"{LONG}教师专班抵达{FU}，经过见面会，正式开启为期一周的跟岗学习。",
            {("福清市", "隆德县")},
        ),
        (
            f"{L1}校长{{n - 王平}}高兴地说，{FIRM}给孩子们送来了图书。",
            {("东海科技有限公司", "隆德县第一中学")},
        ),
        (f"{L1}的教学楼是{FU}投资二十万元援建的。", {("福清市", "隆德县第一中学")}),
        (f"{L1}的新电脑来自{FU}的捐赠。", {("福清市", "隆德县第一中学")}),
        (f"{FU}组织的送教团一行六人抵达{LONG}，为教师上示范课。", {("福清市", "隆德县")}),
        (f"{F1}把优质课堂搬进了{L1}。", {("福清第一中学", "隆德县第一中学")}),
        (f"{F1}的教师走上了{L1}的讲台。", {("福清第一中学", "隆德县第一中学")}),
        (f"{FU}的支持让{L1}有了实验室。", {("福清市", "隆德县第一中学")}),
        (f"在{L1}，来自{F1}的支教老师正在备课。", {("福清第一中学", "隆德县第一中学")}),
        (f"{L1}挂牌成为{F1}的帮扶学校。", {("福清第一中学", "隆德县第一中学")}),
        (f"{L1}校长专程到{F1}送上锦旗，感谢多年的帮扶。", {("福清第一中学", "隆德县第一中学")}),
        (f"{UNI}的专家在{LONG}开展义诊。", {("东海大学", "隆德县")}),
        (f"{FU}落实帮扶资金三千万元，惠及{LONG}。", {("福清市", "隆德县")}),
        (f"{FU}与{LONG}之间缔结的友情历久弥新，{FU}对口帮扶{LONG}。", {("福清市", "隆德县")}),
    ],
)
def test_common_tellings_name_helper_and_helped(text, pairs):
    assert ends_of(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        f"三名病人从{LONG}医院送往{FU}。",
        f"{L1}的教学楼不是{FU}援建的。",
        f"{L1}校长向{FU}送上锦旗。",
        f"{L1}的教师来自{FU}，感谢大家的支持。",
    ],
)
def test_what_only_sounds_alike_is_no_help(text):
    assert ends_of(text) == set()
