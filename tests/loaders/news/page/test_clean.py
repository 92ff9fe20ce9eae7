"""The page as received → the text of the article, with a map back."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bangfu.loaders.news.page.clean import clean, from_text
from bangfu.loaders.source import Document
from bangfu.ontology.messages import table
from bangfu.ontology.records import NoteKind

BENCH = Path(__file__).resolve().parents[5] / "shared" / "bench"
needs_bench = pytest.mark.skipif(not BENCH.is_dir(), reason="no benchmark folder")


def _document(raw, **more):
    digest = hashlib.sha256(raw.encode()).hexdigest()
    return Document(address="a.txt", name="a.txt", sha256=digest, raw=raw, **more)


def _file(path):
    return clean(_document(path.read_text(encoding="utf-8")))


def _seed(start):
    return _file(next((BENCH / "seeds").glob(f"{start}*.txt")))


PAGE = """首页 > 新闻 > 正文
两校“云端”结对
发布时间:2024-05-06 来源:某县教育局 作者:张三
  5月6日,某市第一中学(长水)与某县第二中学签订协议?对,就是A(A)级。\u200b双方教师1,200人于10:25参加,并开展线上教研、跟岗研修、支教等活动。
（记者 李四）
上一篇:会议
"""


def test_a_page_becomes_its_story():
    page = clean(_document(PAGE))
    assert page.text == (
        "两校“云端”结对\n"
        "5月6日，某市第一中学（长水）与某县第二中学签订协议？对，就是A（A）级。双方教师1,200人于10:25参加，"
        "并开展线上教研、跟岗研修、支教等活动。\n"
        "（记者 李四）\n"
    )
    assert (page.title, page.publisher, page.author) == ("两校“云端”结对", "某县教育局", "张三")
    assert str(page.issued) == "2024-05-06"
    assert [note.reason for note in page.notes] == ["menu", "masthead", "unseen", "neighbours"]


def test_what_the_document_knows_already_wins():
    page = clean(_document(PAGE, title="题", publisher="县报"))
    assert (page.title, page.publisher, page.author) == ("题", "县报", "张三")


def test_a_marked_heading_is_the_title_and_a_row_of_a_table_never():
    page = clean(
        _document("# 柳堤的春天\n*文/支教教师 苏念慈（柳堤小学，现在石桥小学）*\n\n他来了。\n")
    )
    assert page.title == "柳堤的春天"
    page = clean(_document("一览表\n| 学校 | 结对的学校 |\n| 柳堤小学 | 石桥小学 |\n完。\n"))
    assert page.title is None
    page = clean(_document("结对一览表\n| 学校 | 结对的学校 |\n| 柳堤小学 | 石桥小学 |\n完。\n"))
    assert page.title == "结对一览表"


def test_evidence_has_both_places():
    page = clean(_document(PAGE))
    start = page.text.index("某县第二中学")
    evidence = page.evidence(start, start + 6, "rule:test@1")
    assert page.text[evidence.start : evidence.end] == evidence.quote == "某县第二中学"
    assert PAGE[evidence.raw_start : evidence.raw_end] == "某县第二中学"


def test_from_text_changes_nothing():
    page = from_text("某县(长水)?")
    assert (page.text, page.starts, page.ends) == (
        "某县(长水)?",
        (0, 1, 2, 3, 4, 5, 6),
        (1, 2, 3, 4, 5, 6, 7),
    )


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["某县教育局", "來到", "學(xué)校", "?", "，", ",", "。", "\n", "  ", "\u3000", "\u200b", "(A)", "<p>", "</p>", "&nbsp;",
             "“", "”", "10:25", "2024年5月6日", "来源:", "相关阅读", "結對幫扶", "・", "１２", "（", "\r\n", "。 ", "<某>", "?；", "𠀀"]
        ),
        max_size=40,
    ).map("".join)
)  # fmt: skip
def test_offsets_hold_and_cleaning_is_done_once(raw):
    page = clean(_document(raw))
    assert len(page.starts) == len(page.ends) == len(page.text)
    assert list(page.starts) == sorted(page.starts)
    for char, start, end in zip(page.text, page.starts, page.ends, strict=True):
        assert 0 <= start <= end <= len(raw)
        if char.isdigit() and char.isascii():
            assert any(one.isdigit() for one in raw[start:end])
    for note in page.notes:
        assert f"reader.{note.reason}" in table()
        assert 0 <= note.raw_start <= note.raw_end <= len(raw)


@needs_bench
@pytest.mark.parametrize("folder", ["seeds", "dev", "train"])
def test_no_sentence_of_a_story_is_lost(folder):
    told = lost = 0
    for path in sorted((BENCH / folder).glob("*.gold.json")):
        raw = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        page = clean(_document(raw))
        assert list(page.starts) == sorted(page.starts)
        assert clean(_document(page.text)).text == page.text, path
        kept = {i for a, b in zip(page.starts, page.ends, strict=True) for i in range(a, b)}
        gold = json.loads(path.read_text(encoding="utf-8"))
        for row in gold["assistance"]:
            quote = row.get("quote") or ""
            at = raw.find(quote)
            if quote and at >= 0 and not row.get("optional"):
                told += 1
                signs = [i for i in range(at, at + len(quote)) if "一" <= raw[i] <= "鿿"]
                lost += not kept.issuperset(signs)
    assert told > 5
    assert lost <= told // 100


@needs_bench
def test_the_garbled_seeds_are_mended():
    first, last = _seed("000"), _seed("004")
    assert "卞永海回顾了过去几年" in first.text
    assert "当地教师代表在发言" in first.text
    assert "。”史超敏在致辞" in last.text
    assert "示范项目。”\n“本次研修" in last.text
    for page in (first, last):
        assert "?" not in page.text
        # 代表 and 史超敏 are right, but a pair of bytes of each is gone: not every one is proven
        assert sum(note.kind is NoteKind.DAMAGED for note in page.notes) <= 1
    mended = next(note for note in first.notes if note.quote.startswith("?;仡"))
    assert first.text[mended.start : mended.end] == "海回顾了过"


@needs_bench
def test_the_furniture_of_the_seeds_is_gone_and_the_story_is_not():
    second, fourth, fifth = _seed("001"), _seed("003"), _seed("004")
    for word in ("武侯祠", "洛阳路街道", "荔湾", "热门文章", "当前位置"):
        assert word not in second.text
    assert "唐霞" in second.text
    assert second.text.endswith("“结对帮扶示范校”协议。\n")
    assert second.text.count("？") == 3
    assert "上海市慈善基金会" not in fourth.text
    assert fourth.text.startswith("3月27日，")
    assert fourth.text.endswith("四川力量。\n")
    assert (fourth.publisher, str(fourth.issued)) == ("金台资讯", "2025-03-30")
    assert "相关阅读" in fifth.text
    assert "2023年7月" in fifth.text
    assert "2024年9月23日至9月28日" in fifth.text
    assert "<国家乡村振兴" in _seed("002").text


def test_a_headline_may_have_a_bar_and_a_table_is_none():
    story = "青山中学的教师到白水中学上课，两校教师一同备课，学生们都说很好，明年还要再来。"
    assert (
        clean(_document(f"教育帮扶｜两校“云端”结对\n{story}\n完\n")).title
        == "教育帮扶|两校“云端”结对"
    )
    assert clean(_document(f"援助学校|受援学校\n青山中学|白水中学\n{story}\n完\n")).title is None
