import re

from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.skeletons import skeletons


def signs(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    return [s.signs for s in skeletons(clean, mentions, find_persons(clean, mentions))]


def test_names_become_signs():
    text = "甲安县青山中学教师李明远到白水中学支教。"
    assert signs(text, place=["甲安县"], school=["青山中学", "白水中学"]) == ["ⓅⒷⓉⓃ到Ⓑ支教"]


def test_the_verb_of_taking_a_post_stays():
    text = "教师李明远到白水中学任数学教师。"
    assert signs(text, school=["白水中学"]) == ["ⓉⓃ到Ⓑ任Ⓣ"]


def test_sentences_without_a_name_are_left_out():
    told = signs("天气很好。白水中学很美。校长李明远说。", school=["白水中学"])
    assert told == ["Ⓑ很美", "ⓉⓃ说"]


def test_the_rest_of_a_sentence():
    text = "教师李明远来了，到白水中学支教。"
    clean, mentions = from_text(text), named(text, school=["白水中学"])
    (whole,) = skeletons(clean, mentions, find_persons(clean, mentions))
    rest = whole.after(whole.signs.index("到"))
    assert rest.signs == "到Ⓑ支教"
    assert rest.start == text.index("到")


def test_signs_lead_back_to_the_text():
    text = "校长李明远到会。"
    (skeleton,) = skeletons(from_text(text), (), find_persons(from_text(text), ()))
    match = re.search("Ⓝ到会", skeleton.signs)
    assert skeleton.bounds(match) == (2, 7)
