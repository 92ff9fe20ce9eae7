import pytest
from marked import marked

from bangfu.loaders.news.entities.sides import context_of
from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.crews import batch_in, crews_of, helped_side, one_of, regions_in
from bangfu.loaders.news.posts.crewwords import said_in
from bangfu.loaders.news.posts.skeletons import skeletons
from bangfu.ontology.records import Kind

HOME, KUQA = "{p 330200 宁波市}", "{p 652902 库车市}"
WENSU, AKSU = "{p 652922 温宿县}", "{p 652900 阿克苏地区}"


def crews(source):
    text, mentions = marked(source)
    people = tuple(m for m in mentions if m.kind is Kind.PERSON)
    things = tuple(m for m in mentions if m.kind is not Kind.PERSON)
    said = tuple(said_in(text, skeletons(from_text(text), things, people)))
    return crews_of(said, things, text, context_of(things))


def names(source, batch=""):
    found = crews(source)
    home, host = found.home(batch), found.host(batch, found.regions)
    return home and home.name, host and host.name


@pytest.mark.parametrize(
    "text",
    [
        f"{HOME}第二批10名援疆教师赴{KUQA}支教",
        f"{HOME}援疆支教团奔赴{KUQA}",
        f"{HOME}为对口支援{KUQA}的援疆教师送行，{HOME}援疆教师出发",
        f"{HOME}选派优秀援疆教师前往{KUQA}",
        f"{HOME}帮扶{KUQA}的教师到了",
        f"{KUQA}迎来了{HOME}援疆教师",
        f"{HOME}援疆教师来到{KUQA}支教",
        f"{HOME}援疆教师奔赴戈壁深处的{KUQA}",
    ],
)
def test_home_and_host_of_a_crew(text):
    assert names(text) == ("宁波市", "库车市")


@pytest.mark.parametrize(
    "text",
    [
        f"援疆教师参观{KUQA}",
        f"援疆教师在{KUQA}参加培训",
        f"来{KUQA}前，援疆教师都在上课",
        f"代表团前往{KUQA}",
    ],
)
def test_where_a_crew_only_comes_by(text):
    assert crews(text).hosts == {}


def test_of_several_the_place_that_holds_them_but_no_whole_province():
    two = f"{HOME}援疆教师前往{WENSU}和{KUQA}。"
    assert names(two)[1] is None
    assert names(f"{two}{AKSU}很远。")[1] == "阿克苏地区"
    assert names(f"{two}{{p 650000 新疆}}很远。")[1] is None
    assert names(f"{HOME}援疆教师前往{{p 650000 新疆}}。")[1] == "新疆"


def test_where_one_of_them_serves_is_not_where_all_do():
    text = f"{HOME}援疆教师前往{AKSU}。援疆教师{{n - 李明远}}到{KUQA}支教。"
    assert names(text) == ("宁波市", "阿克苏地区")


def test_a_list_of_homes_is_no_home():
    assert names(f"来自{HOME}、{{p 330600 绍兴市}}的援疆教师前往{KUQA}")[0] is None


def test_batches():
    assert [batch_in(words) for words in ("首批", "第一批", "第12届", "一批")] == [
        "一",
        "一",
        "12",
        "",
    ]
    text = f"{HOME}首批援疆教师赴{KUQA}支教。第二批援疆教师赴{WENSU}支教。"
    assert names(text, "一") == ("宁波市", "库车市")
    assert names(text, "二") == ("宁波市", "温宿县")
    assert names(text, "三")[1] is None


def test_sides():
    _, (home, kuqa) = marked(HOME + KUQA)
    assert regions_in("援疆教师和援藏教师") == {"65", "54"}
    assert helped_side(kuqa, {"65"}, ()) == 1
    assert helped_side(home, {"65"}, ()) == -1
    assert helped_side(kuqa, (), ()) == 1
    assert helped_side(home, (), ()) == -1


def test_one_of_none_is_none():
    _, things = marked(KUQA)
    assert one_of((), things, ()) is None


def test_where_a_farewell_is_held_is_nobodys_home():
    text = f"{HOME}在{{p 330100 杭州市}}举行援疆教师出征仪式，援疆教师很高兴。"
    assert names(text)[0] == "宁波市"


def test_the_way_leads_on_from_the_first_place():
    text = f"{HOME}援疆教师抵达{AKSU}，稍作休整后前往{WENSU}。"
    assert names(text)[1] == "温宿县"
