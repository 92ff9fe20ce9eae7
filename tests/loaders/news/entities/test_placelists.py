"""What a list says of the short names in it."""

import pytest

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def names(text):
    return [(hit.form, hit.name) for hit in find_places(cut(text))]


@pytest.mark.parametrize(
    "text", ["拉动岚皋、紫阳两县的物资交流", "拉动岚皋和紫阳两县的物资交流", "岚皋、紫阳等两个县"]
)
def test_a_list_that_ends_in_its_level_and_a_number_holds_places(text):
    assert ("紫阳", "紫阳县") in names(text)


@pytest.mark.parametrize(
    "text", ["说起紫阳，两县的人都知道", "拉动岚皋、紫阳两市", "岚皋、紫阳两县长"]
)
def test_without_the_number_or_with_another_level_they_may_be_words(text):
    assert ("紫阳", "紫阳县") not in names(text)


def test_between_two_provinces_a_name_is_a_province():
    assert ("河南", "河南省") in names("为甘肃、河南、青海等省份的学校")
    assert ("河南", "河南省") not in names("来到青海省、河南、泽库县的学校")
