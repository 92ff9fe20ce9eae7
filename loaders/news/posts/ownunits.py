"""Units that a page names without the body they are part of: 理学院副院长某, 人事处处长某.

A page of a university, a bureau or a firm speaks of its own units by their bare names. The post of
such a unit says what the unit is: a 处长 heads a 处, a 院长 a 学院.
"""

from __future__ import annotations

from ....ontology.records import Kind, Mention
from ...later import later
from ..people.titles import MEETS, Title

__all__ = ["own_unit"]

_HEADS = "(?:常务|执行)?副?"
_PARTY = "(?:党[委总]支?部?|党支部|团委|团总支)?(?:常务)?副?书记"
_UNIT = later(
    r"(?P<unit>[一-鿿（）]{1,12}?(?:"
    rf"处(?={_HEADS}处长)|科(?={_HEADS}科长)|部(?={_HEADS}部长|{_HEADS}主任)|[室办](?={_HEADS}主任)"
    rf"|中心(?={_HEADS}主任)|研究所(?={_HEADS}所长)|馆(?={_HEADS}馆长)|站(?={_HEADS}站长)"
    rf"|学院(?={_HEADS}院长|{_PARTY}|教师|老师|教授|副教授|辅导员|讲师)"
    "))(?P<post>[一-鿿]{2,10})"
)
_LEADS = later(
    f"(?:.{{0,10}}?(?:[由经请]|{MEETS}|现任|担任|原|时任))?"
    "[和与及]?(?:我校|本校|学校|学院(?=.{2})|我院|我局)?"
)
_NO_UNIT = later(
    "教研室|教科室|办公室|校办|党政办|党办|校务办|综合办|[的在到将把被是对向从]"
    "|组织部|宣传部|统战部|各|相关|有关|全体|部分|帮扶|支教|等"
)
_MARKS = "。！？；，、：,;:!?\n\t 　“「》"
_REACH = 20


def own_unit(
    text: str, title: Title, taken: frozenset[int] | set[int]
) -> tuple[Mention, Title] | None:
    """The bare unit before or within a post, and the post there; None if there is none.

    `taken` are the places of the text that a name covers: a unit never reaches into one. What a
    school calls its offices (教科室) is no body, and neither is a department of a party committee
    that nobody named (组织部).
    """
    low = title.end - 1
    while (
        low > 0
        and title.end - low < _REACH
        and low - 1 not in taken
        and text[low - 1] not in _MARKS
    ):
        low -= 1
    if low in taken or (low and low - 1 not in taken and text[low - 1] not in _MARKS):
        return None
    lead = _LEADS.match(text, low, title.end)
    for start in dict.fromkeys((lead.end() if lead is not None else low, low)):
        found = _UNIT.fullmatch(text, start, title.end)
        if found is None or len(found["unit"]) < 3 or _NO_UNIT.search(found["unit"]):
            continue
        if found.start("post") < title.start:
            continue
        unit = found["unit"]
        end = found.end("unit")
        body = Mention(kind=Kind.INSTITUTION, name=unit, key=unit, start=start, end=end)
        return body, _at(title, text, end)
    return None


def _at(title: Title, text: str, start: int) -> Title:
    """The post that begins at `start`, where the title had the unit for a part of itself."""
    if start <= title.start:
        return title
    cut = text[title.start : start]
    bare = title.title[len(cut) :] if title.title.startswith(cut) else title.title
    return Title(
        start=start, end=title.end, title=bare, rank=title.rank, subject=title.subject,
        status=title.status, aid=title.aid, learner=title.learner,
    )  # fmt: skip
