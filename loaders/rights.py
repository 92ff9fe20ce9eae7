"""What a page says about its own use: the notice that forbids copying, word for word."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["rights_note"]

_TAG: Final = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.DOTALL | re.I)
_NOTICE: Final = re.compile(
    r"(?:(?:本(?:网|站|报|刊|文|作品)[^。；;\n]{0,40})?"
    r"(?:未经[^。；;\n]{0,30}(?:授权|许可|同意|允许)[^。；;\n]{0,30}(?:不得|禁止|严禁|谢绝|请勿)[^。；;\n]{0,40}"
    r"|(?:禁止|严禁|谢绝|不得|请勿)(?:擅自|任意|非法|以任何形式)?(?:复制|转载|转帖|摘编|镜像|建立镜像)"
    r"[^。；;\n]{0,40}))"
)
_LONGEST: Final = 200


def rights_note(raw: str) -> str | None:
    """The notice in the page `raw` as received; None if there is none.

    >>> rights_note("…禁止复制或建立镜像")
    '禁止复制或建立镜像'
    """
    if not any(word in raw for word in ("复制", "转载", "转帖", "摘编", "镜像")):
        return None
    found = _NOTICE.search(_TAG.sub("\n", raw))
    return None if found is None else found[0].strip()[:_LONGEST]
