import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.sendings import by_patterns, origins_told
from bangfu.loaders.news.posts.skeletons import skeletons


def told(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    found = by_patterns(clean, read, mentions, {})
    return [
        (s.rule, s.person.name, s.origin and s.origin.name, s.destination and s.destination.name)
        for s in found
    ]


A, B = "青山中学", "白水中学"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}派驻{B}的教师李明远到会。", ("sent-of", "李明远", A, B)),
        (f"由{A}选派到{B}支教的李明远老师说。", ("sent-of", "李明远", A, B)),
        (f"挂职{B}副校长的李明远说。", ("post-at", "李明远", None, B)),
        (f"在{B}，来自{A}的李明远老师说。", ("with-of", "李明远", A, B)),
        (f"“好。”李明远说。李明远是{A}教师，去年8月来到{B}支教。", ("is-goes", "李明远", A, B)),
        ("教师李明远作为援派教师发言。", ("as", "李明远", None, None)),
        (f"{A}一行到{B}看望支教教师李明远。", ("visited", "李明远", None, B)),
        (f"{B}校长说，{A}的李明远老师来校支教后，变化很大。", ("comes-here", "李明远", A, B)),
        (f"{A}的李明远老师和王芳老师到{B}支教。", ("goes", "王芳", None, B)),
        ("教师李明远曾两次援疆。", ("aids-region", "李明远", None, None)),
    ],
)
def test_patterns(text, expected):
    assert expected in told(text, school=[A, B])


def test_the_next_sentence_goes_on_about_the_same():
    text = f"{A}教师王芳介绍了经验。去年，她在{B}任教。"
    assert told(text, school=[A, B]) == [("later", "王芳", None, B)]


def test_visits_are_no_secondments():
    assert told(f"局长李明远到{B}看望任教的老师。", school=[B]) == []


@pytest.mark.parametrize("kin", ["爱人也", "妻子常年", "他的丈夫是教师，"])
def test_the_family_is_not_the_one_who_was_sent(kin):
    text = f"支教教师李明远是四人中的大哥，{kin}在{B}教书。"
    assert told(text, school=[B]) == []
    assert told(text.replace(f"{kin}在", "去年到"), school=[B]) != []


def test_where_somebody_comes_from():
    text = f"“好。”李明远说。李明远来自{A}。"
    clean, mentions = from_text(text), named(text, school=[A])
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    assert origins_told(text, read)["李明远"].name == A


def origins(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    return {person: home.name for person, home in origins_told(text, read).items()}


def test_a_school_visits_and_sees_off_its_own():
    visit = f"{A}校长王芳一行到{B}慰问在{B}支教的李明远老师。"
    assert origins(visit, school=[A, B]) == {"李明远": A}
    assert origins(f"{A}欢送李明远老师赴{B}支教。", school=[A, B]) == {"李明远": A}
    bureau = f"白水县教育局到{B}慰问在{B}支教的李明远老师。"
    assert origins(bureau, school=[B], institution=["白水县教育局"]) == {}


def test_teachers_who_are_each_from_a_school():
    text = f"支教教师李明远、王芳到校。两位老师分别来自{A}、{B}。"
    assert origins(text, school=[A, B]) == {"李明远": A, "王芳": B}
    assert origins(f"“好。”李明远说。李明远教物理，来自{A}。", school=[A]) == {"李明远": A}


def test_the_county_of_an_office_is_the_one_last_named():
    text = "学校在白水县做了很多事。现任挂职副县长李明远说。"
    assert told(text, place=["白水县"]) == [("office-of", "李明远", None, "白水县")]


def test_everybody_of_a_list_behind_where_they_come_from():
    text = f"我们迎来了两位老师，分别是来自{A}的团委书记李明远老师和王芳老师。"
    clean, mentions = from_text(text), named(text, school=[A])
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    told_homes = {key: m.name for key, m in origins_told(text, read).items()}
    assert set(told_homes.values()) == {A}
    assert len(told_homes) == 2


def test_two_who_are_visited_at_two_schools():
    text = f"校长一行前往{A}与{B}看望慰问在那里支教的李明远与王芳两位老师。"
    found = told(text, school=[A, B])
    assert {(rule, who, to) for rule, who, _, to in found} == {
        ("visited-each", "李明远", A),
        ("visited-each", "王芳", B),
    }


def test_all_of_a_list_come_from_one_place():
    text = f"三名教师李明远、王芳均为优秀毕业生，都来自{A}。"
    clean, mentions = from_text(text), named(text, school=[A])
    people = named(text, person=["李明远", "王芳"])
    homes = origins_told(text, tuple(skeletons(clean, mentions, people)))
    assert {key: m.name for key, m in homes.items()} == {"李明远": A, "王芳": A}


def test_where_the_next_of_a_list_comes_from_is_no_home_of_the_one_before():
    text = f"车上有语文老师李明远，来自{A}的科学老师王芳。"
    clean, mentions = from_text(text), named(text, school=[A])
    people = named(text, person=["李明远", "王芳"])
    homes = origins_told(text, tuple(skeletons(clean, mentions, people)))
    assert {key: m.name for key, m in homes.items()} == {"王芳": A}


def test_who_comes_to_see_somebody_does_not_serve_there():
    text = f"县委书记李明远来到{A}，看望慰问支教教师。"
    assert [one for one in told(text, school=[A]) if one[0] == "arrives"] == []


def test_where_somebody_has_always_taught_is_no_place_to_be_sent_to():
    assert told(f"41岁的李明远，一直在{B}任教。", school=[B]) == []
    assert told(f"41岁的李明远，一直在{B}支教。", school=[B]) == [("goes", "李明远", None, B)]


def test_what_is_told_of_the_next_is_not_told_of_the_one_before():
    text = f"李明远老师，以及在{B}支教的王芳老师返回。"
    assert {who for _, who, *_ in told(text, school=[B])} == {"王芳"}


@pytest.mark.parametrize("verb", ["派出的挂职干部", "选派的教师", "派驻的校长"])
def test_who_is_called_sent_by_a_body_comes_from_there(verb):
    text = f"现任白水县副县长李明远就是{A}{verb}。"
    assert origins(text, school=[A], place=["白水县"]) == {"李明远": A}
