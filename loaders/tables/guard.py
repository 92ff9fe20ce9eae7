"""What is not let in: encrypted, damaged and macro workbooks, bombs, XML that defines entities.

Everything is looked at before a reader of workbooks sees it, in bounded memory.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from ...ontology.errors import TableError

__all__ = ["MOST_BYTES", "MOST_CELLS", "kind_of"]

MOST_BYTES = 60_000_000
MOST_UNPACKED = 600_000_000
MOST_PARTS = 2_000
MOST_CELLS = 8_000_000
"""Of one sheet, from its first to its last used cell; readers hold them all, empty or not."""
_CHUNK = 1 << 20
_OVERLAP = 64
_DEFINES = re.compile(
    rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)"
)
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\s[^<>]{0,200}?\br=[\"']([A-Z]{0,3})(\d{1,9})[\"']")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(data: bytes, path: Path) -> str:
    """``xlsx``, ``xls``, ``ods`` or ``text``, by the bytes and not by the file's name.

    Raises TableError for a workbook that is encrypted, has macros, is damaged or far too large, or
    whose XML defines entities.
    """
    if len(data) > MOST_BYTES:
        raise TableError("table.too-large", path=path, limit=MOST_BYTES // 1_000_000)
    if data.startswith(_OLE):
        return _old(data, path)
    if data.startswith(b"PK"):
        return _zipped(data, path)
    if path.suffix.lower() in (".xlsx", ".xlsm", ".ods"):
        raise TableError("table.damaged", path=path)
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)", data[:200], re.IGNORECASE):
        raise TableError("table.html", path=path)
    return "text"


def _old(data: bytes, path: Path) -> str:
    """The streams of a compound file are named in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise TableError("table.encrypted", path=path)
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise TableError("table.macros", path=path)
    return "xls"


def _zipped(data: bytes, path: Path) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _looked_into(archive, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise TableError("table.damaged", path=path) from None
    except RuntimeError:  # what zipfile raises for a part with a password
        raise TableError("table.encrypted", path=path) from None


def _looked_into(archive: zipfile.ZipFile, path: Path) -> str:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise TableError("table.bomb", path=path, limit=MOST_UNPACKED // 1_000_000)
    if len(names) < len(parts):
        raise TableError("table.damaged", path=path)
    macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    if macros or path.suffix.lower() == ".xlsm" or any(n.startswith("Basic/") for n in names):
        raise TableError("table.macros", path=path)
    if "xl/workbook.xml" in names:
        kind = "xlsx"
    elif "content.xml" in names:
        kind = "ods"
        manifest = (
            archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
        )
        if b"encryption-data" in manifest:
            raise TableError("table.encrypted", path=path)
    else:
        raise TableError("table.no-workbook", path=path)
    for part in parts:
        _read_through(archive, part, path)
    return kind


def _read_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path) -> None:
    """Unpack one part to the end: its true size and checksum, entities, the farthest cell."""
    xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    sheet = part.filename.startswith("xl/worksheets/")
    row = column = 1
    rest = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if not xml:
                continue
            text = rest + chunk
            if _DEFINES.search(text):
                raise TableError("table.entities", path=path, part=part.filename)
            if sheet:
                row, column = _farthest(text, row, column)
                if row * column > MOST_CELLS:
                    raise TableError("table.bomb", path=path, limit=MOST_UNPACKED // 1_000_000)
            # A tag may lie across two chunks
            cut = text.rfind(b"<", max(0, len(text) - 400))
            rest = text[cut:] if cut >= 0 else text[-_OVERLAP:]


def _farthest(text: bytes, row: int, column: int) -> tuple[int, int]:
    for found in _CELL.finditer(text):
        row = max(row, int(found[2]))
        if found[1]:
            number = 0
            for letter in found[1]:
                number = number * 26 + letter - 64
            column = max(column, number)
    return row, column
