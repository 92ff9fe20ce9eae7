import re

from bangfu.loaders.news.events.roles import participations
from bangfu.ontology.records import Kind, Mention, Role

KINDS = {"i": Kind.INSTITUTION, "n": Kind.PERSON}


def roles(text):
    plain, mentions = "", []
    for piece in re.split(r"(\{[^{}]*\})", text):
        if piece.startswith("{"):
            kind, name = piece[1:-1].split(" ")
            mentions.append(
                Mention(
                    kind=KINDS[kind],
                    name=name,
                    key=name,
                    start=len(plain),
                    end=len(plain) + len(name),
                )
            )
            plain += name
        else:
            plain += piece
    return [(p.who.name, p.role) for p in participations(plain, mentions, len(plain))]


def test_the_role_of_a_list_stands_after_its_last_member():
    assert roles(
        "由{i 甲厅}、{i 乙局}指导，{i 丙会}主办，{i 丁校}承办，{i 戊系}作为专业支撑单位"
    ) == [
        ("甲厅", Role.GUIDE),
        ("乙局", Role.GUIDE),
        ("丙会", Role.ORGANIZER),
        ("丁校", Role.UNDERTAKER),
        ("戊系", Role.SUPPORT),
    ]


def test_who_lectures_and_who_attends():
    assert roles("{n 张三}作专题讲座，{n 李四}出席并讲话") == [
        ("张三", Role.LECTURER),
        ("李四", Role.PARTICIPANT),
    ]


def test_no_role_without_a_word_for_it():
    assert roles("{i 甲厅}很高兴") == []
    assert roles("在{i 甲厅}支持下") == []


def test_what_a_body_says_that_it_was():
    assert roles("张三表示，{i 甲集团}作为承办方之一，将做好保障") == [("甲集团", Role.UNDERTAKER)]
    assert roles("{i 甲校}是本次活动的主办单位") == [("甲校", Role.ORGANIZER)]
    assert roles("{i 甲校}作为主办学前教育的名园") == []
