import pytest

from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.news.entities.partners import partnered, schemes
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def code(text, form):
    found = [p for p in find_places(cut(text)) if p.form == form]
    return found[0].division.adcode if found and found[0].division else None


@pytest.mark.parametrize(
    ("text", "form", "adcode"),
    [
        ("朝阳区与阳原县座谈。", "朝阳区", "110105"),
        ("和平区与合作市结对。", "和平区", "120101"),
        ("长春市朝阳区与阳原县座谈。", "朝阳区", "220104"),
    ],
)
def test_the_district_is_that_of_the_city_that_helps(text, form, adcode):
    assert code(text, form) == adcode


def test_nobody_can_say_which_where_no_scheme_tells():
    assert code("朝阳区教育局来了。", "朝阳区") is None
    assert partnered(divisions().candidates("朝阳区"), ()) is None


def test_the_schemes_are_pairs_of_codes():
    assert ("110000", "130700") in schemes()
    assert all(helper != helped for helper, helped in schemes())
