import re

import pytest
from helping import ends_of, pairs_of
from marked import marked

from bangfu.loaders.news.assistance.claims import claims_in
from bangfu.loaders.news.assistance.patterns import rules
from bangfu.loaders.news.assistance.symbols import view


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
        assert not re.search(r"\{[A-Z_]+\}|~\d|→\d", rule.pattern.pattern), rule.name


def test_a_gap_does_not_cross_another_side_or_a_stop():
    direct = next(rule for rule in rules() if rule.name == "direct")
    assert direct.pattern.search("\ue000对口帮扶\ue000")
    assert not direct.pattern.search("\ue000很好。对口帮扶\ue000")
    send = next(rule for rule in rules() if rule.name == "send")
    assert not send.pattern.search("\ue000；选派教师到\ue000支教")


FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, F2 = "{s - 福清第一中学}", "{s - 福清第二中学}"
FU_, LONG_ = "福清市", "隆德县"
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
        (f"感谢{UNI}的无私援助，{L1}校长在接受捐赠时说。", {("东海大学", L1)}),
        (f"做好对口支援{L1}工作是{F1}义不容辞的责任。", {("福清第一中学", L1)}),
        (f"{FIRM}伸出援手，解决了{L1}冬季取暖问题。", {("东海科技有限公司", L1)}),
        (f"{F1}的老师们带着图书和文具，走进{L1}看望儿童。", {("福清第一中学", L1)}),
        (f"{L1}学生代表向{UNI}回赠了手工作品，感谢其多年资助。", {("东海大学", L1)}),
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
        (f"{UNI}开展面向{LONG}的伙伴成长计划。", {("东海大学", LONG)}),
        (f"在{FU}的精准帮扶与持续赋能下，{LONG}教育变了样。", {("福清市", LONG)}),
        (f"{L1}是{CLUB}助学项目的帮扶对象。", {("晨光商会", L1)}),
        (
            f"{CLUB}向{FU}对口智力援助单位——{L1}捐赠设备一批。",
            {("晨光商会", L1), ("福清市", L1)},
        ),
        (
            f"{CLUB}在{LONG}正式启动“晨光之心”第一期关爱困难家庭学生公益活动。",
            {("晨光商会", LONG)},
        ),
        (f"此次捐赠由乡贤代表{{n - 丁一}}发起，共为{L1}送来空调7台。", {("丁一", L1)}),
        (f"在{F1}的数学课堂上，{L1}的跟岗教师们正在听课。", {("福清第一中学", L1)}),
        (f"{L1}受助学校代表向{CLUB}赠送写着大爱无疆的锦旗。", {("晨光商会", L1)}),
        (f"由县消防大队、{F1}组成的交流团走进{L1}，开展结对帮扶。", {("福清第一中学", L1)}),
        (f"{CLUB}是{LONG}的定点帮扶单位。", {("晨光商会", LONG)}),
        (f"县里将{FIRM}列为{LONG}的挂钩帮扶单位。", {("东海科技有限公司", LONG)}),
        (f"{UNI}携手{L1}于今日开设了暑期辅导班。", {("东海大学", L1)}),
        (f"{L1}是{FU}对口援建的一所新学校。", {("福清市", L1)}),
        (f"{UNI}向定点帮扶{LONG}中小学生开展线上辅导。", {("东海大学", LONG)}),
        (f"{F1}{{n - 丁一}}老师为{L1}高二学生做了一堂关于地理环境的讲座。", {("福清第一中学", L1)}),
        (f"{FU}对{LONG}等地区，从学校结对、送教下乡等方面开展帮扶工作。", {("福清市", LONG)}),
        (f"{FU}用两只手帮衬着{LONG}。", {("福清市", LONG)}),
        (
            f"{FIRM}与{CLUB}在青少年宫联合举办助学活动，为{L1}送上书包。",
            {("东海科技有限公司", L1), ("晨光商会", L1)},
        ),
        (
            f"{F1}与{F2}分别与{L1}、{L2}建立结对帮扶关系。",
            {("福清第一中学", L1), ("福清第二中学", L2)},
        ),
        (f"{FIRM}为100名品学兼优的{LONG}学子提供助学金。", {("东海科技有限公司", LONG)}),
        (f"晨光助学团和{FIRM}共给{L1}带来了500套课桌。", {("东海科技有限公司", L1)}),
        (
            f"{FIRM}发起的助学行动已有九年，项目每年为{LONG}学子提供资助。",
            {("东海科技有限公司", LONG)},
        ),
        (
            f"{FU}副市长、{{i - 民盟福清市委会}}主委{{n - 丁一}}率部分盟员来到{L1}，开展捐书助学活动。",
            {("民盟福清市委会", L1)},
        ),
        (
            f"{F1}校长{{n - 丁一}}与{F1}教师一行13人，来到对口帮扶学校——{L1}，开展送教。",
            {("福清第一中学", L1)},
        ),
        (f"{L1}由{{p 350100 福州市}}高新区{FU}捐资三千万元援建。", {("福清市", L1)}),
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
        (f"{LONG}代表向{CLUB}赠送绣着山高水长情谊深的锦旗。", ("隆德县", "晨光商会")),
        (f"{LONG}是{CLUB}的定点帮扶单位。", ("晨光商会", "隆德县")),
        (
            "{s - 龙泉小学}选派青年教师分批进驻{s - 汇川小学}。"
            "在{s - 汇川小学}，{s - 龙泉小学}的跟岗教师听课百节。",
            ("龙泉小学", "汇川小学"),
        ),
        (
            "{i - 香江商会}的牵线搭桥和帮扶{i - 驻村工作队}都很重要。",
            ("香江商会", "驻村工作队"),
        ),
        (f"{CLUB}携手{FU}晨曦社到{L1}，送去图书。", ("福清市", "隆德县第一中学")),
        (f"{{n - 丁一}}在捐赠仪式上说：“开展对{L1}的援助很有意义。”", ("丁一", "隆德县第一中学")),
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
            f"三千册图书从{F1}发往{L1}、{L2}。",
            {("福清第一中学", "隆德县第一中学"), ("福清第一中学", "隆德县第二中学")},
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
        (
            f"{F1}与结对的两所乡镇学校——{L1}、{L2}开展了送教活动。",
            {("福清第一中学", "隆德县第一中学"), ("福清第一中学", "隆德县第二中学")},
        ),
        (f"{CLUB}的晨光助学项目捐赠仪式在{L1}报告厅举行。", {("晨光商会", "隆德县第一中学")}),
        (
            f"来自{FU}的{{n - 丁一}}先生代表{CLUB}，将晨光助学金亲手送到{L1}学生手中。",
            {("晨光商会", "隆德县第一中学")},
        ),
        (f"{FU}和教育水平相对薄弱的{LONG}开展教育合作。", {("福清市", "隆德县")}),
        (f"{FU}名校助力{LONG}小学。", {("福清市", "隆德县")}),
        (
            f"{FIRM}爱心队，带着四十余箱捐赠物资远赴{L1}。",
            {("东海科技有限公司", "隆德县第一中学")},
        ),
        (
            f"由{CLUB}发起的公益项目，在大家的关心下，走进{LONG}，为孩子们送书包。",
            {("晨光商会", "隆德县")},
        ),
        (
            f"{FIRM}经理{{n - 丁一}}和{CLUB}理事长{{n - 王平}}女士一同深入{L1}，开展爱心助学活动。",
            {("晨光商会", "隆德县第一中学"), ("东海科技有限公司", "隆德县第一中学")},
        ),
        (
            f"3人到{L1}，由{UNI}牵头、{FU}配合。",
            {("东海大学", "隆德县第一中学"), ("福清市", "隆德县第一中学")},
        ),
        (f"{F1}对口{L1}", {("福清第一中学", "隆德县第一中学")}),
        (
            f"以{F1}为牵头学校，{F2}为成员校，组团帮扶{L1}。",
            {("福清第一中学", "隆德县第一中学"), ("福清第二中学", "隆德县第一中学")},
        ),
        (f"{{n - 丁一}}捐资在家乡建起了{L1}。", {("丁一", "隆德县第一中学")}),
        (
            f"{UNI}研究生支教团服务于{L1}、{L2}。",
            {("东海大学", "隆德县第一中学"), ("东海大学", "隆德县第二中学")},
        ),
        (f"{UNI}支教团成员{{n - 丁一}}，服务地为{L1}。", {("东海大学", "隆德县第一中学")}),
        (f"{F1}的8位老师带着备好的课，走进了{L1}的课堂。", {("福清第一中学", "隆德县第一中学")}),
        (
            f"{L1}校长{{n - 丁一}}介绍，{F1}每年派教师来校支教。",
            {("福清第一中学", "隆德县第一中学")},
        ),
        (f"来自{F1}的{{n - 丁一}}，在{L1}支教。", {("福清第一中学", "隆德县第一中学")}),
        (f"{L1}迎来了{CLUB}的爱心捐赠。", {("晨光商会", "隆德县第一中学")}),
        (f"{CLUB}爱心图书室落户{L1}。", {("晨光商会", "隆德县第一中学")}),
        (f"{F1}通过互联网，向{L1}推送优质课程。", {("福清第一中学", "隆德县第一中学")}),
        (f"{FIRM}每年拿出20万元奖励{L1}优秀师生。", {("东海科技有限公司", "隆德县第一中学")}),
        (f"{L1}举行{FIRM}爱心捐赠仪式。", {("东海科技有限公司", "隆德县第一中学")}),
        (f"在{L1}支教的{{n - 丁一}}，来自{F1}。", {("福清第一中学", "隆德县第一中学")}),
        (
            f"应{L1}邀请，{F1}特级教师{{n - 丁一}}到校讲学。",
            {("福清第一中学", "隆德县第一中学")},
        ),
        (f"{FU}拨付{LONG}教育帮扶资金2000万元。", {("福清市", "隆德县")}),
        (f"{UNI}与{L1}共建实习支教基地。", {("东海大学", "隆德县第一中学")}),
        (
            f"由新加坡华侨{{n - 丁一}}先生捐助四百万元建设的{L1}揭碑。",
            {("丁一", "隆德县第一中学")},
        ),
        (f"由{FIRM}出资捐助建成的{L1}挂牌。", {("东海科技有限公司", "隆德县第一中学")}),
        (f"{UNI}在定点帮扶国家级贫困县{LONG}期间成效良好。", {("东海大学", "隆德县")}),
        (f"{F1}对{L1}进行全面托管。", {("福清第一中学", "隆德县第一中学")}),
        (f"{F1}接待了{L1}跟岗教师10人。", {("福清第一中学", "隆德县第一中学")}),
        (f"{F1}（帮扶学校）—{L1}（受援学校）", {("福清第一中学", "隆德县第一中学")}),
        (f"{L1}（受援学校）—{F1}（支援学校）", {("福清第一中学", "隆德县第一中学")}),
        (f"承载着{CLUB}爱心的三千册图书已发往{LONG}。", {("晨光商会", "隆德县")}),
        (f"{F1}、{L1}三方共同签署了城乡教育合作框架协议。", {("福清第一中学", "隆德县第一中学")}),
        (f"{FU}组织的送教团一行六人抵达{LONG}，为教师上示范课。", {("福清市", "隆德县")}),
        (f"{F1}把优质课堂搬进了{L1}。", {("福清第一中学", "隆德县第一中学")}),
        (f"{CLUB}将两千册图书送到{L1}。", {("晨光商会", "隆德县第一中学")}),
        (f"{F1}的教师走上了{L1}的讲台。", {("福清第一中学", "隆德县第一中学")}),
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
        f"会议在{L1}召开，由{F1}牵头、{FU}配合。",
        f"5人在{L1}召开会议，由{F1}牵头、{FU}配合。",
        f"{FIRM}重点投资建设了{LONG}恒大广场。",
        f"{FU}与{LONG}签订劳务协作协议。",
        f"应{L1}邀请，{F1}教师到校考察。",
        f"{FU}副市长{{n - 丁一}}一行赴{LONG}，看望慰问支教教师。",
        f"{{n - 丁一}}从{F1}到{L1}挂职学习。",
        f"{L1}向{F1}输送优秀学生。",
        f"{F1}首次结对子，送去的物品全部为{FIRM}捐赠的。",
        f"{FU}LP9爱心人士援建了{L1}。",
        f"{FIRM}的捐赠仪式在{LONG}举行。",
        f"为{L1}募集的图书送到{L2}。",
        f"{L1}将绣着感谢二字的锦旗和礼物送到{FU}。",
        f"{L1}的教学楼不是{FU}援建的。",
        f"{L1}校长向{FU}送上锦旗。",
        f"{L1}的教师来自{FU}，感谢大家的支持。",
    ],
)
def test_what_only_sounds_alike_is_no_help(text):
    assert ends_of(text) == set()


def test_two_hand_in_hand_do_what_the_words_say():
    found = {
        (h, r): how for h, r, how in pairs_of(f"{FU}对口帮扶{LONG}。{F1}携手{L1}开展爱心捐赠。")
    }
    assert found["福清第一中学", "隆德县第一中学"] == "funding"
    found = {(h, r): how for h, r, how in pairs_of(f"{FU}对口帮扶{LONG}。{F1}携手{L1}举办夏令营。")}
    assert found["福清第一中学", "隆德县第一中学"] == "teaching"


def test_what_is_brought_tells_how_it_helps():
    assert [how for *_, how in pairs_of(f"{F1}把优质课堂搬进了{L1}。")] == ["teaching"]
    assert [how for *_, how in pairs_of(f"{CLUB}将两千册图书送到{L1}。")] == ["funding"]


@pytest.mark.parametrize("region", ["疆", "藏", "渝"])
def test_help_to_any_region_is_told_by_its_sign(region):
    text = f"{L1}迎来{F1}援{region}教师{{n - 王平}}。"
    assert ends_of(text) == {("福清第一中学", "隆德县第一中学")}


def test_what_a_rule_means_stands_in_its_fields():
    by_name = {rule.name: rule for rule in rules()}
    assert by_name["give"].gift
    assert not by_name["gift-agreed"].gift
    marks = {"give-direct": "adjoins", "with": "mutual", "commission": "apart"}
    marks |= {"sent-team": "organises", "thanks-from": "thanks"}
    assert all(getattr(by_name[name], mark) for name, mark in marks.items())


def test_a_place_before_its_schools_is_none_of_the_list():
    text = f"{FU}对口帮扶{LONG}。{LONG}的{L1}、{L2}与{FU}的{F1}、{F2}结成对子。"
    assert ends_of(text) == {
        ("福清市", "隆德县"),
        ("福清第一中学", "隆德县第一中学"),
        ("福清第二中学", "隆德县第二中学"),
    }


def test_same_lesson_is_still_told_of_two():
    text = f"{FU}对口帮扶{LONG}。{L1}和{F1}同上一堂课。"
    assert ("福清第一中学", "隆德县第一中学") in ends_of(text)


def test_a_school_of_help_is_the_one_helped_or_the_one_that_helps():
    assert ends_of(f"{L1}是{F1}的对口帮扶学校。") == {("福清第一中学", "隆德县第一中学")}
    assert ends_of(f"{F1}是{L1}的对口帮扶学校。") == {("福清第一中学", "隆德县第一中学")}


def test_a_bureau_that_brings_teachers_of_several_schools_helps():
    text = f"{{i - 福清市教育局}}组织{F1}、{F2}等校名师赴{LONG}送教。"
    assert ("福清市教育局", "隆德县") in ends_of(text)


PAYER = "{n - 丁一}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PAYER}与{L1}签订捐资协议。", {("丁一", "隆德县第一中学")}),
        (f"{PAYER}与{{s - 东海大学}}签定捐资协议。", {("丁一", "东海大学")}),
        (f"{FIRM}向{{s - 清华大学}}捐赠一千万元。", {("东海科技有限公司", "清华大学")}),
        (
            f"{CLUB}在{L1}举行助学活动，发放助学金27万元，惠及122名{L1}、{L2}品学兼优的学生。",
            {("晨光商会", "隆德县第一中学"), ("晨光商会", "隆德县第二中学")},
        ),
        (f"活动是{CLUB}继{L1}之后组织的又一助学活动。", {("晨光商会", "隆德县第一中学")}),
        (
            f"{CLUB}捐资助学仪式在{FU}举行，55名来自{L1}、{L2}的学子每人获得1000元助学款。",
            {("晨光商会", "隆德县第一中学"), ("晨光商会", "隆德县第二中学")},
        ),
        (f"由{FU}籍企业家{PAYER}捐资3000万元兴建的{L1}开工奠基。", {("丁一", "隆德县第一中学")}),
        (f"{L1}是{FIRM}在{LONG}重点支持的3所学校之一。", {("东海科技有限公司", "隆德县第一中学")}),
        (f"{F1}将师生捐赠的2900册图书，打包寄至{L1}。", {("福清第一中学", "隆德县第一中学")}),
        (f"{L1}是{PAYER}捐资建设的一所学校。", {("丁一", "隆德县第一中学")}),
        (f"{PAYER}向家乡宁夏{LONG}捐献2350万元。", {("丁一", "隆德县")}),
        (
            f"{PAYER}向{L1}捐献20万元，资助教育；向{L2}捐赠10万元。",
            {("丁一", "隆德县第一中学"), ("丁一", "隆德县第二中学")},
        ),
        (f"{LONG}是革命老区，也是{FU}东西部协作结对对象。", {("福清市", "隆德县")}),
    ],
)
def test_deeds_and_benefits_name_helper_and_helped(text, expected):
    assert ends_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{PAYER}代表校方与{L1}签订捐资协议。",
        f"{L1}是继{L2}之后捐资兴建的。",
        f"经{L1}的积极争取，由{FIRM}投资的助学项目启动。",
        f"{CLUB}志愿者和在其他两所学校结对帮扶的{FIRM}参加。",
        f"{FIRM}向{LONG}各类市场主体提供贷款。",
        f"分别与{L1}和{L2}签订了捐赠协议。",
        f"{CLUB}和{FIRM}联合举办结对助学活动。",
        f"{PAYER}表示，向{L1}的老师学习，为{L2}喝彩。",
        f"{FU}院项目部前往{L1}，向学生赠送图书。",
        f"在{L1}任教的{PAYER}和在{L2}任副校长的教师是老乡。",
    ],
)
def test_what_only_stands_beside_words_of_help_is_none(text):
    assert ends_of(text) == set()


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        # what was given goes there in the next clause
        (
            "{i - 晨光商会}捐赠了一批书包，这些物品将分别送到{s - 甲小学}、{s - 乙小学}。",
            {("晨光商会", "甲小学"), ("晨光商会", "乙小学")},
        ),
        ("将{s - 丙小学}学生捐出的新书赠送给{s - 甲小学}。", {("丙小学", "甲小学")}),
        ("搭载着{i - 晨光商会}爱心的图书，即将运送到{s - 甲小学}。", {("晨光商会", "甲小学")}),
        ("由{i - 晨光商会}捐助的图书室在{s - 甲小学}落成。", {("晨光商会", "甲小学")}),
        ("{i - 晨光商会}来到大山深处的{s - 甲小学}，为孩子们送去书包。", {("晨光商会", "甲小学")}),
        (
            "由{i - 晨光商会}组成的爱心车队，走进{s - 甲小学}开展助学活动。",
            {("晨光商会", "甲小学")},
        ),
        # several bodies whose people came together
        (
            "{s - 丙小学}校长、{i - 晨光商会}会长及教师代表一行走进{s - 甲小学}开展捐赠活动。",
            {("丙小学", "甲小学"), ("晨光商会", "甲小学")},
        ),
        # a body and a person give together
        (
            "{i - 晨光商会}及{n - 丁一}校友向{s - 甲小学}捐款7万元。",
            {("晨光商会", "甲小学"), ("丁一", "甲小学")},
        ),
        ("{s - 甲小学}的教学楼是由{n - 丁一}先生捐资建成的。", {("丁一", "甲小学")}),
        (
            "{i - 晨光商会}爱心物资发放仪式相继在{s - 甲小学}以及{s - 乙小学}举行。",
            {("晨光商会", "甲小学"), ("晨光商会", "乙小学")},
        ),
        (
            "由{i - 晨光商会}共同发起的爱心图书捐赠活动在{s - 甲小学}举行。",
            {("晨光商会", "甲小学")},
        ),
        (
            "{p 640423 隆德县}自2016年起成为{p 350181 福清市}的对口县。",
            {("福清市", "隆德县")},
        ),
    ],
)
def test_gifts_told_by_movement_or_by_result(text, ends):
    assert ends <= set(ends_of(text))


def test_who_moves_to_a_place_gives_it_nothing_by_that():
    text = "{i - 晨光商会}捐建图书室，是我们落户{p 640423 隆德县}后的首次活动。"
    assert ends_of(text) == set()


def test_gifts_of_several_schools_are_collected_and_not_dealt_out_in_order():
    text = "将{s - 丙小学}、{s - 丁小学}学生捐出的书赠送给{s - 甲小学}、{s - 乙小学}。"
    assert len(ends_of(text)) == 4


def test_the_city_from_which_a_parcel_sets_out_is_no_giver():
    assert ends_of("三千册图书从{p 350181 福清市}发往{s - 甲小学}。") == set()


def test_where_a_gift_is_only_celebrated_nobody_is_helped():
    held = f"{CLUB}的晨光助学项目捐赠仪式在{L1}举行"
    assert ("晨光商会", "隆德县第一中学") in ends_of(f"{held}。")
    assert ("晨光商会", "隆德县第一中学") not in ends_of(f"{held}，现场向{L2}捐赠图书。")
    university = "{s - 北京大学}"
    opened = f"由{CLUB}发起的爱心公益活动在{university}举行。"
    assert ends_of(opened) == set()
    assert ends_of(opened.replace(university, L1)) == {("晨光商会", "隆德县第一中学")}


def test_what_several_run_together_takes_place_at_the_school():
    text = f"{CLUB}、{FIRM}联合开展的“感党恩，献爱心”活动在{L1}举行。"
    assert ends_of(text) == {
        ("晨光商会", "隆德县第一中学"),
        ("东海科技有限公司", "隆德县第一中学"),
    }
    assert ends_of(f"{CLUB}、{FIRM}联合开展的读书活动在{L1}举行。") == set()


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (f"{FU}援{LONG}工作队队长{{n - 丁一}}到会。", (FU_, LONG_)),
        (f"{FU}驻{LONG}协作工作组组织教师培训。", (FU_, LONG_)),
        (f"{FU}教育帮扶团一行抵达{LONG}。", (FU_, LONG_)),
        (f"{FU}支教教师{{n - 丁一}}在{LONG}工作了一年。", (FU_, LONG_)),
        (
            f"作为帮扶学校，{{s - 福清市第一中学}}为{L1}制定了规划。",
            ("福清市第一中学", "隆德县第一中学"),
        ),
        (
            f"在{L1}，{{s - 福清市第一中学}}教师{{n - 丁一}}上了一节公开课。",
            ("福清市第一中学", "隆德县第一中学"),
        ),
        (f"{CLUB}爱心助学行动走进{L1}。", ("晨光商会", "隆德县第一中学")),
        (f"{UNI}支教团从2009年走到今天，215名成员先后到{LONG}支教。", ("东海大学", "隆德县")),
        (f"{CLUB}到{L1}看望困难学生，并送上慰问金。", ("晨光商会", "隆德县第一中学")),
    ],
)
def test_who_came_and_for_whom(text, ends):
    assert ends in ends_of(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{FU}、{LONG}两地召开教育协作座谈会。",
        f"{LONG}党政代表团赴{FU}对接东西部协作工作。",
    ],
)
def test_of_two_regions_that_work_together_the_page_says_elsewhere_who_helps(text):
    plain, mentions = marked(text)
    seen = view(plain, 0, len(plain), mentions)
    claims = [c for c in claims_in(seen) if not c.directed]
    assert {c.rule for c in claims} & {"collaboration", "calls-on"}


def test_an_action_that_informs_or_recruits_is_no_help():
    assert ends_of(f"{CLUB}消防安全宣讲活动走进{L1}。") == set()
    assert ends_of(f"{FU}考察团抵达{LONG}。") == set()
    assert ends_of(f"{FU}副市长{{n - 丁一}}一行赴{LONG}，看望慰问支教教师。") == set()


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (f"{L1}是{FU}对口支援{LONG}以来建成的最大项目。", ("福清市", "隆德县第一中学")),
        (f"{CLUB}把新书包送到{L1}的孩子们手中。", ("晨光商会", "隆德县第一中学")),
        (f"收到{CLUB}寄来的图书，{L1}的孩子们高兴极了。", ("晨光商会", "隆德县第一中学")),
        (f"{CLUB}的义举，让{L1}师生倍感温暖。", ("晨光商会", "隆德县第一中学")),
        (f"自从与{CLUB}结对后，{L1}变化很大。", ("晨光商会", "隆德县第一中学")),
        (f"{{s - 福清市第一中学}}对{L1}实行托管。", ("福清市第一中学", "隆德县第一中学")),
        (f"{L1}的“娘家”是{{s - 福清市第一中学}}。", ("福清市第一中学", "隆德县第一中学")),
        (f"多亏了{CLUB}，{L1}有了计算机教室。", ("晨光商会", "隆德县第一中学")),
        (f"{UNI}的课程资源向{L1}开放。", ("东海大学", "隆德县第一中学")),
        (f"{L1}成为{{s - 福清市第一中学}}的分校。", ("福清市第一中学", "隆德县第一中学")),
        (
            f"{{s - 福清市第一中学}}开放课堂，邀请{L1}教师前来观摩学习。",
            ("福清市第一中学", "隆德县第一中学"),
        ),
        (f"在{FU}的帮助下，{LONG}新建学校5所。", ("福清市", "隆德县")),
        (
            f"{CLUB}慰问组冒雪来到{L1}，看望坚守的教师，送去慰问金。",
            ("晨光商会", "隆德县第一中学"),
        ),
    ],
)
def test_help_told_by_what_came_of_it(text, ends):
    assert ends in ends_of(text)
