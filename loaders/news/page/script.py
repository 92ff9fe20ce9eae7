"""Traditional → simplified script, and one convention for the width of signs."""

from __future__ import annotations

from operator import ne

from ...later import later
from ...spelling import to_simplified
from .spans import Page, retyped

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_SOME_HAN = later(f"[{_HAN}]+")

SHARE = 0.05
"""A page is in traditional script if more than this share of its characters would change."""

_ASPECT = later("(?<=[本随随接跟沿顺朝向执穿走看])著|著(?=[眼力手重实急])")
"""Words in which 著 is the particle 着, which OpenCC's t2s leaves as it is."""

_SHAAN = "陜"
"""A sign (U+965C) that OpenCC leaves, and that stands for that of 陕西 on each page that has it."""

_DRY = later("乾(?=[燥淨凈净旱杯枯洗果涸糧粮癟脆草貨货瘦電电])|(?<=[餅饼曬晒烘風风擦肉晾吹])乾")
_RISE = later("(?<=[提上晉晋攀飛飞歌高擢躍跃爬回])昇|昇(?=[級级遷迁格學学旗華华溫温值])")
_NAMED = {"乾": _DRY, "昇": _RISE}
"""Characters that stay in names (李乾, 王昇), and the words in which they are 干 and 升."""

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
for _sign in "，：；？！（）":
    del _FOLD[ord(_sign)]
_FOLD[0x3000] = 0x20
_WIDEN = str.maketrans(",:;?!()", "，：；？！（）")

_BESIDE = f"{_HAN}\u3001-\u3011\u3014-\u301b“”‘’—…，：；？！（）○〇·"
_NARROW = later(
    rf"[,:;?!()](?:(?<=[{_BESIDE}].)(?!(?<=[“”‘’—…·][:,])\d)[,:;?!()]*+"
    rf"|(?<![,:;?!()].)[,:;?!()]*+(?=[{_BESIDE}]))"
)
_WIDE = later("[\u3000\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e]+")
#: 甲.乙(Alpha Beta): the dot of a foreign name
_NAME_DOT = later(rf"(?<=[{_HAN}])\.(?=[{_HAN}]{{1,8}}[（(][A-Z][a-z])")
_ASCII_SIGN = later("[,:;?!()]")
_OPENED = later(r"（[^（）()\n]{0,200}\)")
_CLOSED = later(r"\([^（）()\n]{0,200}）")


def simplified(page: Page) -> tuple[Page, int]:
    """`page` in simplified script, and how many characters changed; as it is if too few would."""
    if _SHAAN in page.text:
        page = retyped(page, page.text.replace(_SHAAN, "陕"))
    text = page.text
    converted = to_simplified(text)
    if converted == text:
        return page, 0
    if len(converted) != len(text):
        # No entry of t2s changes the length today; a later dictionary could, so go one by one.
        converted = "".join(
            new if len(new) == 1 else old
            for old, new in zip(text, map(to_simplified, text), strict=True)
        )
    for kept, words in _NAMED.items():
        if kept in text:
            words_at = {found.start() for found in words.finditer(text)}
            converted = "".join(
                old if old == kept and at not in words_at else new
                for at, (old, new) in enumerate(zip(text, converted, strict=True))
            )
    if "著" in converted:
        converted = _ASPECT.sub("着", converted)
    changed = sum(map(ne, text, converted))
    if not changed or changed <= SHARE * sum(map(len, _SOME_HAN.findall(text))):
        return page, 0
    return retyped(page, converted), changed


def one_width(page: Page) -> Page:
    """`page` with letters and digits in ASCII, and ，：；？！（） full-width beside Chinese.

    10:25 and 1,000 stay; a bracket is widened with its partner. The dot within a foreign name is
    the middle one.
    """
    text = _WIDE.sub(lambda found: found[0].translate(_FOLD), page.text)
    text = _NAME_DOT.sub("·", text)
    while _ASCII_SIGN.search(text):
        wider = _NARROW.sub(lambda found: found[0].translate(_WIDEN), text)
        wider = _OPENED.sub(lambda found: found[0][:-1] + "）", wider)
        wider = _CLOSED.sub(lambda found: "（" + found[0][1:], wider)
        if wider == text:
            break
        text = wider
    return retyped(page, text)
