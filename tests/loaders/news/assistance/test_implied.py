from marked import marked

from bangfu.loaders.news.assistance.relations import find_assistance
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Stance


def read(text):
    plain, mentions = marked(text)
    return find_assistance(from_text(plain), mentions)[0]


def test_a_sending_without_recipient_goes_to_the_only_partner():
    facts = read(
        "{p 330200 宁波市}对口帮扶{p 513430 金阳县}。三年来，{p 330200 宁波市}累计派出支教教师27名。"
    )
    sent = [f for f in facts if f.modality.value == "secondment"]
    assert [(f.recipient.name, f.evidence[0].stance) for f in sent] == [("金阳县", Stance.INFERRED)]


def test_it_goes_nowhere_when_there_is_a_choice():
    facts = read(
        "{p 330200 宁波市}对口帮扶{p 513430 金阳县}和{p 513436 美姑县}。{p 330200 宁波市}累计派出支教教师27名。"
    )
    assert {f.modality.value for f in facts} == {"pairing"}


def test_both_schools_are_the_last_two():
    facts = read("{s - 宁波市甲中学}教师来到{s - 金阳县乙中学}。两校自2021年9月结对以来往来不断。")
    assert ("宁波市甲中学", "金阳县乙中学", "2021-09") in {
        (f.helper.name, f.recipient.name, str(f.since)) for f in facts
    }


def test_shares_belong_to_the_sender_of_the_paragraph():
    facts = read(
        "{i - 宁波市教育局}选派的18名教师抵达：8人到{s - 金阳县甲中学}，5人到{s - 金阳县乙中学}。"
    )
    assert {(f.helper.name, f.recipient.name) for f in facts} == {
        ("宁波市教育局", "金阳县甲中学"),
        ("宁波市教育局", "金阳县乙中学"),
    }


def test_a_scheme_names_the_recipient():
    facts = read(
        "粤桂协作深入推进，{p 440000 广东省}派驻各县的帮扶人才到{p 450000 广西壮族自治区}研修。"
    )
    assert [(f.helper.name, f.recipient.name) for f in facts] == [("广东省", "广西壮族自治区")]
