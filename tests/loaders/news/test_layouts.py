"""A story says the same from its plain text as from a site's page: four usual layouts."""

import pytest

from bangfu.loaders.news import read
from bangfu.loaders.source import Document

STORY = (
    "山海携手共育英才 两地学校再续新篇",
    "4月18日，杭州市西湖区对口帮扶旺苍县教育工作座谈会在旺苍中学举行，西湖区教育局副局长林晓岚、旺苍县教育局局长何向东出席。",
    "根据协议，杭州市西溪中学结对帮扶旺苍县国华中学，期限三年。西溪中学每年选派三名骨干教师到国华中学支教。",
    "“希望两校常来常往。”何向东说。西溪中学校长周念慈表示，首批支教教师陈嘉言已于3月到岗，担任国华中学副校长。",
)
BODY = "\n".join(f"<p style='text-indent:2em'>{line}</p>" for line in STORY[1:])
HEAD = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>{}</title></head><body>"

COUNTY = (
    HEAD.format(STORY[0] + "_旺苍县人民政府")
    + """<div class="top"><a href="/">网站首页</a><a>走进旺苍</a><a>政务公开</a><a>办事服务</a></div>
<div class="wz">您当前的位置：<a>首页</a> &gt; <a>新闻中心</a> &gt; <a>部门动态</a></div>
<div class="article"><h1>"""
    + STORY[0]
    + """</h1><div class="info"><span>发布时间：2024-04-20 09:12</span><span>来源：县教育局</span>
<span>字体：【<a>大</a> <a>中</a> <a>小</a>】</span><span>浏览次数：<i id="hits">128</i></span></div>
<div class="TRS_Editor">"""
    + BODY
    + """</div><div class="gn"><a>【打印本页】</a><a>【关闭窗口】</a></div>
<div class="sxp"><p>上一篇：<a>全县春季防火工作会议召开</a></p><p>下一篇：<a>苍溪县教育局到剑阁县考察</a></p></div></div>
<div class="foot"><p>主办：旺苍县人民政府办公室 承办：旺苍县大数据中心</p><p>蜀ICP备00000000号 网站标识码0000000000</p>
<p>地址：某某路1号 联系电话：0839-0000000</p></div></body></html>"""
)

WECHAT = (
    HEAD.format(STORY[0])
    + """<div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title">"""
    + STORY[0]
    + """</h1><div id="meta_content" class="rich_media_meta_list"><span>原创</span><span>西湖教育</span>
<span id="profileBt"><a>西湖教育</a></span><em id="publish_time">2024-04-20 18:30</em></div>
<div class="rich_media_content" id="js_content"><section><p>点击上方蓝字关注我们</p></section>"""
    + "".join(f"<section><section><span>{line}</span></section></section>" for line in STORY[1:])
    + """<section><p>END</p></section><section><p>编辑：小禾</p><p>审核：小满</p></section>
<section><p>往期推荐</p><p>苍溪中学校长到剑阁中学考察</p><p>长按识别二维码关注我们</p></section></div>
<div class="tool"><span>阅读原文</span><span>点赞</span><span>在看</span></div></div></body></html>"""
)

PORTAL = (
    HEAD.format(STORY[0] + "-川北新闻网")
    + """<nav><a>首页</a><a>要闻</a><a>时政</a><a>教育</a></nav><div class="main"><div class="left">
<h1>"""
    + STORY[0]
    + """</h1><p class="src">2024-04-20 10:01 来源：川北新闻网 作者：高远</p><div class="content">"""
    + BODY.replace(
        "</p>\n", "</p>\n<div class='ad'><p>广告</p><p>春季大促 全场五折 点击抢购</p></div>\n", 1
    )
    + """<p>（责任编辑：方圆）</p></div><div class="related"><h3>相关新闻</h3><ul>
<li><a>剑阁县对口帮扶苍溪县三年成效显著</a></li><li><a>昭化区教育局局长李某到苍溪县调研</a></li></ul></div>
<div class="comment"><h3>网友评论</h3><p>网友123：支持苍溪中学帮扶剑阁中学！</p></div></div>
<aside><h3>热门文章</h3><ol><li>利州区结对帮扶青川县</li></ol></aside></div>
<footer>Copyright © 2024 川北新闻网 版权所有 未经授权禁止转载</footer></body></html>"""
)

BUREAU = (
    HEAD.format(STORY[0] + " - 西湖区教育局")
    + """<table width="100%"><tr><td>服务师生 服务家长 服务社会</td></tr>
<tr><td>当前位置：首页 &gt;&gt; 工作动态 &gt;&gt; 正文</td></tr></table>
<table><tr><td align="center"><b>"""
    + STORY[0]
    + """</b></td></tr><tr><td>信息来源：教育科　发布日期：2024-04-20　点击数：36</td></tr><tr><td>"""
    + "<br><br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + line for line in STORY[1:])
    + """</td></tr><tr><td>附件：<br><a>1.支教教师名单.xls</a><br><a>2.结对学校一览表.doc</a></td></tr>
<tr><td>【关于我们】<br>西湖区教育局是主管全区教育工作的政府部门。<br>联系我们：0571-00000000</td></tr></table>
<script>var a="剑阁县帮扶苍溪县";</script></body></html>"""
)

PAGES = {"county": COUNTY, "wechat": WECHAT, "portal": PORTAL, "bureau": BUREAU}


def _told(raw: str, media_type: str) -> tuple[set[tuple[object, ...]], str]:
    page = Document(address="a", name="a", sha256="0" * 64, raw=raw, media_type=media_type)
    reading = read(page)
    names = {entity.iri: entity.name for entity in reading.entities}
    told = set()
    for fact in reading.facts:
        ends = [
            (field, names[value.iri])
            for field in ("helper", "recipient", "person", "organization", "origin", "destination")
            if (value := getattr(fact, field, None)) is not None
        ]
        told.add((type(fact).__name__, *ends))
        for proof in fact.evidence:
            assert reading.source.text[proof.start : proof.end] == proof.quote
    return told, reading.source.text


@pytest.mark.parametrize("name", PAGES)
def test_a_layout_changes_no_fact(name: str) -> None:
    plain, _ = _told("\n".join(STORY), "text/plain")
    assert len(plain) >= 6
    told, text = _told(PAGES[name], "text/html")
    assert told == plain, text


@pytest.mark.parametrize("name", PAGES)
def test_nothing_but_the_story_is_left(name: str) -> None:
    _, text = _told(PAGES[name], "text/html")
    lines = text.rstrip("\n").split("\n")
    assert set(STORY[1:]) <= set(lines)
    assert not any(place in text for place in ("剑阁", "苍溪", "利州", "ICP", "抢购"))
    assert len(lines) <= len(STORY) + 1, lines


PLAIN = """服务师生 服务家长 服务社会
当前位置：首页 > 工作动态 > 正文
{}
来源：西湖区教育局 日期：2024-04-20
{}
【广告】
{}
{}
【关于我们】
西湖区教育局是主管全区教育工作的政府部门。
【联系我们】
某某路1号
"""


def test_what_a_site_puts_around_plain_text_is_cut() -> None:
    told, text = _told(PLAIN.format(*STORY), "text/plain")
    assert text.rstrip("\n").split("\n") == list(STORY)
    assert told == _told("\n".join(STORY), "text/plain")[0]
