from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import read_posts
from bangfu.loaders.news.posts.skeletons import skeletons
from bangfu.loaders.news.posts.teams import by_team, team_sent

HOME, HOST = "青山市", "白水县"
SCHOOL, OTHER = "青山市中学", "河源市中学"


def read(text):
    clean = from_text(text)
    mentions = named(text, place=[HOME, HOST], school=[SCHOOL, OTHER])
    persons = find_persons(clean, mentions)
    return clean, mentions, persons, tuple(skeletons(clean, mentions, persons))


def stays(text, placed=()):
    clean, mentions, persons, told = read(text)
    team = team_sent(told, ())
    chains, held = read_posts(clean, mentions, persons)
    homes = {h.person.key: h.body for h in held if h.body is not None}
    found = by_team(clean.text, team, chains, homes, frozenset(), placed, ())
    return [(s.person.name, s.origin.name, s.destination.name) for s in found]


TEXT = f"{HOME}10名教师赴{HOST}支教。"


def test_the_team_of_a_page():
    team = team_sent(read(TEXT)[3], ())
    assert (team.home.name, team.host.name) == (HOME, HOST)
    assert team_sent(read(f"{HOME}的教师很忙。")[3], ()) is None


def test_two_hosts_are_nobodys():
    text = TEXT + f"另有5名教师赴{SCHOOL}支教。"
    assert team_sent(read(text)[3], ()) is None


def test_a_teacher_of_the_team_goes_where_it_goes():
    text = TEXT + f"{SCHOOL}教师李明远是其中一员。"
    assert stays(text) == [("李明远", SCHOOL, HOST)]
    again = TEXT + f"{SCHOOL}的李明远老师此次是第二次进疆支教。"
    assert stays(again) == [("李明远", SCHOOL, HOST)]
    assert stays(text, placed={"李明远"}) == []


def test_nobody_from_elsewhere_and_nobody_who_only_visits():
    assert stays(TEXT + f"{OTHER}教师李明远是其中一员。") == []
    assert stays(TEXT + f"{SCHOOL}教师李明远主持此次会议。") == []
    assert stays(TEXT + f"{SCHOOL}教师李明远喜欢唱歌。") == []
