from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.lexicon import rows
from bangfu.loaders.townlist import counties_of_stem, counties_of_town, longest_town


def test_a_township_is_known_by_its_name_at_any_level():
    assert "510821" in counties_of_town("木门镇")
    assert counties_of_town("木门乡") == counties_of_town("木门镇") == counties_of_stem("木门")


def test_what_is_no_township_is_in_no_county():
    assert counties_of_town("木门") == counties_of_town("甲乙丙镇") == frozenset()
    assert counties_of_stem("门") == frozenset()


def test_the_longest_name_that_ends_there_is_the_name():
    text = "来到特木里镇"
    assert longest_town(text, len(text), frozenset(("513429",))) == 2
    assert longest_town(text, len(text), frozenset(("510821",))) is None


def test_every_county_of_the_table_is_a_division():
    table = rows("townships.csv")
    codes = [row["adcode"] for row in table]
    assert len(set(codes)) == len(codes) > 2_800
    assert all(
        divisions().by_code(code) is not None and row["names"]
        for code, row in zip(codes, table, strict=True)
    )
