"""Names as the page needs them: short enough for a pill, and findable by pinyin.

A column says already that its places are counties and in which province they lie, so there
张家川回族自治县 may stand as 张家川县; the full name is in the panel.
Nothing here decides identity.
"""

from __future__ import annotations

import re

__all__ = ["pinyin_keys", "short_label", "text_width"]

# Peoples whose names stand in the names of autonomous areas (GB/T 3304).
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|"
    "傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|"
    "撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各"
)
_WITHOUT = "维吾尔|哈萨克|柯尔克孜|蒙古|回"
_AUTONOMOUS = re.compile(rf"^(.+?)(?:(?:(?:{_PEOPLES})族)+|{_WITHOUT})自治(区|州|县|旗)$")
_PEOPLE_ITSELF = re.compile(r"^(.+?)族?自治(州|县|旗)$")
_REGIONS = {"内蒙古自治区": "内蒙古", "西藏自治区": "西藏", "新疆生产建设兵团": "兵团"}
_LONGEST = 12


def short_label(name: str, *, within: tuple[str, ...] = ()) -> str:
    """`name` for a pill: at most twelve characters, the end kept because bodies differ there.

    `within` are the full names of the places around it, the largest first. Of those that begin
    the name only the smallest stays, in its short form: 第一中学 alone would be anybody's.

    >>> short_label("张家川回族自治县"), short_label("东乡族自治县"), short_label("广西壮族自治区")
    ('张家川县', '东乡县', '广西')
    >>> short_label("浙江省宁波市教育局", within=("浙江省", "宁波市"))
    '宁波市教育局'
    >>> short_label("都安瑶族自治县第二高级中学", within=("都安瑶族自治县",))
    '都安县第二高级中学'
    """
    lead = ""
    # what is not seen could turn the writing of the whole picture round
    name = rest = "".join(one for one in name if one.isprintable())
    for place in within:
        if rest.startswith(place) and len(rest) - len(place) >= 3:
            lead, rest = place, rest.removeprefix(place)
    short = _short_place(lead) + rest if lead else _short_place(name)
    if text_width(short) > _LONGEST:
        # half-width letters are narrower, so more of them fit
        room = int(len(short) * _LONGEST / text_width(short)) - 1
        tail = room // 2
        short = f"{short[: room - tail]}…{short[-tail:]}"
    return short


def _short_place(name: str) -> str:
    if name in _REGIONS:
        return _REGIONS[name]
    short = _AUTONOMOUS.sub(
        lambda found: found[1] if found[2] == "区" else found[1] + found[2], name
    )
    return _PEOPLE_ITSELF.sub(r"\1\2", short)


def text_width(text: str) -> float:
    """The width of `text` in em: a Chinese character is 1, a Latin letter about 0.6.

    An estimate without fonts: the page measures again and shortens what does not fit.
    """
    return sum(1.0 if ord(letter) > 0x2E7F or letter in "…—“”‘’" else 0.6 for letter in text)


def pinyin_keys(name: str, *, polyphonic: bool = False) -> str:
    """What one may type for `name`: full pinyin and initials, space-separated, lower case.

    With `polyphonic`, other readings of single characters are added, because place names and
    surnames often have a reading that no phrase table knows (单县, 洪洞). Source: pypinyin.

    >>> pinyin_keys("旺苍县")
    'wangcangxian wcx'
    """
    from pypinyin import Style, lazy_pinyin, pinyin

    if not re.search(r"[㐀-鿿]", name):
        return ""
    syllables = [re.sub(r"[^a-z0-9]", "", part.lower()) for part in lazy_pinyin(name)]
    readings = [syllables]
    if polyphonic and len(name) <= 6 and len(syllables) == len(name):
        for place, letter in enumerate(name[:4]):
            for other in pinyin(letter, style=Style.NORMAL, heteronym=True)[0]:
                if other != syllables[place] and len(readings) < 6:
                    readings.append([*syllables[:place], other, *syllables[place + 1 :]])
    keys: list[str] = []
    for reading in readings:
        for key in ("".join(reading), "".join(part[:1] for part in reading)):
            if key and key not in keys:
                keys.append(key)
    return " ".join(keys)
