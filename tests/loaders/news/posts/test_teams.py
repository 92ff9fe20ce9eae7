from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import read_posts
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.skeletons import skeletons
from bangfu.loaders.news.posts.teams import by_team, of_teams, team_sent

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


def test_one_of_those_counted_needs_no_school():
    text = (
        f"{HOME}10名教师从{SCHOOL}出发，奔赴{HOST}支教。10名教师，其中李明远老师和王芳老师是同乡。"
    )
    assert stays(text) == [("李明远", HOME, HOST), ("王芳", HOME, HOST)]
    assert stays(text.replace("，其中", "看望")) == []


def test_the_head_of_the_team_goes_with_it():
    text = f"{HOME}10名教师将赴{HOST}开展帮扶工作。支教团团长、{SCHOOL}副校长李明远发言。"
    assert stays(text) == [("李明远", SCHOOL, HOST)]
    assert stays(text.replace("支教团团长、", "")) == []


def test_a_department_of_a_university_may_be_the_home():
    faculty = "河源大学外语学院"
    text = f"8位退休教师组成支教队，将于9月4日启程前往{HOST}，展开教育援助工作。{faculty}教师李明远是队员之一。"
    clean = from_text(text)
    mentions = named(text, place=[HOST], institution=[faculty])
    persons = find_persons(clean, mentions)
    chains, held = read_posts(clean, mentions, persons)
    team = team_sent(tuple(skeletons(clean, mentions, persons)), ())
    homes = {h.person.key: h.body for h in held if h.body is not None}
    found = by_team(text, team, chains, homes, frozenset(), (), ())
    assert [(s.person.name, s.origin.name, s.destination.name) for s in found] == [
        ("李明远", faculty, HOST)
    ]


def test_as_many_as_the_team_has_are_the_team():
    text = f"帮扶{HOST}的三名支教人员启程。三名教师李明远、王芳和赵晓光都很年轻。教师支教是大事。"
    mentions, people = named(text, place=[HOST]), named(text, person=["李明远", "王芳", "赵晓光"])
    scene = scene_of(from_text(text), mentions, people)
    found = [(s.person.name, s.destination.name) for s in of_teams(scene, ())]
    assert found == [("李明远", HOST), ("王芳", HOST), ("赵晓光", HOST)]
    two = text.replace("、王芳", "")
    mentions, people = named(two, place=[HOST]), named(two, person=["李明远", "赵晓光"])
    assert list(of_teams(scene_of(from_text(two), mentions, people), ())) == []


def test_a_team_that_comes_from_a_place_and_one_of_it():
    text = f"去年，来自{HOME}的支教教师团队，跨越千里，扎根{HOST}。这支队伍中涌现出李明远、王芳等一批教师。"
    assert stays(text) == [("李明远", HOME, HOST), ("王芳", HOME, HOST)]
    assert stays(text.replace("这支队伍中涌现出", "会上表扬了")) == []


def test_who_is_told_of_without_a_number_does_not_change_the_size():
    text = f"帮扶{HOST}的三名支教人员启程。来自{HOME}的支教教师团队扎根{HOST}。"
    assert team_sent(read(text)[3], ()).size == 3


ROLL = f"{HOME}教育帮扶团队一行7人前往{HOST}。此次支教团队成员包括{SCHOOL}李明远、{OTHER}王芳。"


def enumerated(text):
    clean, mentions, _, _ = read(text)
    people = named(text, person=["李明远", "王芳"])
    told = of_teams(scene_of(clean, mentions, people), frozenset())
    return [(s.person.name, s.origin and s.origin.name, s.destination.name) for s in told]


def test_those_of_whom_the_team_is_made_up_go_where_it_goes():
    assert enumerated(ROLL) == [("李明远", SCHOOL, HOST), ("王芳", OTHER, HOST)]


def test_a_team_that_comes_for_some_days_sends_nobody():
    assert enumerated(ROLL.replace("一行7人", "一行7人为送教")) == []


def test_who_welcomes_a_team_is_none_of_it():
    assert enumerated(ROLL.replace("此次支教团队成员包括", "迎接支教团队的有")) == []
