"""What vouches for a name: a post beside it, a list, a label, a verb of speech, its coming back."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from ... import dictionary
from ...aided import AID_TO
from ..page.clean import Clean
from .edges import FOLLOWING
from .intros import in_unit, introduced, opening
from .labels import (
    Spans,
    apposed,
    assigned,
    bracketed,
    cells_of_names,
    labelled,
    overlaps,
    seated,
    take,
)
from .names import DOTS, NEVER, RARE_AS_NAME, Names
from .recurring import recurring
from .surnames import singles
from .titles import Title
from .wordnames import second_of_pair, word_names

__all__ = ["in_lists", "licensed"]

_AFTER = re.compile(
    r"(?:等)?(?:[0-9一二两三四五六七八九十几多]{1,3}[位名个])?"
    rf"(?:同志|先生|女士|太平绅士|博士|院士|同学|委员|阿姨|(?:支教|青年|骨干|优秀|{AID_TO}|带教)?(?:老师|教师))"
)
_COUNTED = re.compile(
    r"等一[批大]|等?[0-9一二两三四五六七八九十几]{1,3}(?:[位名][^，。；,;\n]|人(?=[，。；、,;]|[到赴在参均被获]))"
)
_ASIDE = re.compile(r"[（(](?:挂职|兼|兼任|正处级|副处级|[^（()）]{0,8}挂职|女|代)[)）]")
_SPEECH = re.compile(
    r"(?:在[^，。,;；\n]{1,14})?(?:[还也又则]|笑着|激动地|高兴地|动情地|深有感触地|感慨地|接着|最后|随后|首先){0,2}"
    r"(?:对记者)?(?:说|表示|介绍|告诉|指出|强调|认为|坦言|透露|回忆|感慨|感叹|主持|宣读|要求|代表|谈到|讲)"
)
_OF = re.compile(r"(?:来自|挂职|支教|选派|任教|派驻|帮扶|[)）]班)[^，。,;；\n]{0,20}的$")
_SPOUSE = "(?:及其?|和|与)(?:夫人|爱人|妻子|丈夫)"
_WITH_SPOUSE = re.compile(f"{_SPOUSE}$")
_LISTED = re.compile(rf"[、]|{_SPOUSE}|(?<=[一-鿿])[和与及](?=[一-鿿])")
_BEFORE_NAME = re.compile(
    r"[ 　]{0,3}(?:[:：][ 　]?|[是叫](?=[一-鿿]{2,4}[，。、；]|[一-鿿]{1,7}[·•‧・．]))?"
)
_ASIDE_LISTED = re.compile(r"[（(][^（()）\n]{1,30}[)）]")
_DOTTED_BEFORE = re.compile(f"[一-鿿]{{1,7}}[{DOTS}][一-鿿]{{1,7}}$")
_AGED = re.compile("的“?[0-9]{2}后”?$")  # 某校的“95后”|教师|连环
_COUNTS = frozenset("0123456789一二两三四五六七八九十几多位名等")
_LEFT_OF_TAKEN = re.compile(b"\1(?=\0)")
_NO_HEAD = FOLLOWING | RARE_AS_NAME | frozenset("抵赴返离")  # 校长|抵沪
_OFFICE_END = ("长", "任", "记", "席", "委", "授", "教研员", "总经理", "书记", "领队")


def licensed(clean: Clean, names: Names, titles: Sequence[Title]) -> Spans:
    """Where names stand that something beside them vouches for: start → end."""
    found = seated(clean, names)
    word_names(names, titles, found)
    behind = {m.start() for told in (_AFTER, _COUNTED) for m in told.finditer(names.text)}
    _before_titles(names, [t for t in titles if t.title in ("教师", "老师", "同学")], behind, found)
    _after_titles(names, titles, found)
    _before_titles(names, titles, behind, found)
    labelled(names, found)
    cells_of_names(names, found)
    bracketed(names, found)
    apposed(names, found)
    assigned(names, found)
    _speakers(names, found)
    introduced(names, found)
    in_lists(names, found)
    recurring(names, found)
    return found


def _after_titles(names: Names, titles: Sequence[Title], found: Spans) -> None:
    """校长王转霞, 副旗长（挂职）单立军, 组长：金晓岚."""
    text = names.text
    known_ends = set(found.values())
    for title in titles:
        at = title.end
        if title.start in known_ends or names.refers(title.start):
            continue
        aside = _ASIDE.match(text, at)
        if aside is not None:
            at = aside.end()
        space = _BEFORE_NAME.match(text, at)
        at = space.end() if space is not None else at
        if at >= len(text) or names.taken[at]:
            continue
        risky = at > title.end and aside is None
        office = title.title.endswith(_OFFICE_END)
        placed = title.start > 0 and bool(names.taken[title.start - 1])
        placed = placed or _AGED.search(text, max(0, title.start - 8), title.start) is not None
        sure = office or title.rank is not None or title.subject is not None
        if at == title.end and at not in found and (sure or placed):
            word = _word_as_name(names, at)
            if word is not None:
                found[at] = word
                continue
        first = names.ends(at)[:1]
        if not office and at not in found and first and _unlikely(names, at, *first[0]):
            continue
        least = 3.6 if risky else _least(names, at, office or sure)
        if take(found, names, at, least) is None and at == title.end:
            loose = _loose_ends(names, at) if office or placed else []
            if loose:
                found[at] = loose[0][0]


def _least(names: Names, at: int, sure: bool) -> float:
    """The least score of a name after a post: little where no other reading comes near."""
    least = 1.3 if sure else 1.5
    if names.text[at] in RARE_AS_NAME:
        return least + 1.2
    scored = names.ends(at)[:2]
    alone = len(scored) == 1 or (len(scored) > 1 and scored[0][1] - scored[1][1] >= 1.2)
    if sure and alone and scored[0][0] - at == 3 and names.shape(names.text[at : at + 3]) >= 0:
        return 0.2
    return least


def _unlikely(names: Names, start: int, end: int, score: float) -> bool:
    """Whether a word stands here, and nothing speaks for its being a name."""
    return score < 2.5 and names.shape(names.text[start:end]) < -1


def _word_as_name(names: Names, at: int) -> int | None:
    """The end of a name that is a word as well (高山, 毕胜): only before a sure right boundary."""
    if names.text[at] in RARE_AS_NAME:
        return None
    for end, score in names.ends(at):
        shape = names.shape(names.text[at:end])
        if end - at <= 3 and -4 < shape < 0 and names.right(end) >= 3.0 and score - shape >= 3.5:
            return end
    return None


def _loose_ends(names: Names, i: int) -> list[tuple[int, float]]:
    """The ends of a name with no known surname: only before a sure right boundary."""
    found = []
    for size in (2, 3, 4, 5, 6):
        end = i + size
        if not names.is_han(i, end):
            break
        form = names.text[i:end]
        if names.right(end) < 3.0 or not NEVER.isdisjoint(form) or names.tail(form) < 0:
            continue
        if form[0] in (_NO_HEAD if size == 2 else RARE_AS_NAME) or form[-1] in FOLLOWING:
            continue
        words = [(str(w), str(t)) for w, t in dictionary.tag(form, False)]
        named = all(len(w) == 1 or t.startswith(("nr", "nz", "x")) for w, t in words)
        if named and words[0][1] not in ("m", "r", "p", "d", "c", "u"):
            found.append((end, 1.0 - abs(size - 3) * 0.2))
    return sorted(found, key=lambda item: (-item[1], item[0]))


def _names_ending(names: Names, end: int) -> int | None:
    """Where a name that ends at `end` begins."""
    best: tuple[float, int] | None = None
    dotted = _DOTTED_BEFORE.search(names.text[max(0, end - 16) : end]) if names.dots else None
    if dotted is not None:
        start = max(0, end - 16) + dotted.start()
        while start < end and names.left(start) < 1 and names.text[start] not in DOTS:
            start += 1
        if names.text[start] not in DOTS and names.free(start, end):
            return start
    for size in (3, 2, 4, 5, 6):
        start = end - size
        if start < 0 or (names.left(start) < 1 and not in_unit(names, start, end)):
            continue
        scored = names.ends(start)
        least = -2 if size == 3 and names.left(start) >= 3 and names.taken[end] else -1
        rare = size == 2 and names.text[start] in RARE_AS_NAME and names.left(start) < 2
        if rare and names.text[start + 1] in singles():
            continue  # 从|邵|医生
        for stop, score in scored:
            if (
                stop == end
                and score >= max(0.8, scored[0][1] - 0.6)
                and names.shape(names.text[start:end]) > least
            ):
                total = score + names.left(start) * 0.5
                if best is None or total > best[0]:
                    best = (total, start)
    return None if best is None else best[1]


def _before_titles(names: Names, titles: Sequence[Title], behind: Set[int], found: Spans) -> None:
    """王薇教师, 刘得胜同志, 甲、乙、丙三位教师: before `titles`, and where `behind` says so."""
    for end in sorted({title.start for title in titles} | behind):
        trimmed = end
        while trimmed and names.text[trimmed - 1] in _COUNTS:
            trimmed -= 1
        for stop in {end, trimmed}:
            if stop == 0 or overlaps(found, stop - 1, stop):
                continue
            start = _names_ending(names, stop)
            if start is not None and not overlaps(found, start, stop):
                found[start] = stop


def _speakers(names: Names, found: Spans) -> None:
    """A bare name at the head of a clause, before a verb of speech or an aside with a post."""
    text = names.text
    for verb in _SPEECH.finditer(text):
        end = verb.start()
        for size in (3, 2, 4):
            start = end - size
            if start < 0 or start in found or names.left(start) < 2 or not names.free(start, end):
                continue
            scored = dict(names.ends(start))
            if scored.get(end, 0.0) >= 4.0 and scored[end] == max(scored.values()):
                found[start] = end
                break
    for last in _LEFT_OF_TAKEN.finditer(names.taken, 0, max(0, len(text) - 3)):
        start = last.end()
        end = start + 3
        if start not in found and text[end] in "，、。（" and text[end - 1] not in "等和":
            for stop, score in names.ends(start)[:1]:
                if stop == end and score >= 4.5 and names.shape(text[start:end]) >= 0:
                    found[start] = end
    for match in re.finditer("是|来自", text):
        end = match.start()
        if not names.taken[match.end()]:
            continue
        for size in (3, 2, 4):
            start = end - size
            if start >= 0 and names.left(start) == 2 and names.free(start, end):
                likely = dict(names.ends(start)).get(end, 0.0) >= 2.0
                if likely and names.shape(text[start:end]) >= 0:
                    found.setdefault(start, end)
                    break
    for match in re.finditer("的", text):
        at = match.end()
        if at >= len(text) or names.taken[at]:
            continue
        near = names.taken[at - 2] or text[at - 2] in "班岁组排处室队系院科"
        if near or _OF.search(text, max(0, at - 30), at):
            for end, score in names.ends(at)[:1]:
                least = 3.0 if near and end - at > 2 else 4.0
                if score >= least and names.shape(text[at:end]) >= 0:
                    found.setdefault(at, end)


def _in_lists(names: Names, found: Spans) -> None:
    """One known name of a list licenses its neighbours."""
    text = names.text
    todo = sorted(found)
    while todo:
        start = todo.pop()
        end = found[start]
        aside = _ASIDE_LISTED.match(text, end)
        joint = _LISTED.match(text, aside.end() if aside else end)
        if joint is not None and joint.end() < len(text) and joint.end() not in found:
            at = joint.end()
            least = 2.6 if joint[0] == "、" else 3.4
            if not names.taken[at] and take(found, names, at, least) is not None:
                todo.append(at)
        spouse = _WITH_SPOUSE.search(text, max(0, start - 4), start)
        if spouse is not None or (
            start and text[start - 1] in "、和与" and not names.taken[start - 1]
        ):
            stop = start - 1 if spouse is None else spouse.start()
            if not overlaps(found, stop - 1, stop):
                left = _names_ending(names, stop)
                left = opening(names, stop) if left is None else left
                if left is not None and left not in found:
                    found[left] = stop
                    todo.append(left)


_ITEM = re.compile(r"[一-鿿]{2,3}(?=[、和与及等]|[0-9一二两三四五六七八九十]{1,2}[名位人])")


def in_lists(names: Names, found: Spans) -> None:
    """One known name of a list licenses its neighbours, and words that fill a place between."""
    size = -1
    while size != len(found):
        size = len(found)
        _in_lists(names, found)
        _items(names, found)
        second_of_pair(names, found)


def _items(names: Names, found: Spans) -> None:
    """甲、高原、乙, 甲、白雪等, 甲、江河3人: what fills a place in a list of names is a name."""
    text = names.text
    for end in sorted(found.values()):
        item = _ITEM.match(text, end + 1) if text[end : end + 1] == "、" else None
        if item is None or item.start() in found or not names.free(*item.span()):
            continue
        at, stop = item.span()
        closed = text[stop] not in "、和与及"
        least = -5 if stop + 1 in found else -3 if closed else 0
        if stop in dict(names.ends(at)) and names.shape(item[0]) > least:
            found[at] = stop
