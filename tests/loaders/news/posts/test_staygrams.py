from bangfu.loaders.news import named
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.staygrams import around_name, around_pair, bigrams, masked
from bangfu.loaders.source import Document

TEXT = "2019年，王建国老师到旺苍县东河小学支教两年，同去的还有李秀英。"


def scene(text=TEXT):
    page, mentions, persons, _ = named(Document(address="a", name="a", sha256="a" * 64, raw=text))
    return scene_of(page, mentions, persons)


def person(page, name):
    return next(p for p in page.people if p.name == name)


def test_names_and_numbers_are_each_one_sign():
    page = scene()
    key = person(page, "王建国").key
    assert masked(page, 0, len(TEXT), key) == "0年，A老师到S支教两年，同去的还有B。"
    assert masked(page, 0, len(TEXT), person(page, "李秀英").key).startswith("0年，B老师")


def test_a_name_that_is_cut_stays_as_it_is():
    page = scene()
    assert masked(page, 0, TEXT.index("建国"), "").startswith("0年，")


def test_every_two_characters():
    assert list(bigrams("g=", "到校了")) == ["g=到校", "g=校了"]
    assert list(bigrams("g=", "到")) == []


def test_around_a_name_only_its_own_sentence():
    page = scene(TEXT + "天很蓝。")
    signs = set(around_name(page, person(page, "王建国")))
    assert {"g=，A", "g=A老", "g=到S", "g=有B"} <= signs
    assert "g=很蓝" not in signs


def test_around_a_body_and_between_the_two():
    page = scene()
    body = next(m for m in page.things if m.name.endswith("东河小学"))
    signs = set(around_pair(page, person(page, "王建国"), body))
    assert {"g<到H", "g>H支", "gAA老", "gA到H"} <= signs
    far = set(around_pair(page, person(page, "李秀英"), body))
    assert {"g<到H", "gHH支", "gH有A"} <= far


def test_a_sentence_without_end_is_looked_at_near_the_name_only():
    page = scene("支教" + "很好" * 200 + "的是教师王建国" + "很好" * 200)
    assert sum(1 for _ in around_name(page, person(page, "王建国"))) < 130
