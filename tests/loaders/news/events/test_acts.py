import pytest

from bangfu.loaders.news.events.acts import ACTS, LABEL, LATELY, SAME_DAY, SIGNS
from bangfu.ontology.records import EventKind


def test_a_clause_of_label_and_day_tells_nothing():
    assert LABEL.match("【设备捐赠】3月7日")
    assert LABEL.match("8月28日上午")
    assert not LABEL.match("【设备捐赠】某公司捐赠彩超")


def test_gifts_and_agreements():
    assert SIGNS.search("向该校赠送图书和体育器材")
    assert SIGNS.search("捐赠图书3000册")
    assert not SIGNS.search("捐赠仪式")
    assert SAME_DAY.match("会上，两校签约")
    ceremony = dict(ACTS)[EventKind.CEREMONY]
    assert ceremony.search("两校签订协议")
    assert not ceremony.search("捐赠的洗衣机很好用")


@pytest.mark.parametrize("text", ["目前天气转凉", "从20日前往", "此前日均到访", "日前往返"])
def test_words_that_only_look_like_a_day_are_none(text):
    assert LATELY.search(text) is None


@pytest.mark.parametrize("text", ["日前，", "前天，", "近日", "两校日前结对"])
def test_lately(text):
    assert LATELY.search(text) is not None
