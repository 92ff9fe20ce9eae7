"""White space and line breaks: one paragraph, one line."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from ...later import later
from .spans import Edit, Page, edited, retyped

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_UNSEEN = later("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]+")
_ODD_SPACE = dict.fromkeys(map(ord, "\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                                    "\u200a\u202f\u205f\u3000\t\v\f"), " ")  # fmt: skip
_ODD_SPACE |= {0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
_ODD = later("[\u0085\u00a0\u1680\u2002-\u200a\u2028\u2029\u202f\u205f\u3000\t\v\f]+")
_RETURN = later("\r\n?")
_BULLET = later(r"(?m)^[ ]*[•●■◆▪▸►▶◇○★☆※](?=[ \S])[ ]*")
_BLANK = later("[ \n]{2,}")
_COLLAPSED = later(r"(?<=[。！？!?][”’）)])[ ]+(?=\S)|(?<=[。！？])[ ]+(?=[\S])")
_NO_END = later(rf"[{_HAN}0-9，,、：:；;“（(《·—]$")
_NO_START = later(
    r"[ ]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十\d]+[章节条]"
    r"|[【\[▸▶•·图]"
    r"|(?:来源|作者|责编|责任编辑|编辑|联系|附件|上一|下一|相关|地址|电话|发布|供稿|您|当前|首页|网站)"
)


_LONG = 30
_ENDED = later("[。！？；]")
_SAYS = later("[，,、；;。：:（(]")
_DAY = later(r"(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s|$)")
_CELLS = later(
    rf"[|｜\t]|^[^\s，。；：、]{{1,12}}[ ]+(?=[{_HAN}“《（(])"
    rf"|[{_HAN})）》][ ]+[{_HAN}]{{1,12}}[ ]+[{_HAN}]"
)
_WIDE = later("[^\x00-\u02ff]")
_ALIKE = 10
"""Columns by which lines that a tool broke at one width may differ: a number is not broken."""

LONGEST = 1500
"""Characters of a sentence that are read together; no author wrote a longer one."""
_STOP = later("[。！？!?][”’」』）)]*")
_PAUSE = later("[；;，,、：:| ]")


def without_unseen(page: Page) -> tuple[Page, list[Edit]]:
    """`page` without zero-width characters, with one kind of space and of line break.

    Also gives what was taken out.
    """
    unseen: list[Edit] = [(m.start(), m.end(), "") for m in _UNSEEN.finditer(page.text)]
    returns: list[Edit] = (
        [(m.start(), m.end(), "\n") for m in _RETURN.finditer(page.text)]
        if "\r" in page.text
        else []
    )
    page = edited(page, sorted(unseen + returns))
    text = _ODD.sub(lambda found: found[0].translate(_ODD_SPACE), page.text)
    return retyped(page, text), unseen


def unwrapped(page: Page) -> tuple[Page, list[Edit]]:
    """`page` with the line breaks that some tool put inside its sentences taken out.

    A break is such a one only if the line before it has no end, the line after no beginning,
    neither is a row of cells, and at least one other line of the page breaks off at the same width.
    """
    lines = page.text.split("\n")
    at = 0
    found: list[tuple[int, int]] = []
    for line, following in pairwise(lines):
        at += len(line) + 1
        if (
            len(line) >= _LONG
            and (len(following) >= _LONG or _ENDED.search(following))
            and _SAYS.search(line)
            and _NO_END.search(line)
            and not _NO_START.match(following)
            and not _DAY.match(following)
            and not _is_row(line)
            and not _is_row(following)
        ):
            found.append((at - 1, _columns(line)))
    if not found:
        return page, []
    met = Counter(width for _, width in found)
    widest = max(met)
    edits: list[Edit] = [
        (start, start + 1, "")
        for start, width in found
        if width >= widest - 2 * _ALIKE
        and sum(met[other] for other in range(width - _ALIKE, width + _ALIKE + 1)) >= 2
    ]
    return edited(page, edits), edits


def _columns(line: str) -> int:
    """The width of a line as a printer sees it: a character of Chinese is two letters wide."""
    return len(line) + len(_WIDE.findall(line))


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table, or an entry of a list in cells: 王某 某县中学教师，…"""
    return _DAY.match(line) is not None or _CELLS.search(line) is not None


def bounded(page: Page) -> tuple[Page, list[Edit]]:
    """`page` with line breaks in what runs on for longer than any sentence or paragraph.

    The rules compare what stands together in a sentence or line, so text without a full stop
    would cost them the square of its length. Also gives the character before each new break.
    """
    cuts: list[int] = []
    at = 0
    for line in page.text.split("\n"):
        end = at + len(line)
        while end - at > LONGEST:
            at += _last(page.text, at)
            cuts.append(at)
        at = end + 1
    return _broken(page, cuts), [(cut - 1, cut, "\n") for cut in cuts]


def _last(text: str, at: int) -> int:
    """How many of the next characters of `text` to keep in one line."""
    for sign in (_STOP, _PAUSE):
        ends = [m.end() for m in sign.finditer(text, at + LONGEST // 2, at + LONGEST)]
        if ends:
            return ends[-1] - at
    return LONGEST


def _broken(page: Page, cuts: list[int]) -> Page:
    """`page` with a line feed, that has no place of its own in the page as received, at `cuts`."""
    if not cuts:
        return page
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for low, high in pairwise([0, *cuts, len(page.text)]):
        if low:
            text.append("\n")
            starts.append(page.ends[low - 1])
            ends.append(page.ends[low - 1])
        text.append(page.text[low:high])
        starts += page.starts[low:high]
        ends += page.ends[low:high]
    return Page("".join(text), starts, ends)


def parted(page: Page) -> tuple[Page, list[Edit]]:
    """A page whose paragraphs were run together into one line, cut at 。 + space again."""
    edits: list[Edit] = []
    at = 0
    for line in page.text.split("\n"):
        breaks = (
            [m.span() for m in _COLLAPSED.finditer(line)]
            if len(line) >= 200 and " " in line
            else []
        )
        if len(breaks) >= 2:
            edits += [(at + start, at + end, "\n") for start, end in breaks]
        at += len(line) + 1
    return edited(page, edits), edits


def tidied(page: Page) -> Page:
    """`page` with single spaces, no bullets, no blank line, and a line feed after the last line."""
    page = edited(page, [(m.start(), m.end(), "") for m in _BULLET.finditer(page.text)])
    blanks = _BLANK.finditer(page.text)
    page = edited(page, [(*m.span(), "\n" if "\n" in m[0] else " ") for m in blanks])
    text = page.text
    start = len(text) - len(text.lstrip(" \n"))
    end = len(text.rstrip(" \n"))
    if start >= end:
        return Page("", [], [])
    low, high = (page.starts[end], page.ends[-1]) if end < len(text) else (page.ends[-1],) * 2
    return Page(
        text[start:end] + "\n", [*page.starts[start:end], low], [*page.ends[start:end], high]
    )
