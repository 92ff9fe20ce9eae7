import pytest
from marked import named

from bangfu.loaders.news import read
from bangfu.loaders.news.posts.silver import by_silver, without_senders
from bangfu.loaders.source import Document
from bangfu.ontology.records import Assistance, Evidence, Kind, Mention, Secondment

HOST, HOME, WHO = "河源大学", "东海大学", "李明远"


def stays(text, *schools):
    people = named(text, person=[WHO])
    found = by_silver(text, named(text, school=list(schools)), people)
    return [(one.person.name, one.destination.name) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "银龄教师李明远在河源大学带了三名徒弟。",
        "河源大学又来了一位银龄教师——从东海大学退休的教授李明远。",
        "李明远，东海大学退休教授，现为河源大学银龄教师。",
        "退休前在东海大学任教的李明远，如今是河源大学的一名银龄教师。",
        "河源大学开学了。银龄教师李明远走上讲台。",
        "银龄教师风采\n72岁的李明远教授，退休前在东海大学工作。他走进了河源大学的课堂。",
        "河源大学来了银龄教师。\n已退休的东海大学教授李明远第一时间报了名。",
    ],
)
def test_a_retired_teacher_teaches_at_the_school_from_which_nobody_retired(text):
    assert stays(text, HOST, HOME) == [(WHO, HOST)]


@pytest.mark.parametrize(
    "text",
    [
        "李明远在河源大学任教。",
        "河源大学人事处处长李明远介绍，银龄教师已有三十人。",
        "银龄教师李明远去过河源大学、南山大学和东海大学。",
        "李明远从东海大学退休，报名当一名银龄教师。",
    ],
)
def test_who_is_no_retired_teacher_or_of_no_one_school_has_no_stay(text):
    assert stays(text, HOST, HOME, "南山大学") == []


def stay(text):
    ends = {m.name: m for m in named(text, school=[HOST, HOME])}
    (person,) = named(text, person=[WHO])[:1]
    shown = Evidence(
        quote=text, raw_start=0, raw_end=len(text), start=0, end=len(text), method="x 1",
        confidence=1.0,
    )  # fmt: skip
    return Secondment(person=person, origin=ends[HOME], destination=ends[HOST], evidence=(shown,))


def test_where_somebody_worked_before_sent_nobody_but_a_school_that_says_so_did():
    alone = "银龄教师李明远来自东海大学，在河源大学任教。"
    assert without_senders(alone, [stay(alone)])[0].origin is None
    sent = "银龄教师李明远由东海大学选派到河源大学任教。"
    assert without_senders(sent, [stay(sent)])[0].origin.name == HOME
    other = "李明远来自东海大学，在河源大学任教。"
    assert without_senders(other, [stay(other)])[0].origin.name == HOME


def test_the_retired_teacher_helps_in_person_and_the_old_school_does_not():
    text = "从黄冈中学退休的张桂兰被威宁县石门乡中学聘为银龄教师，教九年级英语。"
    facts = read(Document(address="a", name="a", sha256="0" * 64, raw=text)).facts
    helped = {(f.helper.name, f.recipient.name) for f in facts if isinstance(f, Assistance)}
    assert helped == {("张桂兰", "威宁县石门乡中学")}


def test_mentions_are_given_back_as_they_are():
    text = "银龄教师李明远在河源大学任教。"
    (found,) = by_silver(text, named(text, school=[HOST]), named(text, person=[WHO]))
    assert isinstance(found.person, Mention)
    assert found.person.kind is Kind.PERSON
    assert text[found.start : found.end].startswith("银龄教师")
