import re

from bangfu.loaders.news.clean import from_text
from bangfu.loaders.news.events import find_events
from bangfu.ontology.records import Kind, Mention, Role, Stance

KINDS = {
    "p": Kind.PLACE,
    "s": Kind.SCHOOL,
    "i": Kind.INSTITUTION,
    "n": Kind.PERSON,
    "g": Kind.PROGRAMME,
}


def marked(text):
    """甲{p 120116 滨海新区}乙 → the text without the marks, and its mentions."""
    plain, mentions = "", []
    for piece in re.split(r"(\{[^{}]*\})", text):
        if piece.startswith("{"):
            kind, key, name = piece[1:-1].split(" ")
            key = name if key == "-" else key
            start = len(plain)
            plain += name
            mentions.append(
                Mention(kind=KINDS[kind], name=name, key=key, start=start, end=len(plain))
            )
        else:
            plain += piece
    return plain, tuple(mentions)


FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1, L2 = "{s - 福清第一中学}", "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
TAIL = "帮扶让支教与结对开花。"


def read(text):
    plain, mentions = marked(text)
    return find_events(from_text(plain), mentions)


def test_a_later_date_fills_in_the_earlier_telling():
    (event,) = read(
        f"骨干教师研修班在{LONG}举行。\n2023年3月1日大家返程。"
        f"\n2024年5月6日，骨干教师研修班在{LONG}举行。{TAIL}"
    )
    assert str(event.since) == "2024-05-06"
    assert len(event.evidence) == 2


def test_the_only_day_of_the_page_is_inferred():
    (event,) = read(f"2024年5月6日天气晴好。\n教育帮扶座谈会在{LONG}召开。{TAIL}")
    assert str(event.since) == "2024-05-06"
    assert event.evidence[-1].stance is Stance.INFERRED


def test_the_next_sentence_names_the_organiser():
    (event,) = read(f"教育帮扶座谈会在{LONG}召开。此次会议由{FU}主办。{TAIL}")
    assert [p.who.name for p in event.participations if p.role is Role.ORGANIZER] == ["福清市"]


def test_the_way_there_is_not_another_happening():
    found = read(f"2024年5月6日至8日，{FU}专家一行来到{LONG}，骨干教师送教活动在{L1}举行。{TAIL}")
    assert [e.name for e in found] == ["骨干教师送教活动"]
