from __future__ import annotations

import pytest
from defusedxml.ElementTree import fromstring

from bangfu.loaders.wordtext import lines_of, notes_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def said(body: str, space: str = W) -> list[str]:
    return list(lines_of(fromstring(f'<w:body xmlns:w="{space}">{body}</w:body>')))


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(*inner: str, wide: int = 1) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr>{"".join(inner)}</w:tc>'


@pytest.mark.parametrize("space", [W, STRICT])
def test_both_forms_of_the_format_are_read(space: str) -> None:
    row = f"<w:tr>{cell(p('甲'), wide=2)}{cell(p('乙'))}</w:tr>"
    assert said(p("一") + f"<w:tbl>{row}</w:tbl>" + p("二"), space) == ["一", "甲\t\t乙", "二"]


def test_a_cell_is_one_line_whatever_stands_in_it() -> None:
    inner = f"<w:tbl><w:tr>{cell(p('内一'), wide=3)}{cell(p('内二'))}</w:tr></w:tbl>"
    assert said(f"<w:tbl><w:tr>{cell(p('甲'), inner, p('乙'))}{cell()}</w:tr></w:tbl>") == [
        "甲 内一   内二 乙\t"
    ]


def test_rows_in_content_controls_and_revisions_are_rows() -> None:
    row = f"<w:tr>{cell(p('甲'))}</w:tr>"
    wrapped = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    assert said(f"<w:tbl>{row}{wrapped}</w:tbl>") == ["甲", "甲"]


@pytest.mark.parametrize(("wide", "tabs"), [("9999999", 62), ("-1", 0), ("x", 0)])
def test_a_width_that_cannot_be_is_bounded(wide: str, tabs: int) -> None:
    given = cell(p("甲")).replace("1", wide)
    (row,) = said(f"<w:tbl><w:tr>{given}</w:tr></w:tbl>")
    assert row.count("\t") == tabs


def test_signs_and_struck_out_text() -> None:
    run = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:cr/><w:delText>丙</w:delText></w:r>"
    assert said(f"<w:p>{run}<w:moveFrom><w:r><w:t>丁</w:t></w:r></w:moveFrom></w:p>") == [
        "甲\t乙-",
        "",
    ]
    assert said(f"<w:del>{p('丁')}</w:del>") == []


def test_notes_come_without_the_rules_between_them() -> None:
    notes = "".join(
        f'<w:footnote w:type="{kind}">{p(kind)}</w:footnote>' for kind in ("separator", "normal")
    )
    assert list(notes_of(fromstring(f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'))) == [
        "normal"
    ]
