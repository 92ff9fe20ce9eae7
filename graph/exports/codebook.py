"""What the columns of an export mean, and how the data is to be cited."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from ...ontology.messages import Lang, say
from .facts import SourceLine

__all__ = ["citation", "codebook_rows", "heads_of"]


def heads_of(columns: Iterable[str], lang: Lang) -> list[str]:
    """The heads of `columns`: in English their own names, which programs rely on."""
    return [_head(column, lang) for column in columns]


def codebook_rows(columns: Iterable[str], lang: Lang) -> list[tuple[str, str]]:
    """Each column, once, with what stands in it."""
    return [(_head(one, lang), say(f"export.def-{one}", lang)) for one in dict.fromkeys(columns)]


def citation(title: str, data: bytes, sources: Sequence[SourceLine], by: str) -> bytes:
    """A ``CITATION.cff`` (Citation File Format 1.2.0) for `data`, made by `by` from `sources`.

    The version is a hash of the data, the date that of the youngest source: no clock is asked.
    """
    days = [one.issued for one in sources if len(one.issued) == 10]
    lines = [
        "cff-version: 1.2.0",
        f"message: {_text(say('export.cite', 'en'))}",
        f"title: {_text(title)}",
        "type: dataset",
        f'version: "{sha256(data).hexdigest()[:16]}"',
        "authors:",
        f"  - name: {_text(by)}",
    ]
    if days:
        lines.append(f"date-released: {max(days)}")
    rights = sorted({one.rights for one in sources if one.rights})
    if rights:
        lines.append(f"abstract: {_text(say('export.rights', 'en') + ' ' + '; '.join(rights))}")
    if sources:
        lines.append("references:")
    for one in sources:
        lines += ["  - type: generic", f"    title: {_text(one.title or one.address)}"]
        lines += ["    authors:", f"      - name: {_text(one.publisher or one.address)}"]
        if one.address.startswith(("http://", "https://")):
            lines.append(f"    url: {_text(one.address)}")
        if one.issued:
            lines.append(f"    year: {one.issued[:4]}")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _head(column: str, lang: Lang) -> str:
    return column if lang == "en" else say(f"export.col-{column}", lang)


def _text(text: str) -> str:
    """A double-quoted scalar of YAML: what JSON writes is one."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007f")
