"""Papers that are marked as not for everybody, known by the mark and not by the word.

The marks are those of official papers (GB/T 9704, 密级★期限 at the head of the first page) and of
papers for internal use. The same words inside a sentence, or in the menu of a site, are no mark.
"""

from __future__ import annotations

import re
from typing import Final

from .later import later

__all__ = ["marking"]

_HEAD, _TAIL = 15, 5
"""A mark stands among the first lines of a paper, or the last."""
_LEVEL: Final = "(?:绝\\s*密|机\\s*密|秘\\s*密)"
_TERM: Final = "(?:长期|\\d{1,3}\\s*(?:年|个月|月|天))"
_STARRED: Final = later(rf"{_LEVEL}\s*[★☆*＊]\s*{_TERM}?")
_DECLARED: Final = later(rf"密\s*级\s*[:：]\s*(?:{_LEVEL}|内部)")
_KEPT: Final = later(
    r"内部(?:资料|文件|材料|刊物)\s*[,，:：·\s]*(?:注意保存|注意保管|妥善保管|请勿外传|不得外传|严禁外传|请勿外泄)"
)
_WHOLE: Final = later(
    rf"[\[【(（《<]?\s*(?:{_LEVEL}\s*{_TERM}?|"
    r"内部(?:资料|文件|材料|参考|刊物|使用|传阅|掌握)|仅供内部(?:参考|使用|传阅|学习|掌握)?)\s*[\]】)）》>]?"
)
_TAG: Final = later(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.DOTALL | re.I)
_PAGE: Final = later(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)


def marking(raw: str) -> str | None:
    """The mark that the paper with the text `raw` bears; None for a paper without.

    >>> marking("秘密★5年\\n关于帮扶工作的通知"), marking("他把这个秘密告诉了老师")
    ('秘密★5年', None)
    """
    is_page = _PAGE.search(raw, 0, 4000) is not None
    text = _TAG.sub("\n", raw) if is_page else raw
    lines = [line.strip(" \t\u3000\ufeff") for line in text.splitlines()]
    lines = [line for line in lines if line]
    for line in (*lines[:_HEAD], *lines[_HEAD:][-_TAIL:]):
        if len(line) > 60:
            continue
        for form in (_STARRED, _DECLARED, _KEPT):
            found = form.search(line)
            # before a mark stand a number of the copy or nothing, not the words of a sentence
            if found and len(re.findall("[一-鿿]", line[: found.start()])) <= 6:
                return found[0]
        if not is_page and _WHOLE.fullmatch(line):
            return line
    return None
