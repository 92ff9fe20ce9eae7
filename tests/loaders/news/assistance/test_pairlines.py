import re

import pytest

from bangfu.loaders.news.assistance.pairlines import labelled_claims, sign_claims
from bangfu.loaders.news.assistance.tablelines import lines_of
from bangfu.ontology.records import Kind, Mention, Modality, Status


def marked(text):
    """甲{s 某小学}乙 → the text without the marks, and its mentions."""
    kinds = {"p": Kind.PLACE, "s": Kind.SCHOOL, "i": Kind.INSTITUTION}
    plain, mentions = "", []
    for piece in re.split(r"(\{[^{}]*\})", text):
        if piece.startswith("{"):
            kind, name = piece[1:-1].split(" ")
            start = len(plain)
            plain += name
            mentions.append(
                Mention(kind=kinds[kind], name=name, key=name, start=start, end=len(plain))
            )
        else:
            plain += piece
    return plain, tuple(mentions)


def labelled(text):
    plain, mentions = marked(text)
    claims, spans = labelled_claims(plain, mentions)
    assert all(low < high for low, high in spans)
    return claims


@pytest.mark.parametrize(
    "text",
    [
        "【1】帮扶方：{s 甲小学}｜受帮扶方：{s 乙小学}｜方式：结对",
        "帮扶学校：{s 甲小学} 受援学校：{s 乙小学}",
        "捐赠方：{s 甲小学}\n受赠方：{s 乙小学}",
        "受援单位：{s 乙小学}；支援单位：{s 甲小学}",
    ],
)
def test_labels_say_who_helps(text):
    assert [(c.helper.name, c.recipient.name, c.directed) for c in labelled(text)] == [
        ("甲小学", "乙小学", True)
    ]


def test_the_record_says_how_and_whether_it_goes_on():
    told = labelled(
        "帮扶方：{s 甲小学}｜受帮扶方：{s 乙小学}｜方式：托管｜备注：已终止\n"
        "捐赠方：{s 甲小学}｜受赠方：{s 丙小学}"
    )
    assert [(c.modality, c.status) for c in told] == [
        (Modality.MANAGEMENT, Status.ENDED),
        (Modality.FUNDING, Status.ACTIVE),
    ]


def test_the_same_as_above_and_the_open():
    told = labelled(
        "帮扶方：{s 甲小学}｜受帮扶方：{s 乙小学}\n"
        "帮扶方：同上｜受帮扶方：{s 丙小学}\n"
        "帮扶方：（待定）｜受帮扶方：{s 丁小学}"
    )
    assert [(c.helper.name, c.recipient.name) for c in told] == [
        ("甲小学", "乙小学"),
        ("甲小学", "丙小学"),
    ]
    # what a record takes from another is shown as well
    assert told[1].support
    assert not told[0].support


def test_labels_far_apart_are_no_record():
    assert not labelled("帮扶方：{s 甲小学}。" + "无" * 40 + "\n\n受援方：{s 乙小学}")


@pytest.mark.parametrize("sign", [" × ", "↔", "——", "—"])
def test_a_sign_between_two_in_a_line_of_their_own(sign):
    plain, mentions = marked(f"当天下午\n{{s 甲小学}}{sign}{{s 乙小学}}\n续签结对协议\n")
    claims = sign_claims(lines_of(plain, mentions))
    assert [(c.helper.name, c.recipient.name, c.directed) for c in claims] == [
        ("甲小学", "乙小学", False)
    ]


def test_a_sign_without_words_of_partners_says_nothing():
    plain, mentions = marked("比赛结果\n{s 甲小学} × {s 乙小学}\n三比一\n")
    assert not sign_claims(lines_of(plain, mentions))
