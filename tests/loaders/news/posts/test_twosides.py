import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.secondments import find_secondments, scene_of
from bangfu.loaders.news.posts.staymodel import STAYS
from bangfu.loaders.news.posts.twosides import SIDES, by_sides
from bangfu.ontology.records import Stance

HOST, HOME, OTHER = "甘肃省陇西县白水中学", "福州市第三中学", "福州市第八中学"
STAY = f"{HOME}教师李明远到{HOST}支教。"


def facts(text):
    mentions = named(text, school=[HOST, HOME, OTHER])
    people = named(text, person=["李明远", "王芳"])
    return find_secondments(from_text(text), mentions, people, ())


def told(text):
    return [(s.person.name, s.origin and s.origin.name, s.destination.name) for s in facts(text)]


@pytest.mark.parametrize(
    "company",
    [
        f"与他同住一个院子的，是从{OTHER}退休的英语教师王芳。",
        f"和他一个办公室的老师还有一位，{OTHER}的王芳教地理。",
        f"如今，只剩下他和{OTHER}的王芳两人。",
    ],
)
def test_who_is_told_of_in_his_company_serves_with_him(company):
    found = facts(STAY + company)
    assert (found[-1].person.name, found[-1].destination.name) == ("王芳", HOST)
    assert found[-1].evidence[0].stance is Stance.INFERRED


@pytest.mark.parametrize(
    "other",
    [
        f"{OTHER}校长王芳说，两校还有合作。",
        f"{OTHER}的王芳和他通过屏幕同上一节课。",
        f"{OTHER}的王芳看望了他的队友。",
        f"{OTHER}的王芳和他是大学同学，两人常常通电话。",
        f"受他影响，{OTHER}的王芳也报名支教。",
        f"欢迎团队的还有{OTHER}的王芳。",
        f"{OTHER}的王芳很高兴。",
    ],
)
def test_who_stays_at_home_or_only_comes_by(other):
    found = facts(STAY + other)
    by_rules = [s for s in found if not any(STAYS in e.method for e in s.evidence)]
    assert [s.person.name for s in by_rules] == ["李明远"]


def test_whoever_is_placed_is_left_alone():
    text = STAY + f"和他一个办公室的还有{OTHER}的王芳。"
    mentions = named(text, school=[HOST, HOME, OTHER])
    people = named(text, person=["李明远", "王芳"])
    scene = scene_of(from_text(text), mentions, people)
    only = [s for s in scene.rule_stays if s.person.name == "李明远"]
    assert [s.rule for s in by_sides(scene, only, {"李明远"})] == [SIDES]
    assert list(by_sides(scene, only, {"李明远", "王芳"})) == []


def test_without_any_stay_there_is_nobody_to_join():
    text = f"{OTHER}的王芳和队友支教归来。"
    mentions, people = named(text, school=[OTHER]), named(text, person=["王芳"])
    assert list(by_sides(scene_of(from_text(text), mentions, people), (), ())) == []
