import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.loaders.news.entities.mentions import find_mentions
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
