import pytest

from bangfu.loaders.news.assistance.pairlists import as_one, listed

SCHOOL, PLACE, PERSON = "\ue001", "\ue000", "\ue004"


def said(text):
    """The sentence with 校, 县 and 某 for the symbols of a school, a place and a person."""
    return text.replace("校", SCHOOL).replace("县", PLACE).replace("某", PERSON)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("县向校、校和校等捐书。", "县向校捐书。"),
        ("校、校、校与县结对。", "校与县结对。"),
        ("校园长、校园长走进校。", "校园长走进校。"),
        ("校和校赴县支教。", "校赴县支教。"),
        ("县、校捐书。", "县、校捐书。"),
        ("校与校结对。", "校与校结对。"),
        ("校园长、校教师走进校。", "校园长、校教师走进校。"),
        ("校、校等到了县。", "校等到了县。"),
    ],
)
def test_a_list_of_one_kind_is_its_first_member(text, told):
    assert listed(said(text)).text == said(told)


def test_each_member_stands_where_the_list_does():
    text = said("县向校、校和校捐书，某到场。")
    members = [at for at, sign in enumerate(text) if sign == SCHOOL]
    assert {as_one(text, 0, at) for at in members} == {(said("县向校捐书，某到场。"), 0, 2)}
    shown, person, _ = as_one(text, text.index(PERSON), members[2])
    assert shown[person] == PERSON


def test_two_of_one_list_are_left_as_they_stand():
    text = said("校和校赴县支教。")
    assert as_one(text, 0, 2) == (text, 0, 2)


def test_two_lists_are_told_apart():
    text = said("校、校向县、县捐书。")
    shown, one, other = as_one(text, 2, 6)
    assert (shown, one, other) == (said("校向县捐书。"), 0, 2)
    assert [n for n in dict.fromkeys(listed(text).lists) if n] == [1, 2]
