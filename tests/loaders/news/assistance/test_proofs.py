from marked import marked

from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.proofs import facts_of
from bangfu.loaders.news.assistance.schemes import schemes_of
from bangfu.loaders.news.numbers.dates import find_dates
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Kind, Modality, Stance, Status

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1, L2 = "{s - 福清第一中学}", "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"


def facts(text, start, stop, **more):
    plain, mentions = marked(text)
    ends = [m for m in mentions if m.kind is not Kind.PROGRAMME]
    low = plain.index(start)
    high = plain.index(stop, low) + len(stop)
    claim = Claim(
        ends[0], ends[1], Modality.SECONDMENT, more.pop("status", Status.ACTIVE), "send", 0.9,
        low, high, **more,
    )  # fmt: skip
    return facts_of(
        from_text(plain), [claim], find_dates(plain), schemes_of(plain, mentions), frozenset()
    )


def test_the_quote_reaches_to_the_date_and_the_programme():
    (fact,) = facts(
        f"从2015年活动落地以来，在{{g - 闽宁协作}}框架下，{FU}选派教师到{LONG}支教。",
        "福清市",
        "支教",
    )
    assert (
        fact.evidence[0].quote
        == "从2015年活动落地以来，在闽宁协作框架下，福清市选派教师到隆德县支教"
    )
    assert (str(fact.since), fact.programme.name) == ("2015", "闽宁协作")


def test_what_stands_elsewhere_is_a_second_inferred_passage():
    (fact,) = facts(
        f"{{g - 闽宁协作}}见闻。\n{FU}选派教师到{LONG}支教。", "福清市", "支教", support=((0, 4),)
    )
    assert [e.quote for e in fact.evidence] == ["福清市选派教师到隆德县支教", "闽宁协作"]
    assert fact.evidence[1].stance is Stance.INFERRED


def test_the_words_of_an_end_belong_to_the_quote():
    (fact,) = facts(f"{FU}选派教师到{LONG}支教，日前期满。", "福清市", "支教", status=Status.ENDED)
    assert fact.evidence[0].quote.endswith("期满")
