import re
from dataclasses import replace

import pytest
from marked import marked

from bangfu.loaders.news.assistance import relations
from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.relations import find_assistance, told_by_rules
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import (
    Kind,
    Matching,
    Modality,
    NoteKind,
    Secondment,
    Stance,
    Status,
)


def read(text, published=None):
    plain, mentions = marked(text)
    facts, notes = find_assistance(from_text(plain), mentions, published)
    for fact in facts:
        for evidence in fact.evidence:
            assert plain[evidence.start : evidence.end] == evidence.quote
    return facts, notes


def pairs(text):
    return sorted((f.helper.name, f.recipient.name, f.modality.value) for f in read(text)[0])


BIN, HUANG, ZJC = "{p 120116 滨海新区}", "{p 632300 黄南藏族自治州}", "{p 620525 张家川回族自治县}"
NING, XING = "{p 330200 宁波市}", "{p 513430 金阳县}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BIN}对口帮扶{HUANG}。", [("滨海新区", "黄南藏族自治州", "pairing")]),
        (
            f"{BIN}对口帮扶{HUANG}和{ZJC}。",
            [
                ("滨海新区", "张家川回族自治县", "pairing"),
                ("滨海新区", "黄南藏族自治州", "pairing"),
            ],
        ),
        (f"今年,{NING}选派十名教师赴{XING}支教。", [("宁波市", "金阳县", "secondment")]),
        (f"十二名{NING}教师奔赴{XING}支教。", [("宁波市", "金阳县", "secondment")]),
        (f"{NING}为{XING}培训校长40名。", [("宁波市", "金阳县", "training")]),
        (f"{NING}向{XING}捐赠图书。", [("宁波市", "金阳县", "funding")]),
        (f"{XING}是{NING}的定点帮扶县。", [("宁波市", "金阳县", "pairing")]),
        (f"{XING}组织12名校长到{NING}跟岗学习。", [("宁波市", "金阳县", "training")]),
        (f"{XING}由{NING}对口帮扶。", [("宁波市", "金阳县", "pairing")]),
        (
            "{s - 白水大学}215名成员先后到{p 513430 金阳县}、{p 620525 张家川回族自治县}等地服务。",
            [
                ("白水大学", "张家川回族自治县", "secondment"),
                ("白水大学", "金阳县", "secondment"),
            ],
        ),
        (
            "{i - 白水公司}经理{n - 李明远}、{i - 青山公司}经理{n - 王芳}"
            "向{p 513430 金阳县}的9名学生发放助学金1000元。",
            [("白水公司", "金阳县", "funding"), ("青山公司", "金阳县", "funding")],
        ),
        (f"对口帮扶{XING}的{NING}很忙。", [("宁波市", "金阳县", "pairing")]),
        (
            f"由{{i - 白水公益基金会}}发起的书包项目为{XING}学生送去书包。",
            [("白水公益基金会", "金阳县", "funding")],
        ),
        (
            f"得益于{NING}的支持，{{s - 金阳县中学}}有了新操场。",
            [("宁波市", "金阳县中学", "other")],
        ),
        (f"一批来自{NING}的图书运抵{XING}。", [("宁波市", "金阳县", "funding")]),
        (
            "{i - 金阳县教育局}与{i - 宁波市海曙区教育局}签订教育帮扶协议。",
            [("宁波市海曙区教育局", "金阳县教育局", "pairing")],
        ),
        (
            "{s - 深圳市外国语实验学校}驻点帮扶{s - 河池市都安第二高级中学}的{n - 王薇}教师发言。",
            [("深圳市外国语实验学校", "河池市都安第二高级中学", "secondment")],
        ),
        ("{s - 浙江大学}托管{s - 金阳县中学校}。", [("浙江大学", "金阳县中学校", "management")]),
    ],
)
def test_productive_patterns(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{XING}一行赴{NING}考察学习。",
        f"{NING}一行到{XING}调研慰问。",
        f"{NING}与{XING}没有结对帮扶关系。",
        "{p 510000 四川省}帮扶{p 510821 旺苍县}。",
        f"印发《{NING}对口帮扶{XING}方案》。",
        "研修班在{p 530627 镇雄县}举行，{p 520502 七星关区}校长参加。",
    ],
)
def test_what_is_no_help(text):
    assert pairs(text) == []


def test_partners_are_given_the_direction_of_the_known_scheme():
    text = "{s - 金阳县中学校}与{s - 宁波市镇海中学}签订结对协议。"
    assert pairs(text) == [("宁波市镇海中学", "金阳县中学校", "pairing")]


def test_partners_without_any_clue_become_a_note():
    facts, notes = read("{s - 育才学校}与{s - 启明学校}签订结对帮扶协议。")
    assert facts == ()
    assert [(n.kind, n.reason) for n in notes] == [(NoteKind.NOT_UNDERSTOOD, "direction-open")]


def test_respectively_pairs_in_order():
    text = "{s - 宁波市甲中学}、{s - 宁波市乙中学}分别结对{s - 金阳县丙中学}、{s - 金阳县丁中学}。"
    assert [p[:2] for p in pairs(text)] == [
        ("宁波市乙中学", "金阳县丁中学"),
        ("宁波市甲中学", "金阳县丙中学"),
    ]


def test_a_chain_of_partners_is_not_mixed():
    text = "{s - 宁波市甲中学}与{s - 金阳县丙中学}、{s - 宁波市乙中学}与{s - 金阳县丁中学}签订结对协议。"
    assert [p[:2] for p in pairs(text)] == [
        ("宁波市乙中学", "金阳县丁中学"),
        ("宁波市甲中学", "金阳县丙中学"),
    ]


def test_a_number_of_schools_is_one_group():
    facts, _ = read(f"{BIN}以“一对一”的形式，重点帮扶{HUANG}5所学校和{ZJC}2所学校。")
    assert [(f.recipient.name, f.recipient.count, f.recipient.key, f.matching) for f in facts] == [
        ("黄南藏族自治州5所学校", 5, "632300/5/school", Matching.ONE_TO_ONE),
        ("张家川回族自治县2所学校", 2, "620525/2/school", Matching.ONE_TO_ONE),
    ]


def test_dates_plans_and_endings():
    ((fact,), _) = read(f"自2017年以来，{NING}对口帮扶{XING}。")
    assert (str(fact.since), fact.status) == ("2017", Status.ACTIVE)
    ((fact,), _) = read(f"{NING}将选派教师赴{XING}支教。")
    assert fact.status is Status.PLANNED
    ((fact,), _) = read(f"2013年至2021年，{NING}对口帮扶{XING}，2021年12月期满。")
    assert (fact.status, str(fact.until)) == (Status.ENDED, "2021-12")


def test_every_passage_is_evidence_of_one_fact():
    ((fact,), _) = read(
        f"{NING}对口帮扶{XING}。2016年{NING}对口支援{XING}以来成效显著。", PartialDate(2024)
    )
    assert [e.quote for e in fact.evidence] == [
        "宁波市对口帮扶金阳县",
        "2016年宁波市对口支援金阳县",
    ]
    assert str(fact.since) == "2016"
    assert fact.modality is Modality.PAIRING


def test_the_only_programme_belongs_to_the_pair():
    ((fact,), _) = read(f"{{g - 甬凉协作}}开展以来，{NING}对口帮扶{XING}。")
    assert fact.programme is not None
    assert fact.programme.name == "甬凉协作"


def test_a_passage_with_words_of_help_and_no_fact_is_noted():
    facts, notes = read(f"{XING}的孩子们感受到帮扶的温度。")
    assert facts == ()
    assert [n.reason for n in notes] == ["help-without-fact"]
    assert notes[0].quote == "金阳县的孩子们感受到帮扶的温度。"


def test_no_wrong_direction_against_a_known_pair():
    facts, _ = read(f"{XING}选派20名教师到{NING}支教。")
    assert facts == ()


def test_order_does_not_depend_on_anything_but_the_text():
    text = f"{NING}选派教师赴{XING}支教，并向{XING}捐赠图书。{BIN}对口帮扶{HUANG}。"
    assert read(text) == read(text)
    assert [f.evidence[0].start for f in read(text)[0]] == sorted(
        f.evidence[0].start for f in read(text)[0]
    )


FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, F2 = "{s - 福清第一中学}", "{s - 福清第二中学}"
L1, L2 = "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
FUND = "{i - 东海教育基金会}"


@pytest.mark.parametrize(
    ("text", "helper", "recipient", "modality"),
    [
        (f"截至2024年10月，{FU}累计向{LONG}选派教师117名。", "福清市", "隆德县", "secondment"),
        (f"{L1}收到了来自{FU}的120套课桌椅。", "福清市", "隆德县第一中学", "funding"),
        (f"{L1}被{F1}托管。", "福清第一中学", "隆德县第一中学", "management"),
        (f"{F1}和{L1}是手拉手学校。", "福清第一中学", "隆德县第一中学", "pairing"),
        (f"{L1}的结对学校是{F1}。", "福清第一中学", "隆德县第一中学", "pairing"),
        (f"{LONG}先后迎来{FU}支教教师60人次。", "福清市", "隆德县", "secondment"),
        (f"{LONG}教育局感谢{FU}多年来的帮扶。", "福清市", "隆德县", "other"),
        (f"{FU}对{LONG}的教育帮扶始于1996年。", "福清市", "隆德县", "pairing"),
        (f"{LONG}教师赴{FU}参加培训。", "福清市", "隆德县", "training"),
        (f"{LONG}得到了{FU}的大力支持。", "福清市", "隆德县", "other"),
        (f"{FU}承担{LONG}定点帮扶任务。", "福清市", "隆德县", "pairing"),
        (f"作为{LONG}的对口帮扶城市，{FU}年年派人。", "福清市", "隆德县", "pairing"),
        (f"{L1}校长{{n - 王丽}}由{F1}选派。", "福清第一中学", "隆德县第一中学", "secondment"),
        (f"{L1}改由{F1}结对帮扶。", "福清第一中学", "隆德县第一中学", "pairing"),
        (f"{F1}与{L1}开通双师课堂。", "福清第一中学", "隆德县第一中学", "teaching"),
    ],
)
def test_one_fact_of_each_wording(text, helper, recipient, modality):
    assert pairs(text) == [(helper, recipient, modality)]


def test_who_organises_experts_of_another_place_helps():
    text = f"{FUND}组织{FU}教育专家到{LONG}开展培训。"
    assert ("东海教育基金会", "隆德县", "training") in pairs(text)


def test_two_lists_of_schools_are_pairs_in_their_order():
    assert pairs(f"{F1}、{F2}等5所学校与{L1}、{L2}等5所学校结对。") == [
        ("福清第一中学", "隆德县第一中学", "pairing"),
        ("福清第二中学", "隆德县第二中学", "pairing"),
    ]


def test_who_only_comes_to_meet_helps_nobody():
    assert pairs(f"2024年3月5日，{FU}教育局局长一行到{LONG}对接工作。") == []
    assert pairs(f"{FU}青年企业家协会在{L1}捐建了图书室。") == []


@pytest.mark.parametrize(
    "text",
    [
        f"自2021年6月起，两地往来不断，{FU}已先后选派28名教师到{LONG}支教。",
        f"从2015年活动落地以来，{FU}为{LONG}教师培训12期。",
        f"2023年9月，{FU}选派12名教师到{LONG}支教。",
        f"{FU}去年选派12名教师到{LONG}支教。",
        f"支教期为2024年9月至2025年7月。{FU}选派12名教师到{LONG}支教。",
        f"2024年4月12日，{FUND}向{L1}捐赠图书。",
    ],
)
def test_every_beginning_stands_in_a_quote(text):
    facts, _ = read(text, PartialDate(2024, 10, 1))
    assert facts
    for fact in facts:
        assert fact.since is not None
        quotes = "".join(evidence.quote for evidence in fact.evidence)
        assert str(fact.since.year) in quotes or re.search(r"今年|去年|学年", quotes)


def test_the_words_for_a_plan_stand_in_the_quote():
    ((fact,), _) = read(f"拟由{FU}选派教师到{LONG}支教。", PartialDate(2024, 10, 1))
    assert fact.status is Status.PLANNED
    assert fact.evidence[0].quote.startswith("拟由")


def test_a_seconded_teacher_ties_two_schools():
    plain, mentions = marked(f"{F1}的{{n - 王丽}}现在{L1}。")
    clean = from_text(plain)
    sent = Secondment(
        person=mentions[1],
        origin=mentions[0],
        destination=mentions[2],
        evidence=(clean.evidence(0, len(plain), method="test 1"),),
        status=Status.ACTIVE,
    )
    ((fact,), _) = find_assistance(clean, mentions, None, (sent,))
    assert (fact.helper.name, fact.recipient.name) == ("福清第一中学", "隆德县第一中学")
    assert fact.evidence[0].stance is Stance.INFERRED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{NING}帮的是{XING}。", [("宁波市", "金阳县", "pairing")]),
        (f"{NING}{{s - 宁波大学}}。受{NING}委托，{{s - 甲大学}}举办{XING}校长研修班。",
         [("宁波市", "金阳县", "training"), ("甲大学", "金阳县", "training")]),
        (f"由{NING}出资、{{i - 余山教育集团}}运营，托管{{s - 金阳县中学}}。",
         [("余山教育集团", "金阳县中学", "management"), ("宁波市", "金阳县中学", "funding")]),
        (f"{NING}志愿者8月被分配到{XING}。", [("宁波市", "金阳县", "secondment")]),
        (f"{NING}与{XING}签署《2022—2025年教育协作框架协议》。", [("宁波市", "金阳县", "pairing")]),
    ],
)  # fmt: skip
def test_less_common_wordings(text, expected):
    assert pairs(text) == sorted(expected)


def test_a_denied_rumour_is_no_help():
    assert pairs(f"网传“{NING}将援建{XING}教学楼”，经核实，没有此项安排。") == []


def test_a_team_of_volunteers_stands_for_its_university():
    team = "{i - 宁波大学第二届研究生支教团}"
    assert pairs(f"{team}的7名队员被分配到{XING}。") == [("宁波大学", "金阳县", "secondment")]


def test_who_goes_to_learn_ties_no_schools():
    plain, mentions = marked("{n - 张三}从{s - 金阳县中学}到{s - 宁波市甲中学}跟岗。")
    person, home, host = mentions
    clean = from_text(plain)
    fact = Secondment(
        person=person, origin=home, destination=host, evidence=(clean.evidence(0, len(plain), "x"),)
    )
    facts, _ = find_assistance(clean, mentions, None, (fact,))
    assert ("金阳县中学", "宁波市甲中学") not in {(f.helper.name, f.recipient.name) for f in facts}


def test_a_short_name_is_the_district_that_the_page_tells_of():
    nan = "{p 330503 南浔区}"
    text = f"{nan}·{{p 511600 广安市}}教育协作。{nan}对口帮扶{{p 511602 广安区}}。"
    assert pairs(text) == [("南浔区", "广安区", "pairing")]


FOUND, GIVER = "{i - 宁波市晨光慈善基金会}", "{i - 宁波晨光电器有限公司}"
VILLAGE = "{s - 金阳县桃坪乡小学}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # said of help, with something between
        (f"{NING}对{XING}中小学教育帮扶工作签约。", [("宁波市", "金阳县", "pairing")]),
        (
            f"{NING}多年来在医疗、教育等方面对{XING}开展对口帮扶。",
            [("宁波市", "金阳县", "pairing")],
        ),
        (
            "{s - 甲县第一中学}成为{s - 乙区桃源中学}的帮扶学校。",
            [("甲县第一中学", "乙区桃源中学", "pairing")],
        ),
        (
            "{s - 甲县城西学校}与对口帮扶的{s - 乙县河口学校}结成友好学校。",
            [("甲县城西学校", "乙县河口学校", "pairing")],
        ),
        (
            "{s - 四川大学}和其定点扶贫县{p 513430 金阳县}组建服务队。",
            [("四川大学", "金阳县", "pairing")],
        ),
        # gifts
        (
            f"{FOUND}与{{i - 金阳县教育局}}签订了捐赠协议。",
            [("宁波市晨光慈善基金会", "金阳县教育局", "funding")],
        ),
        (
            f"这笔款由{FOUND}捐赠，用于{VILLAGE}的宿舍。",
            [("宁波市晨光慈善基金会", "金阳县桃坪乡小学", "funding")],
        ),
        (
            f"{FOUND}筹集专款8万元，用于改善{VILLAGE}的条件。",
            [("宁波市晨光慈善基金会", "金阳县桃坪乡小学", "funding")],
        ),
        (
            f"{FOUND}在{VILLAGE}实施“亮灯”公益项目。",
            [("宁波市晨光慈善基金会", "金阳县桃坪乡小学", "funding")],
        ),
        (
            f"{GIVER}自2017年开始，每年捐赠20万元，专门用于奖励{VILLAGE}的学生。",
            [("宁波晨光电器有限公司", "金阳县桃坪乡小学", "funding")],
        ),
        # people
        (
            f"由{NING}选派骨干教师组成的帮扶团队，来到{VILLAGE}支教。",
            [("宁波市", "金阳县桃坪乡小学", "secondment")],
        ),
        (f"帮{XING}的是{NING}。", [("宁波市", "金阳县", "pairing")]),
        (f"{NING}与{XING}的缘分很深。", [("宁波市", "金阳县", "pairing")]),
        (
            f"{XING}很美。{{n - 丁一}}对{{s - 浙江大学}}多年来的倾力帮扶表示感谢。",
            [("浙江大学", "金阳县", "pairing")],
        ),
        # no help
        (f"{{n - 丁一}}对{FOUND}对{XING}的捐助表示感谢。", []),
        (f"{{n - 丁一}}作为捐赠方代表向{VILLAGE}授牌捐赠。", []),
        (f"{VILLAGE}校长与{{p 310000 上海市}}和盛实业集团签约捐赠。", []),
        (
            "{i - 金阳县人民政府}、{s - 宁波中学}和{s - 宁波效实中学}在签约仪式上发言。",
            [],
        ),
        (f"{FOUND}在{{p 330100 杭州市}}举办了阅读培训班。", []),
        (
            f"{XING}的领导赴{{s - 宁波中学}}参加帮扶签约仪式。",
            [],
        ),
    ],
)
def test_ways_to_tell_it_on_real_pages(text, expected):
    assert pairs(text) == expected


def test_a_school_that_bears_the_name_of_who_built_it():
    text = "{s - 金阳县宁波希望小学}由{p 330200 宁波市}援建。"
    assert ("宁波市", "金阳县宁波希望小学", "funding") in pairs(text)


def test_the_side_that_is_said_outright_to_help_beats_a_journey():
    text = (
        "{s - 甲县第一中学}成为{s - 乙区桃源中学}的帮扶学校。\n"
        "{s - 乙区桃源中学}的老师赴{s - 甲县第一中学}开展结对帮扶。"
    )
    assert [pair[:2] for pair in pairs(text)] == [("甲县第一中学", "乙区桃源中学")]


def test_a_rumour_in_a_proposal_is_no_help():
    text = "提案中提到的{s - 浙江大学}帮扶{s - 金阳县中学校}一事，经核实，双方并未建立关系。"
    assert pairs(text) == []


def test_help_that_has_ended_may_stand_in_brackets():
    text = (
        f"{NING}对口帮扶{XING}。{{s - 金阳中学}}（原由{{s - 宁波一中}}帮扶）"
        "今年改由{s - 宁波二中}结对帮扶。"
    )
    facts, _ = read(text)
    status = {f.helper.name: f.status for f in facts if f.helper.name != "宁波市"}
    assert {f.recipient.name for f in facts} == {"金阳县", "金阳中学"}
    assert status == {"宁波一中": Status.ENDED, "宁波二中": Status.ACTIVE}


def test_no_model_turns_round_what_the_text_tells_of_a_team(monkeypatch):
    plain, mentions = marked(f"{XING}很远。{{i - 东海大学支教团}}也在。")
    county, team = mentions
    school = replace(team, kind=Kind.SCHOOL, name="东海大学", key="东海大学")
    guess = Claim(team, county, Modality.OTHER, Status.ACTIVE, "pairs-model", 0.9, 0, len(plain))
    against = replace(guess, helper=county, recipient=school)
    told = told_by_rules(from_text(plain), mentions)
    monkeypatch.setattr(relations, "model_claims", lambda *_: iter((guess,)))
    (fact,) = relations.find_assistance(from_text(plain), mentions)[0]
    assert fact.helper.name == "东海大学"
    doubted = replace(told, doubted=((against, "against-known-pair"),))
    monkeypatch.setattr(relations, "told_by_rules", lambda *_: doubted)
    assert relations.find_assistance(from_text(plain), mentions)[0] == ()


GROUPS = "{i - 宁波市甲集团}、{i - 宁波市乙集团}和{i - 宁波市丙集团}"
THREE = "{s - 金阳县天小学}、{s - 金阳县地小学}和{s - 金阳县人小学}"


def test_the_last_of_a_list_is_no_partner_of_the_others():
    assert {(h, r) for h, r, _ in pairs(f"{GROUPS}分别与结对的{THREE}开展送教活动。")} == {
        ("宁波市甲集团", "金阳县天小学"),
        ("宁波市乙集团", "金阳县地小学"),
        ("宁波市丙集团", "金阳县人小学"),
    }


def test_who_is_led_along_does_not_send():
    text = f"{NING}对口帮扶{XING}。{{i - 宁波市教育局}}副局长带领{{i - 宁波市教研室}}的3名教师到{XING}支教。"
    assert "宁波市教研室" not in {h for h, _, _ in pairs(text)}


def test_a_team_that_lands_in_the_capital_helps_further_on():
    text = f"{NING}对口帮扶{XING}。{NING}选派的支教教师抵达{{p 510100 成都市}}，{NING}教师赴{XING}支教。"
    assert {r for _, r, _ in pairs(text)} == {"金阳县"}


def test_an_association_that_signs_with_a_school_of_its_district_helps_it():
    text = "{i - 晨光青年创业者联合会}与{s - 东安三村小学}举行公益助学结对签约仪式。"
    assert [pair[:2] for pair in pairs(text)] == [("晨光青年创业者联合会", "东安三村小学")]


def test_the_school_helped_first_helps_nobody():
    text = f"{{n - 丁一}}为家乡的老{{s - 甲村小学}}出资，为{VILLAGE}设立奖学金。"
    assert {helper for helper, _, _ in pairs(text)} <= {"丁一"}


SHUREN, QINGSHAN = "{s - 宁波市树人中学}", "{s - 金阳县青山中学}"


@pytest.mark.parametrize(
    "text",
    [
        f"{SHUREN}是{QINGSHAN}的帮扶学校。",
        f"{QINGSHAN}是{SHUREN}的帮扶学校。",
        f"{QINGSHAN}的帮扶学校是{SHUREN}。",
        f"{QINGSHAN}的帮扶单位{SHUREN}派来了5名老师。",
        f"作为{SHUREN}的受援学校，{QINGSHAN}进步很快。",
        f"为帮助{QINGSHAN}提升水平，{SHUREN}选派5名教师驻校指导。",
        f"{SHUREN}的“树人班”在{QINGSHAN}开班。",
        f"由{SHUREN}承办的送教活动走进{QINGSHAN}。",
        f"这批书包来自{SHUREN}，全部发给了{QINGSHAN}的学生。",
        f"{QINGSHAN}建成后，{SHUREN}选派了10名教师前来支教。",
        f"{SHUREN}先后在{QINGSHAN}等校开展帮扶。",
        f"{SHUREN}目前在{QINGSHAN}有支教教师三人。",
    ],
)
def test_who_helps_however_the_two_are_put(text):
    assert {(h, r) for h, r, _ in pairs(text)} == {("宁波市树人中学", "金阳县青山中学")}


def test_a_partner_school_without_a_sign_of_need_is_left_open():
    facts, notes = read("{s - 树人中学}是{s - 育才中学}的结对帮扶学校。")
    assert facts == ()
    assert [note.reason for note in notes] == ["direction-open"]


def test_each_of_two_that_help_helps_its_own():
    one, other = "{p 350000 福建省}对口帮扶{p 640000 宁夏回族自治区}", "{p 320000 江苏省}对口帮扶"
    assert {(h, r) for h, r, _ in pairs(f"{one}、{other}{{p 610000 陕西省}}，成效显著。")} == {
        ("福建省", "宁夏回族自治区"),
        ("江苏省", "陕西省"),
    }


def test_universities_that_sign_with_colleges_help_them():
    text = (
        "{s - 贵州大学}与{s - 毕节职业技术学院}、{s - 贵州师范大学}与"
        "{s - 毕节医学高等专科学校}分别签订对口帮扶协议。"
    )
    assert {(h, r) for h, r, _ in pairs(text)} == {
        ("贵州大学", "毕节职业技术学院"),
        ("贵州师范大学", "毕节医学高等专科学校"),
    }


def test_schools_of_a_row_of_pairs_and_pupils_taught_elsewhere():
    text = f"{SHUREN}、{QINGSHAN}等6对学校结对。"
    assert {(h, r) for h, r, _ in pairs(text)} == {("宁波市树人中学", "金阳县青山中学")}
    text = f"{QINGSHAN}85名学生在{SHUREN}免费就读。"
    assert {(h, r) for h, r, _ in pairs(text)} == {("宁波市树人中学", "金阳县青山中学")}
