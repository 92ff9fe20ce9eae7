"""Acts of a side that the sentence only points at: 该公司为乙小学捐赠…, 他出资建设了丙幼儿园.

该公司 is the company named last, 他 the one person of the sentence before in the paragraph. What
comes of it is marked as inferred and shows both passages.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.sides import contains, direction
from .claims import Claim, claims_in
from .clauses import clause_views
from .symbols import View
from .topic import headed

__all__ = ["pointed_claims"]

_KINDS = {
    "企业": ("公司", "集团", "企业", "厂"),
    "公司": ("公司", "集团"),
    "集团": ("集团", "集团公司", "集团有限公司"),
    "基金": ("基金", "基金会"),
    "行": ("银行", "分行", "支行"),
    "银行": ("银行", "分行", "支行"),
    "大学": ("大学", "学院"),
    "学院": ("学院",),
    "指挥部": ("指挥部", "工作组", "前指"),
}
"""What names may end in that a noun points at; other nouns end them themselves."""
_THIS = later(
    r"(?:(?<![^，；：。])|(?<=本次)|(?<=此次)|(?<=目前)|(?<=随后)|(?<=期间)|(?<=以来)|(?<=日前)|(?<=近日))"
    #: 公司共出资…: at the head of a clause, with what it gives
    r"(?:该|(?<=[，；：。])(?=(?:集团)?(?:公司|集团|商会|协会|基金会|银行|分行|企业|指挥部)"
    r"(?:共|已|先后|累计|每年|又|还|再次|一次性|决定|定向|无偿|主动|积极|连续|分别)*(?:向|为|给|出资|捐|投资|斥资|投入|资助|援建|帮扶|对口|结对|拿出|筹集|募集|安排[^，。；]{0,8}(?:资金|万元)))"
    #: 公司作出决策,向乙捐赠: at the head of a sentence, a short clause may come between
    r"|(?<![^\n])(?=(?:集团)?(?:公司|集团|商会|协会|基金会|银行|分行|企业|指挥部)(?:[^，。；的\ue000-\ue004]{2,14}，)?"
    r"(?:共|已|先后|累计|每年|又|还|再次|一次性|决定|定向|无偿|主动|积极|连续|分别|此次|当天|还将)*(?:(?:向|为|给)(?=[\ue000-\ue003])|出资|捐|投资|斥资|投入|资助|援建|帮扶|对口|结对|拿出|筹集|募集|安排[^，。；]{0,8}(?:资金|万元))))"
    r"(?:集团(?=公司))?(?P<noun>指挥部|公司|集团|基金会|基金|协会|商会|企业|支部|总会|慈善会|联合会|银行|分行|支行|行|服务队|医院|大学|学院|局|中心)"
    r"(?!的?(?:有关|相关|主要)?(?:负责|领导|党委|团委|工会|人士|工作人员)|[的长]|相关|有关)"
)
_HE = later(
    "^(?:[^，。；\ue000-\ue004]{0,10}，)?[他她](?![们的说]|表示|告诉|介绍|认为|和|与|被|向记者)"
)
#: 某某与某某，…。他们决定向乙捐赠: what the people of a list go on doing
_THESE = later(
    "^(?:[^，。；\ue000-\ue004]{0,10}，)?(?:他们|她们|[两二三]人|夫妻俩|夫妇俩|兄弟俩|姐妹俩)(?!的|[^，。；]{0,6}(?:说|表示|告诉|介绍|认为|被))"
)
_PEOPLE = later("^[^，。；\ue000-\ue003]{0,16}\ue004(?:[、和与及]\ue004){1,4}")
_SHORT = 60  # characters
_BODIES = (Kind.INSTITUTION, Kind.SCHOOL)
_BACK = 200
"""Bodies back to which 该公司 may point."""
_OFFICE = later(r"(?:党委|党支部|团委|工会|党组)$")


def pointed_claims(text: str, views: Sequence[View], context: frozenset[str]) -> Iterator[Claim]:
    """The claims of what the sides do that are named as 该公司, 他 and the like."""
    named: deque[Mention] = deque(maxlen=_BACK)
    before: View | None = None
    person: Mention | None = None
    for found in views:
        for this in _THIS.finditer(found.symbols):
            at = found.places[this.start()]
            known = itertools.chain(
                (m for _, m in sorted(found.mentions.items(), reverse=True) if m.end <= at),
                reversed(named),
            )
            actor = _meant(this["noun"], known)
            if actor is not None:
                yield from _acts(found, actor, this.end(), context)
        if before is None or not _goes_on(text, before, found):
            person = None
        elif _HE.match(before.symbols) is None:
            people = {m.key: m for m in before.mentions.values() if m.kind is Kind.PERSON}
            person = next(iter(people.values())) if len(people) == 1 else None
        these = _THESE.match(found.symbols)
        if these is not None and before is not None and _goes_on(text, before, found):
            together = _PEOPLE.match(before.symbols)
            for one in before.at(*together.span()) if together else ():
                yield from _acts(found, one, these.end(), context)
        he = _HE.match(found.symbols)
        if he is not None and person is not None:
            yield from _acts(found, person, he.end(), context)
        named.extend(m for _, m in sorted(found.mentions.items()) if m.kind in _BODIES)
        before = found


def _goes_on(text: str, before: View, found: View) -> bool:
    """Whether at most a short sentence without a name stands between the two."""
    gap = text[before.ends[-1] : found.places[0]]
    return "\n" not in gap and len(gap) <= _SHORT


def _meant(noun: str, known: Iterator[Mention]) -> Mention | None:
    """The body named last whose name ends as `noun` says."""
    ends = _KINDS.get(noun, (noun,))
    for mention in known:
        office = _OFFICE.search(mention.name)
        name = mention.name[: office.start()] if office else mention.name
        if mention.kind not in _BODIES or not name.endswith(ends):
            continue
        if office is None:
            return mention
        end = mention.end - len(office[0])
        return replace(mention, name=name, key=name, end=end) if end > mention.start else None
    return None


def _acts(found: View, actor: Mention, start: int, context: frozenset[str]) -> Iterator[Claim]:
    """What the passage from `start` on tells of `actor`."""
    view = headed(found, actor, start, len(found.symbols))
    every = [*claims_in(view), *(c for part in clause_views(view) for c in claims_in(part))]
    for claim in every:
        if not claim.directed or claim.helper.key != actor.key:
            continue
        if actor.kind is not Kind.PERSON and (
            contains(claim.recipient, actor, context)
            or contains(actor, claim.recipient, context)
            or direction(actor, claim.recipient, context=context, rural=False) < 0
        ):
            continue
        yield replace(
            claim, confidence=0.65, inferred=True,
            support=(*claim.support, (actor.start, actor.end)),
        )  # fmt: skip
