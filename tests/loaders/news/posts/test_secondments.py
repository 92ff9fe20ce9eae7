from pathlib import Path

import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import find_postings
from bangfu.loaders.news.posts.secondments import find_secondments
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import Stance, Status


def sent(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    persons = find_persons(clean, mentions)
    return find_secondments(clean, mentions, persons, find_postings(clean, mentions, persons))


def rows(text, **kinds):
    return [
        (s.person.name, s.origin and s.origin.name, s.destination and s.destination.name, s.title)
        for s in sent(text, **kinds)
    ]


A, B = "青山中学", "白水中学"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}驻点帮扶{B}的王芳教师发言。", [("王芳", A, B, None)]),
        (f"{A}教师李明远到{B}支教。", [("李明远", A, B, None)]),
        (f"李明远，男，{A}物理教师，任{B}副校长，2022.09到岗；", [("李明远", A, B, "副校长")]),
        (
            f"李明远　生前系{A}数学教师，2018年7月至2020年1月援藏任{B}副校长",
            [("李明远", A, B, "副校长")],
        ),
        (f"{A}教师李明远、王芳到{B}支教。", [("李明远", A, B, None), ("王芳", A, B, None)]),
        (f"{A}副校长李明远挂职担任{B}校长。", [("李明远", A, B, "校长")]),
        (f"{A},是山里的学校。{B}的王芳老师到该校支教,已经三年。", [("王芳", B, A, None)]),
        (f"来自{A}、正在{B}支教的李明远说。", [("李明远", A, B, None)]),
        (f"援疆教师、{A}物理教师李明远说。", [("李明远", A, None, "教师")]),
        (f"{A}教师李明远看望在{B}支教的同学。", []),
        (f"{A}校长李明远到{B}考察。", []),
        (f"{A}的李明远、王芳去了{B}支教。", [("李明远", A, B, None), ("王芳", A, B, None)]),
        (f"李明远今年40岁，是{A}的数学教师。去年他到{B}支教。", [("李明远", A, B, None)]),
        (f"在{A}教书的李明远老师报名支教，去的学校是{B}。", [("李明远", A, B, None)]),
        (f"{A}的李明远报名支教。在{B}教英语的王芳来自{A}。", [("王芳", A, B, None)]),
        (f"{A}的李明远在{B}教英语，支教一年。", [("李明远", A, B, None)]),
    ],
)
def test_who_goes_where(text, expected):
    found = [
        (n, o, d, t if t != "教师" or d is None else None)
        for n, o, d, t in rows(text, school=[A, B])
    ]
    assert found == expected


def test_a_seconded_county_head():
    text = "甲安县委常委、副县长（挂职）李明远到会。甲安县很美。"
    found = rows(text, institution=["甲安县委"], place=["甲安县"])
    assert found == [("李明远", None, "甲安县", "副县长")]


def test_the_place_in_brackets_is_the_origin():
    text = "甲安县副县长李明远（乙山市挂职）到会。"
    assert rows(text, place=["甲安县", "乙山市"]) == [("李明远", "乙山市", "甲安县", "副县长")]


def test_rows_of_a_table():
    text = f"姓名|派出学校|学科|受援学校\n李明远|{A}|语文|{B}\n"
    assert rows(text, school=[A, B]) == [("李明远", A, B, "教师")]


def test_an_ordinary_appointment_is_none():
    assert rows(f"{A}教师李明远任{B}校长。", school=[A, B]) == []


def test_two_posts_in_a_text_on_aid():
    text = f"这是援疆支教的故事。李明远是{A}的教师，现任{B}副校长。"
    assert rows(text, school=[A, B]) == [("李明远", A, B, "副校长")]
    assert rows(text.replace("援疆支教", "成长"), school=[A, B]) == []


def test_a_post_in_a_team_that_helps_shows_the_other_is_away():
    text = f"现任{B}校长、援青前指副组长李明远说。"
    assert rows(text, school=[B], institution=["援青前指"]) == [("李明远", None, B, "校长")]


def test_status_and_dates_come_from_the_passage():
    (past,) = sent(f"{A}教师李明远2021年8月到{B}支教。", school=[A, B])
    assert past.since == PartialDate(2021, 8)
    (planned,) = sent(f"{A}教师李明远将于下月赴{B}支教。", school=[A, B])
    assert planned.status is Status.PLANNED


def test_the_passage_is_part_of_the_text():
    text = f"会上，{A}教师李明远到{B}支教的事。"
    (fact,) = sent(text, school=[A, B])
    (proof,) = fact.evidence
    assert text[proof.start : proof.end] == proof.quote
    assert "李明远" in proof.quote
    assert B in proof.quote


TRAIN = Path(__file__).resolve().parents[3] / "gold" / "train"


def test_reading_twice_gives_the_same():
    text = (TRAIN / "c12.txt").read_text(encoding="utf-8")
    schools = ["蚌埠第二中学", "蚌埠第三中学", "皮山县高级中学", "山南市第二高级中学"]
    assert sent(text, school=schools) == sent(text, school=schools)
    assert len(sent(text, school=schools)) >= 2


def test_each_goes_to_the_school_of_the_same_rank():
    text = f"选派支教：{A}李明远、{A}王小红分别到{B}、白水小学支教。"
    people = named(text, person=["李明远", "王小红"])
    mentions = named(text, school=[A, B, "白水小学"])
    found = find_secondments(from_text(text), mentions, people, ())
    assert {(s.person.name, s.destination.name) for s in found} == {
        ("李明远", B),
        ("王小红", "白水小学"),
    }


def test_who_was_sent_by_a_school_comes_from_it():
    text = f"支教选派工作：{A}选派的李明远任{B}副校长。"
    people = named(text, person=["李明远"])
    mentions = named(text, school=[A, B])
    clean = from_text(text)
    found = find_secondments(clean, mentions, people, find_postings(clean, mentions, people))
    assert [(s.origin.name, s.destination.name, s.title) for s in found] == [(A, B, "副校长")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}先后选派李明远、王小红两位老师到{B}支教。", {("李明远", A, B), ("王小红", A, B)}),
        (f"李明远、王小红两位老师来自{A}，目前在{B}任教。", {("李明远", A, B), ("王小红", A, B)}),
        (f"李明远被派往{B}支教。", {("李明远", None, B)}),
        (f"{B}来了一位支教老师李明远。", {("李明远", None, B)}),
        (f"{B}副校长（挂职）、{A}教师李明远说。", {("李明远", A, B)}),
    ],
)
def test_common_ways_to_tell_of_a_stay(text, expected):
    text = f"支教援派工作。{text}"
    people = named(text, person=["李明远", "王小红"])
    mentions = named(text, school=[A, B])
    clean = from_text(text)
    found = find_secondments(clean, mentions, people, find_postings(clean, mentions, people))
    told = {(s.person.name, s.origin and s.origin.name, s.destination.name) for s in found}
    assert told == expected


def test_a_list_of_cadres_with_the_post_away_behind():
    text = "李明远，甲安县教育局副局长、四级调研员，现挂职乙山县教育局副局长。"
    told = rows(text, institution=["甲安县教育局", "乙山县教育局"])
    assert told == [("李明远", "甲安县教育局", "乙山县教育局", "副局长")]


@pytest.mark.parametrize(
    "text",
    [
        f"在{B}支教的日子里，李明远写了三本笔记。",
        f"李明远，男，{A}，拟派往{B}支教。",
        f"教师李明远轮岗到城郊的{B}，支教两年。",
        f"援疆三年，李明远把家安在了{B}。",
        f"与他一同来到{B}的，还有来自{A}的物理教师李明远，都来支教。",
        f"教师李明远（{A}）、王小红（{A}）赴{B}。",
    ],
)
def test_other_ways_of_telling_a_stay(text):
    assert ("李明远", B) in {(who, to) for who, _, to, _ in rows(text, school=[A, B])}


def test_where_somebody_worked_before_is_no_stay():
    text = f"支教教师李明远退休前在{A}任教，如今到{B}支教。"
    told = rows(text, school=[A, B])
    assert [(who, to) for who, _, to, _ in told] == [("李明远", B)]


def test_a_wish_to_send_somebody_is_no_stay():
    assert sent(f"局长李明远希望选派骨干到{B}支教。", school=[B]) == ()


def test_members_of_a_team_whose_going_is_told_once():
    text = "青山市10名教师赴白水县中学支教，其中青山市中学教师李明远是第二次进疆。"
    found = sent(text, place=["青山市"], school=["青山市中学", "白水县中学"])
    told = [(s.person.name, s.origin.name, s.destination.name) for s in found]
    assert told == [("李明远", "青山市中学", "白水县中学")]
    assert {s.evidence[0].stance for s in found} == {Stance.INFERRED}


def test_the_members_of_a_team_of_graduates_are_from_their_university():
    text = (
        f"东海大学研究生支教团到了山里。\n李明远和王芳被分到{B}；赵晓光去了{A}。那里的老师很高兴。"
    )
    found = rows(text, school=["东海大学", A, B])
    assert found == [
        ("李明远", "东海大学", B, None),
        ("王芳", "东海大学", B, None),
        ("赵晓光", "东海大学", A, None),
    ]


def test_this_school_is_not_the_one_that_the_teacher_left():
    text = f"{B}师生向{A}支教教师李明远在该校一年的辛勤工作表示感谢。支教是大事。"
    assert rows(text, school=[A, B]) == [("李明远", A, B, None)]


def test_a_first_secretary_is_told_with_home_and_place():
    text = "河源大学派驻青山镇石桥村第一书记李明远走在田边。"
    assert rows(text, school=["河源大学"], place=["青山镇"]) == [
        ("李明远", "河源大学", "青山镇", "第一书记")
    ]


def test_this_school_is_the_one_named_before_the_home():
    text = f"9月3日，{B}。孩子们盼来了英语老师——来自{A}的李明远。这是李明远到这所学校支教的第一天。支教。"
    assert ("李明远", A, B) in {row[:3] for row in rows(text, school=[A, B])}


def test_who_came_from_the_east_to_a_school_in_the_west():
    here, there = "镇江市青山幼儿园", "阿合奇县幼儿园"
    text = f"李明远是{here}的教师，去年9月来到{there}，孩子们很喜欢。"
    assert rows(text, school=[here, there]) == [("李明远", here, there, None)]
    assert rows(text.replace(here, "喀什市青山幼儿园"), school=["喀什市青山幼儿园", there]) == []


def test_each_of_a_list_with_a_school_that_nobody_knows_to_one_of_as_many():
    text = f"{A}的李明远、玉龙学校的王芳分赴{B}、白云中学，开展为期一年的支教。"
    mentions = named(text, school=[A, B, "白云中学"])
    people = named(text, person=["李明远", "王芳"])
    found = find_secondments(from_text(text), mentions, people, ())
    assert [(s.person.name, s.destination.name) for s in found] == [
        ("李明远", B),
        ("王芳", "白云中学"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "校长王芳说，两校还有合作。",
        "的王芳和他通过屏幕同上一节课。",
        "的王芳看望了他的队友。",
        "的王芳和他是大学同学，两人常常通电话。",
    ],
)
def test_who_stays_at_home_or_only_comes_by_was_not_sent(other):
    home, host, third = "福州市第三中学", "甘肃省陇西县白水中学", "福州市第八中学"
    text = f"{home}教师李明远到{host}支教。{third}{other}"
    names = named(text, school=[home, host, third]), named(text, person=["李明远", "王芳"])
    assert [s.person.name for s in find_secondments(from_text(text), *names, ())] == ["李明远"]


def test_the_school_in_brackets_behind_a_name_is_no_host():
    schools = ["柳州高级中学", "柳州市第一中学", "三江县三江中学"]
    text = (
        "“组团式”帮扶团队由8名教师组成：领队李明远（柳州高级中学副校长），队员王芳（柳州市第一中学"
        "英语教师）……他们被分到三江县三江中学。"
    )
    assert "柳州高级中学" not in {host for _, _, host, _ in rows(text, school=schools)}
