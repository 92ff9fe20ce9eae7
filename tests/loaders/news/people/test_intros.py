import pytest

from bangfu.loaders.news.people.intros import in_unit, introduced, opening
from bangfu.loaders.news.people.names import Names


def run(text):
    found = {}
    introduced(Names(text, bytes(len(text) + 1)), found)
    return [text[a:b] for a, b in sorted(found.items())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他本名何建华，个子不高。", ["何建华"]),
        ("教数学的汤浩、教美术的她都来了。", ["汤浩"]),
        ("胡敏，中共党员，2016年进疆。", ["胡敏"]),
        ("1.赵立新，男，数学。", ["赵立新"]),
        ("与李守义一同来到这里。", ["李守义"]),
        ("（作者霍晨光，现在是学生）", ["霍晨光"]),
        ("（作者系李守义）（作者单位是一所学校）", []),
        ("和李守义一起来到这里。", ["李守义"]),
        ("基金会之友李守义先生捐资。", ["李守义"]),
    ],
)
def test_words_beside_a_name_introduce_it(text, names):
    assert run(text) == names


def test_what_only_stands_there_is_no_name():
    assert run("教数学的教室很大，与此同时，安全，男，女都要讲。") == []
    assert run("学校与李守义之间没有来往。") == []


def test_a_name_may_follow_the_name_of_an_office():
    text = "校办许宁主任到场。"
    names = Names(text, bytes([0] * 4 + [1] * 2 + [0] * 4))
    assert in_unit(names, 2, 4)
    assert not in_unit(names, 1, 4)
    assert not in_unit(Names(text, bytes(10)), 2, 4)


def unit(text, form, title):
    marks = bytearray(len(text) + 1)
    at = text.find(title) if title else -1
    if at >= 0:
        marks[at : at + len(title)] = b"\1" * len(title)
    start = text.index(form)
    return in_unit(Names(text, bytes(marks)), start, start + len(form))


def test_units_of_many_kinds_before_a_name_and_its_post():
    assert unit("轮训部黄碧玲副主任到场。", "黄碧玲", "副主任")
    assert unit("教育局杨磊副局长到场。", "杨磊", "副局长")
    assert unit("服务平台严奕峰博士到场。", "严奕峰", "")
    assert not unit("人才组高水平教师到场。", "高水平", "教师")


def test_the_first_of_a_list_behind_a_verb():
    text = "教职工有王牡丹、吴金花。"
    assert opening(Names(text, bytes(len(text) + 1)), text.index("、")) == 4
    text = "这里没有高楼房、学校。"
    assert opening(Names(text, bytes(len(text) + 1)), text.index("、")) is None


def test_a_district_of_schools_is_a_unit():
    assert unit("卧佛寺学区李桂军校长到场。", "李桂军", "校长")


def test_whom_one_met_or_spoke_of():
    text = "说起陈玉时，校长笑了。"
    found = {}
    introduced(Names(text, bytes(len(text) + 1)), found)
    assert found == {2: 4}
