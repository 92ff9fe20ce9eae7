import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.loaders.news.entities.mentions import bodies_by_model, find_mentions
from bangfu.loaders.news.page.clean import clean, from_text
from bangfu.loaders.source import read_document
from bangfu.ontology.records import Kind

TEXT = (
    "11月22日，“同心树人”线上教育帮扶活动启动仪式在天津市海河中学举行。"
    "九三学社天津市委组织专家为四川省广元市旺苍县木门镇的教师培训。旺苍县教育局副局长出席。"
)


def test_every_kind_of_name_under_its_key():
    found = [(m.kind, m.key, m.name) for m in find_mentions(from_text(TEXT))]
    assert found == [
        (Kind.PROGRAMME, "同心树人", "同心树人"),
        (Kind.SCHOOL, "天津市海河中学", "天津市海河中学"),
        (Kind.INSTITUTION, "九三学社天津市委", "九三学社天津市委"),
        (Kind.PLACE, "510000", "四川省"),
        (Kind.PLACE, "510800", "广元市"),
        (Kind.PLACE, "510821", "旺苍县"),
        (Kind.PLACE, "510821/木门镇", "木门镇"),
        (Kind.INSTITUTION, "旺苍县教育局", "旺苍县教育局"),
    ]


def test_full_and_half_width_punctuation_read_alike():
    full = [m.name for m in find_mentions(from_text("旺苍县教育局，旺苍中学（旺苍县）"))]
    half = [m.name for m in find_mentions(from_text("旺苍县教育局,旺苍中学(旺苍县)"))]
    assert full == half == ["旺苍县教育局", "旺苍中学", "旺苍县"]


def test_the_title_of_a_document_names_no_body():
    assert find_mentions(from_text("印发《旺苍县教育局关于结对帮扶的通知》")) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "旺苍县",
                "教育局",
                "、",
                "，",
                "和",
                "海河中学",
                "天津市",
                "社市委",
                "“",
                "”",
                "同心树人",
                "帮扶",
                "镇",
                "乡",
                "该校",
                "县委",
                "\n",
                "一中",
                "第四中学",
                "北京大学",
                "学院",
                "民盟",
                "支部",
                "等",
                "三",
                "《",
                "》",
                "（",
                "）",
                "办公室",
            ]
        ),
        max_size=14,
    )
)
def test_mentions_are_in_order_apart_and_of_one_name(parts):
    text = "".join(parts)
    found = find_mentions(from_text(text))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    by_key = {(m.kind, m.key): m.name for m in found}
    assert all(by_key[m.kind, m.key] == m.name for m in found)
    assert find_mentions(from_text(text)) == found


TRAIN = Path(__file__).resolve().parents[3] / "gold" / "train"


def bare(name):
    return name.translate(str.maketrans("", "", '“”"·• '))


@pytest.mark.parametrize(
    ("kind", "least"), [("place", 0.93), ("school", 0.95), ("institution", 0.92)]
)
def test_names_of_the_training_articles(kind, least):
    right = wrong = missed = 0
    for path in sorted(TRAIN.glob("[c-i]*[05].txt")):
        page = clean(read_document(path, TRAIN))
        forms = {}
        for m in find_mentions(page):
            if m.kind == kind:
                found = forms.setdefault(m.key, {m.key, bare(m.name)})
                found.add(bare(page.text[m.start : m.end]))
        entities = json.loads(path.with_suffix(".gold.json").read_text("utf-8"))["entities"]
        gold = [
            ({bare(e["name"]), *map(bare, e["aliases"]), e.get("adcode")}, e.get("optional"))
            for e in entities
            if e["type"].lower() == kind
        ]
        wrong += sum(not any(names & known for known, _ in gold) for names in forms.values())
        for known, optional in gold:
            if not optional:
                hit = any(names & known for names in forms.values())
                right, missed = right + hit, missed + (not hit)
    assert 2 * right / (2 * right + wrong + missed) >= least


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("该集团与周庄学校结对，又为李家沟学校捐书。", "周庄学校"),
        ("我市派出教师。绵阳市的赵某是市五中的教师，前往西昌市。", "绵阳市第五中学"),
        ("旺苍县东河街道办事处何家湾小学收到图书。", "旺苍县东河街道办事处何家湾小学"),
        ("由某某集团有限公司引入中国绿水科技基金会捐书。", "中国绿水科技基金会"),
        ("他说，衷心感谢中国绿水科技基金会。", "中国绿水科技基金会"),
        ("近日，中国湿地保护与绿色发展基金会捐书。", "中国湿地保护与绿色发展基金会"),
    ],
)
def test_bodies_of_real_pages(text, name):
    assert name in [m.name for m in find_mentions(from_text(text))]


@pytest.mark.parametrize(
    "text",
    ["为农村学校送书。", "向4省6市县乡村学校捐赠。", "为文化站四所学校捐书。", "南部重镇阆中"],
)
def test_no_names_of_what_is_many_or_a_word(text):
    found = [m.name for m in find_mentions(from_text(text))]
    assert not [n for n in found if n.endswith(("学校", "重镇"))]


def test_a_party_by_its_last_letter():
    text = "民盟四川省委牵头。盟四川省委与盟广元市委一起捐书"
    named = {m.name for m in find_mentions(from_text(text)) if m.kind is Kind.INSTITUTION}
    assert named == {"民盟四川省委", "民盟广元市委"}


def test_a_level_may_be_that_of_a_former_name():
    named = {m.name for m in find_mentions(from_text("重庆市荣昌县来信。县教育局回信。"))}
    assert "荣昌县教育局" in named


def test_a_numbered_school_of_the_city():
    named = {m.name for m in find_mentions(from_text("广元市里，就市三完小的扩建"))}
    assert "广元市三完小" in named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("泉州西岭中心小学来了。西岭小学的老师。", "泉州西岭中心小学"),
        ("泸石新能源有限公司捐款。泸石公司的员工来了。", "泸石新能源有限公司"),
        ("华东师范大学研究生支教团来了。华东师大研支团的队员。", "华东师范大学研究生支教团"),
        ("南石集团捐款。南石集团公司来人。", "南石集团公司"),
    ],
)
def test_short_and_long_names_of_one_body_are_one(text, name):
    assert {m.name for m in find_mentions(from_text(text))} == {name}


def test_a_body_that_only_the_model_saw_has_its_score():
    page = from_text("旺苍县教育局来了。来自南岭石油的志愿者也来了。")
    scores = bodies_by_model(page)
    assert list(scores) == ["南岭石油"]
    assert 0.9 < scores["南岭石油"] <= 1


def test_a_school_whose_name_tells_its_township_does_not_lie_in_the_county_before():
    found = find_mentions(from_text("旺苍县的木门镇中心校来了。"))
    (school,) = [mention for mention in found if mention.kind is Kind.SCHOOL]
    assert (school.name, school.seat) == ("旺苍县木门镇中心校", None)


def test_a_body_of_a_chain_of_posts_is_no_less_for_its_joint():
    text = "广西甲研究院副院长、区块链与智能技术教育部重点实验室副主任李明远作专题报告。"
    assert "区块链与智能技术教育部重点实验室" in [m.name for m in find_mentions(from_text(text))]


def test_no_name_begins_inside_a_bracket():
    found = find_mentions(from_text("晨山（中国）投资有限公司捐款。"))
    assert not any(m.name.startswith("中国）") for m in found)


def test_a_post_and_its_holder_are_no_part_of_a_name():
    text = "考察团受到了旺苍县教育局副局长李明远和基教科科长王芳的接待。"
    found = find_mentions(from_text(text))
    assert [m.name for m in found if m.kind is Kind.INSTITUTION] == ["旺苍县教育局"]
