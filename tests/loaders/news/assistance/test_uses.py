from marked import marked

from bangfu.loaders.news.assistance.lean import sentence_claims
from bangfu.loaders.news.assistance.symbols import view
from bangfu.loaders.news.assistance.uses import use_claims


def used(text):
    plain, mentions = marked(text)
    whole = view(plain, 0, len(plain), mentions)
    gifts = list(sentence_claims(whole))
    return [
        (c.helper.name, c.recipient.name, plain[c.start : c.end])
        for c in use_claims([whole], gifts)
    ]


def test_the_schools_a_gift_is_for_are_helped_too():
    found = used(
        "{i - 晨光集团}向{p 513430 金阳县}捐赠十万元，专项用于{s - 桃坪小学}课桌更换和{s - 柳林小学}图书室翻新。"
    )
    assert [pair[:2] for pair in found] == [("晨光集团", "桃坪小学"), ("晨光集团", "柳林小学")]
    assert found[1][2] == "晨光集团向金阳县捐赠十万元，专项用于桃坪小学课桌更换和柳林小学"


def test_without_a_gift_nothing_is_used():
    assert used("{i - 晨光集团}成立十年，资金用于{s - 桃坪小学}。") == []


def test_what_is_denied_is_not_used():
    text = "{i - 晨光集团}向{p 513430 金阳县}捐赠十万元，用于{s - 桃坪小学}的说法并不属实。"
    assert used(text) == []
