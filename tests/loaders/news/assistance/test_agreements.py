from marked import marked

from bangfu.loaders.news.assistance.agreements import agreement_claims
from bangfu.loaders.news.page.sentences import masked_titles


def bound(text):
    plain, mentions = marked(text)
    found = agreement_claims(plain, masked_titles(plain), mentions)
    return [(c.helper.name, c.recipient.name, c.directed, plain[c.start : c.end]) for c in found]


def test_the_title_of_an_agreement_names_both_sides():
    text = "根据《{p 330200 宁波市}与{p 513430 金阳县}教育帮扶协议》，选派教师。"
    assert bound(text) == [("宁波市", "金阳县", False, "宁波市与金阳县教育帮扶协议")]


def test_other_papers_bind_nobody():
    assert bound("《{p 330200 宁波市}与{p 513430 金阳县}的故事》出版。") == []
    assert bound("{p 330200 宁波市}与{p 513430 金阳县}教育帮扶协议。") == []
