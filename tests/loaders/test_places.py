from datetime import date

import pytest

from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.placeindex import How
from bangfu.loaders.places import Certainty, look_up, rows_of, told
from bangfu.ontology.records import PlaceLevel


def meant(name, *, context=(), on=None):
    division = look_up(name, context=context, on=date(on, 6, 1) if on else None).division
    return division.adcode if division else None


def test_every_county_is_found_by_its_full_name():
    counties = [one for one in divisions().all() if one.level is PlaceLevel.COUNTY]
    assert len(counties) == 2847
    unsure = []
    for county in counties:
        answer = look_up(county.name)
        assert any(one.division is county for one in answer.candidates), county.name
        if answer.division is not county:
            unsure.append(county)
            assert answer.status is Certainty.AMBIGUOUS
            assert county.name in county.ambiguous, county.name
            assert look_up(county.name, context=[county.parent or ""]).division is county
    assert len(unsure) == 64


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("都安", "451228"),
        ("张家川", "620525"),
        ("黄南州", "632300"),
        ("七星关", "520502"),
        ("四川省旺苍县", "510821"),
        ("四川广元旺苍", "510821"),
        ("川旺苍", "510821"),
        ("天津市滨海新区", "120116"),
        ("旺 苍縣", "510821"),
        ("510821", "510821"),
        ("510821000000", "510821"),
        ("粤", "440000"),
    ],
)
def test_a_name_that_one_place_bears_resolves_alone(name, code):
    assert meant(name) == code


@pytest.mark.parametrize(
    ("name", "number"), [("朝阳", 4), ("鼓楼", 4), ("吉林", 2), ("海南", 3), ("粤桂", 2)]
)
def test_what_several_bear_stays_ambiguous_and_lists_them(name, number):
    answer = look_up(name)
    assert answer.status is Certainty.AMBIGUOUS
    assert answer.division is None
    assert len(answer.candidates) == number
    assert len(rows_of(answer, "zh")) == number


def test_context_decides_by_code_or_name_unless_it_is_torn():
    assert meant("鼓楼区", context=["350100"]) == "350102"
    assert meant("鼓楼区", context=["福州市"]) == "350102"
    assert meant("鼓楼区", context=["福州市", "南京市"]) is None
    assert meant("海南", context=["青海省"]) == "632500"
    answer = look_up("鼓楼区", context=["福州市"])
    assert answer.by_context
    assert "上下文" in told(answer, "zh")[1]


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("襄樊市", 2005, "420600"),
        ("襄樊市", 2010, "420600"),
        ("襄樊市", 2011, None),
        ("襄樊市", None, "420600"),
        ("襄阳市", 2005, None),
        ("襄阳市", 2012, "420600"),
        ("毕节市", None, "520500"),
        ("毕节市", 2005, "520502"),
        ("毕节市", 2015, "520500"),
        ("毕节市", 2011, None),
        ("思茅市", 2000, "530802"),
        ("思茅市", 2005, "530800"),
        ("思茅市", None, None),
        ("522401", 2005, "520502"),
        ("522401", 2015, None),
        ("旺苍县", 1990, "510821"),
    ],
)
def test_a_former_name_resolves_only_when_the_date_allows(name, on, code):
    assert meant(name, on=on) == code


def test_after_its_time_a_former_name_is_told_but_not_sure():
    answer = look_up("襄樊市", on=date(2015, 1, 1))
    assert answer.status is Certainty.AMBIGUOUS
    (one,) = answer.candidates
    assert (one.division.name, one.how, one.until, one.fits) == (
        "襄阳市",
        How.FORMER,
        2010,
        False,
    )
    assert told(answer, "zh") == [
        "“襄樊市”不能确定；只找到下面一处，但日期不合：",
        "湖北省襄阳市（420600，地级）：旧名“襄樊市”，用到 2010 年，与 2015 年不合",
    ]
    assert "2010" in told(answer, "en")[1]


@pytest.mark.parametrize("name", ["旺仓县", "桃花源县", "", "县", "四川省火星县", "999999", "X"])
def test_unknown_stays_unknown(name):
    answer = look_up(name)
    assert answer.status is Certainty.UNKNOWN
    assert answer.candidates == ()
    assert len(told(answer, "zh")) == len(told(answer, "en")) == 1


def test_an_unknown_name_comes_with_near_ones():
    assert look_up("旺仓县").near[0] == "旺苍县"
    assert "旺苍县" in told(look_up("旺仓县"), "en")[0]


def test_parents_must_be_those_of_the_place():
    assert meant("贵州省旺苍县") is None
    assert look_up("贵州省旺苍县").status is Certainty.UNKNOWN


def test_rows_are_plain_values():
    (row,) = rows_of(look_up("雄安新区"), "en")
    assert row["adcode"] is None
    assert row["within"] == ["保定市", "河北省"]
    (row,) = rows_of(look_up("七星关"), "en")
    assert (row["adcode"], row["how"], row["within"]) == ("520502", "short", ["毕节市", "贵州省"])
