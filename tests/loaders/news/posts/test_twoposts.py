from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.titles import Title
from bangfu.loaders.news.posts.phrase import Held
from bangfu.loaders.news.posts.twoposts import by_offices, by_two_posts
from bangfu.ontology.records import Kind, Mention, Status

TEXT = "李明远系青山中学教师，现任白水中学副校长"
PERSON = Mention(kind=Kind.PERSON, name="李明远", key="李明远", start=0, end=3)


def post(body, title, rule, status=Status.UNKNOWN, text=TEXT):
    at, end = text.index(body), text.index(title) + len(title)
    school = Mention(kind=Kind.SCHOOL, name=body, key=body, start=at, end=at + len(body))
    told = Title(start=end - len(title), end=end, title=title, status=status)
    return Held(person=PERSON, body=school, title=told, start=0, end=end, rule=rule, confidence=0.9)


def ends(sents):
    return [(s.origin and s.origin.name, s.destination.name, s.title) for s in sents]


HOME = post("青山中学", "教师", "being")


def test_the_post_held_now_is_the_one_away():
    away = post("白水中学", "副校长", "being", Status.ACTIVE)
    told = by_two_posts(from_text(TEXT), [HOME, away], {}, ())
    assert ends(told) == [("青山中学", "白水中学", "副校长")]


def test_a_post_of_before_is_not_the_one_away():
    text = "李明远原来在白水中学任教师，青山中学副校长"
    before = post("白水中学", "教师", "later", text=text)
    home = post("青山中学", "副校长", "entry", text=text)
    assert ends(by_two_posts(from_text(text), [home, before], {}, ())) == []


def test_two_posts_without_a_sign_say_nothing():
    away = post("白水中学", "副校长", "before")
    assert ends(by_two_posts(from_text(TEXT), [HOME, away], {}, ())) == []


def test_places_can_be_the_sign():
    text = "李明远：北京市第九中学教师，称多县民族中学副校长"
    home = post("北京市第九中学", "教师", "entry", text=text)
    away = post("称多县民族中学", "副校长", "entry", text=text)
    told = ends(by_two_posts(from_text(text), [home, away], {}, ()))
    assert told == [("北京市第九中学", "称多县民族中学", "副校长")]


def test_a_home_that_the_text_names_outright():
    away = post("白水中学", "副校长", "elided")
    told = by_two_posts(from_text(TEXT), [away], {"李明远": HOME.body}, ())
    assert ends(told) == [("青山中学", "白水中学", "副校长")]


def test_a_post_taken_up_needs_a_home():
    later = post("白水中学", "副校长", "later")
    assert ends(by_offices(from_text(TEXT), [later], {"李明远": HOME.body})) == [
        (None, "白水中学", "副校长")
    ]
    assert ends(by_offices(from_text(TEXT), [later], {})) == []


def test_the_post_that_words_put_away_is_away_whichever_side_helps():
    text = "称多县民族中学副校长李明远，挂职北京市第九中学校长助理"
    home = post("称多县民族中学", "副校长", "before", text=text)
    away = post("北京市第九中学", "校长助理", "being", text=text)
    assert ends(by_two_posts(from_text(text), [home, away], {}, ())) == []
    plain = text.replace("挂职", "")
    away = post("北京市第九中学", "校长助理", "being", text=plain)
    told = ends(by_two_posts(from_text(plain), [home, away], {}, ()))
    assert told == [("北京市第九中学", "称多县民族中学", "副校长")]
