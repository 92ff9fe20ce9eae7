from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.placeindex import How, forms, order


def test_every_form_of_every_division_is_in_the_index():
    index = forms()
    for division in divisions().all():
        for form in division.forms:
            assert any(one.division is division for one in index[form]), form


def test_candidates_come_best_first_and_once():
    for found in forms().values():
        assert list(found) == sorted(found, key=order)
        assert len({(one.division.adcode, one.how) for one in found}) == len(found)


def test_a_reused_former_name_fits_no_unknown_date():
    reused = [one for one in forms()["毕节市"] if one.how is How.REUSED]
    assert [(one.division.name, one.fits, one.until) for one in reused] == [
        ("七星关区", False, 2011)
    ]


def test_codes_of_today_are_codes_and_no_former_ones():
    assert [one.how for one in forms()["510821"]] == [How.CODE]
    assert [one.how for one in forms()["522401"]] == [How.FORMER_CODE]
    assert not any(form.startswith("F") for form in forms())
