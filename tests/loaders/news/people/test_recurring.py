from bangfu.loaders.news.people.names import Names
from bangfu.loaders.news.people.recurring import recurring


def run(text):
    found = {}
    recurring(Names(text, bytes(len(text) + 1)), found)
    return {text[a:b] for a, b in found.items()}


def test_a_name_that_comes_back_where_names_stand():
    text = "天亮了，祝建国起了床。祝建国想，今天有课。那天，祝建国来得早。"
    assert run(text) == {"祝建国"}


def test_a_name_told_once_is_left_to_others():
    assert run("天亮了，祝建国起了床。") == set()
