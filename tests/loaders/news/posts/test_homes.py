from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.homes import homes_of, senders_of
from bangfu.loaders.news.posts.posts import read_posts

A = "青山中学"


def read(text, **kinds):
    things = named(text, **kinds)
    return things, read_posts(from_text(text), things, named(text, person=["李明远", "王芳"]))


def test_the_body_before_the_name_is_the_home():
    things, (chains, held) = read(f"{A}校长李明远到会。", school=[A])
    assert {key: m.name for key, m in homes_of(chains, held, things, "").items()} == {"李明远": A}
    assert senders_of(chains) == {}


def test_who_is_called_by_an_aid_post_has_left_the_body_before_it():
    things, (chains, held) = read(f"{A}支教教师李明远到会。", school=[A])
    assert {key: m.name for key, m in senders_of(chains).items()} == {"李明远": A}
    assert homes_of(chains, held, things, "") == {}


def test_the_place_before_an_aid_post_sends_as_well():
    _, (chains, _) = read("青山区支教老师李明远到会。", place=["青山区"])
    assert {key: m.name for key, m in senders_of(chains).items()} == {"李明远": "青山区"}


def test_a_team_is_nobodys_home_but_its_university():
    team = "河源大学研究生支教团"
    things, (chains, held) = read(f"{team}的李明远到会。", institution=[team])
    assert {m.name for m in homes_of(chains, held, things, "").values()} <= {"河源大学"}


def test_a_front_command_is_of_no_university():
    team, college = "河源市援疆指挥部", "河源大学"
    text = f"{team}的李明远到会。{college}很大。"
    things, (chains, held) = read(text, institution=[team], school=[college])
    assert homes_of(chains, held, things, "") == {}


def test_where_a_team_goes_is_not_its_leaders_home():
    text = "%s白水县支教队队长李明远说。"
    things, (chains, held) = read(text % "赴", place=["白水县"])
    assert homes_of(chains, held, things, text % "赴") == {}
    things, (chains, held) = read(text % "", place=["白水县"])
    assert {m.name for m in homes_of(chains, held, things, text % "").values()} == {"白水县"}
