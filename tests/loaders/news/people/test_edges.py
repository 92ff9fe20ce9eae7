import pytest

from bangfu.loaders.news.people.edges import Edges


def edges(text, taken=0):
    return Edges(text, b"\1" * taken + bytes(len(text) + 1 - taken))


def test_a_name_begins_behind_a_post_or_a_mark():
    assert edges("教师王强说", 2).left(2) == 3
    assert edges("会上，王强说").left(3) == 2
    assert edges("说起王强").left(2) > 0
    assert edges("大楼王强").left(2) < 0


@pytest.mark.parametrize(
    "text",
    [
        "王强常说",
        "王强会说藏语",
        "王强泡在实验室",
        "王强义无反顾",
        "王强仍记得",
        "王强跑遍全县",
        "王强，",
    ],
)
def test_a_name_ends_before_what_is_done(text):
    assert edges(text).right(2) >= 2


def test_a_name_ends_before_the_time_of_a_meeting():
    names = edges("见到王强时，他在上课。王时，在场")
    assert names.met_then(4)
    assert names.right(4) == 3
    assert not names.met_then(names.text.rindex("时"))


def test_it_ends_in_no_word():
    assert edges("王强了解情况").right(3) < 2
    assert edges("泡着茶").right(1) < 1


def test_a_verb_or_what_goes_on_lies_across_an_end():
    names = edges("王强泡在实验室，王强远赴玉树")
    assert names.crosses(3)
    assert not names.crosses(2)
    assert names.goes_on(names.text.index("远赴"))


def test_a_form_is_judged_by_all_places_where_it_stands():
    assert edges("王强说。王强，").mean_right("王强") > edges("王强说。王强木").mean_right("王强")


def test_what_is_taken_is_not_free():
    names = edges("教师王强", 2)
    assert names.free(2, 4)
    assert not names.free(1, 3)
