"""The wording of a sentence around two of its sides: signs for the model of pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Protocol

from ...aided import AID_TO
from ...later import later
from ...weights import step

__all__ = ["ANY_HELP", "LETTERS", "MAY_HELP", "Once", "wording"]

_CLASSES = {
    "give": "捐|赠|资助|出资|助学|送去|送上|送来|寄|赞助|援助资金|物资|价值|投入|拨付|资金",
    "build": "援建|捐建|建设|建成|建起|新建|修建|改造|购置",
    "send": "派|输送",
    "teach": "支教|任教|执教|送教|授课|上课|示范课|课堂|同课异构|网课|同步课|备课|教研",
    "train": "培训|研修|讲座|辅导|跟岗|报告",
    "pair": "结对|结亲|对口|共建|手拉手|姊妹|友好|协作|合作",
    "help": f"帮扶|支援|扶贫|援助|帮助|支持|扶持|{AID_TO}",
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
    "trade": "合同|订单|投资|贷款|授信|招生|招聘|实习|就业|产业园|商业|股份",
}
_WORDS = {name: later(words) for name, words in _CLASSES.items()}
_HELP = ("give", "build", "send", "teach", "train", "pair", "help", "manage")
ANY_HELP = later("|".join(_CLASSES[name] for name in _HELP))
#: Words of help, and of what goes with it.
MAY_HELP = later(
    "|".join(_CLASSES[name] for name in (*_HELP, "sign", "thank"))
    + "|助|赠|送|服务|关爱|公益|爱心|走[进访]|来到|[奔前]赴|深入|惠及|设立|慰问|看望|[牵携]手"
    "|发放|共享"
)
_ANYBODY = later("[\ue000-\ue004]")
_SIDE = later("[\ue000-\ue003]")
_PREPOSITION = later("[向为给对在与和到赴由受被从经将把]")
_STOP = later("[，。；！]")
LETTERS = str.maketrans(
    {"\ue000": "P", "\ue001": "S", "\ue002": "I", "\ue003": "G", "\ue004": "N", "\ue006": "M",
     "\ue007": "A"}
)  # fmt: skip


class Once(Protocol):
    """Works out what is told of a place or two of a sentence at the first call only."""

    def __call__(
        self,
        what: str,
        text: str,
        low: int,
        high: int,
        told: Callable[[str, int, int], Iterable[str]],
    ) -> tuple[str, ...]:
        """What is `told`, from memory if it was asked for before."""


def wording(text: str, i: int, j: int, kinds: str, once: Once) -> Iterator[str]:
    """The signs of the sides at `i` and `j` of `text`; many pairs share what `once` keeps."""
    low, high = min(i, j), max(i, j)
    order = "xy" if i < j else "yx"
    between = once("between", text, low, high, _between)
    sides = int(between[0])
    yield from (f"k={kinds}", f"o={order}", f"ok={order}{kinds}")
    yield f"d={order}{step(high - low, (2, 5, 10, 20, 40, 80))}"
    yield f"nb={step(sides, (0, 1, 2, 4))}"
    yield from (between[1], f"nc={order}{between[2]}", between[3])
    for name, at in (("x", i), ("y", j)):
        yield from once(f"beside {name}", text, at, at, _BESIDE[name])
    yield f"xlead={_SIDE.search(text, 0, i) is None}"
    for name in once("behind", text, high, high, _behind):
        yield from (f"T{name}", f"T{name}{order}", f"T{name}{order}{kinds}")
    letters = between[4]
    if len(letters) <= 6:
        yield f"G{order}{kinds}={letters}"


def _between(text: str, low: int, high: int) -> Iterator[str]:
    """Of what stands between two sides: how many sides, three signs, the letters."""
    between = text[low + 1 : high]
    yield str(len(_SIDE.findall(between)))
    yield f"nbp={step(between.count(chr(0xE004)), (0, 1, 3))}"
    yield step(sum(c in "，；：" for c in between), (0, 1, 2, 4))
    yield f"semi={'；' in between}"
    yield between.translate(LETTERS)


def _behind(text: str, high: int, _: int) -> Iterator[str]:
    """The classes of words that follow two sides in their clause."""
    stop = _STOP.search(text, high + 1)
    tail = text[high + 1 : stop.start() if stop else high + 61]
    return (name for name, words in _WORDS.items() if words.search(tail))


def _beside(name: str, text: str, at: int) -> Iterator[str]:
    """The signs of what stands beside a side."""
    before, after = text[max(0, at - 2) : at], text[at + 1 : at + 3]
    before, after = before.translate(LETTERS), after.translate(LETTERS)
    yield from (f"{name}b2={before or '^'}", f"{name}b1={before[-1:] or '^'}")
    yield from (f"{name}a2={after or '$'}", f"{name}a1={after[:1] or '$'}")
    clause = text[max(text.rfind(mark, 0, at) for mark in "，；：") + 1 : at]
    words = _PREPOSITION.findall(clause[-8:])
    yield f"{name}pr={words[-1] if words else '-'}"
    yield f"{name}first={_ANYBODY.search(clause) is None}"


_BESIDE: Final[Mapping[str, Callable[[str, int, int], Iterator[str]]]] = {
    "x": lambda text, at, _: _beside("x", text, at),
    "y": lambda text, at, _: _beside("y", text, at),
}
