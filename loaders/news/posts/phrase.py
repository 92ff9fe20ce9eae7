"""Bodies, posts and persons of a text in their order, to walk along."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_college
from ..page.clean import Clean
from ..people.rosters import opens_line
from ..people.titles import Title, find_titles
from .offices import ELIDED, antecedent, fitting, school_of_office
from .shorts import bodies_of_posts
from .slots import bodies_in_slots
from .units import unit_held

__all__ = ["ASIDE", "FILLER", "JOIN", "NO_FILLER", "Chain", "Held", "Line", "hold", "is_person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post as read: which `title`, at which `body`, from where to where the text says so."""

    person: Mention
    body: Mention | None
    title: Title
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What stands before a name: posts with their bodies, and the body right before the name."""

    person: Mention
    held: tuple[Held, ...]
    home: Mention | None
    start: int
    aided: bool = False
    """Whether one of the posts is an aid post (援疆教师), with a body or without."""
    dropped: bool = False
    """Whether the post right before the name is at a body that nobody has read."""


ASIDE = later(r"[（(][^（()）\n]{1,14}[)）]")
JOIN = later(r"(?:代表|之一)?[、，,/ 　]|兼任?|和|及|暨|以及|并|，?也是|，?同时[也]?是?")
FILLER = later(r"[一-鿿]{1,8}")
NO_FILLER = later(
    "[在到与和来对向从派援驻被将把请送给带的]|帮扶|支持|组织|负责|开展|挂职|选|各"
    "|看望|慰问|探望|走访|拜访|采访|会见|约见|接见|感谢|邀请|表彰|欢迎|欢送"
    "|^(?:接待|联系|奖励|资助)(?!项目|经理|部|科|办|中心)"
)


class Line:
    """Bodies, posts and persons of a text in their order, to walk along."""

    def __init__(
        self, clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
    ) -> None:
        """Find the posts, and what 县委 and the like mean, and put all in order."""
        self.clean = clean
        self.text = clean.text
        mentions = [_without_post(clean.text, m) for m in mentions]
        self.mentions = mentions
        self.persons = persons
        bodies = [m for m in mentions if m.kind in (Kind.SCHOOL, Kind.INSTITUTION, Kind.PLACE)]
        titles = find_titles(self.text, [*mentions, *persons])
        taken = {i for m in (*mentions, *persons) for i in range(m.start, m.end)}
        self.taken = taken
        """Where the names of the text stand."""
        heads = {t.start for t in titles}
        elided = []
        for match in ELIDED.finditer(self.text):
            if taken.isdisjoint(range(match.start(), match.end())) and match.end() in heads:
                meant = antecedent(match[0], match.start(), mentions)
                if meant is not None:
                    elided.append(replace(meant, start=match.start(), end=match.end()))
        shorts, titles = bodies_of_posts(self.text, titles, [*bodies, *elided])
        known = [*bodies, *elided, *shorts]
        slots, titles = bodies_in_slots(self.text, titles, known, persons)
        spans: list[Mention | Title] = [*known, *slots, *titles, *persons]
        self.spans = sorted(spans, key=lambda s: (s.start, s.end))
        self.ending = {s.end: s for s in self.spans}
        self.starts = [s.start for s in self.spans]
        self.starting = {s.start: s for s in self.spans}
        self.titles = titles
        self.governing = {
            m.key
            for m in bodies
            if m.name.endswith("政府") and isinstance(self.starting.get(m.end), Title)
        }
        schools = [m for m in bodies if m.kind is Kind.SCHOOL]
        self.own = any(self.text[m.start] in "我本" or m.start < 80 for m in schools)
        self.college = bool(schools) and self.own and all(is_college(m.name) for m in schools)
        """Whether the page is one of a college's own and names no other kind of school."""
        small = {
            m.key: m
            for m in schools
            if not is_college(m.name) and self.text[max(0, m.start - 2) : m.start] != "来自"
        }
        self.only_school = next(iter(small.values())) if len(small) == 1 else None
        """The one school of the page that people do not come from; universities aside."""
        self.used: set[int] = set()
        self.last_body: Mention | None = None
        """Where somebody took up a post, whose home was `last_home`, as told at `last_at`."""
        self.last_home: Mention | None = None
        self.last_at = 0
        self.called: dict[int, Mention] = {}
        """Where a post behind a name ends, and at which body it is held."""

    def inside(self, cell: tuple[int, int] | None, person: bool = False) -> Mention | None:
        """The person, or the last body, that stands in a cell."""
        if cell is None:
            return None
        named = [s for s in self.from_right(*cell) if isinstance(s, Mention)]
        fits = [s for s in named if (s.kind is Kind.PERSON) is person]
        return (fits[0] if person else fits[-1]) if fits else None

    def opens(self, at: int) -> bool:
        """Whether a line of the page as received begins at `at`."""
        return opens_line(self.clean, at)

    def entry(self, person: Mention) -> bool:
        """Whether a name opens a line that says who the person is: 甲（女） 某校教师."""
        behind = self.text[person.end : person.end + 1]
        return behind in "（( 　" and behind != "" and self.opens(person.start)

    def from_right(self, start: int, end: int) -> list[Mention | Title]:
        """What begins in ``text[start:end]``, in order."""
        low = bisect_left(self.starts, start)
        return self.spans[low : bisect_left(self.starts, end)]


_SWALLOWED = later("(?:小|中|大)学校$")


def _without_post(text: str, mention: Mention) -> Mention:
    """甲小学 for 甲小学校 in 甲小学校长乙: what was read as the end of the name opens the post."""
    school = mention.kind is Kind.SCHOOL and text[mention.end : mention.end + 1] == "长"
    if not school or _SWALLOWED.search(text, mention.start, mention.end) is None:
        return mention
    return replace(mention, end=mention.end - 1)


def is_person(span: Mention | Title) -> bool:
    """Whether a span is the name of a person."""
    return isinstance(span, Mention) and span.kind is Kind.PERSON


#: 选派某某任县委常委、副县长: who is sent serves in the county, whatever its government did
_SENT = later("挂职|派|援")
_BEFORE = 40
"""Characters before a post over which words of sending are sought."""
_OF_WHOLE = later("(?:[校园]长|教师|老师)$")
"""What somebody is at the school, though its party branch was named before."""


def hold(
    line: Line,
    person: Mention,
    body: Mention,
    titles: Iterable[Title],
    start: int,
    rule: str,
    confidence: float,
) -> list[Held]:
    """The posts `titles` of a person, each at `body` or at what fits it better."""
    office = school_of_office(body, line.mentions, line.text)
    if office is not None:
        body, unit = replace(office[0], start=body.start, end=body.end), office[1]
        titles = [
            t if _OF_WHOLE.search(t.title) else replace(t, title=unit + t.title) for t in titles
        ]
    held = []
    for title in titles:
        low = max(0, title.start - _BEFORE, line.text.rfind("。", 0, title.start))
        sent = title.aid or _SENT.search(line.text, low, title.end + 4)
        seat, post = unit_held(line.text, body, title, line.mentions) or (body, title)
        held.append(
            Held(
                person=person, title=post,
                body=fitting(seat, post.title, line.mentions, line.governing if sent else None),
                start=min(start, title.start, person.start),
                end=max(person.end, title.end, body.end), rule=rule, confidence=confidence,
            )
        )  # fmt: skip
    return held
