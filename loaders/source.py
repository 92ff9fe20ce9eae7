"""Files and folders → documents: bytes, encodings, HTML metadata."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from ..ontology.dates import PartialDate
from ..ontology.errors import SourceError
from .later import later
from .received import address_of, bytes_of, sha256_of

__all__ = ["Document", "extracted", "find_documents", "read_document"]

SUFFIXES = (".htm", ".html", ".md", ".txt")
MOST_BYTES = 20_000_000
"""A larger file is no article: the longest government report is well under a megabyte."""
LONGEST_LINE = 500_000
"""In characters; a longer line is data or an attack, no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page as received: `raw` is its decoded text, in which raw offsets count.

    `address` is its URL, or its path relative to the store's folder; `name` its file name.
    """

    address: str
    name: str
    sha256: str
    raw: str
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    issued: PartialDate | None = None


def extracted(path: Path, base: Path, data: bytes, raw: str, kind: str, title: str) -> Document:
    """The document whose text `raw` was taken out of the file `path` of the media type `kind`.

    The `title` from the file's properties counts only if the text has it: most are left over from
    a template or an older document.
    """
    return Document(
        address=address_of(path, base),
        name=path.name,
        sha256=sha256_of(data),
        raw=raw,
        media_type=kind,
        title=title if title and title in raw else None,
    )


_MAGIC = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP/DOCX/XLSX"),
    (b"\xd0\xcf\x11\xe0", "DOC/XLS"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"SQLite format 3", "SQLite"),
    (b"RIFF", "RIFF"),
    (b"\x00\x00\x00\x18ftyp", "MP4"),
    (b"ID3", "MP3"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.IGNORECASE
)
_CONTROL = later("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_TEXT = later(r"\w")
_HTML = later(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)


def find_documents(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files of `paths`, sorted, each once: a file as it is, a folder searched all the way down.

    Raises :class:`SourceError` for a path that is missing or may not be read.
    """
    found: set[Path] = set()
    for path in paths:
        try:
            if path.is_dir():
                found.update(
                    item
                    for item in path.rglob("*")
                    if item.suffix.lower() in SUFFIXES and item.is_file()
                )
                continue
            path.stat()
        except FileNotFoundError:
            raise SourceError("source.missing", path=path) from None
        except OSError:
            raise SourceError("source.no-permission", path=path) from None
        found.add(path)
    return tuple(sorted(found))


def read_document(path: Path, base: Path) -> Document:
    """The document in the file `path`; its address counts from the folder `base`.

    A page of HTML gives its canonical URL as address, and title, outlet, author and date from its
    head. Raises :class:`SourceError` for whatever is not the text of an article.
    """
    data = bytes_of(path, MOST_BYTES)
    raw = _text_of(data, path)
    if not _TEXT.search(raw):
        raise SourceError("source.empty", path=path)
    if max(map(len, raw.splitlines())) > LONGEST_LINE:
        raise SourceError("source.long-line", path=path, limit=LONGEST_LINE)
    address = address_of(path, base)
    digest = sha256_of(data)
    if path.suffix.lower() not in (".htm", ".html") and not _HTML.search(raw, 0, 4000):
        return Document(address=address, name=path.name, sha256=digest, raw=raw)
    head = _head_of(raw)
    return Document(
        address=_address_in(raw) or address,
        name=path.name,
        sha256=digest,
        raw=raw,
        media_type="text/html",
        title=_first(head, "articletitle", "og:title", "title") or _title_in(raw),
        publisher=_first(head, "contentsource", "source", "og:site_name", "mediaid", "sitename"),
        author=_first(head, "author", "article:author", "contenteditor"),
        issued=_date(_first(head, *_DAYS)),
    )


def _text_of(data: bytes, path: Path) -> str:
    """Byte order mark, declared charset, UTF-8, GB18030; last, a guess."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise SourceError("source.not-text", path=path, kind=kind)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(_decoded(data[len(mark) :], encoding), path)
    if b"\x00" in data:
        raise SourceError("source.not-text", path=path, kind="NUL")
    declared = _DECLARED.search(data, 0, 4096)
    encodings = ["utf-8", "gb18030"]
    if declared:
        name = declared[1].decode("ascii").lower()
        encodings.insert(0, "gb18030" if name in ("gb2312", "gbk") else name)
    for encoding in encodings:
        text = _decoded(data, encoding)
        if text is not None and not (encoding == "gb18030" and _CONTROL.search(text)):
            return _checked(text, path)
    from charset_normalizer import from_bytes  # slow to load, and hardly ever needed

    guess = from_bytes(data[:200_000]).best()
    return _checked(None if guess is None else _decoded(data, guess.encoding), path)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _checked(text: str | None, path: Path) -> str:
    """`text` if it is one: not undecodable, and with hardly a control character."""
    if text is None:
        raise SourceError("source.not-text", path=path, kind="bytes")
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) / 200:
        raise SourceError("source.not-text", path=path, kind="control characters")
    return text


# --- what the head of a page says ----------------------------------------------------------

_DAYS = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:published_time",
    "date",
    "dc.date",
    "firstpublishedtime",
)
_META = later(r"<meta\b([^>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = later(r"(?<![A-Za-z:\-])([A-Za-z:\-]++)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LINK = later(r"<link\b([^>]{1,2000})>", re.IGNORECASE)
_TITLE = later(r"<title[^<>]*>(.{1,300}?)</title>", re.IGNORECASE | re.DOTALL)
_SITE = later(r"\s*(?:[-_|—–]|--)\s*[^-_|—–]{2,24}$")
_DAY = later(r"((?:19|20)\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?")


def _attributes(tag: str) -> dict[str, str]:
    return {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "").strip()
        for found in _ATTRIBUTE.finditer(tag)
    }


def _head_of(raw: str) -> dict[str, str]:
    """The ``<meta>`` elements: lower-case name or property → content; the first one counts."""
    head: dict[str, str] = {}
    for found in _META.finditer(raw):
        given = _attributes(found[1])
        name = (given.get("name") or given.get("property") or given.get("itemprop") or "").lower()
        if name and given.get("content"):
            head.setdefault(name, given["content"])
    return head


def _first(head: dict[str, str], *names: str) -> str | None:
    return next((head[name] for name in names if head.get(name)), None)


def _title_in(raw: str) -> str | None:
    found = _TITLE.search(raw)
    if found is None:
        return None
    title = " ".join(unescape(found[1]).split())
    return _SITE.sub("", title) or title or None


def _address_in(raw: str) -> str | None:
    """The canonical address, if the page gives one and it is an absolute one of the web."""
    for found in _LINK.finditer(raw):
        given = _attributes(found[1])
        if given.get("rel", "").lower() == "canonical" and "href" in given:
            return _web(given["href"])
    return _web(_head_of(raw).get("og:url", ""))


def _web(address: str) -> str | None:
    return address if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]{3,2000}", address) else None


def _date(text: str | None) -> PartialDate | None:
    found = _DAY.search(text or "")
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        return PartialDate(int(year), int(month), None if day is None else int(day))
    except ValueError:
        return None
