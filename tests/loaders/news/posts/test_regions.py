import pytest
from marked import marked

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.regions import REGION, by_regions, region_host
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.ontology.records import Kind

XINJIANG, AKSU, KUQA = "{p 650000 新疆}", "{p 652900 阿克苏地区}", "{p 652902 库车市}"
KASHI = "{p 653100 喀什地区}"


def read(source):
    text, mentions = marked(source)
    people = tuple(m for m in mentions if m.kind is Kind.PERSON)
    things = tuple(m for m in mentions if m.kind is not Kind.PERSON)
    return scene_of(from_text(text), things, people)


def told(source, placed=(), called=()):
    found = by_regions(read(source), placed, called)
    return [(s.person.name, s.destination.name, s.rule) for s in found]


def test_the_place_that_all_the_others_contain():
    def host(source):
        found = region_host(marked(source)[1], "65", ())
        return found and found.name

    assert host(f"{XINJIANG}的{AKSU}的{KUQA}") == "库车市"
    assert host(f"{XINJIANG}的{AKSU}和{KASHI}") == "新疆"
    assert host(f"{AKSU}和{KASHI}") is None
    assert host(f"{XINJIANG}的{{s - 新疆第一中学}}") is None
    assert host("{p 350000 福建}") is None


@pytest.mark.parametrize(
    "text",
    [
        "援疆教师{n - 李明远}在{p 652900 阿克苏地区}很忙。",
        "决定援疆时，{n - 李明远}想起了{p 652900 阿克苏地区}。",
        "{n - 李明远}是上海的援疆干部。{p 652900 阿克苏地区}很远。",
        "{n - 李明远}主动报名援疆。{p 652900 阿克苏地区}很远。",
    ],
)
def test_who_is_called_by_the_region_or_has_chosen_it_serves_there(text):
    assert told(text) == [("李明远", "阿克苏地区", REGION)]


def test_the_place_that_is_meant_stands_behind_it():
    (stay,) = by_regions(read(f"援疆教师{{n - 李明远}}很忙。{AKSU}很远。"), (), ())
    assert len(stay.support) == 1


def test_who_is_called_so_behind_the_name():
    text = f"{{n - 李明远}}、{{n - 王芳}}等两位老师荣获优秀援疆教师。{AKSU}很远。"
    assert told(text, called={"李明远", "王芳"}) == [
        ("李明远", "阿克苏地区", REGION),
        ("王芳", "阿克苏地区", REGION),
    ]
    assert told(text) == []


def test_nobody_who_is_placed_or_called_otherwise():
    assert told(f"援疆教师{{n - 李明远}}在{AKSU}。", placed={"李明远"}) == []
    assert told(f"支教教师{{n - 李明远}}在{AKSU}。") == []
    assert told(f"支援青年教师{{n - 李明远}}在{AKSU}。") == []


def test_the_post_that_one_of_a_team_holds_in_the_region():
    text = "{p 420000 湖北省}第八批援疆队干部、{i - 阿克苏地区教育局}副局长{n - 李明远}到会。{p 652900 阿克苏地区}很远。"
    scene = read(text)
    found = [(s.person.name, s.destination.name, s.title) for s in by_regions(scene, (), ())]
    assert found == [("李明远", "阿克苏地区教育局", "副局长")]
    assert list(by_regions(read(text.replace("援疆队", "考察队")), (), ())) == []


def test_who_speaks_of_the_choice_of_another_has_not_chosen():
    assert told(f"{{n - 李明远}}对王老师三次申请援疆很敬佩。{AKSU}很远。") == []
    assert told(f"{{n - 李明远}}三次申请援疆。{AKSU}很远。") == [("李明远", "阿克苏地区", REGION)]
