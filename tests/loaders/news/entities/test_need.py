from bangfu.loaders.news.entities.need import EAST, WEST, need_of, rank_of


def test_the_east_helps_the_middle_and_all_help_tibet():
    assert rank_of("330000") > rank_of("430000") > rank_of("520000") > rank_of("540000")
    assert rank_of("540000") == rank_of("650000")
    assert not EAST & WEST


def test_how_needy_a_county_is_by_the_lists_and_its_name():
    listed = ("150422", "150400", "150000")
    autonomous = ("451229", "451200", "450000")
    county, district = ("360123", "360100", "360000"), ("330106", "330100", "330000")
    assert need_of(listed) == 3
    assert need_of(("513422", "513400", "510000")) >= 2
    assert need_of(autonomous) >= 2
    assert need_of(county) == 1
    assert need_of(district) == need_of(("330000",)) == 0
