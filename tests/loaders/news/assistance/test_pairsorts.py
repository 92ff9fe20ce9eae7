import pytest

from bangfu.loaders.news.assistance.pairsorts import sort_of
from bangfu.ontology.records import Kind, Mention


def mention(kind, name, key=""):
    return Mention(kind=kind, name=name, key=key or name, start=0, end=len(name))


@pytest.mark.parametrize(
    ("kind", "name", "key", "sort"),
    [
        (Kind.SCHOOL, "桃源县晨光希望小学", "", "hope"),
        (Kind.SCHOOL, "晨光大学", "", "university"),
        (Kind.SCHOOL, "桃坪镇中心小学", "", "village"),
        (Kind.SCHOOL, "宁波市镇海中学", "", "village"),  # 镇 says village, in a name too
        (Kind.SCHOOL, "金阳县实验小学", "", "county"),
        (Kind.SCHOOL, "晨光中学", "", "school"),
        (Kind.INSTITUTION, "晨光教育基金会", "", "giver"),
        (Kind.INSTITUTION, "民盟宁波市委会", "", "party"),
        (Kind.INSTITUTION, "晨光纺织有限公司", "", "firm"),
        (Kind.INSTITUTION, "金阳县教育局", "", "office"),
        (Kind.INSTITUTION, "宁波市援疆指挥部", "", "aid"),
        (Kind.INSTITUTION, "青年书法家协会", "", "club"),
        (Kind.PLACE, "浙江省", "330000", "provinceE"),
        (Kind.PLACE, "金阳县", "513430", "countyW"),
        (Kind.PLACE, "宁波市", "330200", "cityE"),
        (Kind.PLACE, "某地", "?", "place"),
        (Kind.PERSON, "丁一", "", Kind.PERSON.value),
    ],
)
def test_what_sort_of_thing_a_name_is(kind, name, key, sort):
    assert sort_of(mention(kind, name, key), frozenset()) == sort
