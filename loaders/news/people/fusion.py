"""Rules and the trained proposer brought together: which spans are names, and who says so.

What a rule licenses stays; the model mends its edges, adds names that stand bare, and takes away
what only looks like a name and is seen by no second witness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ... import dictionary
from ...later import later
from .agreed import addressed, agreed, same_end
from .certain import GIVEN_TOO, certain, ends_elsewhere, starts_later, unlikely
from .doubts import without_unseen
from .edges import FOLLOWING
from .labels import Spans
from .licences import in_lists
from .names import DOTS, NEVER, RARE_AS_NAME, Names
from .occurrences import places_of
from .proposer import Proposal
from .surnames import no_names
from .trimming import STRANGE, SURE, trimmed

__all__ = ["SURE", "Fused", "fuse"]

ALONE = 0.75
"""From this score on the model is believed on its own where the string has the shape of a name."""
BESIDE = 0.65
"""From this score on any string with a surname is believed beside a post, body or cell's edge."""


LISTED = 0.6
"""From this score on a string is believed in a list of names that are known."""
LISTED_TOO = 0.5
"""The same, where the rules would end the name as the model does."""


@dataclass(frozen=True, slots=True)
class Fused:
    """The names of a text, start → end, and the score of each name that only the model saw."""

    spans: Spans
    alone: dict[str, float]


def fuse(names: Names, found: Spans, proposals: Sequence[Proposal]) -> Fused:
    """The spans of the rules, mended and completed by the proposals of the model."""
    text = names.text
    proposals = [trimmed(names, one) for one in proposals]
    votes: dict[str, float] = {}
    times: Counter[str] = Counter()
    for one in proposals:
        form = text[one.start : one.end]
        votes[form] = max(votes.get(form, 0.0), one.score)
        times[form] += 1
    spans = dict(found)
    held = {i: a for a, b in spans.items() for i in range(a, b)}
    for one in proposals:
        sure = one.score >= SURE and _shaped(names, one, one.score)
        if sure or _beheaded(names, held, spans, one) or _cut_short(names, spans, one):
            _mend(names, spans, held, one, votes)
        if starts_later(names, spans, one):
            spans[one.start] = spans.pop(one.start - 1)
            held.update(dict.fromkeys(range(one.start, one.end), one.start))
            del held[one.start - 1]
        if ends_elsewhere(names, spans, one, votes):
            for i in range(one.start, spans[one.start]):
                del held[i]
            spans[one.start] = one.end
            held.update(dict.fromkeys(range(one.start, one.end), one.start))
    for a, b in list(spans.items()):
        if b - a == 2 and _goes_on(names, a, b):
            spans[a] = b + 1
    ruled = {text[a:b] for a, b in spans.items()}
    strong = {text[a:b] for a, b in spans.items() if a and names.taken[a - 1] and _closed(text, b)}
    ends = {b for b in spans.values() if text[b : b + 1] == "、"}
    strong |= {text[a:b] for a, b in spans.items() if a - 1 in ends and _closed(text, b)}
    strong |= {text[a:b] for a, b in spans.items() if addressed(names, a, b)}
    doubted = {form for form in ruled - strong - votes.keys() if _doubtful(names, form)}
    spans = {
        a: b
        for a, b in spans.items()
        if text[a:b] not in doubted and (text[a:b] in votes or not _counted(text, a, b))
    }
    spans = without_unseen(names, spans, votes)
    kept = {text[a:b] for a, b in spans.items()}
    used = {i for a, b in spans.items() for i in range(a, b)}
    alone: dict[str, float] = {}
    for one in (*proposals, *proposals):
        # twice: what comes later in a list vouches for what stands before it
        form = text[one.start : one.end]
        if form in kept or not used.isdisjoint(range(one.start, one.end)):
            continue
        if _called(names, one.start):
            continue
        least = LISTED_TOO if same_end(names, one) else LISTED
        listed = votes[form] >= least and _in_list(names, one, used)
        if listed or _believed(names, one, votes[form], times[form]):
            spans[one.start] = one.end
            used.update(range(one.start, one.end))
            alone[form] = votes[form]
    if alone:
        seen = set(spans)
        in_lists(names, spans)
        alone |= {text[a:b]: ALONE for a, b in spans.items() if a not in seen}
        alone = {form: score for form, score in alone.items() if form not in ruled}
    return Fused(spans, alone)


_CALLED = ("校长", "园长", "书记", "主任", "局长", "院长", "老师")


def _called(names: Names, start: int) -> bool:
    """Whether somebody is called by surname and post right before: 冯校长|连值日."""
    return names.text[max(0, start - 2) : start] in _CALLED and names.refers(start - 2)


def _in_list(names: Names, one: Proposal, used: Collection[int]) -> bool:
    """Whether a known name stands beside the span in a list: 甲、|乙|和丙."""
    text = names.text
    left = text[one.start - 1 : one.start] in ("、", "和", "与") and one.start - 2 in used
    right = text[one.end : one.end + 1] in ("、", "和", "与") and one.end + 1 in used
    ends = text[one.end : one.end + 1] in ("", *"、，。；和与等）\n") or bool(names.taken[one.end])
    ends = ends or same_end(names, one)
    return names.free(one.start, one.end) and ends and (left or right)


def _beheaded(names: Names, held: dict[int, int], spans: Spans, one: Proposal) -> bool:
    """Whether a rule cut the head off a name with no known surname: 班主任拉|马木乃."""
    start = held.get(one.end - 1)
    if start is None or spans[start] != one.end or start <= one.start or one.score < 0.8:
        return False
    return names.free(one.start, one.end) and names.left(one.start) >= 2 > names.left(start)


def _cut_short(names: Names, spans: Spans, one: Proposal) -> bool:
    """Whether a rule left off the last character, behind which the name surely ends: 毋丘|明说."""
    if spans.get(one.start) != one.end - 1 or one.score < ALONE or one.end - one.start != 3:
        return False
    closed = names.text[one.end : one.end + 1] == "说" or names.right(one.end) >= 3
    return closed and one.end in dict(names.ends(one.start))


_DOTS = frozenset(DOTS)
_MARKS = frozenset("，。、；：！？）”\n任说")


def _closed(text: str, end: int) -> bool:
    """Whether a mark or a verb of speech that takes the name as its subject stands at `end`."""
    return text[end : end + 1] in ("", *"，。、；）\n") or text[end : end + 2] in ("指出", "表示")


def _goes_on(names: Names, start: int, end: int) -> bool:
    """Whether a preposition behind the name is its last character: 李友|为, where 李友为 ends."""
    text = names.text
    if text[end : end + 1] not in GIVEN_TOO or names.taken[end]:
        return False
    whole = text[start : end + 1]
    if text.count(whole) < text.count(text[start:end]):
        return False
    return any(text[end : end + 1] in _MARKS for _, end in places_of(whole, text))


def _mend(
    names: Names, spans: Spans, held: dict[int, int], one: Proposal, votes: dict[str, float]
) -> None:
    """Put the edges of the model in the place of a rule's where they disagree: 尹荔|作.

    `held` says of each character of a name where that name starts.
    """
    text = names.text
    for a in sorted({held[i] for i in range(one.start, one.end) if i in held}):
        form = text[a : spans[a]]
        if (a, spans[a]) == (one.start, one.end):
            continue
        if not _DOTS.isdisjoint(form) and _DOTS.isdisjoint(text[one.start : one.end]):
            return  # 叶尔肯 of 叶尔肯·赛力克
        dotted = not _DOTS.isdisjoint(form) and spans[a] > one.end + 1
        if dotted and names.right(spans[a]) > names.right(one.end):
            return  # 艾尼·麦斯|的克，
        if form in votes or text.count(form) > text.count(text[one.start : one.end]):
            return
        for i in range(a, spans.pop(a)):
            del held[i]
        spans[one.start] = one.end
        held.update(dict.fromkeys(range(one.start, one.end), one.start))


def _shaped(names: Names, one: Proposal, score: float) -> bool:
    """Whether the span has the shape of a name, and is not rather a word."""
    form = names.text[one.start : one.end]
    if not names.free(one.start, one.end) or len(form) > 12:
        return False
    if any(dot in form for dot in DOTS):
        return form[0] not in DOTS
    if one.end not in dict(names.ends(one.start)) or names.shape(form) <= -1:
        return False
    word = dictionary.has_word(form) and (len(form) == 2 or names.risky(form[0]))
    return not word and (score >= SURE or not _like_word(names, form))


def _believed(names: Names, one: Proposal, score: float, times: int) -> bool:
    """Whether the model is believed on its own: by the shape, by repetition, by what is beside."""
    if unlikely(names, one, score):
        return False
    if certain(names, one, score):
        return True
    if score >= ALONE and (_shaped(names, one, score) or (times > 1 and _recurs(names, one))):
        return True
    known = one.end in dict(names.ends(one.start)) and one.end - one.start < 4
    form, of = names.text[one.start : one.end], names.text[one.end : one.end + 1] in ("的", "地")
    free = names.free(one.start, one.end) and not (of and _adjective(form))
    if free and agreed(names, one, score):
        return True
    if score < SURE and dictionary.tag(form, False)[0] == (form, "d"):
        return False  # 六位教师|陆续
    if form in no_names() and names.text[max(0, one.start - 1) : one.start] in _NO_OFFICE:
        return False  # 教师|任务, but 副校长|黄河
    return free and score >= (BESIDE if known else STRANGE) and _witness(names, one.start, one.end)


_NO_OFFICE = ("师", "生", "员", "部", "学")


def _adjective(form: str) -> bool:
    """Whether the two characters are how something is: 学生|殷切的期望."""
    return len(form) == 2 and dictionary.tag(form, False)[0] == (form, "a")


def _recurs(names: Names, one: Proposal) -> bool:
    """Whether a word that the model sees as a name more than once can be one."""
    known = names.free(one.start, one.end) and one.end in dict(names.ends(one.start))
    return known and names.shape(names.text[one.start : one.end]) > -4


def _witness(names: Names, start: int, end: int) -> bool:
    """Whether what stands beside a span speaks for a name, whatever the span looks like.

    A body or post right before or behind, S的…, …（S, or a cell of its own.
    """
    text, taken = names.text, names.taken
    if (start and taken[start - 1]) or taken[end]:
        return True
    if start > 1 and text[start - 1] == "的" and taken[start - 2]:
        return True
    if text[end : end + 1] in ("（", "(") and taken[end + 1]:
        return True
    return (start == 0 or text[start - 1] in _CELL) and text[end : end + 1] in _CELL_END


_CELL = frozenset("\n\t|　 ")
_CELL_END = ("", *_CELL)


def _doubtful(names: Names, form: str) -> bool:
    """Whether a name that the model sees nowhere looks like something else (海|一直, 那是叶)."""
    if len(form) != 3:
        return False
    if form[0] in RARE_AS_NAME or names.shape(form) < -1:
        return True
    if form[0] in NEVER or (names.risky(form[0]) and form[1] in FOLLOWING):
        return True
    return _like_word(names, form) and dictionary.tag(form[1:], False)[0][1][0] in "vpdctrfj"


def _like_word(names: Names, form: str) -> bool:
    """Whether a character that is seldom a surname stands before a word: 高|楼房."""
    return len(form) == 3 and names.risky(form[0]) and dictionary.has_word(form[1:])


_COUNT = later(r"[0-9一二两三四五六七八九十百几多余][名位][^，。；、：,;\n]{0,10}\Z")


def _counted(text: str, start: int, end: int) -> bool:
    """Whether the span stands behind a number of people and opens no list: 71名教师|来洛|支教."""
    behind = text[end : end + 1]
    return behind not in ("、", "和", "及", "，", "（", "(") and bool(
        _COUNT.search(text, max(0, start - 16), start)
    )
