import pytest
from marked import marked

from bangfu.loaders.news.assistance.own import with_own
from bangfu.loaders.news.page.clean import from_text


def said(text):
    plain, mentions = marked(text)
    return {plain[m.start : m.end]: m.name for m in with_own(from_text(plain), mentions)}


def test_our_company_is_the_owner_that_the_foot_of_the_page_names():
    text = "近日，由我公司捐助的图书室落成。\n\n版权所有 © 东海科技有限公司"
    assert said(text)["我公司"] == "东海科技有限公司"


def test_our_bank_is_the_only_one_of_the_page():
    text = "{i - 东海银行福清分行}很热心。对此，我行捐款10万元。"
    assert said(text.replace("对此，我行", "对此，\n我行"))["我行"] == "东海银行福清分行"


@pytest.mark.parametrize(
    "text",
    [
        "{i - 东海科技有限公司}和{i - 西山贸易有限公司}很热心，由我公司捐款。",
        "{i - 晨光商会}很热心，由我公司捐款。",
        "{i - 东海银行福清分行}很热心，我行动，我快乐。",
        "{i - 晨光慈善总会}资助的小明说：“我会努力学习。”",
        "资金来源于东海科技有限公司。由我公司捐款。{i - 西山贸易有限公司}和{i - 北海贸易有限公司}也来了。",
    ],
)
def test_where_the_page_leaves_a_doubt_nobody_is_meant(text):
    assert not {"我公司", "我行", "我会"} & set(said(text))
