from bangfu.loaders.news.assistance.carriedrows import carried
from bangfu.loaders.news.assistance.tablelines import Line
from bangfu.ontology.records import Kind, Mention


def school(name, start=0):
    return Mention(kind=Kind.SCHOOL, name=name, key=name, start=start, end=start + len(name))


LAST = (school("宁波市甲小学"), school("金阳县丙小学"))


def row(text, name):
    at = text.index(name)
    return Line(0, len(text), text, (school(name, at),))


def names(found):
    return found and tuple(side[0].name for side in found)


def test_a_mark_before_the_body_repeats_the_helper():
    assert names(carried(row("3 〃 丁中学 图书", "丁中学"), LAST, True)) == (
        "宁波市甲小学",
        "丁中学",
    )


def test_a_mark_behind_the_body_repeats_the_recipient():
    assert names(carried(row("3 丁中学 〃 图书", "丁中学"), LAST, True)) == (
        "丁中学",
        "金阳县丙小学",
    )


def test_an_empty_cell_is_told_by_the_region():
    assert names(carried(row("3 金阳县丁中学 李四", "金阳县丁中学"), LAST, True)) == (
        "宁波市甲小学",
        "金阳县丁中学",
    )
    assert names(carried(row("3 宁波市乙中学 李四", "宁波市乙中学"), LAST, True)) == (
        "宁波市乙中学",
        "金阳县丙小学",
    )


def test_nothing_is_carried_without_a_row_above_or_a_sure_side():
    assert carried(row("3 〃 丁中学", "丁中学"), None, True) is None
    assert carried(row("3 丁中学 李四", "丁中学"), LAST, True) is None
