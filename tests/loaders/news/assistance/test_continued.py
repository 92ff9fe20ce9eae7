from marked import marked

from bangfu.loaders.news.assistance.continued import continued_claims
from bangfu.loaders.news.assistance.lean import sentence_claims
from bangfu.loaders.news.assistance.symbols import view


def goes_on(text):
    plain, mentions = marked(text)
    whole = view(plain, 0, len(plain), mentions)
    found = continued_claims([whole], list(sentence_claims(whole)))
    return [(c.helper.name, c.recipient.name, c.modality.value) for c in found]


PAIR = "{p 330200 宁波市}对口支援{p 513430 金阳县}"


def test_the_clause_behind_tells_more_of_the_pair():
    assert ("宁波市", "金阳县", "secondment") in goes_on(f"{PAIR}，先后派来教师118人次。")


def test_another_side_ends_what_is_said_of_the_pair():
    assert goes_on(f"{PAIR}，先后派来{{s - 桃坪小学}}教师118人次。") == []


def test_what_the_other_side_does_is_not_told_of_the_pair():
    assert goes_on(f"{PAIR}，该县先后派出教师118人次跟岗。") == []
