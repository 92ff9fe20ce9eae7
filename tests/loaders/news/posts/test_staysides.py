from bangfu.loaders.news import named
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.staysides import Sides
from bangfu.loaders.source import Document

TEXT = """杭州市选派教师赴旺苍县支教。王建国来自杭州市学军中学，李秀英来自杭州市第二中学。
旺苍中学很高兴，旺苍中学的学生更高兴。旺苍县东河小学也是。
杭州市教育局局长赵志强讲话。
"""


def scene(text=TEXT):
    page, mentions, persons, _ = named(Document(address="a", name="a", sha256="a" * 64, raw=text))
    return scene_of(page, mentions, persons)


def sides(page, *names):
    return Sides(page, frozenset(p.key for p in page.people if p.name in names))


def one(page, name):
    return next(m for m in (*page.people, *page.things) if m.name == name)


def test_the_homes_of_those_sent_say_what_sends():
    page = scene()
    told = sides(page, "王建国", "李秀英")
    assert told.side(one(page, "杭州市学军中学")) == "home"
    assert told.side(one(page, "杭州市教育局")).startswith("near")
    assert told.side(one(page, "旺苍县东河小学")) == "far"
    own = one(page, "王建国").key
    assert told.side(one(page, "杭州市学军中学"), own).startswith("near")


def test_without_homes_nothing_is_told_of_sides():
    page = scene()
    assert sides(page).side(one(page, "旺苍县东河小学")) == "none"


def test_what_may_receive_comes_most_often_named_first():
    page = scene()
    told = sides(page, "王建国", "李秀英")
    schools = [m.name for m in told.hosts if m.name.endswith("学")]
    assert len(schools) == 2
    assert schools[-1] == "旺苍县东河小学"
    assert [told.rank[m.key] for m in told.hosts if m.key in told.rank] == [0, 1]


def test_a_school_is_a_candidate_whatever_sentence_names_it():
    page = scene()
    found = [m.name for m in sides(page, "王建国", "李秀英").candidates(one(page, "李秀英"))]
    assert "旺苍县东河小学" in found
    assert "杭州市第二中学" not in found


def test_as_many_schools_as_persons_are_in_turn():
    text = "杭州市教师王建国、李秀英分别在旺苍中学、旺苍县东河小学支教。王建国来自杭州市学军中学。"
    page = scene(text)
    told = sides(page, "王建国", "李秀英")
    person = one(page, "王建国")
    assert "turn=True" in list(told.signs(person, told.receiving[0]))
    assert "turn=False" in list(told.signs(person, told.receiving[1]))
    assert not told.unclear(person, told.receiving[0])
    assert told.unclear(person, told.receiving[1])


def test_the_order_of_a_list_that_goes_on_tells_nothing():
    text = (
        "杭州市教师王建国、李秀英等六人在旺苍中学、旺苍县东河小学支教。王建国来自杭州市学军中学。"
    )
    page = scene(text)
    told = sides(page, "王建国", "李秀英")
    person = one(page, "王建国")
    assert told.unclear(person, told.receiving[0])


def test_who_sends_the_team_of_the_page():
    assert sides(scene()).sender.name == "杭州市"
    text = "浙江省杭州市第九批援疆教师到了阿克苏地区。杭州市选派的教师很忙。"
    assert sides(scene(text)).sender.name == "杭州市"
    assert sides(scene(text + "金华市也选派了教师。")).sender is None
    assert sides(scene("杭州市很大，旺苍县也支教。")).sender is None
