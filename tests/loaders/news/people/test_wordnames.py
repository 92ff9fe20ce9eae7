import re

import pytest

from bangfu.loaders.news.people.names import Names
from bangfu.loaders.news.people.titles import find_titles
from bangfu.loaders.news.people.wordnames import second_of_pair, word_names
from bangfu.ontology.records import Kind, Mention


def found(text, schools=("青山中学", "白水中学", "红叶小学")):
    bodies = [
        Mention(kind=Kind.SCHOOL, name=name, start=at.start(), end=at.end(), key=name)
        for name in schools
        for at in re.finditer(name, text)
    ]
    titles = find_titles(text, bodies)
    taken = bytearray(len(text) + 1)
    for span in (*bodies, *titles):
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    spans = {}
    word_names(Names(text, bytes(taken)), titles, spans)
    return [text[a:b] for a, b in sorted(spans.items())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青山中学党总支书记 成功\n白水中学校长 高远\n", ["成功", "高远"]),
        ("高兴的名字，大家一听就记住了。", ["高兴"]),
        ("人选定了，叫舒适，三十九岁。", ["舒适"]),
        ("别催她，她真叫马上。", ["马上"]),
        ("万里，女，青山中学英语教师；\n", ["万里"]),
        ("高远　生前系青山中学数学教师，因公殉职", ["高远"]),
        ("马上\n青山中学英语教师\n", ["马上"]),
        ("青山中学席夏、白水中学文心、红叶小学高远三位教师登台", ["席夏", "文心", "高远"]),
    ],
)
def test_words_that_stand_where_only_names_do(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "孩子们很高兴，马上回到青山中学。",
        "青山中学校长高兴地说，大家马上出发。",
        "成功\n大家都来了。\n",
        "向往\n青山中学\n",
        "青山中学、白水中学三位教师登台",
    ],
)
def test_words_elsewhere_are_words(text):
    assert found(text) == []


def test_a_word_behind_a_name_a_joint_and_a_body():
    text = "来自青山中学的高山和白水中学的丰收，两人"
    taken = bytearray(len(text) + 1)
    for name in ("青山中学", "白水中学"):
        taken[text.index(name) : text.index(name) + 4] = b"\1" * 4
    at = text.index("高山")
    spans = {at: at + 2}
    second_of_pair(Names(text, bytes(taken)), spans)
    assert [text[a:b] for a, b in sorted(spans.items())] == ["高山", "丰收"]
    assert text.count("丰收") == 1


def test_as_many_names_as_are_counted_each_behind_its_unit():
    text = "汽车学院方正，信息学院李杨、教务处江蔚然三位教师将前往山区。"
    assert found(text) == ["方正", "李杨", "江蔚然"]
    # only two of the three stand behind a unit
    assert found("大家，信息学院李杨、教务处江蔚然三位教师将前往山区。") == []


def test_two_or_three_are_no_number_of_names():
    told = "汽车学院方正，信息学院李杨、教务处江蔚然{}位教师将前往山区。"
    assert found(told.format("三")) == ["方正", "李杨", "江蔚然"]
    assert found(told.format("二三")) == []
