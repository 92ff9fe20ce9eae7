"""What a model may know of two sides in one sentence: does the first help the second?

Signs are plain words: where the two stand, what stands beside and between them, what the rest of
the page says of either. What is said of the pair itself by the rules is never among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ....ontology.records import Kind, Mention
from .claims import Claim
from .pairguards import is_no_pair
from .sides import EAST, WEST, codes_of, contains, direction, is_government, stated_of
from .symbols import View

__all__ = ["Candidate", "Page", "candidates", "signs_of"]

_MOST_SIDES = 24
"""A sentence with more names is a roster; its pairs are told by its form."""
_REACH = 120
_CLASSES = {
    "give": "捐|赠|资助|出资|助学|送去|送上|送来|寄|赞助|援助资金|物资|价值|投入|拨付|资金",
    "build": "援建|捐建|建设|建成|建起|新建|修建|改造|购置",
    "send": "派|输送",
    "teach": "支教|任教|执教|送教|授课|上课|示范课|课堂|同课异构|网课|同步课|备课|教研",
    "train": "培训|研修|讲座|辅导|跟岗|报告",
    "pair": "结对|对口|共建|手拉手|姊妹|友好|协作|合作",
    "help": "帮扶|支援|扶贫|援助|帮助|支持|扶持|援[藏疆青滇黔桂]",
    "manage": "托管|领办|接管|牵头|组团",
    "learn": "跟岗|学习|考察|参观|观摩|取经|挂职锻炼|进修",
    "visit": "调研|看望|慰问|走访|访问|出席|座谈|来访|交流",
    "sign": "签订|签署|签约|协议|揭牌",
    "thank": "感谢|致谢|锦旗|感恩",
    "post": "校长|副县长|局长|主任|书记|挂职|任职|担任",
    "plan": "将|拟|计划|希望|准备",
    "host": "承办|主办|举办|举行|联合|协办",
    "group": "队|团|志愿者|教师|专家|名师|医生|干部|人才",
    "since": r"自\d|年起|以来|从\d",
    "receive": "收到|接受|接收|获|得到|迎来",
}
_WORDS = {name: re.compile(words) for name, words in _CLASSES.items()}
_ANY_HELP = re.compile(
    "|".join(
        _CLASSES[name]
        for name in ("give", "build", "send", "teach", "train", "pair", "help", "manage")
    )
)
_ANYBODY = re.compile("[\ue000-\ue004]")
_SIDE = re.compile("[\ue000-\ue003]")
_PREPOSITION = re.compile("[向为给对在与和到赴由受被从经将把]")
_OTHER_SUBJECT = re.compile("[，；：。][^\ue000-\ue004，；：。]{0,8}?([\ue000-\ue002\ue004])")
_LEADS_IN = re.compile("[向为给对在与和到赴由受被从经将把据]")
_RESPECTIVE = re.compile("分别|依次|各自|对应")
_LETTERS = str.maketrans(
    {"\ue000": "P", "\ue001": "S", "\ue002": "I", "\ue003": "G", "\ue004": "N", "\ue006": "M",
     "\ue007": "A"}
)  # fmt: skip
_KIND = {Kind.PLACE: "P", Kind.SCHOOL: "S", Kind.INSTITUTION: "I", Kind.GROUP: "G"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two sides of one sentence, by the places of their symbols in it."""

    view: View
    one: int
    other: int

    @property
    def helper(self) -> Mention:
        """The side that may help."""
        return self.view.mentions[self.one]

    @property
    def recipient(self) -> Mention:
        """The side that may be helped."""
        return self.view.mentions[self.other]


@dataclass(frozen=True)
class Page:
    """What the page says elsewhere: its claims by rule, the names on it, its title."""

    claims: Sequence[Claim]
    sides: Sequence[Mention]
    context: frozenset[str]
    title: str = ""
    _known: dict[tuple[object, ...], list[str]] = field(default_factory=dict, compare=False)

    @cached_property
    def told(self) -> frozenset[tuple[str, str]]:
        """The pairs that the rules read."""
        return frozenset((c.helper.key, c.recipient.key) for c in self.claims)

    def may_help(self, one: Mention, other: Mention) -> bool:
        """Whether neither of the two is, or is a part of, the other."""
        return not contains(one, other, self.context) and not contains(other, one, self.context)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each thing is named."""
        return Counter(m.key for m in self.sides)

    def signs(self, one: Mention, other: Mention) -> list[str]:
        """What the rest of the page says of the two, whatever the sentence."""
        key = (one.kind, one.key, other.kind, other.key)
        if key not in self._known:
            self._known[key] = list(self._of_pair(one, other))
        return self._known[key]

    @cached_property
    def _stated(self) -> tuple[tuple[Claim, set[str], set[str]], ...]:
        """One claim of each pair, with the codes in which its two sides lie."""
        first: dict[tuple[str, str], Claim] = {}
        for claim in self.claims:
            first.setdefault((claim.helper.key, claim.recipient.key), claim)
        return tuple(
            (c, _fine(codes_of(c.helper, self.context)), _fine(codes_of(c.recipient, self.context)))
            for c in first.values()
        )

    def _of_pair(self, one: Mention, other: Mention) -> Iterator[str]:
        pair = {one.key, other.key}
        rest = [
            told for told in self._stated if {told[0].helper.key, told[0].recipient.key} != pair
        ]
        helpers, helped = {c.helper.key for c, _, _ in rest}, {c.recipient.key for c, _, _ in rest}
        yield f"xh={one.key in helpers}"
        yield f"xr={one.key in helped}"
        yield f"yr={other.key in helped}"
        yield f"yh={other.key in helpers}"
        here, there = codes_of(one, self.context), codes_of(other, self.context)
        helping = {code for _, codes, _ in rest for code in codes}
        taking = {code for _, _, codes in rest for code in codes}
        x, y = (
            ("h" if _fine(codes) & helping else "")
            + ("r" if _fine(codes) & taking else "")
            + ("" if codes else "?")
            for codes in (here, there)
        )
        yield from (f"xin={x}", f"yin={y}", f"xin={x}yin={y}")
        stated = stated_of([(c.helper, c.recipient) for c, _, _ in rest], self.context)
        yield f"dir={direction(one, other, stated, self.context)}"
        yield f"same={_apart(here, there)}"
        if here and there:
            yield f"ew={_part(here[-1])}{_part(there[-1])}"
        yield f"n={bool(rest)}"
        yield from (f"xt={one.name in self.title}", f"yt={other.name in self.title}")
        yield f"xc={_step(self.counts[one.key], (1, 2, 4))}"
        yield f"yc={_step(self.counts[other.key], (1, 2, 4))}"
        yield f"gov={is_government(one)}{is_government(other)}"
        yield from (f"xtail={one.name[-2:]}", f"ytail={other.name[-2:]}")


def candidates(view: View) -> Iterator[Candidate]:
    """Every ordered pair of different sides of a sentence; a person is helped by no claim."""
    sides = sorted(view.mentions.items())
    if not 1 < len(sides) <= _MOST_SIDES or not _ANY_HELP.search(view.symbols):
        return
    for here, one in sides:
        for there, other in sides:
            if other.kind is Kind.PERSON or one.key == other.key or abs(here - there) > _REACH:
                continue
            if not is_no_pair(view, here, there):
                yield Candidate(view, here, there)


def signs_of(found: Candidate, page: Page) -> list[str]:
    """All signs of a candidate, for the model."""
    return [
        *_wording(found.view.symbols, found),
        *_sentence(found, page),
        *page.signs(found.helper, found.recipient),
    ]


def _wording(text: str, found: Candidate) -> Iterator[str]:
    i, j = found.one, found.other
    low, high = min(i, j), max(i, j)
    between = text[low + 1 : high]
    kinds = _kind(found.helper) + _kind(found.recipient)
    order = "xy" if i < j else "yx"
    yield from (f"k={kinds}", f"o={order}", f"ok={order}{kinds}")
    yield f"d={order}{_step(high - low, (2, 5, 10, 20, 40, 80))}"
    sides = len(_SIDE.findall(between))
    yield f"nb={_step(sides, (0, 1, 2, 4))}"
    yield f"nbp={_step(between.count(chr(0xE004)), (0, 1, 3))}"
    yield f"nc={order}{_step(sum(c in '，；：' for c in between), (0, 1, 2, 4))}"
    yield f"semi={'；' in between}"
    for name, at in (("x", i), ("y", j)):
        yield from _beside(text, name, at, order)
    yield f"xfirst={_SIDE.search(text, 0, i) is None}"
    head = text[max(text.rfind(mark, 0, low) for mark in "，；：。") + 1 : low]
    stop = re.compile("[，。；！]").search(text, high + 1)
    tail = text[high + 1 : stop.start() if stop else high + 61]
    rest = text[high + 1 + len(tail) : high + 26 + len(tail)]
    for name, words in _WORDS.items():
        if words.search(between):
            yield from (f"B{name}", f"B{name}{order}{kinds}", f"B{name}{order}")
            yield f"B{name}nb{min(sides, 2)}"
        if words.search(tail):
            yield from (f"T{name}", f"T{name}{order}", f"T{name}{order}{kinds}")
        if words.search(head):
            yield f"H{name}{order}"
        if words.search(rest):
            yield f"R{name}{order}"
    letters = between.translate(_LETTERS)
    if len(letters) <= 30:
        yield from (f"g{order}={letters[at : at + 2]}" for at in range(len(letters) - 1))
    if len(letters) <= 6:
        yield f"G{order}{kinds}={letters}"
    behind = tail.translate(_LETTERS)[:12]
    yield from (f"t{order}={behind[at : at + 2]}" for at in range(len(behind) - 1))


def _beside(text: str, name: str, at: int, order: str) -> Iterator[str]:
    before, after = text[max(0, at - 2) : at], text[at + 1 : at + 3]
    before, after = before.translate(_LETTERS), after.translate(_LETTERS)
    yield from (f"{name}b2={before or '^'}", f"{name}b1={before[-1:] or '^'}")
    yield from (f"{name}a2={after or '$'}", f"{name}a1={after[:1] or '$'}")
    yield from (f"{name}b1{order}={before[-1:] or '^'}", f"{name}a1{order}={after[:1] or '$'}")
    clause = text[max(text.rfind(mark, 0, at) for mark in "，；：") + 1 : at]
    words = _PREPOSITION.findall(clause[-8:])
    yield f"{name}pr={words[-1] if words else '-'}"
    yield f"{name}first={_ANYBODY.search(clause) is None}"


def _sentence(found: Candidate, page: Page) -> Iterator[str]:
    """What else the sentence holds: what the rules read in it, other subjects, lists."""
    view, i, j = found.view, found.one, found.other
    text, one, other = view.symbols, found.helper, found.recipient
    low, high = min(i, j), max(i, j)
    order = "xy" if i < j else "yx"
    here = [
        c
        for c in page.claims
        if view.places[0] <= c.start < view.ends[-1]
        and (c.helper.key, c.recipient.key) != (one.key, other.key)
    ]
    x, y = (
        any(c.helper.key == one.key for c in here),
        any(c.recipient.key == other.key for c in here),
    )
    yield f"sh={x}{y}"
    x, y = (
        any(c.recipient.key == one.key for c in here),
        any(c.helper.key == other.key for c in here),
    )
    yield from (f"sh2={x}{y}", f"sany={bool(here)}")
    subjects = sum(
        low + 1 + match.start(1) != high and _LEADS_IN.search(match[0]) is None
        for match in _OTHER_SUBJECT.finditer(text[low + 1 : high + 1])
    )
    yield from (f"subj={min(subjects, 2)}", f"subj={min(subjects, 2)}{order}")
    each = _RESPECTIVE.search(text) is not None
    x, y = _in_list(text, i), _in_list(text, j)
    yield from (f"resp={each}", f"resp={each}{x}{y}", f"list={x}{y}")
    if one.kind is Kind.PERSON:
        yield f"xperson={text[i - 1 : i].translate(_LETTERS)}"
    nearer = sum(low < at < high and m.kind is one.kind for at, m in view.mentions.items())
    yield f"nearer={min(nearer, 2)}{order}"


def _in_list(text: str, at: int) -> bool:
    marks = ("、", "和", "与", "及")
    return text[at + 1 : at + 2] in marks or text[max(0, at - 1) : at] in marks


def _kind(mention: Mention) -> str:
    return _KIND.get(mention.kind, "N")


def _fine(codes: Sequence[str]) -> set[str]:
    """Codes below the province."""
    return {code for code in codes if not code.endswith("0000")}


def _apart(here: Sequence[str], there: Sequence[str]) -> str:
    """How near two sides lie to each other."""
    if not here or not there:
        return "?" + ("" if here else "x") + ("" if there else "y")
    if here[0] == there[0]:
        return "place"
    if _fine(here) & _fine(there):
        return "prefecture"
    return "province" if here[-1] == there[-1] else "no"


def _part(province: str) -> str:
    return "E" if province in EAST else "W" if province in WEST else "C"


def _step(number: int, steps: Sequence[int]) -> str:
    return next((str(step) for step in steps if number <= step), "more")
