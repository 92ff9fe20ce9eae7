"""Where a personal name can begin and end in a text: what stands to the left and right of it."""

from __future__ import annotations

import re

from ... import dictionary
from .occurrences import every_place
from .peoplewords import people_words

__all__ = ["FOLLOW2", "FOLLOWING", "LEADS", "MET", "STRONG", "VERB_TAGS", "Edges"]

_BREAK = frozenset("，。、；：！？,.;:!?\n\t 　（）()【】[]《》〈〉“”‘’「」\"'|/—-…>＞☆★<")
_FOLLOW = people_words("behind_names")
FOLLOW2 = frozenset(w for w in _FOLLOW if len(w) > 1)
FOLLOWING = frozenset(w for w in _FOLLOW if len(w) == 1)
"""Single characters that often stand right behind a name."""
STRONG = frozenset("说任与和等在从向对把将为赴驻是到以")
_BEFORE = frozenset("到了见请找听问由和与及叫是的给对向让请跟同随为据像家班")
MET = frozenset(
    ["见到", "遇到", "遇见", "找到", "采访", "说起", "提起", "提到", "谈到", "谈起", "问起"]
)
"""Whom one met or spoke of stands behind these."""
_BEFORE |= {"感谢", "夫人", "学校", "我校"} | MET
LEADS = re.compile("[率带领][0-9一二两三四五六七八九十][^，。]{0,2}[名位人个所]")
VERB_TAGS = ("v", "p", "d", "c", "t", "r", "u", "f")
_VERBS = frozenset(
    "泡扑陪牵背骑坐乘走跑踏奔跪蹲站躺靠睡醒笑哭喊叫问答听看读写画唱跳讲教考批改拿拎提扛挑搬送寄买卖修种养找等盼想怕忘认谈聊劝骂夸输打拍敲推拉抱搂"
    "摸握捧端倒喝吃煮烧洗晒穿戴披脱带领跟追赶接见碰遇住留离回去出过到关拆装拧补缝剪贴挂摆收交付借租欠花省攒凑捐帮替顶抓干做办当变瘦病累困急"
    "愣呆傻忙闲停歇动转换挤排熬撑扶救求托请约骗猜算数称翻掏抽塞递扔捡擦扫拖"
)
"""Verbs of one character that hardly end a given name."""
_COMPLETED = frozenset("在着了过完不到好得起上下出进给遍惯一两三")
_ADVERBS = frozenset(
    "会能肯敢要该须仅凭替帮总仍均都只最很太越却竟曾已将并但而则便就也还又再亦皆未没不别"
)
"""What stands between a name and its verb: adverbs, modal verbs, conjunctions."""
_ACTS = ("v", "p", "d", "i", "l", "r")


class Edges:
    """The places of one text where a name can begin or end. Answers are remembered.

    `taken` marks the characters that belong to a body, place or post.
    """

    def __init__(self, text: str, taken: bytes) -> None:
        """Keep the text and which of its characters belong to something else."""
        self.text = text
        self.taken = taken
        self._right: dict[int, float] = {}
        self._mean: dict[str, float] = {}
        self._word: dict[int, tuple[str, str]] = {}

    def left(self, i: int) -> float:
        """How well a name can begin at `i`: 3 after a body or post, 2 after a mark, −1."""
        if i == 0 or self.text[i - 1] in _BREAK:
            return 2.0
        if self.taken[i - 1]:
            return 3.0
        return 1.2 if {self.text[i - 1], self.text[max(0, i - 2) : i]} & _BEFORE else -1.0

    def right(self, i: int) -> float:
        """How well a name can end before `i`: 3 before punctuation or 表示, down to −1."""
        if i not in self._right:
            self._right[i] = self._look_right(i)
        return self._right[i]

    def _look_right(self, i: int) -> float:
        text = self.text
        if i >= len(text) or text[i] in _BREAK or not ("一" <= text[i] <= "鿿"):
            return 1.2 if text[i : i + 1].isdigit() else 3.0
        if text[i : i + 2] in FOLLOW2:
            return 3.0
        if self.taken[i]:
            return 3.0 if text[i] == "任" else 2.0
        if LEADS.match(text, i):
            return 3.0
        if self.met_then(i):
            return 3.0
        if text[i] == "跟":
            return 1.5
        if self._begins_act(i):
            return 2.0
        word, tag = self.word_at(i)
        if len(word) > 1:
            if tag.startswith(VERB_TAGS) or text[i] in STRONG:
                return 2.0
            if len(word) > 3 and tag[0] in "il":
                return 2.0  # 义无反顾
            return 0.8 if tag[0] in "lmaibz" else -0.2
        if text[i] in FOLLOWING:
            return 2.2 if text[i] in STRONG else 1.5
        return 0.2 if tag.startswith(VERB_TAGS) else -1.0

    def stands(self, start: int, end: int) -> bool:
        """Whether a name that is a word as well can stand here: 高兴说, but not 很高兴."""
        return self.left(start) >= 2 and self.right(end) >= 2

    def mean_right(self, name: str) -> float:
        """The mean of :meth:`right` over every place where `name` stands free of other names."""
        if name not in self._mean:
            scores = [self.right(at + len(name)) for at in every_place(name, self.text)]
            self._mean[name] = sum(scores) / max(1, len(scores))
        return self._mean[name]

    def word_at(self, i: int) -> tuple[str, str]:
        """The first word of the dictionary, and its class, in the text from `i` on."""
        if i not in self._word:
            word, tag = dictionary.tag(self.text[i : i + 6], False)[0]
            self._word[i] = str(word), str(tag)
        return self._word[i]

    def crosses(self, end: int) -> bool:
        """Whether a verb of the dictionary lies across `end`: 詹超听|说, 杨明怀|揣."""
        word, tag = self.word_at(end - 1)
        verb = len(word) > 1 and (tag.startswith(VERB_TAGS) or word in FOLLOW2)
        return verb or self.goes_on(end - 1)

    def goes_on(self, at: int) -> bool:
        """Whether a word that often stands behind a name begins at `at`: 已在, 曾任."""
        return self.text[at : at + 2] in FOLLOW2 or self._begins_act(at)

    def _begins_act(self, at: int) -> bool:
        """Whether a verb of one character, or an adverb and a verb, begins here: 泡|在, 会|说."""
        first, behind = self.text[at : at + 1], self.text[at + 1 : at + 2]
        if first in _VERBS and behind in _COMPLETED:
            return True
        if not first or first not in _ADVERBS or not "一" <= behind <= "鿿" or self.taken[at + 1]:
            return False
        return self.word_at(at + 1)[1].startswith(_ACTS)

    def met_then(self, i: int) -> bool:
        """Whether 时 ends what begins with a meeting or a talk: 见到甲|时，."""
        text = self.text
        return (
            text[i : i + 1] == "时"
            and text[i + 1 : i + 2] in ("，", "的")
            and any(text[i - n - 2 : i - n] in MET for n in (2, 3))
        )

    def free(self, start: int, end: int) -> bool:
        """Whether no body, place or post has a part in ``text[start:end]``."""
        return self.taken.find(1, start, end) < 0
