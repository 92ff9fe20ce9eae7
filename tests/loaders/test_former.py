import pytest

from bangfu.loaders.former import names_of
from bangfu.loaders.gazetteer import divisions


def former(code):
    return {one.name: (one.since, one.until) for one in names_of()[code].former}


def test_a_renamed_place_bears_its_name_from_the_year_of_the_change():
    assert former("420600") == {"襄樊市": (None, 2010)}
    assert names_of()["420600"].full_since == 2010


def test_names_that_followed_each_other_meet_in_the_year_of_the_change():
    # county, city of county level, district: 毕节县, 毕节市, 七星关区
    assert former("520502") == {"毕节县": (None, 1993), "毕节市": (1993, 2011)}
    assert former("530800")["思茅市"] == (2003, 2007)


def test_a_merger_gives_the_heir_no_new_name():
    assert former("110101") == {"崇文区": (None, 2010)}
    assert names_of()["110101"].full_since is None


@pytest.mark.parametrize("code", ["510821", "110000"])
def test_what_never_changed_is_not_there(code):
    assert code not in names_of()


def test_every_change_is_of_a_division_of_today_and_in_order():
    gazetteer = divisions()
    for code, names in names_of().items():
        assert gazetteer.by_code(code) is not None
        for one in names.former:
            assert 1980 < one.until < 2027
            assert one.since is None or one.since < one.until
