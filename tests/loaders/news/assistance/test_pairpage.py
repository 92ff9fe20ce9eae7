from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.pairpage import Page
from bangfu.ontology.records import Kind, Mention, Modality, Status


def school(name, at):
    return Mention(kind=Kind.SCHOOL, name=name, key=name, start=at, end=at + len(name))


ONE, OTHER, THIRD = school("甲中学", 0), school("乙小学", 10), school("丙小学", 20)
AGAIN = school("乙小学", 30)


def claim(helper, recipient, at=0):
    return Claim(
        helper, recipient, Modality.FUNDING, Status.ACTIVE, "give", 0.9, at, at + 5
    )  # fmt: skip


def test_which_is_named_first_and_which_most_are_signs():
    told = Page((), (ONE, OTHER, THIRD, AGAIN), frozenset()).signs(ONE, OTHER)
    assert {"x1st=0", "y1st=1"} <= set(told)
    assert {"xtop=1School", "ytop=0School"} <= {s.replace("school", "School") for s in told}


def test_neither_direction_of_a_pair_that_the_rules_read_is_new():
    page = Page([claim(ONE, OTHER)], (ONE, OTHER, THIRD), frozenset())
    assert not page.may_be_new(ONE, OTHER)
    assert not page.may_be_new(OTHER, ONE)
    assert page.may_be_new(ONE, THIRD)


def test_what_the_rules_read_of_others_is_a_sign():
    page = Page([claim(ONE, OTHER)], (ONE, OTHER, THIRD), frozenset())
    assert "xh=True" in page.signs(ONE, THIRD)
    assert "xh=False" in page.signs(ONE, OTHER)


def test_the_claims_of_a_passage_are_found_by_where_they_begin():
    first, second = claim(ONE, OTHER, 3), claim(ONE, THIRD, 40)
    page = Page([second, first], (ONE, OTHER, THIRD), frozenset())
    assert list(page.in_reach(0, 40)) == [first]
    assert list(page.in_reach(40, 50)) == [second]


def test_a_part_of_a_body_that_is_told_to_help_is_no_other_helper():
    whole, part = school("晨光大学", 0), school("晨光大学食品学院", 40)
    page = Page([claim(whole, OTHER)], (whole, OTHER, part), frozenset())
    assert page.is_told_of_whole(part, OTHER)
    assert not page.is_told_of_whole(part, THIRD)
    assert not page.is_told_of_whole(ONE, OTHER)
