import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.sendings import by_patterns
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
        (f"{A}支教教师李明远（来自{B}）说。", ("from-aside", "李明远", B, A)),
        (f"{A}教师李明远报名援川，来到了{B}支教。", ("goes", "李明远", None, B)),
        (f"李明远是{A}教师。今年参加支教，任教于{B}。", ("narrated", "李明远", None, B)),
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


def test_the_county_of_an_office_is_the_one_last_named():
    text = "学校在白水县做了很多事。现任挂职副县长李明远说。"
    assert told(text, place=["白水县"]) == [("office-of", "李明远", None, "白水县")]


def test_two_who_are_visited_at_two_schools():
    text = f"校长一行前往{A}与{B}看望慰问在那里支教的李明远与王芳两位老师。"
    found = told(text, school=[A, B])
    assert {(rule, who, to) for rule, who, _, to in found} == {
        ("visited-each", "李明远", A),
        ("visited-each", "王芳", B),
    }


def test_who_comes_to_see_somebody_does_not_serve_there():
    text = f"县委书记李明远来到{A}，看望慰问支教教师。"
    assert [one for one in told(text, school=[A]) if one[0] == "arrives"] == []


def test_where_somebody_has_always_taught_is_no_place_to_be_sent_to():
    assert told(f"41岁的李明远，一直在{B}任教。", school=[B]) == []
    assert told(f"41岁的李明远，一直在{B}支教。", school=[B]) == [("goes", "李明远", None, B)]


def test_the_next_sentence_says_who_the_new_teacher_is():
    text = f"今年9月，{B}有了一位来自外省的教师。这位名叫李明远的老师很忙。"
    assert ("named-next", "李明远", None, B) in told(text, school=[A, B])
    assert told(text.replace("这位名叫", "记者采访的"), school=[A, B]) == []


def test_what_is_told_of_the_next_is_not_told_of_the_one_before():
    text = f"李明远老师，以及在{B}支教的王芳老师返回。"
    assert {who for _, who, *_ in told(text, school=[B])} == {"王芳"}
