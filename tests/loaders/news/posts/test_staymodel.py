from math import log

import pytest

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.staymodel import believed, hosts_of, pair_signs
from bangfu.loaders.news.posts.stayscene import Scene
from bangfu.loaders.news.posts.staysides import Sides
from bangfu.loaders.weights import Weights
from bangfu.ontology.records import Kind, Mention

SENT = {"who:np=1": 0.95}
"""A weight by which the only person of a page is taken for one who was sent…"""
SURE = {"all:host>2": 0.95}
"""…and one by which a likely host is believed."""


def believing(**wanted):
    """Weights by which one of these signs alone makes a yes as likely as it says."""
    return Weights({sign: log(score / (1 - score)) for sign, score in wanted.items()})


def mentions(text, **names):
    found = [
        Mention(kind=getattr(Kind, kind), name=name, key=name, start=at, end=at + len(name))
        for name, kind in names.items()
        for at in [i for i in range(len(text)) if text.startswith(name, i)]
    ]
    return sorted(found, key=lambda m: m.start)


def scene(text, homes=None, **names):
    every = mentions(text, **names)
    people = [m for m in every if m.kind is Kind.PERSON]
    things = [m for m in every if m.kind is not Kind.PERSON]
    by_name = {m.name: m for m in every}
    told = {person: by_name[home] for person, home in (homes or {}).items()}
    return Scene(from_text(text), things, people, (), (), told, {})


def hosts(page):
    return [m.name for m in hosts_of(Sides(page, frozenset()), page.people[0])]


def told(page, weights, **options):
    return [(p.name, host.name) for _, p, host in believed(page, weights, **options)]


def test_who_is_in_play_in_the_next_sentence():
    page = scene("李明远报名支教。两个月后，来到白水中学任教。", 李明远="PERSON", 白水中学="SCHOOL")
    signs = pair_signs(Sides(page, frozenset()), page.people[0], page.things[0])
    assert "F1go=来到" in signs
    assert "back=1" in signs


TWO = "青山中学的李明远支教一年。校园里很静。\n冬天来了。\n春天来了。\n白水中学的老师很高兴。"


def test_a_school_sentences_away_is_the_host_of_somebody_sent():
    page = scene(TWO, {"李明远": "青山中学"}, 李明远="PERSON", 青山中学="SCHOOL", 白水中学="SCHOOL")
    likely = believing(**SENT, **SURE, **{"ishome=False": 0.9, "ishome=True": 0.1})
    assert told(page, likely) == [("李明远", "白水中学")]


def test_a_host_is_believed_by_all_that_the_page_tells():
    page = scene(TWO, {"李明远": "青山中学"}, 李明远="PERSON", 青山中学="SCHOOL", 白水中学="SCHOOL")
    likely = {**SENT, "ishome=False": 0.9, "ishome=True": 0.1, "all:mates=False": 0.3}
    assert told(page, believing(**likely)) == []
    assert told(page, believing(**likely, **{"all:home=AH0": 0.9})) == [("李明远", "白水中学")]
    assert told(page, believing(**likely, **{"all:home=same": 0.9})) == []


def test_without_a_home_or_work_away_a_stay_has_to_be_likelier():
    names = {"李明远": "PERSON", "青山中学": "SCHOOL", "白水中学": "SCHOOL"}
    homeless = scene(TWO.replace("青山中学的", "青山中学很大。"), **names)
    idle = TWO.replace("支教一年", "很高兴") + "支教是大事。"
    idle = scene(idle, {"李明远": "青山中学"}, **names)
    known = scene(TWO, {"李明远": "青山中学"}, **names)
    for score, expected in ((0.7, [False, False, True]), (0.8, [False, True, True])):
        likely = believing(**SENT, **{"bc=S1": 0.9, "ishome=True": 0.1, "all:sent>2": score})
        assert [bool(told(page, likely)) for page in (homeless, idle, known)] == expected


def test_where_no_home_is_told_the_host_lies_in_the_provinces_that_receive():
    for place, expected in (("旺苍县", True), ("山东省", False)):
        school = f"{place}白水中学"
        page = scene(TWO.replace("白水中学", school), 李明远="PERSON", **{school: "SCHOOL"})
        likely = believing(**SENT, **{"bc=S1": 0.9, "all:sent>2": 0.8})
        assert bool(told(page, likely)) is expected
        local = TWO.replace("白水中学", school).replace("李明远", "扎西次仁")
        page = scene(local, 扎西次仁="PERSON", **{school: "SCHOOL"})
        assert told(page, likely) == []


def test_who_sees_a_team_off_is_not_believed_sent():
    text = TWO.replace("李明远支教一年", "李明远送别支教教师")
    page = scene(
        text, {"李明远": "青山中学"}, 李明远="PERSON", 青山中学="SCHOOL", 白水中学="SCHOOL"
    )
    likely = believing(**SENT, **SURE, **{"bc=S1": 0.9, "ishome=True": 0.1})
    assert told(page, likely) == []


def test_of_somebody_known_to_be_sent_only_the_place_is_asked():
    page = scene(TWO, 李明远="PERSON", 白水中学="SCHOOL")
    likely = believing(**{"k=S": 0.9})
    assert told(page, likely) == []
    assert told(page, likely, vague={"李明远"}) == [("李明远", "白水中学")]
    assert told(page, likely, known={"李明远"}, vague={"李明远"}) == []


def test_of_somebody_surely_not_sent_nobody_asks_the_place():
    page = scene(TWO, 李明远="PERSON", 白水中学="SCHOOL")
    likely = {**SURE, "k=S": 0.99}
    assert told(page, believing(**likely, **{"who:np=1": 0.06})) == [("李明远", "白水中学")]
    assert told(page, believing(**likely, **{"who:np=1": 0.04})) == []
    assert told(page, believing(**likely, **{"who:np=1": 0.04}), vague={"李明远"}) != []


def test_two_hosts_as_likely_are_none():
    names = {"李明远": "PERSON", "青山中学": "SCHOOL", "白水中学": "SCHOOL", "红星中学": "SCHOOL"}
    page = scene(TWO + "红星中学也是。", {"李明远": "青山中学"}, **names)
    likely = believing(**{"k=S": 0.9})
    assert told(page, likely, vague={"李明远"}) == []


@pytest.mark.parametrize(("school", "chosen"), [(0.5, "雷山县中学"), (0.1, "雷山县")])
def test_a_school_goes_before_the_county_that_it_lies_in(school, chosen):
    text = "李明远到雷山县支教，雷山县中学的老师欢迎他。"
    page = scene(text, 李明远="PERSON", 雷山县中学="SCHOOL")
    county = Mention(kind=Kind.PLACE, name="雷山县", key="522634", start=4, end=7)
    page = Scene(page.clean, [county, *page.things], page.people, (), (), {}, {})
    likely = believing(**{"k=P": 0.7, "k=S": school})
    assert told(page, likely, vague={"李明远"}) == [("李明远", chosen)]


def test_nobody_is_sent_to_an_institute_or_from_nowhere_to_the_east():
    text = "李明远到民和研究院支教，又到北京市青山中学支教，最后到白水中学支教。"
    page = scene(
        text, 李明远="PERSON", 民和研究院="INSTITUTION", 北京市青山中学="SCHOOL", 白水中学="SCHOOL"
    )
    assert hosts(page) == ["白水中学"]


def test_nobody_is_sent_across_the_border_to_help():
    page = scene("李明远到香港支教。", 李明远="PERSON")
    place = Mention(kind=Kind.PLACE, name="香港特别行政区", key="810000", start=4, end=6)
    assert hosts(Scene(page.clean, [place], page.people, (), (), {}, {})) == []


def test_who_only_calls_on_a_school_does_not_serve_there():
    page = scene("李明远到白水中学看望支教教师。", 李明远="PERSON", 白水中学="SCHOOL")
    assert hosts(page) == []


def test_who_teaches_the_youngest_goes_to_them():
    text = "青山幼儿园的李明远报名支教。\n那里有白水中学。\n也有白水幼儿园。"
    page = scene(
        text, {"李明远": "青山幼儿园"}, 李明远="PERSON", 青山幼儿园="SCHOOL", 白水中学="SCHOOL",
        白水幼儿园="SCHOOL",
    )  # fmt: skip
    text = text.replace("那里有", "李明远到了")
    met = scene(
        text, {"李明远": "青山幼儿园"}, 李明远="PERSON", 青山幼儿园="SCHOOL", 白水中学="SCHOOL",
        白水幼儿园="SCHOOL",
    )  # fmt: skip
    assert hosts(page) == ["青山幼儿园", "白水幼儿园"]
    assert hosts(met) == ["青山幼儿园", "白水中学", "白水幼儿园"]


LISTS = "李明远、王春生{}到白水中学、红星中学支教。"


def test_lists_whose_order_tells_nothing_are_left_open():
    names = {"李明远": "PERSON", "王春生": "PERSON", "白水中学": "SCHOOL", "红星中学": "SCHOOL"}
    likely = believing(**{"order": 0.5, "turn=True": 0.9, "vs=?": 0.45, "vs=none": 0.45})
    in_turn = scene(LISTS.format("分别"), **names)
    both = {"李明远", "王春生"}
    assert told(in_turn, likely, vague=both) == [("李明远", "白水中学"), ("王春生", "红星中学")]
    more = scene(LISTS.format("等六位教师"), **names)
    likely = believing(**{"nb=False": 0.9})
    assert told(more, likely, vague=both) == []


def test_a_school_far_off_is_not_that_of_a_long_list():
    names = ["李明远", "王春生", "赵晓光", "陈立军", "周晓梅", "吴海燕", "郑国强"]
    people = dict.fromkeys(names, "PERSON")
    likely = believing(**{"vs=none": 0.95})
    for number, expected in ((3, 3), (7, 0)):
        text = f"支教教师{'、'.join(names[:number])}到会。\n\n\n\n\n白水中学的学生很高兴。"
        text = text.replace("\n", "天气很好。\n")
        homes = dict.fromkeys(names[:number], "青山中学")
        page = scene("青山中学。" + text, homes, 青山中学="SCHOOL", 白水中学="SCHOOL", **people)
        found = told(page, likely, vague=set(names))
        assert [host for _, host in found] == ["白水中学"] * expected


def test_no_name_is_among_the_signs_of_a_pair():
    page = scene("李明远老师来到白水中学任教。", 李明远="PERSON", 白水中学="SCHOOL")
    signs = pair_signs(Sides(page, frozenset()), page.people[0], page.things[0])
    assert {"g<到H", "g>H任", "gAA老", "gA到H"} <= set(signs)
    assert not any("明" in sign or "水" in sign for sign in signs)
