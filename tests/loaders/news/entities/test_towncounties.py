"""Which county a township is of."""

import pytest

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.towncounties import Around, county_of_town
from bangfu.loaders.news.entities.words import cut


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        # 木门镇 is one of 旺苍县, whatever county is named before it
        ("旺苍县的孩子等着略阳县的教师", "木门镇", "510821"),
        ("略阳县的教师去了旺苍县", "木门乡", "510821"),
        # a county that the page does not name is not brought in, though its city is named
        ("广元市的孩子等着略阳县的教师", "木门镇", "610727"),
        # no place of the page has it, or nobody has: the county named last
        ("旺苍县的孩子等着略阳县的教师", "甲乙丙镇", "610727"),
        ("略阳县的教师", "木门镇", "610727"),
        ("老师来了", "木门镇", None),
    ],
)
def test_the_list_chooses_among_the_places_of_the_page(text, name, code):
    found = county_of_town(name, len(text) + 9, Around(find_places(cut(text))))
    assert (found and found.adcode) == code


def test_a_county_right_before_a_township_is_its_county():
    text = "旺苍县的老师到略阳县"
    found = county_of_town("木门镇", len(text), Around(find_places(cut(text))))
    assert found is not None
    assert found.adcode == "610727"
