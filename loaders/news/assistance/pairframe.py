"""The frame of a sentence: sides, classes of words and marks in a row, all other words left out.

甲的老师们冒雨来到乙，给孩子们送上了新书 becomes O D y v O , 1 u g: what two sentences have in
common that share hardly a word. Signs for the model of pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from ...aided import AID_TO
from ...later import later
from .pairwording import Once

__all__ = ["VERBS", "frame_signs"]

_CLASSES = {
    "g": "捐[赠资款助献出]?|赠[送予]|[资赞]助|送[上去来给到往]|发放|出资|投入|拨付|寄",
    "b": "援建|捐建|[兴修新]建|建[设成起立]|设立|改造|落成",
    "h": f"帮扶|支援|扶贫|援助|帮助|支持|扶持|助力|服务|关爱|惠及|{AID_TO}",
    "p": "结对子?|结亲|对口|手拉手|姊妹|友好|共建|定点|牵手|携手|联谊",
    "c": "协作|合作",
    "t": "支教|任教|执教|送[教课]|[授上]课|示范课|公开课|讲学|同课异构",
    "r": "培训|研修|讲座|辅导|教研|跟岗",
    "m": "托管|领办|接管|组团",
    "d": "选派|派[出遣]?|输送",
    "a": "签订|签署|签约|协议|揭牌|授牌",
    "v": "走进|来到|深入|[前奔]?赴|前往|抵达|莅临|走访|慰问|看望|考察|调研|到",
    "e": "出席|参加",
    "o": "[主承协]办|组织|发起|联合",
    "i": "举[行办]|召开|开展",
    "k": "[收得]到|接[受收]|获[赠得]|迎来|受[赠援助]",
    "w": "感谢|致谢|锦旗|感恩",
    "s": "表示|介绍|致辞|讲话|发言|强调|指出|告诉|说",
    "n": "记者|通讯员|报道|讯",
    "l": "带领|率领?|带队|陪同|一行",
    "q": "代表",
    "u": "学生|孩子们?|学子|师生|儿童|同学|青少年",
    "y": "[教老]师|志愿者|队员|专家|名师|骨干|干部|医生|会员|成员",
    "j": "书记|校长|主[任席委]|[局院会]长|理事长|董事长|经理|负责人",
    "z": r"物资|图书|书[籍包]|资金|现金|[\d万]元|[助奖]学金|文具|电脑|衣物|校服|[用物]品|器材|设备",
    "x": "校友|毕业生|母校|[家故]乡",
    "T": "合同|订单|投资|贷款|授信|招生|招聘|实习|就业|产业园|商业|股份",
    "f": "将|拟|计划|希望|准备|今后|下一步",
    "R": "分别|依次|各自?",
    "Z": "来自",
    "1": "[向为给对]",
    "2": "[由被经受]",
    "3": "[与和同跟、及]",
    "4": "[在于]",
    "5": "[从自]",
    "D": "的",
    ",": "[，：]",
    ";": "[；。]",
    "(": "[（）]",
    "O": "[\ue000-\ue003]",
    "N": "\ue004",
    "A": "\ue007",
}
VERBS = frozenset("gbhpctrmdavkwoiesl")
_LETTERS = ("", *_CLASSES)
_ANY = later("|".join(f"({words})" for words in _CLASSES.values()))
_LONGEST = 42  # letters of the frame between two sides; beyond that it is noise


def _frame(text: str, _: int, __: int) -> Iterator[str]:
    """All letters of a sentence, then where each of them stands."""
    found = [(match.start(), _LETTERS[match.lastindex or 0]) for match in _ANY.finditer(text)]
    yield "".join(letter for _, letter in found)
    yield "".join(chr(at) for at, _ in found)


def _pieces(letters: str, size: int) -> list[str]:
    """Each run of `size` letters, once, in order."""
    return list(dict.fromkeys(letters[at : at + size] for at in range(len(letters) - size + 1)))


def frame_signs(
    text: str, i: int, j: int, kinds: str, sorts: tuple[str, str], once: Once
) -> Iterator[str]:
    """The signs of the sides at `i` and `j` of `text`; `sorts` say more of the two than `kinds`."""
    letters, at = once("frame", text, 0, 0, _frame)
    x, y = bisect_left(at, chr(i)), bisect_left(at, chr(j))
    low, high = min(x, y), max(x, y)
    order = ">" if x < y else "<"
    between = f"^{letters[low + 1 : high]}$"
    if len(between) <= _LONGEST:
        yield from (f"f2{order}{piece}" for piece in _pieces(between, 2))
        yield from (f"f3{order}{piece}" for piece in _pieces(between, 3))
    verbs = "".join(letter for letter in between if letter in VERBS)
    yield f"fv{order}{verbs if len(verbs) < 4 else f'{verbs[0]}..{verbs[-1]}'}"
    tail = "".join(takewhile(lambda c: c not in ",;", letters[high + 1 : high + 12])) + "$"
    yield from (f"t2{order}{piece}" for piece in _pieces(tail, 2))
    yield f"t3{order}{tail[:3]}"
    yield from (f"t1{order}{between[-2]}{tail[:1]}", f"t0{order}{between[-2:]}{tail[:2]}")
    head = letters[max(0, low - 8) : low]
    lead = head[max(head.rfind(","), head.rfind(";")) + 1 :]
    yield from (f"h1{order}{lead[-1:]}{between[1]}", f"h2{order}{lead[-2:]}")
    yield f"h3{order}{lead[-1:]}|{between[1:3]}"
    led = "".join(letter for letter in lead if letter in VERBS)
    yield f"hv{order}{led[-2:]}|{verbs[:1]}"
    behind = next((letter for letter in tail if letter in VERBS), "-")
    last = f"{verbs[-1:] or '-'}{behind}"
    yield from (f"vt{order}{last}", f"vtk{order}{kinds}{last}")
    one, other = sorts
    yield f"co{order}{one}{other}"
    yield from (f"cv{order}{verb}{one}{other}" for verb in dict.fromkeys(verbs))
    yield f"ct{order}{behind}{one}{other}"
