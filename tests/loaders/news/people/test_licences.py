from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.licences import licensed
from bangfu.loaders.news.people.names import Names
from bangfu.loaders.news.people.titles import find_titles


def run(text):
    titles = find_titles(text, ())
    taken = bytearray(len(text) + 1)
    for title in titles:
        taken[title.start : title.end] = b"\1" * (title.end - title.start)
    found = licensed(from_text(text), Names(text, bytes(taken)), titles)
    return [text[a:b] for a, b in sorted(found.items())]


def test_one_name_of_a_list_vouches_for_its_neighbours():
    assert run("教师李明远、王芳和陈志刚参加。") == ["李明远", "王芳", "陈志刚"]


def test_a_collective_post_vouches_for_the_list_before_it():
    assert run("李明远、王芳两位老师参加。") == ["李明远", "王芳"]


def test_a_name_that_comes_back_needs_no_post():
    text = "天亮了，祝建国起了床。祝建国想，今天有课。那天，祝建国来得早。"
    assert set(run(text)) == {"祝建国"}


def test_a_verb_does_not_become_a_name():
    assert run("他说，高兴。他说，高兴。高兴地说。") == []


def test_a_teacher_of_an_age_may_be_called_as_a_word_is():
    assert run("某校的“95后”教师连环，是队里最小的。") == ["连环"]


def test_one_of_many_is_named():
    assert run("山里涌现出了李明远等一批好老师") == ["李明远"]


def test_husband_and_wife():
    assert run("感谢李明远及夫人王芳女士。") == ["李明远", "王芳"]
