"""Where a Chinese personal name can begin and end, and how likely a string of characters is one.

No list of persons is used: surnames, given names that many bear, first parts of minority names,
word classes (rjieba), and what stands to the left and right wherever the same string occurs.
"""

from __future__ import annotations

import re

from ... import dictionary
from .edges import FOLLOW2, FOLLOWING, LEADS, STRONG, Edges
from .peoplewords import people_words
from .surnames import compounds, first_parts, first_signs, no_names, singles

__all__ = ["DOTS", "NEVER", "RARE_AS_NAME", "SYLLABLES", "Names", "fold_dots"]

DOTS = "·•・‧．･∙⋅▪"
"""The code points in which the middle dot of a name is met."""

_HAN = "一-鿿㐀-䶿〇"
_PLAIN = re.compile(f"[{_HAN}]+")
_DOTTED = re.compile(f"[{_HAN}]{{1,8}}(?:[{DOTS}][{_HAN}]{{1,8}}){{1,2}}")
_USUAL = people_words("given_names")
_BEFORE_MORE = frozenset("和与同从对为向把将以")
_MARKS = frozenset("，。、；！？）\n")
NEVER = frozenset("两的了着过们吗吧呢这那哪什么你我他她它您某很个些就又再没给被却让每把")
"""Characters that a given name does not have."""
RARE_AS_NAME = frozenset("都但把来和由为将当从到在是对被把时经其该各每有像向应管能会")
"""Surnames that far more often are another word."""
_TAKES_WORD = frozenset("把练")
"""Surnames that before a word say what is done with it."""
SYLLABLES = frozenset(
    "扎西次仁达瓦尼玛巴桑边米拉普布多吉索朗丹增旦格卓央金白洛平措加才让完么贡嘉毛嘎顿珠旺堆罗益强阿土登根秋泽翁姆曲珍德欧晋美江"
    "昂俄色仲尕万华项久南杰求太本东智青仓郎降初甲琼木果特尔图音宝力朝鲁呼和日勒哈斯孟克那顺娜其苏乌云萨敖高娃塔托娅雅合额古雄昭凌"
    "依海石沙黑呷伍马赫莫则以子各惹乃体史夫作牛芝巴热提帕丽艾买合汗别孜买努再古丽亚森江松群培晓罕叫温香光约比苦者贵坚参赞旋道花毅列绕宗兰克绒郎真志麦求松牙雅"
)
_FINALS = frozenset("提江尔孜汗木曼拉力逊合明克丁娜热里吉音洪夏西甫罕汉普凯肯依古丽努")
_TRANSCRIBED = (
    SYLLABLES | _FINALS | frozenset("都卡卜不杜孜伊别吾库尼沙如坎吐逊帕夏迪肉阔胡塔依木尔提江")
)
_COUNTED = ("分会", *(f"{n}{of}" for n in "一二两三四五六七八九十" for of in "人位名"))
_ALL_SYLLABLES, _LATER = (SYLLABLES | {*s} for s in ("铁觉乐都卓玉龙文成林夫", "周加保却确尊追赤"))


def fold_dots(name: str) -> str:
    """The name with each middle dot as ``·``."""
    return re.sub(f"[{DOTS}]", "·", name)


class Names(Edges):
    """The names that one text can hold. Frozen after construction; answers are remembered.

    `taken` marks the characters that belong to a body, place or post.
    """

    def __init__(self, text: str, taken: bytes) -> None:
        """Keep the text and which of its characters belong to something else."""
        super().__init__(text, taken)
        self.dots = any(dot in text for dot in DOTS)
        self._shape: dict[str, float] = {}
        self._ends: dict[int, list[tuple[int, float]]] = {}

    def is_usual(self, start: int, end: int) -> bool:
        """Whether two characters behind a surname are a given name that many bear: 李|志远."""
        return end - start == 3 and self.text[start + 1 : end] in _USUAL

    def is_pair_and_word(self, start: int, end: int) -> bool:
        """Whether four characters are a name of two and a word: 罗勇|照样."""
        rest = self.text[end - 2 : end]
        return end - start == 4 and dictionary.has_word(rest) and rest not in _USUAL

    def shape(self, name: str) -> float:
        """How much the characters look like a name: below 0 for a word of the dictionary."""
        short = name[0] == "阿" and len(name) == 2
        if name[0] in _TAKES_WORD and len(name) == 3 and dictionary.has_word(name[1:]):
            return -4.0  # 把书包, 练合唱
        never = not NEVER.isdisjoint(name[1:]) and not first_parts().fullmatch(name[:2])
        if short or name in no_names() or name[-1] == "是" or never:
            return -4.0
        if name[:2] in no_names():
            return -2.2
        if name[:2] in compounds():
            return 0.0
        known = self._shape.get(name)
        if known is None:
            words = [(str(word), str(tag)) for word, tag in dictionary.tag(name, False)]
            known, (word, tag) = 0.0, words[0]
            if tag.startswith("nr") and len(word) > 1:
                known = 0.2
            elif len(word) > 1 and tag not in ("x", "nz"):
                known = -2.5 if word == name and tag not in ("a", "z", "ns") else -1.4
            elif name[0] == "和":
                known = -1.6
            elif name[0] in RARE_AS_NAME:
                behind, kind = words[1] if len(words) > 1 else ("", "")
                known = -0.4 if kind.startswith("n") else -1.2
                if kind.startswith("v") and len(behind) > 1:
                    known = -2.5  # 名师|来讲课
            self._shape[name] = known
        return known

    def tail(self, name: str) -> float:
        """A fine for a name that seems to have swallowed what follows it (张三表示, 李四在)."""
        if len(name) > 3 and name[-2:] in FOLLOW2:
            return -2.5
        if len(name) > 3 and name.endswith(_COUNTED):
            return -4.0
        if name[-1] in "和与的等了是":
            return -2.0
        if len(name) == 4 and name[-1] in FOLLOWING:
            return -2.0
        if len(name) > 2 and name[-1] in STRONG:
            return -3.0 if name[-1] in "说在等" else -1.2
        return 0.0

    def refers(self, start: int) -> bool:
        """Whether a surname alone stands before `start`: 冯校长 names nobody new."""
        at = start - 1
        if at < 0 or self.taken[at] or self.text[at] not in singles():
            return False
        return self.left(at) >= 1

    def risky(self, family: str) -> bool:
        """Whether this surname is far more often part of another word."""
        return singles().get(family, True)

    def ends(self, i: int) -> list[tuple[int, float]]:
        """Every place where a name that begins at `i` can end, with a score; best first."""
        if i not in self._ends:
            self._ends[i] = self._look_for_ends(i)
        return self._ends[i]

    def _look_for_ends(self, i: int) -> list[tuple[int, float]]:
        text = self.text
        if self.dots and (dotted := _DOTTED.match(text, i)) is not None:
            return self._dotted_ends(i, dotted)
        single, compound = singles(), compounds()
        if text[i : i + 1] not in single and text[i : i + 1] not in first_signs():
            return []
        found: list[tuple[int, float]] = []
        if text[i : i + 2] in compound:
            found += [(i + 3, 1.0), (i + 4, 1.4)]
        if text[i : i + 1] in single:
            base = 0.0 if single[text[i]] else 0.5
            # 程光|明, 管建|国: two characters that are a word stay together
            paired = self._paired(i, i + 3)
            more = 1.5 if self.is_usual(i, i + 3) else 0.7
            found += [(i + 2, base - (0.8 if paired else 0.0)), (i + 3, base + more)]
            if text[i + 1 : i + 2] in single and not self.is_pair_and_word(i, i + 4):
                found.append((i + 4, base - 0.6))
        minority = first_parts().match(text, i)
        if minority is not None:
            for size in range(len(minority[0]), min(8, len(text) - i + 1)):
                if text[i + size - 1] not in _LATER and text[i + size - 1] not in minority[0]:
                    break
                if size > 1:
                    found.append((i + size, 0.8 + (0.3 if size % 2 == 0 else 0.0)))
            often = len(minority[0]) == 2 and text.count(text[i : i + 4]) > 2
            if often and not dictionary.has_word(text[i + 2 : i + 4]):
                found.append((i + 4, 1.1))  # 洛桑|它庆
        run = self._transcribed(i)
        if run is not None and not any(end == run for end, _ in found):
            found.append((run, 1.1))
        scored: dict[int, float] = {}
        for end, base in found:
            name = text[i:end]
            if name in compound or not self.is_han(i, end):
                continue
            score = base + self.mean_right(name) + max(self.right(end) * 0.3, -0.3)
            if end - i > 2 and (LEADS.match(text, end - 1) or self.met_then(end - 1)):
                score -= 2.5
            # 校长熊致和，: no preposition stands before a mark
            hangs = name[-1] in _BEFORE_MORE and text[end : end + 1] in _MARKS
            if first_parts().fullmatch(name) is None and end != run and not hangs:
                score += self.tail(name)
            whole = self._paired(i, end) or self.is_usual(i, end)
            if end - i > 2 and self.crosses(end) and not whole:
                score -= 1.8
            if minority is not None and len(minority[0]) > 1:
                if first_parts().fullmatch(name[len(minority[0]) :]):
                    score += 0.6
                if text[end : end + 1] in SYLLABLES and self.right(end) < 2.2:
                    score -= 1.5
            if (minority is None or len(minority[0]) < 2) and text[i : i + 2] not in compound:
                score += self.shape(name)
            scored[end] = max(score, scored.get(end, -9.0))
        return sorted(scored.items(), key=lambda item: (-item[1], -item[0]))

    def _transcribed(self, i: int) -> int | None:
        """The end of four to six syllables of a name that no shorter boundary cuts: 阿苦伍呷."""
        text = self.text
        end = i
        while end < min(len(text), i + 6) and text[end] in _ALL_SYLLABLES and not self.taken[end]:
            end += 1
        while end - i > 3:
            rights = [self.right(at) for at in range(i + 2, end)]
            if self.right(end) > max(1.1, *rights):
                return end if self.shape(text[i:end]) >= 0 else None
            if self.right(end) > max(-0.1, *rights) and self.left(i) >= 3:
                return end
            end -= 1
        return None

    def _paired(self, start: int, end: int) -> bool:
        """Whether the two characters after a surname are a word: 程|光明."""
        if end - start != 3 or end > len(self.text):
            return False
        word, tag = self.word_at(start + 1)
        return len(word) == 2 and tag[0] in "nasbz"

    def is_han(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is Chinese characters that belong to nothing else."""
        return (
            end <= len(self.text)
            and self.free(start, end)
            and (_PLAIN.fullmatch(self.text, start, end) is not None)
        )

    def _dotted_ends(self, i: int, match: re.Match[str]) -> list[tuple[int, float]]:
        """The ends of a name with a dot: somewhere after the last dot."""
        last_dot = max(match[0].rfind(d) for d in DOTS)
        begin = i + last_dot + 1
        run = begin
        while run < match.end() and not self.taken[run] and self.text[run] in _TRANSCRIBED:
            run += 1
        for end in range(run, begin + 1, -1):
            final = self.text[end - 1] in _FINALS and self.right(end) > -0.5
            if final or self.text[begin:end] in ("阿不都", "阿卜杜", "阿布都"):
                return [(end, 5.0)]
        found = []
        for end in range(begin + 1, match.end() + 1):
            if any(self.taken[i:end]):
                break
            size = end - begin
            # 汉森|每年来两个月，: few that are so long have other syllables than _TRANSCRIBED
            fit = 0.3 if 2 <= size <= 4 else -0.3 if end <= run or size == 1 else -1.3
            found.append((end, 2.0 + self.right(end) + fit))
        return sorted(found, key=lambda item: (-item[1], item[0]))
