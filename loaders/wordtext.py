"""WordprocessingML → lines: paragraphs, rows of tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

__all__ = ["lines_of", "notes_of"]

MOST_COLUMNS = 63
"""Of a table: the limit of Word itself."""

_W = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
"""The namespaces of the transitional and of the strict form."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOT_SAID = frozenset(("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "Fallback"))
"""What was struck out, codes of fields, formats, and the second copy of what a box says."""
_NO_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def _name(element: Element) -> str:
    """The local name of an element of Word, or of the choice between two forms of a drawing."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2]


def lines_of(within: Element) -> Iterator[str]:
    """The lines of all paragraphs and tables in `within`, in their order."""
    for element in within:
        match _name(element):
            case "p":
                yield from _paragraph(element)
            case "tbl":
                yield from _rows(element)
            case "del" | "moveFrom" | "sectPr":
                continue
            case _:
                yield from lines_of(element)


def _paragraph(paragraph: Element) -> Iterator[str]:
    """The paragraph, then what stands in boxes that are anchored in it."""
    boxes: list[Element] = []
    text = "".join(_said(paragraph, boxes))
    yield from text.split("\n")
    for box in boxes:
        yield from lines_of(box)


def _said(within: Element, boxes: list[Element]) -> Iterator[str]:
    for element in within:
        name = _name(element)
        if name in _NOT_SAID:
            continue
        if name == "txbxContent":
            boxes.append(element)
        elif name == "t":
            if element.tag.startswith(_W):
                yield element.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        else:
            yield from _said(element, boxes)


def _rows(table: Element) -> Iterator[str]:
    """The rows of a table; a table in a cell stands in that cell."""
    for row in _children(table, "tr"):
        cells = []
        for cell in _children(row, "tc"):
            text = " ".join(line.strip() for line in lines_of(cell) if line.strip())
            cells.append(text.replace("\t", " "))
            cells += [""] * (_span(cell) - 1)
        yield "\t".join(cells)


def _children(within: Element, name: str) -> Iterator[Element]:
    """The rows or cells of a table, those inside a content control or a revision too."""
    for element in within:
        found = _name(element)
        if found == name:
            yield element
        elif found in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _children(element, name)


def _span(cell: Element) -> int:
    """How many columns a cell is wide."""
    for w in _W:
        span = cell.find(f"{w}tcPr/{w}gridSpan")
        given = "" if span is None else span.get(f"{w}val", "")
        if given.isdecimal():
            return min(int(given), MOST_COLUMNS)
    return 1


def notes_of(root: Element) -> Iterator[str]:
    """The lines of the footnotes or endnotes in their part, without the rules that part them."""
    for note in root:
        kind = next((note.get(f"{w}type") for w in _W if note.get(f"{w}type")), None)
        if kind not in _NO_NOTES:
            yield from lines_of(note)
