"""One text as TXT, as a page with all that sites put around a story, as DOCX and as PDF."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from docx import Document as Word
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Paragraph, SimpleDocTemplate


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def as_txt(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def as_html(text: str, path: Path) -> None:
    story = "\n".join(f"<p>{escape(line)}</p>" for line in lines_of(text))
    path.write_text(
        "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"
        "<nav class='menu'><ul><li><a href='/'>首页</a></li><li><a href='/x'>新闻中心</a></li>"
        "<li><a href='/y'>政务公开</a></li></ul></nav>"
        f"<div class='article'>{story}</div>"
        "<div class='related'><h3>相关阅读</h3><ul>"
        "<li><a href='/1'>福州市教育局与甘肃省定西市教育局签订协议</a></li>"
        "<li><a href='/2'>某小学校长王小明赴西藏支教</a></li></ul></div>"
        "<footer>版权所有 某某网 备案号 12345678 联系电话 010-12345678</footer></body></html>",
        encoding="utf-8",
    )


def as_docx(text: str, path: Path) -> None:
    word = Word()
    word.sections[0].header.paragraphs[0].text = "内部资料"
    for line in lines_of(text):
        word.add_paragraph(line)
    word.save(str(path))


def as_pdf(text: str, path: Path) -> None:
    registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=12, leading=20, alignment=TA_LEFT,
        wordWrap="CJK", firstLineIndent=24,
    )  # fmt: skip
    pages = SimpleDocTemplate(str(path), invariant=1)

    def numbered(canvas, pages) -> None:  # type: ignore[no-untyped-def]
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(280, 30, f"- {pages.page} -")

    story = [Paragraph(escape(line), style) for line in lines_of(text)]
    pages.build(story, onFirstPage=numbered, onLaterPages=numbered)


WRITERS: dict[str, Callable[[str, Path], None]] = {
    "txt": as_txt,
    "html": as_html,
    "docx": as_docx,
    "pdf": as_pdf,
}
