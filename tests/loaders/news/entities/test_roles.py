import pytest

from bangfu.loaders.news.entities.mentions import find_mentions
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Kind


def bodies(text):
    return [m.name for m in find_mentions(from_text(text)) if m.kind is Kind.INSTITUTION]


@pytest.mark.parametrize(
    "role",
    ["爱心企业", "会员企业", "捐赠方", "合作伙伴", "上市公司", "央企", "承办方", "出资方", "校企"],
)
def test_what_a_body_is_on_the_page_is_no_part_of_its_name(role):
    assert bodies(f"{role}扬子江药业集团捐赠图书1000册。") == ["扬子江药业集团"]


@pytest.mark.parametrize(
    "name", ["丹阳市企业家协会", "丹阳市公益组织发展中心", "丹阳市社会组织管理局"]
)
def test_where_the_name_has_the_word_it_stays(name):
    assert bodies(f"{name}捐赠图书。") == [name]


def test_a_name_goes_back_to_its_place_over_one_sign():
    assert bodies("昨天上海真爱梦想公益基金会捐赠图书。") == ["上海真爱梦想公益基金会"]
    assert bodies("由国网丹阳市供电公司捐赠图书。") == ["国网丹阳市供电公司"]
    assert bodies("近日，丹阳经济开发区管委会捐赠图书。") == ["丹阳经济开发区管委会"]
    assert bodies("感谢华为技术有限公司捐赠图书。") == ["华为技术有限公司"]
    assert "上海某真爱基金会" not in bodies("昨天上海的真爱基金会捐赠图书。")
