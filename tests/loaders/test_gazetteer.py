import pytest

from bangfu.loaders.gazetteer import divisions
from bangfu.ontology.records import PlaceLevel


def test_every_division_has_its_parent_and_the_table_is_whole():
    gazetteer = divisions()
    levels = [division.level for division in gazetteer.all()]
    assert levels.count(PlaceLevel.PROVINCE) == 34
    assert levels.count(PlaceLevel.COUNTY) == 2847
    for division in gazetteer.all():
        assert (division.parent is None) == (division.level is PlaceLevel.PROVINCE)
        assert gazetteer.chain(division.adcode)[-1].level is PlaceLevel.PROVINCE


def test_chain_runs_from_the_county_to_the_province():
    chain = divisions().chain("510821")
    assert [division.name for division in chain] == ["旺苍县", "广元市", "四川省"]
    assert divisions().chain("999999") == ()
    assert divisions().by_code("999999") is None


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("黄南州", "黄南藏族自治州"),
        ("张家川", "张家川回族自治县"),
        ("威宁自治县", "威宁彝族回族苗族自治县"),
        ("东乡县", "东乡族自治县"),
        ("滨海新区", "滨海新区"),
        ("内蒙古", "内蒙古自治区"),
    ],
)
def test_short_forms_lead_to_the_full_name(form, name):
    division = divisions().resolve(form)
    assert division is not None
    assert division.name == name


def test_a_shared_name_needs_context():
    gazetteer = divisions()
    assert len(gazetteer.candidates("鼓楼区")) > 1
    assert gazetteer.resolve("鼓楼区") is None
    assert gazetteer.resolve("鼓楼区", {"350100"}) == gazetteer.by_code("350102")
    assert gazetteer.resolve("鼓楼区", {"320100", "350100"}) is None
    assert gazetteer.resolve("海南", {"630000"}) == gazetteer.by_code("632500")


def test_unknown_stays_unknown():
    assert divisions().resolve("桃花源县") is None
    assert divisions().candidates("桃花源县") == ()


def test_a_former_name_that_another_division_bears_is_no_alias():
    # 毕节市 was the county that is 七星关区 today; the name now means the prefecture.
    assert [d.adcode for d in divisions().candidates("毕节市")] == ["520500"]


def test_within_is_reflexive_and_transitive():
    gazetteer = divisions()
    assert gazetteer.within("510821", "510000")
    assert gazetteer.within("510821", "510821")
    assert not gazetteer.within("510000", "510821")


def test_local_codes_are_not_gb_codes():
    local = divisions().resolve("雄安新区")
    assert local is not None
    assert local.code is None
    assert divisions().resolve("旺苍县").code == "510821"
