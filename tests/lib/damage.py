"""Makes the half-byte damage of GBK that mirror sites make, to see whether it can be undone.

A page is worked on as bytes, blindly: a sign or a reading is found across two characters, the byte
before it is lost, and everything behind it is read one byte late until the reader falls in step.
"""

import random
import re
from dataclasses import dataclass

READINGS = {
    "數": "shù", "當": "dāng", "長": "zhǎng", "重": "zhòng", "傳": "chuán", "調": "diào",
    "處": "chù", "應": "yīng", "幾": "jǐ", "種": "zhǒng", "強": "qiáng", "載": "zài",
    "結": "jié", "還": "hái", "參": "cān", "稱": "chēng", "興": "xīng", "樂": "lè",
    "爲": "wéi", "難": "nán", "將": "jiāng", "藏": "zàng", "量": "liàng", "校": "xiào",
    "行": "xíng", "得": "dé", "都": "dōu", "分": "fēn", "干": "gàn", "好": "hǎo",
    "数": "shù", "长": "zhǎng", "传": "chuán", "调": "diào", "处": "chù", "应": "yīng",
    "点": "diǎn", "點": "diǎn", "系": "xì", "觀": "guān", "觉": "jué", "識": "shí",
}  # fmt: skip
"""Characters with several readings, and the one that the site writes behind them."""

FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = frozenset(b"\xa1\xbb\xbf")
"""Second bytes of the full-width ！；？ that the site splits before; letters are the others."""
_NOT_LINE = re.compile("[^\n]+")


@dataclass(frozen=True)
class Site:
    """Damage of one kind in the line `line` of a text, which was `before` and is now `after`."""

    kind: str
    line: int
    before: str
    after: str


def _late(data: bytes) -> str:
    """`data`, which begins in the middle of a character, as the site decodes it."""
    text = []
    at = 0
    while at < len(data):
        lead = data[at]
        if lead < 0x80:
            # a lone trail byte, read as ASCII: from here on all is in step
            return "".join(text) + data[at:].decode("gbk")
        if at + 1 == len(data):
            text.append("?")
            break
        pair = data[at : at + 2]
        if pair[1] < 0x40:
            # a byte of ASCII went down with the lead byte: in step as well
            return "".join(text) + "?" + data[at + 2 :].decode("gbk")
        private = 0xAA <= lead <= 0xAF and pair[1] >= 0xA1
        private = private or (lead >= 0xF8 and pair[1] >= 0xA1)
        if not private:
            text.append(pair.decode("gbk", "replace").replace("\ufffd", "?"))
        at += 2
    return "".join(text)


def places(line: str) -> list[tuple[str, int]]:
    """The kinds of damage that can befall `line`, each with the character that it begins at."""
    found = []
    try:
        pairs = [char.encode("gbk") for char in line]
    except UnicodeEncodeError:
        return []
    for at in range(len(pairs) - 3):
        one, two = pairs[at], pairs[at + 1]
        if len(one) < 2 or len(two) < 2:
            continue
        across = bytes((one[1], two[0]))
        if one[1] == 0xA3 and (two[0] in _SIGNS or 0x41 <= two[0] - 0x80 <= 0x7A):
            kind = "end" if line[at] == "。" else "symbol"
            found.append((kind, at))
        elif one[1] >= 0x81 and across.decode("gbk", "ignore") in READINGS:
            found.append(("note", at))
    return found


def damaged(line: str, kind: str, at: int) -> str:
    """`line` with damage of `kind` at the character `at`, in the folded width of such pages."""
    data = line.encode("gbk")
    byte = len(line[:at].encode("gbk"))
    if kind == "note":
        sign = data[byte + 1 : byte + 3].decode("gbk")
        head = data[: byte + 2].decode("gbk")
        return (head + "?" + READINGS[sign] + ")" + _late(data[byte + 3 :])).translate(FOLD)
    head = data[:byte].decode("gbk")
    return (head + "?" + _late(data[byte + 1 :])).translate(FOLD)


def injected(text: str, seed: int, most: int = 4) -> tuple[str, str, list[Site]]:
    """`text` with up to `most` damaged lines: what it was, what it is now (folded), and the sites."""
    rng = random.Random(seed)
    lines = text.split("\n")
    open_to = [(i, *place) for i, line in enumerate(lines) for place in places(line)]
    rng.shuffle(open_to)
    # the rare kinds first, so that all are met
    open_to.sort(key=lambda place: place[1] == "symbol" and rng.random() < 0.5)
    was = [line.translate(FOLD) for line in lines]
    now = list(was)
    sites: dict[int, Site] = {}
    for i, kind, at in open_to:
        if i in sites or len(sites) == most:
            continue
        broken = damaged(lines[i], kind, at)
        if _NOT_LINE.fullmatch(broken):
            now[i] = broken
            sites[i] = Site(kind, i, was[i], broken)
    return "\n".join(was), "\n".join(now), sorted(sites.values(), key=lambda site: site.line)
