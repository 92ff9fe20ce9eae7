"""The story of a page of HTML."""

from bangfu.loaders.news.page.html import is_html, without_left_tags, without_markup
from bangfu.loaders.news.page.spans import page_of

PARAGRAPH = (
    "两校2015年起结对，累计培训教师200余人次，先后派出12名骨干教师支教，受到当地师生的欢迎和好评。"
)
PAGE = f"""<!DOCTYPE html><html><head><title>题</title><style>p{{}}</style></head><body>
<nav><a href="/">首页</a></nav><div class="content"><h1>两校结对</h1>
<p>&nbsp;&nbsp;5月6日,海河&middot;旺苍
中学<b>校长李伟</b>出席。{PARAGRAPH}</p><script>var a = "<p>坏</p>";</script><p>{PARAGRAPH}</p></div>
<div class="related"><ul><li>武侯祠庙会开幕，游客如云</li></ul></div><footer>版权所有</footer></body></html>"""


def test_the_story_is_kept_and_the_rest_listed():
    page, cuts = without_markup(page_of(PAGE))
    lines = [line.strip() for line in page.text.split("\n") if line.strip()]
    assert lines == ["两校结对", f"5月6日,海河·旺苍中学校长李伟出席。{PARAGRAPH}", PARAGRAPH]
    gone = "".join(PAGE[slice(*cut)] for cut in cuts)
    for word in ("首页", "坏", "武侯祠", "版权所有"):
        assert word in gone


def test_offsets_lead_to_the_source_of_the_page():
    page, _ = without_markup(page_of(PAGE))
    at = page.text.index("·")
    assert PAGE[page.starts[at] : page.ends[at]] == "&middot;"
    at = page.text.index("李伟")
    assert PAGE[slice(*page.raw_span(at, at + 2))] == "李伟"


def test_a_text_with_angle_brackets_is_no_html():
    text = "落实《中组部印发<国家乡村振兴重点帮扶县方案>的通知》,a < b,R&D"
    assert not is_html(text)
    assert without_left_tags(page_of(text)) == (page_of(text), [])


def test_left_tags_and_entities_go():
    page, edits = without_left_tags(page_of("<p>房山&nbsp;教研</p>开课<br/>再见&copy;"))
    assert page.text == "\n房山\xa0教研\n开课\n再见©"
    assert len(edits) == 5


def test_unclosed_markup_does_not_hurt():
    page, _ = without_markup(page_of("<html><body><div><p>正文一句。<script>if (a<b) {"))
    assert "正文一句。" in page.text
