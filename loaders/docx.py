"""Word documents (.docx) → their text: paragraphs, rows of tables, footnotes.

The format: ECMA-376, part 1 (WordprocessingML), https://ecma-international.org/publications-and-standards/standards/ecma-376/
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ..ontology.errors import SourceError
from .received import bytes_of
from .source import Document, extracted
from .unzip import entry_bytes, opened
from .wordtext import lines_of, notes_of

__all__ = ["MEDIA_TYPE", "read_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_XML = 40_000_000
"""Bytes of one part unpacked: a book of a thousand pages has some 20 MB."""
MOST_TEXT = 5_000_000
DEEPEST = 200
"""Elements within elements; Word itself writes some twenty."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = re.compile(r"/relationships/officeDocument$")
_DC = "{http://purl.org/dc/elements/1.1/}"


def read_docx(path: Path, base: Path) -> Document:
    """The document in the Word file `path`; its address counts from the folder `base`.

    A paragraph is a line, a row of a table a line with tabs between its cells. Headers, footers,
    comments and what was struck out are no part of the text; footnotes and endnotes stand at its
    end. The title from the file's properties counts only if the text has it, since most are left
    over from a template; its "author" is whoever owned the computer, and is not taken.
    Raises :class:`SourceError` for a file that is damaged, encrypted, has macros or no text.
    """
    data = bytes_of(path)
    if data.startswith(_OLE):
        key = "document.encrypted" if _ENCRYPTED in data else "document.old-word"
        raise SourceError(key, path=path)
    with opened(data, path) as found:
        _verify(found, path)
        lines = list(lines_of(_part(found, _main(found, path), path)))
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            if name in found.namelist():
                lines += notes_of(_part(found, name, path))
        title = _title(found, path)
    raw = "\n".join(lines).strip("\n") + "\n"
    if len(raw) > MOST_TEXT:
        raise SourceError("document.long-text", path=path, limit=MOST_TEXT)
    if not re.search(r"\w", raw):
        raise SourceError("source.empty", path=path)
    return extracted(path, base, data, raw, MEDIA_TYPE, title)


def _verify(found: zipfile.ZipFile, path: Path) -> None:
    names = found.namelist()
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise SourceError("document.macros", path=path)
    if "[Content_Types].xml" not in names:
        raise SourceError("document.no-word", path=path)
    for kind in _part(found, "[Content_Types].xml", path).iter():
        if "macroenabled" in kind.get("ContentType", "").lower():
            raise SourceError("document.macros", path=path)


def _main(found: zipfile.ZipFile, path: Path) -> str:
    """The name of the part with the text, as the package says, or the one that Word uses."""
    names = frozenset(found.namelist())
    main = "word/document.xml"
    if "_rels/.rels" in names:
        for relation in _part(found, "_rels/.rels", path):
            if _MAIN.search(relation.get("Type", "")):
                main = relation.get("Target", main).lstrip("/")
    if main not in names or not main.endswith(".xml") or main.startswith(("xl/", "ppt/")):
        raise SourceError("document.no-word", path=path)
    return main


def _part(found: zipfile.ZipFile, name: str, path: Path) -> Element:
    data = entry_bytes(found, found.getinfo(name), path, MOST_XML)
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise SourceError("document.entities", path=path) from None
    except (ParseError, ValueError, LookupError):
        raise SourceError("document.damaged", path=path, kind="DOCX") from None
    if _too_deep(root):
        raise SourceError("document.damaged", path=path, kind="DOCX")
    return root


def _too_deep(root: Element) -> bool:
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def _title(found: zipfile.ZipFile, path: Path) -> str:
    if "docProps/core.xml" not in found.namelist():
        return ""
    title = _part(found, "docProps/core.xml", path).findtext(f"{_DC}title") or ""
    return " ".join(title.split())
