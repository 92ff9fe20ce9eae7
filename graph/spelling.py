"""Forms of a name: folding for comparison, short forms of places, near spellings.

Nothing here decides identity: these are the ways in which a user may write a name that the graph
has in another form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

__all__ = ["chained", "committee_forms", "folded", "near", "short_forms", "undressed"]

# Peoples in the names of autonomous areas, by their names in GB/T 3304.
_PEOPLES = (
    "各族|蒙古族?|回族?|藏族|维吾尔族?|苗族|彝族|壮族?|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族"
    "|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族"
    "|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族"
)
_AUTONOMOUS = re.compile(rf"(?P<core>.{{2,}}?)(?:{_PEOPLES})+自治(?P<type>[区州县旗])")
_OF_ITSELF = re.compile(r"(?P<core>.+?)族?自治(?P<type>[区州县旗])")
_TYPED = re.compile(r"(?P<core>.+?)(?:特别行政区|地区|林区|矿区|新区|省|市|盟|县|旗|区|镇|乡|街道)")
_COMMITTEE = re.compile(r"(?P<head>.+[省市区县州旗盟])委(?:员会|会)?")
_DOTS = dict.fromkeys(map(ord, "•・‧．･⋅∙"), "·")
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")


def folded(text: str) -> str:
    """`text` for comparison: no spaces, half-width letters, one middle dot, simplified script.

    >>> folded("黃南藏族 自治州")
    '黄南藏族自治州'
    """
    text = undressed(text)
    return text if text.isascii() else str(_simplified().convert(text))


def undressed(text: str) -> str:
    """`text` folded but for its script: enough for names in the graph, which are simplified.

    >>> undressed("ＡＢ 中学")
    'AB中学'
    """
    # before NFKC, which would make a full stop of the full-width dot inside names
    text = unicodedata.normalize("NFKC", text.translate(_DOTS))
    return _INVISIBLE.sub("", text).translate(_DOTS)


def short_forms(name: str) -> tuple[str, ...]:
    """The short forms in which a place of this full `name` may be written.

    A core of one character (开县) is no name by itself.

    >>> short_forms("张家川回族自治县")
    ('张家川县', '张家川')
    >>> short_forms("旺苍县")
    ('旺苍',)
    """
    found = _AUTONOMOUS.fullmatch(name) or _OF_ITSELF.fullmatch(name)
    if found:
        forms = [found["core"] + found["type"], found["core"]]
        if found["type"] == "区":
            del forms[0]  # 广西 is said, 广西区 is not
    else:
        found = _TYPED.fullmatch(name)
        forms = [found["core"]] if found else []
    return tuple(form for form in forms if len(form) > 1)


def committee_forms(name: str) -> tuple[str, ...]:
    """The other ways to write a committee of this `name`: 委, 委会 and 委员会 mean the same.

    >>> committee_forms("九三学社天津市委")
    ('九三学社天津市委员会', '九三学社天津市委会')
    """
    found = _COMMITTEE.fullmatch(name)
    if found is None:
        return ()
    forms = (f"{found['head']}{end}" for end in ("委员会", "委会", "委"))
    return tuple(form for form in forms if form != name)


def chained(text: str, names: Collection[str]) -> bool:
    """Whether `text` is nothing but some of `names`, one after the other (四川省广元市)."""
    if not text:
        return True
    return any(
        name and text.startswith(name) and chained(text.removeprefix(name), names) for name in names
    )


def near(text: str, labels: Iterable[str], limit: int = 5) -> tuple[str, ...]:
    """At most `limit` of `labels` that look or, failing that, sound like `text`; nearest first.

    Look: rapidfuzz's ratio of at least 60, or a label that holds `text`. Sound: the same pinyin
    without tones (pypinyin), but for one letter in five; Latin letters may be the pinyin of a
    label's beginning.
    """
    from rapidfuzz import fuzz, process

    pool = sorted({label for label in labels if label != text})
    holding = [label for label in pool if len(text) > 1 and text in label]
    core = (short_forms(text) or (text,))[-1]
    alike = process.extract(text, pool, scorer=fuzz.ratio, score_cutoff=60, limit=limit)
    ranked = [label for label, _, _ in sorted(alike, key=lambda hit: (-hit[1], hit[0]))]
    ranked += sorted(holding, key=lambda label: (len(label), label))
    if len(ranked) < limit:
        sound = _pinyin(text)
        close = [label for label in pool if abs(len(label) - len(text)) <= 1]
        bare = _pinyin(core)
        ranked += [label for label in close if core != text and _pinyin(label) == bare]
        if text.isascii():
            # written in Latin letters: a place is often named without its kind (wangcang)
            close = [label for label in pool if _pinyin(label).startswith(sound[:1])]
        heard = ((fuzz.ratio(sound, _pinyin(label)), label) for label in close)
        ranked += [label for score, label in sorted(heard, key=_by_score) if score >= 80]
        if text.isascii() and len(sound) > 3:
            ranked += [label for label in close if _pinyin(label).startswith(sound)]
    return tuple(dict.fromkeys(ranked))[:limit]


def _by_score(hit: tuple[float, str]) -> tuple[float, str]:
    return -hit[0], hit[1]


def _pinyin(text: str) -> str:
    # one character at a time: both sides are read alike, and a whole store is read in no time
    return "".join(map(_syllable, text))


@cache
def _syllable(character: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(character))


@cache
def _simplified() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
