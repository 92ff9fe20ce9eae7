"""Bodies that only their place before a post shows: 县政协|副主席某, 青峰商会|会长某.

In a list of persons with their posts what stands between a comma and a post is the body, also
where no reader of names knows it. A level (县, 市) and a bare office (教育局) are those of the
place that the sentence has named, as with the person before; a name of its own must end as bodies
do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...gazetteer import divisions
from ...later import later
from ...naming import PARTIES
from ..page.sentences import sentence_around
from ..people.titles import Title
from .slotnames import CLAUSE, known_in_slot, named_in_slot

__all__ = ["bodies_in_slots"]

_BUREAU = (
    "(?:教育|教体|教科|教育体育|教育和体育|教育科技|文教体|财政|民政|民宗|文旅|卫健|体育|农业农村|乡村振兴|人社"
    "|人力资源和社会保障|扶贫|公安|水利|审计|统计|交通|住建|商务|科技|文化|旅游|司法|林业|招商|税务|发改|工信|机关事务)"
)
_ORGANS = (
    f"{_BUREAU}局|(?:教育|农业农村|民政|财政|文化|卫生|乡村振兴)(?:工委|委|厅)|政协(?:办公[厅室])?|人大(?:常委会)?(?:办公[厅室]|办|教工委)?"
    "|(?:政府|府)办(?:公室)?|纪委(?:监委)?|监委|(?:外)?侨(?:务)?办|台办|外(?:事)?办|外侨台?办|编办|文明办|扶贫办|乡村振兴办|合作办|协作办"
    "|教育督导室|督导室|教研室|教科所|教科院|招生办|招生考试中心|教师发展中心|教师进修学校|学生资助管理中心|资助中心"
    "|工商联|妇联|团委|总工会|工会|侨联|台联会?|科协|文联|残联|红十字会|慈善总?会|关工委|关心下一代工作委员会"
    "|老促会|教育党工委|教体党工委|教育基金会|青联|个私协会|商会|史志办|党史办|档案局|融媒体中心"
)
_DEPARTMENTS = "组织部|宣传部|统战部|政法委|教育工委|教工委|教体工委|党校"
_SLOT = later(
    rf"(?:我|本|原|时任|现任|由|随后|接着|首先)?(?P<party>{'|'.join(PARTIES)})?(?P<level>[省市县区州旗镇乡])?"
    rf"(?:(?P<committee>委(?:员会|会)?)|(?P<organ>{_ORGANS})|(?P<department>{_DEPARTMENTS}))"
)
_YOUTH = later("团([省市县区州旗])委")
_LEAST = 3  # signs that a name has at least more than to be known again
_PARTS = ("party", "level", "organ", "department")
_PARTY = later(f"^(?:中共|共青团|{'|'.join(PARTIES)})")
_NO_SEAT = later("对口|帮扶|支援|协作|驻|(?:社|园|校|学|小|景)区$")
_COUNTY = later(r"\d{4}(?!00)\d\d")
_JOINT = later("[、，,兼和]|以及")
_OFFICE = later("[一-鿿]{2,6}[科股处室]")


class _Known:
    """The bodies and places of a page, to be asked at many posts without a look at all."""

    def __init__(self, text: str, bodies: Sequence[Mention]) -> None:
        self.text = text
        self.bodies = sorted(bodies, key=lambda m: m.start)
        self.starts = [m.start for m in self.bodies]
        self.named = {m.name: m for m in reversed(self.bodies) if m.kind is Kind.INSTITUTION}
        self.seats: dict[str | None, str | None] = {}
        self.ends: set[str] | None = None

    def in_full(self, name: str) -> bool:
        """Whether the page names a body in full that ends so."""
        if self.ends is None:
            self.ends = {m.name[-n:] for m in self.bodies for n in range(2, len(m.name) + 1)}
        return name in self.ends

    def of_page(self, level: str | None) -> str | None:
        """The one place of a level that the page names, or names more often than all others."""
        if level not in self.seats:
            own = level or "县区旗"
            places = [m.name for m in self.bodies if m.kind is Kind.PLACE and m.name[-1] in own]
            if not places and level:
                places = [seat for m in self.bodies if (seat := _place_in(m, level)) is not None]
            told = Counter(places).most_common(2)
            often = len(told) == 1 or (level and told and 2 * told[0][1] > len(places))
            seat = told[0][0] if often else None
            self.seats[level] = seat or (self._above(level) if not told else None)
        return self.seats[level]

    def _above(self, level: str | None) -> str | None:
        """The city of 市教育督导室 on a page that names but counties of one."""
        codes = {
            m.key for m in self.bodies if m.kind is Kind.PLACE and _COUNTY.fullmatch(m.key or "")
        }
        over = {divisions().by_code(f"{code[:4]}00") for code in codes}
        if level not in ("市", "州") or len(over) != 1:
            return None
        (city,) = over
        return city.name if city is not None and city.name.endswith(level) else None

    def before(self, at: int) -> Iterator[Mention]:
        """What the sentence has named before `at`, the last first."""
        start, _ = sentence_around(self.text, at, at)
        for i in range(bisect_left(self.starts, at) - 1, -1, -1):
            if self.starts[i] < start:
                return
            yield self.bodies[i]


def bodies_in_slots(
    text: str,
    titles: Sequence[Title],
    bodies: Sequence[Mention],
    persons: Sequence[Mention],
) -> tuple[tuple[Mention, ...], tuple[Title, ...]]:
    """The bodies right before the posts of persons that no name covers, and all the posts.

    A post that had the body for a part of itself (区府办副主任) is given back without it.
    """
    starts = {t.start: t for t in titles}
    starts_of = {t.end for t in titles}
    people = {p.start for p in persons} | {b.start for b in bodies if b.kind is not Kind.PLACE}
    ends = sorted([*bodies, *persons], key=lambda m: m.end)
    last = {m.end: m for m in ends}
    taken = {i for m in ends for i in range(m.start, m.end)}
    known = _Known(text, bodies)
    found: list[Mention] = []
    posts: list[Title] = []
    for title in titles:
        posts.append(title)
        low = _clause(text, title.start, taken)
        if title.start in last or not _leads(text, title, starts, people):
            continue
        if (office := _next_office(text, low, title, last)) is not None:
            posts[-1] = replace(title, start=low + 1, title=office + title.title)
            continue
        if (whole := _with_tail(text, title, last)) is not None:
            found.append(whole)
            continue
        body = None
        if _opens(text, low, last) and not _own_organ(text, low, title, starts_of):
            body = _organ(text, low, title, known)
        for led in () if body is not None else _LED.finditer(text, low, title.start):
            body = body or _organ(text, led.end(), title, known)
        body = body or named_in_slot(text, low, title, last)
        if body is None:
            continue
        found.append(body)
        posts[-1] = _without(text, title, body)
    shown = {text[m.start : m.end]: m for m in reversed(found) if m.end - m.start > _LEAST}
    begun = {m.start for m in found}
    for here, title in enumerate(posts if shown else ()):
        if title.start not in last and _leads(text, title, starts, people):
            again = known_in_slot(text, title, shown)
            if again is not None and again.start not in begun:
                begun.add(again.start)
                found.append(again)
                posts[here] = _without(text, title, again)
    for person in persons:
        behind = starts.get(person.end)
        if behind is None or person.start in last:
            continue
        called = replace(behind, start=person.start)
        low = _clause(text, person.start, taken)
        body = _organ(text, low, called, known) if _opens(text, low, last) else None
        body = body or named_in_slot(text, low, called, last)
        if body is not None and body.end == person.start and not known.in_full(body.name):
            found.append(body)
    inner = {i for m in found for i in range(m.start, m.end)}
    return tuple(found), tuple(p for p in posts if p.start not in inner)


def _without(text: str, title: Title, body: Mention) -> Title:
    """The post without the body that it had for a part of itself (区府办|副主任)."""
    if body.end <= title.start:
        return title
    taught = title.subject or title.rank
    bare = title.title if taught else _post(text[body.end : title.end])
    return replace(title, start=body.end, title=bare)


def _post(rest: str) -> str:
    return f"部{rest}" if rest == "长" else rest


def _clause(text: str, at: int, taken: set[int]) -> int:
    """Where the words begin that stand unread before a post."""
    low = at
    while low > 0 and at - low < 18 and low - 1 not in taken and text[low - 1] not in CLAUSE:
        low -= 1
    return low


def _leads(text: str, title: Title, posts: Mapping[int, Title], starts: set[int]) -> bool:
    """Whether a name follows the post, at once or after further posts of the same row."""
    at = title.end
    for step in range(4):
        if at in starts and (step or text[at - 1] not in "、，"):
            return True
        joint = _JOINT.match(text, at)
        at = joint.end() if joint is not None else at
        if joint is not None and at in starts:
            return True
        post = posts.get(at) or posts.get(at + 2)
        if post is None:
            return False
        at = post.end
    return False


def _next_office(text: str, low: int, title: Title, last: Mapping[int, Mention]) -> str | None:
    """基教科 in 某局副局长甲和基教科科长乙: an office of the body of the one before."""
    before = last.get(low)
    if before is None or before.kind is not Kind.PERSON or text[low : low + 1] not in "和与及":
        return None
    words = text[low + 1 : title.start]
    return words if _OFFICE.fullmatch(words) is not None else None


def _with_tail(text: str, title: Title, last: Mapping[int, Mention]) -> Mention | None:
    """省台联会 before a post, where the reader of names stopped at 省台联."""
    body = last.get(title.start - 1)
    if body is None or body.kind is not Kind.INSTITUTION or text[title.start - 1] != "会":
        return None
    if not body.name.endswith("联"):
        return None
    name = f"{body.name}会"
    return replace(body, name=name, key=name, end=title.start)


def _opens(text: str, low: int, last: Mapping[int, Mention]) -> bool:
    """Whether a clause begins at `low`, or a list goes on after a name (甲和|教育局局长乙)."""
    if low == 0 or text[low - 1] in CLAUSE:
        return True
    before = last.get(low)
    return before is not None and before.kind is Kind.PERSON


_OWN_ORGAN = later("(?:纪委|工会|团委)(?=书记|副书记|主席|副主席)")
_OF_PARTY = later("[省市县区州旗]委(?:常委|副?书记|委员)")
_LED = later("[由请经随与和同受及]|陪同|以及|邀请")


def _own_organ(text: str, low: int, title: Title, ends: set[int]) -> bool:
    """Whether an organ that every body has goes on a row of posts: 指挥部党委书记、|纪委书记."""
    goes_on = text[low - 1 : low] == "、" and low - 1 in ends
    if goes_on and _OF_PARTY.search(text, text.rfind("，", 0, low) + 1, low):
        return False  # 县委常委、纪委书记: of the county's own commission
    return goes_on and _OWN_ORGAN.match(text, low, title.end) is not None


def _organ(text: str, low: int, title: Title, known: _Known) -> Mention | None:
    """县政协 before 副主席: that of the place which the sentence has named."""
    if text[low : low + 1] in ("和", "与", "及"):
        low += 1
    youth = _YOUTH.match(text, low, title.start)
    if youth is not None and youth.end() == title.start:
        seat = _seat(low, youth[1], known)
        name = f"共青团{seat}委" if seat is not None else youth[0]
        return Mention(kind=Kind.INSTITUTION, name=name, key=name, start=low, end=title.start)
    slot = _SLOT.match(text, low, title.end)
    if slot is None or not title.start <= slot.end() <= title.end - 1:
        return None
    party, level, department = slot["party"], slot["level"], slot["department"]
    if slot.end() > title.end - 2 and department is None:
        return None
    if bool(slot["committee"]) is not bool(party) or (party and not level):
        return None  # 县委 is known where its county is
    seat = _seat(low, level, known)
    if seat is None:
        # 县教育局 on a page that names no county is called what the page calls it
        if party or not (level or str(slot["organ"]).endswith("局")):
            return None
        start = next(slot.start(part) for part in _PARTS if slot[part])
        name = text[start : slot.end()]
        return Mention(kind=Kind.INSTITUTION, name=name, key=name, start=start, end=slot.end())
    if party:
        name = f"{party}{seat}委"
    else:
        name = f"{seat}委{department}" if department is not None else seat + slot["organ"]
    start, end = next(slot.start(part) for part in _PARTS if slot[part]), slot.end()
    if name in known.named:
        return replace(known.named[name], start=start, end=end)
    return Mention(kind=Kind.INSTITUTION, name=name, key=name, start=start, end=end)


def _seat(at: int, level: str | None, known: _Known) -> str | None:
    """The place of a bare office: that of the body or place named last in the sentence.

    With a level (县) the last of that level; if the sentence names none, the one of the page.
    """
    for mention in known.before(at):
        if (seat := _place_in(mention, level or "市县区州旗")) is not None:
            return seat
    return known.of_page(level)


def _place_in(mention: Mention, levels: str) -> str | None:
    """The place of one of the levels that a mention is, or that its name begins with."""
    if mention.kind is Kind.SCHOOL:
        return None
    if mention.kind is Kind.PLACE:
        return mention.name if mention.name[-1] in levels else None
    name = _PARTY.sub("", mention.name)
    seat = name[: max(name.rfind(level) for level in levels) + 1]
    return seat if len(seat) > 2 and _NO_SEAT.search(seat) is None else None
