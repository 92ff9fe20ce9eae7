"""Names of bodies that only their place before a post shows, by how such names end.

What stands from a clause's beginning, or from a place, to an ending of bodies is a name; what one
post has shown is known at every other post of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ...suffixes import last_suffix
from ..people.titles import MEETS, Title

__all__ = ["CLAUSE", "known_in_slot", "named_in_slot"]

CLAUSE = "。！？；，、：,;:!?\n\t 　（(“「》"
"""What a clause begins behind."""
_OWN_WORDS = later("[一-鿿]{2,14}")
_NOT_NAMES = later(
    "等(?!学校|专科)|[的在由和与及向为是了被把将对从到请让随经与同受]|一[位名]|现任|担任|出任|分管|负责|参加|主持|代表|兼|表示|当地|各[级县校地]|有关|相关|部分"
)
_STRONG = later(
    "(?:公司|集团|协会|学会|商会|同乡会|校友会|促进会|联谊会|联合会|基金会|慈善会|爱心会|议会|医院|卫生院|支部|总支部|委员会|书画院|研究会|研究院"
    "|幼儿园|中心校|小学|中学|高中|学校|大学|学院|中心|[一二三四五六七八九十][中校]|女中|职高|职教中心|学区|教办|纪检委|[镇乡]党委)$"
)

_STAGE = later("小学|中学|高中|初中|幼儿园|职中|职高")
"""What the reader of posts takes for the stage of a teacher: 国和|小学数学教师."""
_NO_OWN_NAME = later(
    "农村|城区|城镇|城乡|乡村|山区|民办|公办|普通|偏远|全[省市县区镇乡]|优秀|骨干|名优|重点|当地|退休|资深|职业|九年|[省市县区镇乡级名位年]$"
)
#: 学校党支部|书记: the branch of a body that is not named there
_OF_ANY = later(
    "(?:学校|[该我本]校|医院|[该我本]?公司|分公司|集团|[支分]行|单位|机关|村|社区|学院|企业|部门)"
    "(?:第?[一二三四五六七八九十]+|临时|联合)?(?:党支部|党总支|总支部|支部|党委|团支部|团委|工会)"
)
_VERB = later(MEETS)
_LEADS = later("[由请]|邀请|来自|以及")


def named_in_slot(text: str, low: int, title: Title, last: Mapping[int, Mention]) -> Mention | None:
    """A name that nobody has read, from a clause's beginning or a place to an ending of bodies."""
    before = last.get(low)
    place = before if before is not None and before.kind is Kind.PLACE else None
    if before is not None and before.kind is Kind.PERSON and text[low : low + 1] in ("和", "与"):
        low += 1
    elif place is None and low > 0 and text[low - 1] not in CLAUSE:
        return None
    if (verb := _VERB.match(text, low, title.start)) is not None:
        low, place = verb.end(), None
    heads = [low, *(lead.end() for lead in _LEADS.finditer(text, low, title.start))]
    for head in heads:
        if (body := _from(text, head, title, place if head == low else None)) is not None:
            return body
    return None


def _from(text: str, low: int, title: Title, place: Mention | None) -> Mention | None:
    for end in _cuts(text, title):
        words = text[low:end]
        if _OWN_WORDS.fullmatch(words) is None or _NOT_NAMES.search(words) is not None:
            continue
        strong = _STRONG.search(words)
        if strong is None or (strong.start() < 2 and not (place and words == "纪检委")):
            continue
        if place is None and _OF_ANY.fullmatch(words) is not None:
            continue
        if end > title.start and _NO_OWN_NAME.search(words, 0, strong.start()) is not None:
            continue
        suffix = last_suffix(words)
        faculty = words.endswith("学院")
        kind = suffix.kind if suffix is not None and not faculty else Kind.INSTITUTION
        name = words if place is None else place.name + words
        start = low if place is None else place.start
        return Mention(kind=kind, name=name, key=name, start=start, end=end)
    return None


def known_in_slot(text: str, title: Title, shown: Mapping[str, Mention]) -> Mention | None:
    """The body that another post of the page has shown, right before this one.

    `shown` are such bodies by the words that name them.
    """
    for end in _cuts(text, title):
        for start in range(max(0, end - _REACH), min(title.start, end - 1) + 1):
            body = shown.get(text[start:end])
            if body is not None:
                return replace(body, start=start, end=end)
    return None


_REACH = 18  # signs of a name before a post


def _cuts(text: str, title: Title) -> Iterator[int]:
    """Where a body may end at a post: before it, or inside (支部|主委)."""
    if text[title.start] == "校" and text[title.start - 1 : title.start] in _BEFORE_SCHOOL:
        yield title.start + 1  # 高等学|校校长, 张家坪九|校校长
    yield title.start
    if text.startswith("党委", title.start) and text[title.start - 1 : title.start] in ("镇", "乡"):
        yield title.start + 2  # 某镇党委|书记
    stage = _STAGE.match(text, title.start, title.end - 1)
    if stage is not None:
        yield stage.end()
    faculty = text.find("学院", title.start, title.end - 1)
    if faculty > 0:
        yield faculty + 2
    for end in range(title.start + 1, title.end - 1):
        if text[end : end + 2] in ("主委", "书记", "主任", "院长", "会长", "主席", "委员") or (
            text[end] == "副"
        ):
            yield end


_BEFORE_SCHOOL = ("学", "小", *"一二三四五六七八九十")
