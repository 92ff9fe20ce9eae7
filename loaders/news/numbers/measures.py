"""In what sense a number counts: new, cumulative, in post, planned, worth in kind."""

from __future__ import annotations

from ....ontology.dates import PartialDate
from ....ontology.records import Assistance, Event, Measure, Mention, Modality, Unit
from ...aided import AID_TO
from ...later import later
from ..page.sentences import clause_start
from .numbers import CountSpan

__all__ = ["PLAN", "SEND", "TRAIN", "About", "measure_of"]

About = Mention | Assistance[Mention] | Event[Mention]

_CUMULATIVE = later(
    r"累计|共计|总计|一共|先后|截至|以来|共[有选派培捐组投]|已[有选派培连达经]|历年|[一二三四五六七八九十]+年来"
)
#: 共选派13名 is a sum over years only if a word says so
_BARE_SUM = later("共[选派组培]")
_NEW = later(
    r"新增|新选派|新派|新一批|又有|首批|今年|本年|本批|本次|此次|第[一二三四五六七八九十\d]+批|增派"
)
_IN_POST = later(
    r"目前在|现有|在岗|在校的|现在|目前有|仍有|正在|在[^，。；、]{1,12}(?:支教|任教|挂职)的"
)
_AFTER_ALL = later("[^，。；、]{0,6}先后")
_BENEFIT = later(r"受益|受捐|受助|受资助|惠及|覆盖|受惠|颁发|发放|奖励")
TRAIN = later(r"培训|参训|受训|跟岗|研修|轮训|学员")
SEND = later(rf"选派|派出|派来|派往|派遣|支教|援派|挂职|任教|{AID_TO}|输送|派驻|选送")
_AIDED = later(r"资助|助学|救助|惠及|帮助|奖励")
PLAN = "(?<![培学养长光训教师生扶英才人展金”」》])计划"
"""计划 as a verb, not at the end of a scheme's name (助学计划)."""
_COMES = later("[^，。；]{0,14}(?:参加|出席|到场|与会|观看)")
_PLANNED = later(
    rf"拟|预计|目标|{PLAN}(?!内|单列)"
    r"|将(?=选派|派|于|有|接收|组织|继续|再|陆续|分批|招|赴|投入|捐赠)"
)
_COMMITTED = later("认捐|意向|承诺|协议(?:约定|明确)")
_PAID = later("到账|拨付|已到位")
_VALUED = later(r"(?:价值|折合|折价|市值|估值|总值)[^，。；、\d]{0,6}$")
_PEOPLE = (Unit.PERSON, Unit.PERSON_TIME)
_GOODS = (Unit.VOLUME, Unit.SET, Unit.PIECE)


def measure_of(
    text: str,
    count: CountSpan,
    about: About,
    span: tuple[int, int],
    as_of: PartialDate | None,
) -> Measure:
    """In what sense `count` counts, by the words of its sentence ``text[span]``."""
    start, end = span
    before = text[max(start, count.start - 40) : count.start]
    near = text[max(start, count.start - 14) : min(end, count.end + 12)]
    clause = text[clause_start(text, start, count.start, "，；。：") : count.start]
    if count.unit is Unit.CNY and _VALUED.search(before):
        return Measure.VALUED
    for pattern, measure in ((_PLANNED, Measure.PLANNED), (_COMMITTED, Measure.COMMITTED)):
        if pattern.search(clause):
            return measure
    # the word that stands nearest before the number decides: 累计…，其中今年新增12名
    marks = [
        (found.end(), measure)
        for pattern, measure in (
            (_CUMULATIVE, Measure.CUMULATIVE),
            (_NEW, Measure.INCREMENT),
            (_IN_POST, Measure.IN_POST),
        )
        for found in pattern.finditer(before)
        if not (_BARE_SUM.match(found[0]) and _NEW.search(before))
    ]
    if not marks and _AFTER_ALL.match(text, count.end, end):
        marks.append((0, Measure.CUMULATIVE))
    benefit = count.unit in _PEOPLE and _BENEFIT.search(near) is not None
    if isinstance(about, Event):
        if count.unit not in _PEOPLE:
            return Measure.TOTAL
        if benefit or (_AIDED.search(clause) and not _COMES.match(text, count.end, end)):
            return Measure.BENEFITING
        return Measure.TRAINED if TRAIN.search(near) and not marks else Measure.ATTENDING
    if (
        marks
        and count.unit in _PEOPLE
        and _AIDED.search(before[-8:])
        and not TRAIN.search(before[-8:])
    ):
        # 累计资助2万名学生: they are helped, nobody is sent
        return Measure.BENEFITING
    if marks:
        return max(marks, key=lambda mark: mark[0])[1]
    if as_of is not None:
        return Measure.CUMULATIVE
    if benefit or _paid_for(about, count):
        return Measure.BENEFITING
    if count.unit is Unit.CNY and _PAID.search(clause):
        return Measure.PAID
    if count.unit in (Unit.CNY, Unit.SCHOOL, Unit.COUNTY, Unit.INSTITUTION, *_GOODS):
        return Measure.TOTAL
    if TRAIN.search(near):
        return Measure.TRAINED
    return Measure.INCREMENT if SEND.search(near) else Measure.TOTAL


def _paid_for(about: About, count: CountSpan) -> bool:
    """Whether people are counted to whom something is given."""
    given = isinstance(about, Assistance) and about.modality is Modality.FUNDING
    return given and count.unit in _PEOPLE
