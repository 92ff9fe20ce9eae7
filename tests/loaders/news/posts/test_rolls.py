import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.rolls import ROLL, by_rolls

A, B = "天津市第七中学", "天津市第九中学"
C, D = "白水县中学", "白水县小学"
PEOPLE = ["李明远", "王芳", "赵晓光"]


def stays(text):
    things = named(text, school=[A, B, C, D, "华东大学"])
    inside = [(t.start, t.end) for t in things]
    places = [
        p
        for p in named(text, place=["旺苍县", "甘孜州"])
        if not any(low <= p.start < high for low, high in inside)
    ]
    mentions = tuple(sorted((*places, *things), key=lambda m: m.start))
    return list(by_rolls(from_text(text), mentions, named(text, person=PEOPLE), {}, frozenset()))


def told(text):
    return [(s.person.name, s.origin and s.origin.name, s.destination.name) for s in stays(text)]


BOTH = [("李明远", A, C), ("王芳", B, D)]


@pytest.mark.parametrize(
    "entries",
    [
        f"1.李明远，{A}，数学，支教学校：{C}\n2.王芳，{B}，语文，支教学校：{D}",
        f"李明远（{A}）——{C}\n王芳（{B}）——{D}",
        f"李明远 {A} 赴{C}；王芳 {B} 赴{D}",
        f"{A} 李明远 派往{C}\n{B} 王芳 派往{D}",
    ],
)
def test_an_entry_tells_where_from_and_where_to(entries):
    found = told(f"支教教师名单\n{entries}\n")
    assert [(who, to) for who, _, to in found] == [("李明远", C), ("王芳", D)]
    assert all(home in (A, B, None) for _, home, _ in found)


def test_the_home_and_the_host_in_an_entry():
    assert told(f"支教教师名单\n李明远（{A}）——{C}\n王芳（{B}）——{D}\n") == BOTH


def test_the_line_below_tells_where_all_of_them_serve():
    text = f"华东大学研究生支教团成员名单\n队长：李明远\n队员：王芳、赵晓光\n服务学校：{C}\n"
    assert told(text) == [(who, "华东大学", C) for who in PEOPLE]


def test_the_group_at_the_head_of_a_line_is_where_they_serve():
    text = f"赴疆支教分组名单\n第一组（{C}）组长：李明远 组员：王芳\n第二组（{D}）组长：赵晓光\n"
    assert told(text) == [("李明远", None, C), ("王芳", None, C), ("赵晓光", None, D)]


def test_the_opening_tells_where_all_of_them_go():
    text = f"赴旺苍县支教教师名单\n李明远（{A}）\n王芳（{B}）\n"
    assert told(text) == [("李明远", A, "旺苍县"), ("王芳", B, "旺苍县")]
    assert told(text.replace("旺苍县", "旺苍县、甘孜州")) == []


def test_what_opens_no_roll_of_people_sent():
    entries = f"李明远（{A}）——{C}\n王芳（{B}）——{D}\n"
    assert told(f"获奖教师名单\n{entries}") == []
    assert told(f"支教优秀教师表彰名单\n{entries}") == []
    assert told(f"学校来了支教的老师。\n{entries}") == []


def test_a_long_sentence_ends_the_roll():
    end = "甲方应当按照本协议约定的时间和方式，向乙方提供教师住宿、交通和教学所需要的全部条件。\n"
    text = f"支教教师名单\n{end}李明远（{A}）——{C}\n王芳（{B}）——{D}\n"
    assert told(text) == []


def test_one_entry_is_no_roll():
    assert told(f"支教教师名单\n李明远（{A}）——{C}\n") == []


def test_the_rule_and_the_opening_are_told():
    text = f"支教教师名单\n李明远（{A}）——{C}\n王芳（{B}）——{D}\n"
    first = stays(text)[0]
    assert first.rule == ROLL
    assert [text[a:b] for a, b in first.support] == ["支教教师名单"]


OPENED = f"赴旺苍县支教教师名单\n李明远（{A}）\n王芳（{B}）\n"


@pytest.mark.parametrize("credit", ["联系人：赵晓光", "图文 赵晓光", f"文/图：赵晓光（{A}）"])
def test_who_wrote_the_page_is_no_entry(credit):
    assert [who for who, *_ in told(f"{OPENED}{credit}\n")] == ["李明远", "王芳"]
    assert [who for who, *_ in told(f"{OPENED}队长：赵晓光\n")] == PEOPLE


def test_the_list_of_others_ends_the_roll():
    rest = f"赵晓光（{A}）\n"
    assert [who for who, *_ in told(f"{OPENED}评审专家名单：\n{rest}")] == ["李明远", "王芳"]
    assert [who for who, *_ in told(f"{OPENED}第二组名单：\n{rest}")] == PEOPLE


def test_who_goes_where_the_opening_says_does_not_go_the_other_way():
    text = f"赴天津市挂职教师名单\n李明远，{C}，{A}\n王芳，{D}，{B}\n"
    places = named(text, place=["天津市"])[:1]
    things = sorted((*places, *named(text, school=[A, B, C, D])), key=lambda m: m.start)
    found = by_rolls(from_text(text), things, named(text, person=PEOPLE), {}, frozenset())
    assert [s.person.name for s in found if s.destination.name in (C, D)] == []
