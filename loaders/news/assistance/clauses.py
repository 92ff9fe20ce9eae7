"""Clauses without a subject of their own, read after the subject of their sentence.

What a bracket tells of the side before it is such a clause: 乙校（原由甲校帮扶）.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from ...later import later
from .symbols import END, View
from .wordings import (
    FOLLOWED,
    GIVEN_TO,
    LOOKED_AT,
    OF_ITS,
    PREPOSITION,
    REST_OF_BODY,
    UNREAD_BODY,
    WENT_TO,
    WITH_UNREAD,
)

__all__ = ["aside_views", "bare_clauses", "clause_views", "joined"]

_CLAUSE = later(r"[，；]")
_SUBJECT = later(
    rf"^[^\ue000-\ue003，；：]{{0,22}}?(?:由{END}(?:全额)?(?:出资|捐资|资助)、?)?(?:{END}(?:所属|旗下|下属)的?)?(?P<s>{END}(?:(?:、|和|及|与(?={END}(?:在(?:{END})?[\u4e00-\u9fff]{{0,8}})?(?:共同|联合|一起|携手|联袂))){END}){{0,6}})(?P<n>.?)"
)
#: 某某向乙1捐款；向乙2捐书: a person who gives goes on giving
_GIVER = later(
    "^[^\ue000-\ue004，；：]{0,8}(?P<s>\ue004)(?:先生|女士)?(?=[向为给捐]|出资|再次|还|又)"
)
#: 某某先生多次回乡，先后捐建乙: a person who opens the sentence, and speaks for nobody else
_OPENS = later(
    "^[^\ue000-\ue004，；：]{0,12}(?P<s>\ue004)(?!的|[^，；]{0,10}(?:将|把|说|表示|介绍|告诉|指出|认为|致辞|讲话|强调|代表|陪同|出席|带领|率|主持|接受))"
    "[^\ue000-\ue004，；：]{0,24}$"
)
#: 某公司总裁|某某|回到母校，为乙捐款: he gives, not the firm
_ALUMNUS = later(
    "[^\ue000-\ue004，；：]{1,14}(?P<p>\ue004)(?:先生|女士|校友)?[^\ue000-\ue004，；：]{0,10}(?:母校|故乡|家乡|老家)"
)
_PAYS = later(
    "^(?:先后|又|还|并|也|累计|共|再次|已|无偿|主动|独资|个人|一次性|每年|计划|再){0,4}(?:捐|出资|资助|斥资|创建|创办)"
)
_VERB_FIRST = later(
    r"^(?:[\d年月日自从起以来还又再并也先后累计已共分别陆续继续连续每学期间同时今去近上下半其中此外随即均都主要重点持专门深首届入组团式一直届批名所、]{0,16}?)(?:该?(?:公益|助学|爱心|帮扶)*(?:项目|活动|计划)(?:每年|已|先后|累计|共|还|将)*)?(?:当场|现场|加码|追加|无偿|免费|主动|专程|随后|随即|特意|合力|共同|慷慨|积极|踊跃|纷纷|当[月天日年即]|立[即刻]|马上|很快|于是|决定|毅然|欣然|自发|[便就]){0,3}(?:选派|派出|派遣|派|捐|援建|资助|出资|投入|培训|接收|招收|为|向|给|对口|定点|结对|帮扶|支援|"
    r"组织|安排|送教|送去|服务学校|服务地|受援学校|支教学校|分别|是|累计|先后|还|又|并|到|赴|在|托管|开展|举办)|^(?:还|又|并|也|先后|分别|已|再)*(?:与|和)"
    #: 支教团从2009年走到今天，215名成员先后到
    r"|^(?:已有|共有|累计有|有|选派的|派出的)?[\d一二两三四五六七八九十百千余多]{1,5}[名位个](?:成员|队员|志愿者|教师|老师|学生|研究生|干部|骨干教师|优秀教师|专家|人才)(?:们)?(?:先后|分别|陆续|已|分赴|将|，|主动|志愿){0,2}(?:到|赴|前往|奔赴|走进|分赴|在)"
)
#: 甲与乙互赠了牌匾，|并为乙捐赠图书: the first of the two goes on acting
_EACH_OTHER = later(rf"[与和同]{END}(?:互赠|互换|交换|互送)")
#: 甲…；乙与丙签约，每年资助…: somebody else acts there
_OTHERS = later("[；\ue000\ue002-\ue004]|[与和同]\ue001")
_ASIDE = later(r"（[^（）\n]{2,60}）")
_TELLS = later(r"帮扶|结对|支援|托管|援建|捐")


def aside_views(found: View) -> Iterator[View]:
    """The sentence without its brackets that tell of help, and each of them behind its side."""
    asides = [
        aside.span()
        for aside in _ASIDE.finditer(found.symbols)
        if _TELLS.search(aside[0]) and re.search(END, aside[0])
    ]
    if not asides:
        return
    starts, stops = [0, *(high for _, high in asides)], [*(low for low, _ in asides), None]
    yield joined(found, *zip(starts, [stop or len(found.symbols) for stop in stops], strict=True))
    for low, high in asides:
        if low - 1 in found.mentions:
            yield joined(found, (low - 1, low), (low + 1, high - 1))


def clause_views(found: View) -> Iterator[View]:
    """The clauses without a subject of their own, each after the subject of the sentence.

    Only a verb-first clause takes it, and only a subject that opens a clause and follows no
    preposition: carried further, subjects cost more right facts than they bring.
    """
    for subject, low, high in _verb_first(found):
        if re.search(END, found.symbols[low:high]):
            yield _after(found, subject, (low, high))


def bare_clauses(found: View) -> Iterator[tuple[View, int]]:
    """The clauses that name nobody, each after the subject of the sentence, and where they begin.

    甲积极参加了活动，捐赠图书600册: the second tells what 甲 gave.
    """
    for subject, low, high in _verb_first(found):
        between = found.symbols[subject[1] : low]
        if _OTHERS.search(between) is None and re.search(END, found.symbols[low:high]) is None:
            yield _after(found, subject, (low, high)), low


def _verb_first(found: View) -> Iterator[tuple[tuple[int, int], int, int]]:
    """The subject of the sentence so far with each clause that opens with an act."""
    subject: tuple[int, int] | None = None
    person: tuple[int, int] | None = None
    starts = [0, *(mark.end() for mark in _CLAUSE.finditer(found.symbols)), len(found.symbols) + 1]
    for low, high in itertools.pairwise(starts):
        clause = found.symbols[low : high - 1]
        if person is not None and _PAYS.match(clause):
            yield person, low, high - 1
        elif subject is not None and _VERB_FIRST.match(clause):
            yield subject, low, high - 1
        opens = _OPENS.match(clause)
        if opens is not None:
            person = (low + opens.start("s"), low + opens.end("s"))
        giver = _GIVER.match(clause)
        if giver is not None:
            subject = (low + giver.start("s"), low + giver.end("s"))
            continue
        opening = _SUBJECT.match(clause)
        if (
            opening is not None
            and (
                opening["n"] not in "的、与和校籍企"
                or WITH_UNREAD.match(clause, opening.end("s"))
                or _EACH_OTHER.match(clause, opening.end("s"))
            )
            and not PREPOSITION.search(clause[: opening.start("s")])
            and not GIVEN_TO.search(clause[: opening.start("s")])
            and not FOLLOWED.search(clause[: opening.start("s")])
            and not LOOKED_AT.search(clause[: opening.start("s")])
            and not WENT_TO.search(clause[: opening.start("s")])
            and not OF_ITS.match(clause[opening.end("s") :])
            and not _unread(clause, opening.end("s"))
        ):
            subject, person = (low + opening.start("s"), low + opening.end("s")), None
            alumnus = _ALUMNUS.match(clause, opening.end("s"))
            if alumnus is not None:
                subject = (low + alumnus.start("p"), low + alumnus.end("p"))


def _unread(clause: str, end: int) -> bool:
    """Whether the place before `end` only says where a body lies whose name was not read."""
    return clause[end - 1] == "\ue000" and any(
        rest.match(clause, end, end + 12) for rest in (UNREAD_BODY, REST_OF_BODY)
    )


def _after(found: View, head: tuple[int, int], tail: tuple[int, int]) -> View:
    # 甲1与甲2联合举办…, 为乙: before another clause than their own they are a list
    acting = found.symbols[slice(*head)].replace("与", "、")
    both = joined(found, head, tail)
    return replace(both, symbols=acting + both.symbols[len(acting) :])


def joined(found: View, *spans: tuple[int, int]) -> View:
    """The view of these spans of another, one behind the other."""
    indices = [i for span in spans for i in range(*span)]
    return View(
        "".join(found.symbols[i] for i in indices),
        tuple(found.places[i] for i in indices),
        tuple(found.ends[i] for i in indices),
        {new: found.mentions[old] for new, old in enumerate(indices) if old in found.mentions},
    )
