from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.staymeetings import of_meeting, step
from bangfu.loaders.news.posts.stayscene import Scene
from bangfu.ontology.records import Kind, Mention


def mention(text, name, kind, start=0):
    at = text.index(name, start)
    return Mention(kind=kind, name=name, key=name, start=at, end=at + len(name))


def signs(text, person, body):
    one, other = mention(text, person, Kind.PERSON), mention(text, body, Kind.SCHOOL)
    scene = Scene(from_text(text), [other], [one], (), (), {}, {})
    return set(of_meeting(scene, one, other, 0, 1))


def test_the_word_before_a_body_and_the_words_behind_it():
    told = signs("去年，王建国来到旺苍中学支教，担任副校长。", "王建国", "旺苍中学")
    assert {"pb", "pbgo=来到", "Tserve", "Rpostpb", "Wtime", "pbgap=来到"} <= told


def test_the_order_of_the_two():
    told = signs("旺苍中学的王建国老师任教多年。", "王建国", "旺苍中学")
    assert "bp" in told
    assert "bpgap=的" in told


def test_a_body_is_looked_at_once_for_all_persons():
    text = "王建国、李秀英来到旺苍中学支教。"
    people = [mention(text, name, Kind.PERSON) for name in ("王建国", "李秀英")]
    body = mention(text, "旺苍中学", Kind.SCHOOL)
    scene = Scene(from_text(text), [body], people, (), (), {}, {})
    first, second = (set(of_meeting(scene, one, body, 0, 2)) for one in people)
    assert len(scene.arounds) == 1
    assert {"Tserve", "Wgo"} <= first & second


def test_steps():
    assert [step(n, (1, 2, 4)) for n in (0, 1, 2, 3, 4, 5)] == ["1", "1", "2", "4", "4", "more"]
