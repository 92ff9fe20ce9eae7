"""Sentences without a subject on a page that tells of one helper: 选派12名教师到乙县支教.

A report, or the rest of a paragraph, leaves out who acts. Where the page leaves no choice, its
helper is put before such a sentence, and the patterns read it as they read any other. What comes
of it is marked as inferred and shows both passages.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_listed_university
from ..entities.sides import Stated, contains, direction, is_government, stated_of
from .actors import fine_codes, only_helper
from .claims import Claim, claims_in
from .clauses import clause_views
from .pairwording import MAY_HELP
from .symbols import END, PERSON, View
from .wordings import PREPOSITION

__all__ = ["headed", "subjectless_claims"]

_ACTS = later(
    r"^(?:[\d年月日自从起以来还又再并也先后累计已共分别陆续继续连续每学期间同时今去近上下半其中此外随即均都主要重点另一次性截至目前全、，]{0,16}?)"
    r"(?:选派|派出|派遣|抽调|遴选|援建|捐|资助|出资|投入|培训|接收|招收|为|向|给|对口|定点|结对|帮扶|支援|组织|安排|送教|送去|托管|"
    r"举办|开办|承办|新建|修建|改造|筹集|募集|引进|协调|设立|购置|配备|拨付)"
)
_TEAM = (
    r"(?:本批|该批|全体|这支|(?:爱心|教育|医疗|志愿|帮扶|支教|送教|助学|公益|专家|人才|青年|党员|名师){1,3})?"
    r"(?:支教团|支教队|服务队|工作队|慰问团|代表团|医疗队|专家组|讲师团|帮扶队|送教团|小分队|团队|志愿者|队员|一行|盟员|会员)"
    r"(?:们|成员|一行)?"
)
#: 他们…, 帮扶团队…, 该公司…: the side that acts, without its name
_THEY = later(
    r"^(?:[^，。；\ue000-\ue004]{0,16}，)?(?:他们|她们|我们|该(?:公司|集团|基金会?|协会|商会|企业|支部|银行|行)"
    rf"|(?:{_TEAM})(?!由|来自|受|感谢|表示|成立|组成|和|与|、|名|[^，]{{0,6}}(?:表示|介绍|说)))(?=[^的])"
)
_SUBJECT = later(
    f"[，；](?:(?![向为给对在与和到赴由把将])[^，；。\ue004]){{0,6}}?{END}(?![的、与和及])"
)
_TITLE = later(
    rf"^[^，。；]{{0,8}}({END})(?!这[群些位]|一[群位名])[^，。；\ue000-\ue003]{{0,14}}(?:帮扶|支教|支援|协作|扶贫|援助|助学)"
    r"[^。！？；\ue000-\ue003]*$"
)
_PURPOSE = later(
    r"^为(?:了|进一步|深入|全面|切实|有效|更好|积极|认真|充分|贯彻|落实|促进|推动|推进|加强|提[高升]|帮助|支持|响应|做好|扎实|加快|助力|发挥|解决|期|支援|改善|缓解|化解|丰富|激发|让|使|[^，。；\ue000-\ue003]{0,20}，)"
)
_SIGNS = {Kind.PLACE: "\ue000", Kind.SCHOOL: "\ue001", Kind.PERSON: PERSON}
_GAP = 3  # characters from one sentence to the next
_NEAR = 240  # characters back to the sentence whose helper goes on acting


#: 学校先后派出…: the university of which the page tells
_THE_SCHOOL = later(
    r"(?:(?<=^)|(?<=；))(?:[^，。；\ue000-\ue004]{0,18}，)?(?:学校|该校|校方)(?=(?:自\d{4}年(?:\d+月)?(?:起|以来|开始)，?)?(?:先后|累计|共|已|每年|连续|多次|还|又|也|充分|积极|主动)*"
    r"(?:与(?=\ue001)|选派|派出|派驻|组织|为|向|给|投入|捐|援建|定点|对口|结对|帮扶|帮助|组建|募集|筹集|出资|资助|选拔|遴选))"
)
_VOLUNTEERS = later(r"支教[团队]|志愿者|实践团|队员")
#: 甲筹措物资，捐助小学: who opens the sentence before goes on acting
_OPENS = later(
    "^(?:[^，。；\ue000-\ue004]{0,16}，){0,2}(?:[^，；\ue000-\ue004]{0,8}?)([\ue000-\ue002])(?![的、与和及籍是在]|[^，]{0,3}位于)"
)


def subjectless_claims(
    text: str,
    views: Sequence[View],
    stated: Sequence[Claim],
    context: frozenset[str],
    within: Container[int] | None = None,
) -> Iterator[Claim]:
    """The claims of sentences that open with an act and name nobody who does it.

    Only sentences that begin at one of the places `within` are read, if any are given.
    """
    told = [c for c in stated if not c.inferred and c.helper.kind is not Kind.PERSON]
    titled = _of_title(views)
    sole = only_helper(stated)
    only = None if sole is None else sole.helper
    if titled is not None and only is not None and only.key != titled.key:
        only = None
    known = stated_of([(c.helper, c.recipient) for c in stated], context)
    region = {code for c in told for code in fine_codes(c.recipient, context)}
    university = _university(views)
    helped = {c.recipient.key for c in stated}
    opener: Mention | None = None
    end = 0
    for found in views:
        if "\n" in text[end : found.places[0]] or found.places[0] - end > _GAP:
            opener = None
        end = found.ends[-1]
        they = _THEY.match(found.symbols)
        school = _THE_SCHOOL.search(found.symbols)
        acts = _ACTS.match(found.symbols) and not _PURPOSE.match(found.symbols)
        if they is None and school is None and not acts:
            opener = _opener(found)
            continue
        if within is not None and found.places[0] not in within:
            continue
        actor = _just_before(text, found, told) or opener or only or titled
        if actor is None and they is not None and _VOLUNTEERS.search(they[0]):
            actor = university
        if school is not None:
            # 学校 is who acts where a university does, or a school that helps and is not helped
            learned = actor is not None and (
                is_listed_university(actor)
                or (actor.kind is Kind.SCHOOL and actor.key not in helped)
            )
            actor, they = actor if learned else university, school
        if actor is None:
            continue
        own = _SUBJECT.search(found.symbols)
        stop = own.start() if own and they is None else len(found.symbols)
        view = headed(found, actor, they.end() if they else 0, stop)
        every = [*claims_in(view), *(c for part in clause_views(view) for c in claims_in(part))]
        for claim in every:
            # 学校还与乙结成对子: who helps one school so far helps the next
            told_way = claim.directed or (school is not None and actor.key not in helped)
            own_act = told_way and claim.helper.key == actor.key
            if own_act and _fits(actor, claim.recipient, known, region, context):
                yield replace(
                    claim, confidence=0.65, inferred=True, directed=True,
                    support=(*claim.support, (actor.start, actor.end)),
                )  # fmt: skip


def _university(views: Sequence[View]) -> Mention | None:
    """The one university of the page."""
    named = {
        m.key: m for found in views for m in found.mentions.values() if is_listed_university(m)
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _opener(found: View) -> Mention | None:
    """The side that opens a sentence of help which names nobody helped."""
    opening = _OPENS.match(found.symbols)
    if opening is None or not MAY_HELP.search(found.symbols):
        return None
    others = [m for m in found.mentions.values() if m.kind is not Kind.PERSON]
    if len(others) != 1 or PREPOSITION.search(found.symbols[: opening.start(1)]):
        return None
    return others[0]


def _of_title(views: Sequence[View]) -> Mention | None:
    """北京某大学2023年定点帮扶工作报告: the body whose help the headline announces."""
    found = _TITLE.match(views[0].symbols) if views else None
    return views[0].mentions[found.start(1)] if found else None


def _just_before(text: str, found: View, told: Sequence[Claim]) -> Mention | None:
    """The one helper of the sentence before in the paragraph."""
    at = found.places[0]
    before = [
        c for c in told if at - _NEAR <= c.start and c.end <= at and "\n" not in text[c.end : at]
    ]
    last = max((c.end for c in before), default=None)
    acting = {c.helper.key: c.helper for c in before if c.end == last}
    return next(iter(acting.values())) if len(acting) == 1 else None


def headed(found: View, actor: Mention, start: int, stop: int) -> View:
    """The view of these symbols with the actor before it, at no place of the text of its own."""
    sign = _SIGNS.get(actor.kind, "\ue002")
    return View(
        sign + found.symbols[start:stop],
        (found.places[start], *found.places[start:stop]),
        (found.places[start] + 1, *found.ends[start:stop]),
        {0: actor, **{i + 1 - start: m for i, m in found.mentions.items() if start <= i < stop}},
    )


def _fits(
    actor: Mention, recipient: Mention, known: Stated, region: set[str], context: frozenset[str]
) -> bool:
    if actor.key == recipient.key or contains(recipient, actor, context):
        return False
    codes = fine_codes(recipient, context)
    governs = actor.kind is Kind.PLACE or is_government(actor)
    if governs and codes and {*codes} & {*fine_codes(actor, context)}:
        return False
    if region.intersection(codes):
        return True
    return direction(actor, recipient, known, context, rural=False) > 0
