import pytest

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.placenames import family_before, name_cells, person_at, within_names
from bangfu.loaders.news.people.proposer import Proposal
from bangfu.ontology.records import Kind, Mention


def person(text, form):
    start = text.index(form)
    place = Mention(kind=Kind.PLACE, name=form, start=start, end=start + len(form), key=form)
    end = person_at(text, place, name_cells(from_text(text)))
    return None if end is None else text[start:end]


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("来了黄河、马山两位老师。", "马山", "马山"),
        ("县教育局副局长海东说，", "海东", "海东"),
        ("教育局副局长汉中平，校长王芳出席。", "汉中", "汉中平"),
        ("副局长贡觉次仁出席，校长贡觉次仁、王芳", "贡觉", None),
        ("校长贡觉次仁、王芳", "贡觉", "贡觉次仁"),
        ("\n贡觉次仁（藏族） 第三中学校长", "贡觉", "贡觉次仁"),
        ("姓名\t学科\t派出学校\n双流\t语文\t青山中学\n", "双流", "双流"),
    ],
)
def test_a_place_that_is_a_person(text, form, name):
    assert person(text, form) == name


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("支援汉中、安康两市。", "汉中"),
        ("副局长汉中市出席，", "汉中市"),
        ("校长双流区一行", "双流"),
        ("教师到双流中学跟岗。", "双流"),
    ],
)
def test_a_place_stays_one(text, form):
    assert person(text, form) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("集团副总裁许金华、委员到场", "许金华"),
        ("集团副总裁到金华、义乌", None),
        ("集团副总裁许金华丽转身", None),
        ("前往许金华、", None),
    ],
)
def test_a_place_behind_a_surname_and_a_post_is_a_given_name(text, name):
    at = text.index("金华")
    place = Mention(kind=Kind.PLACE, name="金华市", start=at, end=at + 2, key="330700")
    start = family_before(text, place)
    assert (None if start is None else text[start : place.end]) == name


def place(start, size, form="钱塘"):
    return Mention(kind=Kind.PLACE, name=form, start=start, end=start + size, key=form)


def test_a_short_place_within_a_sure_name_is_part_of_it():
    sure = Proposal(2, 5, 0.98)
    assert within_names([place(2, 2)], [sure]) == {2}
    assert within_names([place(3, 2)], [sure]) == {3}
    assert within_names([place(2, 2)], [Proposal(2, 5, 0.9)]) == frozenset()
    assert within_names([place(2, 3)], [sure]) == frozenset()
    assert within_names([place(1, 2)], [sure]) == frozenset()
    assert within_names([place(2, 2)], [Proposal(2, 4, 0.99)]) == frozenset()
    assert within_names([place(2, 2), place(4, 2)], [Proposal(2, 6, 0.99)]) == frozenset()
