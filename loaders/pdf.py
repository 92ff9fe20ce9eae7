"""PDF files with a text layer → their text, in reading order.

PDFium (Apache-2.0/BSD-3) reads the pages. Of the free readers that were tried it alone gave the
text of PDFs with Chinese fonts whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ..ontology.errors import SourceError
from .printed import Box, PrintedLine, paragraphs, printed_line, without_heads
from .received import bytes_of
from .source import Document, extracted

__all__ = ["MEDIA_TYPE", "read_pdf"]

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 3000
MOST_TEXT = 5_000_000
_NO_TEXT = frozenset("\x00\ufffe\uffff\ufffd")


def read_pdf(path: Path, base: Path) -> Document:
    """The document in the PDF file `path`; its address counts from the folder `base`.

    A line that reaches the right edge of the text goes on in the next one, unless that is set in
    or the sentence ends: printed lines become paragraphs again. Page numbers and heads that are
    the same on most pages are left out. Raises :class:`SourceError` for a file that is damaged,
    encrypted, too long or has no text layer.
    """
    data = bytes_of(path)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise SourceError("document.encrypted", path=path) from None
        raise SourceError("document.damaged", path=path, kind="PDF") from None
    with closing(document):
        if len(document) > MOST_PAGES:
            raise SourceError(
                "document.long-document", path=path, size=len(document), limit=MOST_PAGES
            )
        pages = list(_pages(document, path))
        title = " ".join(document.get_metadata_value("Title").split())
    raw = "\n".join(paragraphs(without_heads(pages))) + "\n"
    _verify(raw, path)
    return extracted(path, base, data, raw, MEDIA_TYPE, title)


def _verify(raw: str, path: Path) -> None:
    if not re.search(r"\w", raw):
        raise SourceError("document.scan", path=path)
    unknown = sum(
        char in _NO_TEXT or "\ue000" <= char <= "\uf8ff" or "\x01" <= char < "\x09" for char in raw
    )
    if unknown > len(raw) / 5:
        raise SourceError("document.unreadable-font", path=path)


def _pages(document: pdfium.PdfDocument, path: Path) -> Iterator[list[PrintedLine]]:
    read = 0
    for number in range(len(document)):
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                lines = list(_lines(text))
        except pdfium.PdfiumError:
            raise SourceError("document.damaged", path=path, kind="PDF") from None
        read += sum(len(line.text) for line in lines)
        if read > MOST_TEXT:
            raise SourceError("document.long-text", path=path, limit=MOST_TEXT)
        yield lines


def _lines(page: pdfium.PdfTextPage) -> Iterator[PrintedLine]:
    """The lines of a page; PDFium puts a line feed, which has no box, where one ends."""
    chars: list[tuple[str, Box]] = []
    count = page.count_chars()
    for index in range(count + 1):
        code = pdfium_c.FPDFText_GetUnicode(page, index) if index < count else 10
        if code not in (10, 13):
            char = chr(code) if code else "\ufffd"
            if not char.isspace():
                chars.append((char, page.get_charbox(index, loose=True)))
            elif chars:
                chars.append((char, chars[-1][1]))
        elif chars:
            yield printed_line(chars)
            chars = []
