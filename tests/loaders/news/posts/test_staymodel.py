from math import log

import pytest

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.staymodel import best_of
from bangfu.loaders.news.posts.stayscene import Scene
from bangfu.loaders.news.posts.staysigns import pairs_of, signs_of
from bangfu.loaders.weights import Weights
from bangfu.ontology.records import Kind, Mention


def believing(**wanted):
    """Weights by which a pair with one of these signs alone is as likely as it says."""
    return Weights({sign: log(score / (1 - score)) for sign, score in wanted.items()})


def mentions(text, **names):
    found = [
        Mention(kind=getattr(Kind, kind), name=name, key=name, start=at, end=at + len(name))
        for name, kind in names.items()
        for at in [i for i in range(len(text)) if text.startswith(name, i)]
    ]
    return sorted(found, key=lambda m: m.start)


def scene(text, **names):
    every = mentions(text, **names)
    people = [m for m in every if m.kind is Kind.PERSON]
    things = [m for m in every if m.kind is not Kind.PERSON]
    return Scene(from_text(text), things, people, (), (), {}, {})


def test_a_page_that_speaks_of_nobody_sent_has_no_pairs():
    text = "李明远在白水中学开会。"
    assert list(pairs_of(scene(text, 李明远="PERSON", 白水中学="SCHOOL"))) == []


def test_who_is_in_play_in_the_next_sentence():
    text = "李明远报名支教。两个月后，来到白水中学任教。"
    page = scene(text, 李明远="PERSON", 白水中学="SCHOOL")
    ((person, school),) = pairs_of(page)
    signs = signs_of(page, person, school)
    assert "F1go=来到" in signs
    assert "back=1" in signs


@pytest.mark.parametrize(("school", "chosen"), [(0.3, "白水县中学"), (0.1, "522634")])
def test_a_school_goes_before_the_county_that_it_lies_in(school, chosen):
    text = "李明远到雷山县支教，雷山县中学的老师欢迎他。"
    page = scene(text, 李明远="PERSON", 雷山县中学="SCHOOL")
    county = Mention(kind=Kind.PLACE, name="雷山县", key="522634", start=4, end=7)
    page = Scene(page.clean, [county, *page.things], page.people, (), (), {}, {})
    ((_, _, body),) = best_of(page, believing(**{"k=P": 0.7, "k=S": school}))
    assert body.key == ("雷山县中学" if chosen == "白水县中学" else chosen)


def test_nobody_is_sent_to_an_institute_or_from_nowhere_to_the_east():
    text = "李明远到民和研究院支教，又到北京市青山中学支教。"
    page = scene(text, 李明远="PERSON", 民和研究院="INSTITUTION", 北京市青山中学="SCHOOL")
    assert best_of(page, believing(**{"k=I": 0.9, "k=S": 0.9})) == []


def test_nobody_is_sent_across_the_border_to_help():
    text = "李明远到香港支教。"
    page = scene(text, 李明远="PERSON")
    place = Mention(kind=Kind.PLACE, name="香港特别行政区", key="810000", start=4, end=6)
    page = Scene(page.clean, [place], page.people, (), (), {}, {})
    assert best_of(page, believing(**{"k=P": 0.9})) == []


@pytest.mark.parametrize("text", ["支教的李明远在白水中学任教。", "支教老师在白水中学教过李明远。"])
def test_a_person_may_have_been_sent(text):
    assert list(pairs_of(scene(text, 李明远="PERSON", 白水中学="SCHOOL"))) != []


@pytest.mark.parametrize(
    "text", ["支教老师在白水中学教过叫李明远的男孩。", "（通讯员 李明远）白水中学迎来支教教师。"]
)
def test_a_child_and_a_reporter_have_not(text):
    assert list(pairs_of(scene(text, 李明远="PERSON", 白水中学="SCHOOL"))) == []
