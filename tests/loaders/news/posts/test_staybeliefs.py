from bangfu.loaders.news import named
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.staybeliefs import Answers, Candidate, belief_signs, chosen_of
from bangfu.loaders.news.posts.staysides import Sides
from bangfu.loaders.source import Document

TEXT = (
    "苏州市第三中学教师王建国、李秀英报名支教。天很蓝。旺苍县东河小学很大。"
    "东河小学校长张伟民说，旺苍县很好。"
)


def answers(text=TEXT, sent=1.0, host=1.0):
    page, mentions, persons, _ = named(Document(address="a", name="a", sha256="a" * 64, raw=text))
    scene = scene_of(page, mentions, persons)
    school = next(m for m in scene.things if m.name == "旺苍县东河小学")
    people = [named[0] for named in scene.named.values()]
    told = [Candidate(one, sent, lambda: ([(host, school)], 0)) for one in people]
    return Answers(scene, Sides(scene, frozenset()), told)


def signs(page, name):
    one = next(c for c in page.candidates if c.person.name == name)
    return set(belief_signs(page, one))


def test_the_surer_both_answers_are_the_more_signs_say_so():
    low, high = signs(answers(), "王建国"), signs(answers(sent=4.0, host=4.0), "王建国")
    assert "all:sent>0" in low
    assert "all:sent>3" not in low
    assert {"all:sent>3", "all:host>3", "all:both>6"} <= high
    assert all(sign.startswith("all:") for sign in high)


def test_the_home_of_one_and_the_post_at_the_host_of_another():
    page = answers()
    sent, local = signs(page, "王建国"), signs(page, "张伟民")
    assert {"all:fits=True", "all:own=False", "all:team=True", "all:way=EW"} <= sent
    assert {"all:post=same", "all:own=True", "all:team=False", "all:fits=False"} <= local


def test_who_stands_in_one_list_and_how_many_are_at_one_host():
    page = answers()
    assert {"all:mates=True", "all:mate>0", "all:same=2"} <= signs(page, "王建国")
    assert "all:mates=False" in signs(page, "张伟民")
    assert "all:same=0" in signs(answers(sent=-1.0), "王建国")


def test_a_school_goes_before_the_county_in_which_it_lies():
    page = answers()
    things = page.scene.things
    school = next(m for m in things if m.name == "旺苍县东河小学")
    county = next(m for m in things if m.name == "旺苍县")
    assert chosen_of([(1.0, county), (0.5, school)], page.scene.context) == 1
    assert chosen_of([(1.0, county), (-3.0, school)], page.scene.context) == 0
    assert chosen_of([(1.0, school), (0.5, county)], page.scene.context) == 0
