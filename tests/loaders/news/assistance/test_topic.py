from helping import ends_of, help_of
from marked import marked

from bangfu.loaders.news.assistance.relations import told_by_rules
from bangfu.loaders.news.assistance.topic import subjectless_claims
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Stance

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
L1, L2 = "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
UNI = "{s - 东海大学}"


def test_a_sentence_without_a_subject_goes_on_about_the_one_helper():
    text = f"{FU}对口帮扶{LONG}。选派12名教师到{L1}支教，并为{L2}捐赠电脑30台。"
    assert {("福清市", "隆德县第一中学"), ("福清市", "隆德县第二中学")} <= ends_of(text)
    (fact,) = [f for f in help_of(text) if f.recipient.name == "隆德县第一中学"]
    assert fact.evidence[0].stance is Stance.INFERRED
    assert "福清市" in "".join(e.quote for e in fact.evidence)


def test_they_are_the_helper_of_the_sentence_before():
    text = f"{FU}选派教师到{LONG}支教。去年以来，他们为{L1}捐赠图书800册。"
    assert ("福清市", "隆德县第一中学") in ends_of(text)


def test_a_purpose_or_a_second_helper_leaves_it_open():
    assert ("福清市", "隆德县第一中学") not in ends_of(
        f"{FU}对口帮扶{LONG}。为帮助{L1}发展，大家捐赠了图书。"
    )
    two = f"{FU}对口帮扶{LONG}。\n{UNI}定点帮扶{LONG}。\n选派12名教师到{L1}支教。"
    assert not {p for p in ends_of(two) if p[1] == "隆德县第一中学"}


def test_the_headline_of_a_report_names_who_acts():
    text = f"{UNI}定点帮扶工作报告\n选派3名干部到{LONG}挂职。"
    assert ends_of(text) == {("东海大学", "隆德县")}


def test_who_opens_the_sentence_before_goes_on_acting():
    text = f"{UNI}筹措物资，捐助小学。为{L1}援建图书室。共筹集经费70万元，为{L2}捐赠了校服。"
    uni = text.replace("东海大学", "同济大学")
    assert {("同济大学", "隆德县第一中学"), ("同济大学", "隆德县第二中学")} <= ends_of(uni)


def test_the_school_that_acts_is_the_university_of_the_page():
    text = "{s - 同济大学}师生反响热烈。学校自2013年起组建支教团，对口支援{s - 隆德县第一中学}。"
    assert ("同济大学", "隆德县第一中学") in ends_of(text)
    none = f"{UNI.replace('大学', '中学')}很热闹。学校先后派出教师到{L1}支教。"
    assert ends_of(none) == set()


def test_people_of_a_place_in_the_headline_are_not_the_place():
    text = f"{FU}这群青年深入大山支教\n今年，志愿者为{L1}捐赠图书800册。"
    assert ("福清市", "隆德县第一中学") not in ends_of(text)


def test_only_the_sentences_asked_for_are_read():
    plain, mentions = marked(f"{FU}对口帮扶{LONG}。\n选派教师到{L1}支教。\n选派教师到{L2}支教。")
    told = told_by_rules(from_text(plain), mentions)
    direct = [c for c in told.page.claims if not c.inferred]
    last = told.views[-1].places[0]
    every = subjectless_claims(plain, told.views, direct, told.page.context)
    only = subjectless_claims(plain, told.views, direct, told.page.context, {last})
    assert {c.recipient.name for c in every} == {"隆德县第一中学", "隆德县第二中学"}
    assert {c.recipient.name for c in only} == {"隆德县第二中学"}


def test_the_school_that_helps_and_is_not_helped_is_meant_by_school():
    text = "{s - 福清第一中学}结对帮扶" + L1 + "。学校还先后与" + L2 + "结成帮扶对子。"
    assert ("福清第一中学", "隆德县第二中学") in ends_of(text)
    told = "{s - 福清第一中学}结对帮扶" + L1 + "。" + UNI + "结对帮扶{s - 福清第一中学}。"
    assert ("福清第一中学", "隆德县第二中学") not in ends_of(
        told + "学校还先后与" + L2 + "结成帮扶对子。"
    )


def test_the_university_acts_in_a_part_of_a_sentence_too():
    text = f"{UNI}对口帮扶{LONG}。在当地，双方座谈；学校向{L1}捐赠图书。"
    assert ("东海大学", "隆德县第一中学") in ends_of(text)


def test_who_opens_a_sentence_of_charity_goes_on_being_spoken_of():
    text = f"近日，{{i - 晨光商会}}发起爱心倡议书。结对学校有{L1}、{L2}。"
    assert ends_of(text) == {("晨光商会", "隆德县第一中学"), ("晨光商会", "隆德县第二中学")}
