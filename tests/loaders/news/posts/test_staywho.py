from bangfu.loaders.news import named
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.staywho import of_sent
from bangfu.loaders.source import Document

TEXT = """杭州市选派3名教师赴旺苍县支教。
教师王建国、李秀英和张伟民来自杭州市学军中学，他们在旺苍中学任教。
旺苍县教育局局长赵志强出席了欢迎会。
"""


def scene(text=TEXT):
    page, mentions, persons, _ = named(Document(address="a", name="a", sha256="a" * 64, raw=text))
    return scene_of(page, mentions, persons)


def signs(page, name):
    (person,) = {p.key: p for p in page.people if p.name == name}.values()
    return of_sent(page, person)


def test_all_signs_are_of_their_own_kind():
    told = signs(scene(), "王建国")
    assert told
    assert all(sign.startswith("who:") for sign in told)
    assert len(set(told)) == len(told)


def test_words_of_the_clause_and_of_the_sentence():
    told = signs(scene(), "赵志强")
    assert "who:ca=visit" in told
    assert "who:ws=visit0" in told
    assert "who:cb=serve" not in told
    assert "who:ws=serve0" in signs(scene(), "李秀英")


def test_who_stands_in_one_list():
    page = scene()
    assert "who:mates=3" in signs(page, "李秀英")
    assert "who:mates=0" in signs(page, "赵志强")


def test_on_which_side_a_post_is():
    told = signs(scene(), "赵志强")
    assert "who:psd=bureauW" in told
    assert "who:cross=TrueTrue" in told


def test_a_sentence_without_end_is_looked_at_near_the_name_only():
    far = "支教" + "很好" * 400
    told = signs(scene(f"{far}教师王建国在杭州市学军中学任教{far}。支教。"), "王建国")
    assert "who:ws=serve0" in told
    assert "who:ws=visit0" not in signs(scene(f"教师王建国来了{'很好' * 400}看望支教。"), "王建国")
