import pytest
from marked import marked

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.crewmates import OFFICES, mates_of
from bangfu.loaders.news.posts.crews import crews_of
from bangfu.loaders.news.posts.crewwords import said_in
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.skeletons import skeletons
from bangfu.ontology.records import Kind

HOME, KUQA = "{p 330200 宁波市}", "{p 652902 库车市}"
GOES = f"{HOME}第二批援疆教师奔赴{KUQA}。"


def mates(source, called=()):
    text, mentions = marked(source)
    people = tuple(m for m in mentions if m.kind is Kind.PERSON)
    things = tuple(m for m in mentions if m.kind is not Kind.PERSON)
    scene = scene_of(from_text(text), things, people)
    said = tuple(said_in(text, skeletons(scene.clean, scene.things, scene.people)))
    crews = crews_of(said, things, text, scene.context)
    return list(mates_of(scene, said, crews, called))


def names(source):
    return list(dict.fromkeys(mate.person.name for mate in mates(source)))


def test_the_words_the_home_and_the_batch_of_a_mate():
    mate = mates(GOES + f"{HOME}第三批援疆教师{{n - 李明远}}很忙。")[0]
    assert (mate.person.name, mate.home.name, mate.batch) == ("李明远", "宁波市", "三")
    assert mate.called
    assert mate.sure


def test_the_home_behind_a_mark_is_the_crews_own():
    text = GOES + "援疆教师{n - 李明远}的战友、{p 330100 杭州市}援疆教师{n - 王芳}很忙。"
    homes = [(m.person.name, m.home.name) for m in mates(text) if m.home is not None]
    assert homes == [("王芳", "杭州市")]


def test_the_list_ends_at_those_who_called_them_together():
    text = GOES + "援疆教师代表{n - 李明远}、局长{n - 王芳}、人事处处长{n - 赵晨}到会。"
    assert names(text) == ["李明远"]
    text = GOES + "援疆支教团团长{n - 李明远}、支教队副队长{n - 王芳}到会。"
    assert names(text) == ["李明远", "王芳"]
    assert OFFICES.search("副局长")


@pytest.mark.parametrize(
    "text",
    [
        "跟随援疆教师学习的青年教师{n - 李明远}很忙。",
        "援疆教师家属代表{n - 李明远}发言。",
        "曾任援疆教师的{n - 李明远}如今退休。",
        "前任援疆教师{n - 李明远}来信。",
        "{n - 李明远}主动申请援疆，最终落选。",
        "{n - 李明远}报名援疆，正在等待审批。",
        "领队{n - 李明远}带领学生代表团研学归来。",
        f"{KUQA}的教师到宁波跟岗，带队教师{{n - 李明远}}很高兴。",
        "通讯员 {n - 李明远} " + f"{HOME}第二批援疆教师抵达{KUQA}支教。",
        f"来自{HOME}的{{n - 李明远}}老师通过网络上课。",
    ],
)
def test_who_has_to_do_with_a_crew_is_not_of_it(text):
    assert names(GOES + text) == []


def test_those_who_receive_help_have_a_working_group_too():
    text = f"{HOME}的干部来了{KUQA}帮扶。{{n - 李明远}}是%s的帮扶工作队队长。"
    assert names(text % KUQA) == []
    assert names(text % HOME) == ["李明远"]


def test_the_family_in_another_clause_says_nothing_of_the_name():
    assert names(GOES + "想起家人，{n - 李明远}主动报名援疆。") == ["李明远"]
