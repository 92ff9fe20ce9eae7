from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.news.entities.hits import PlaceHit


def test_a_place_bears_its_official_name_and_a_township_its_own():
    county = divisions().by_code("510821")
    assert PlaceHit(0, 2, "旺苍", county).name == "旺苍县"
    town = PlaceHit(0, 3, "木门镇", None, county)
    assert (town.name, town.adcode) == ("木门镇", "510821")
    assert PlaceHit(0, 3, "木门镇").adcode is None
