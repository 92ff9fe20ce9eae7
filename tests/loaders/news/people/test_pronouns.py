import re

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.pronouns import in_play, with_pronouns
from bangfu.ontology.records import Kind, Mention


def mentions(text, kind, *names):
    return tuple(
        Mention(kind=kind, name=n, key=n, start=m.start(), end=m.end())
        for n in names
        for m in re.finditer(n, text)
    )


def he(text, *names):
    people = sorted(mentions(text, Kind.PERSON, *names), key=lambda p: p.start)
    return [p.name for p in with_pronouns(text, people) if text[p.start : p.end] in "他她"]


def test_he_is_the_one_person_of_the_sentence_before():
    assert he("李明远是教师。他去年到白水县支教。", "李明远") == ["李明远"]


def test_two_persons_leave_it_open():
    assert he("李明远和王小红来了。他去年到白水县。", "李明远", "王小红") == []


def test_not_across_paragraphs_and_not_where_the_talk_turns():
    assert he("李明远来了。\n他去年到白水县。", "李明远") == []
    assert he("李明远来了；青山中学的老师则是老将，他曾在白水县。", "李明远") == []


def test_they_and_his_are_nobody():
    assert he("李明远来了。他们去年到白水县。他的学生也来了。", "李明远") == []


def test_here_is_the_school_just_named():
    text = "一行来到白水中学，看望在这里支教的李明远。"
    schools = mentions(text, Kind.SCHOOL, "白水中学")
    things, _ = in_play(from_text(text), schools, mentions(text, Kind.PERSON, "李明远"))
    assert [m.name for m in things if text[m.start : m.end] == "这里"] == ["白水中学"]


def test_that_school_is_not_where_somebody_comes_from():
    text = "教师们到白水中学。来自青山中学的李明远担任该校副校长。"
    schools = sorted(mentions(text, Kind.SCHOOL, "白水中学", "青山中学"), key=lambda m: m.start)
    things, _ = in_play(from_text(text), schools, mentions(text, Kind.PERSON, "李明远"))
    assert [m.name for m in things if text[m.start : m.end] == "该校"] == ["白水中学"]


def meant(text, word, *schools):
    known = sorted(mentions(text, Kind.SCHOOL, *schools), key=lambda m: m.start)
    things, _ = in_play(from_text(text), known, mentions(text, Kind.PERSON, "李明远"))
    return [m.name for m in things if text[m.start : m.end] == word]


def test_that_school_is_not_the_one_whose_teacher_goes_there():
    text = "大家先到白水中学。青山中学的李明远老师到该校支教两年了。"
    assert meant(text, "该校", "白水中学", "青山中学") == ["白水中学"]
    stays = "李明远来到青山中学，在该校支教。他以前在白水中学。"
    assert meant(stays, "该校", "白水中学", "青山中学") == ["青山中学"]


def test_here_at_the_head_of_a_sentence_is_the_school_told_of():
    text = "第一站是白水中学。这里是李明远曾经支教的地方。"
    assert meant(text, "这里", "白水中学") == ["白水中学"]
    assert meant("第一站是白水中学。\n这里的风很大。", "这里", "白水中学") == []
