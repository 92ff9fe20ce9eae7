"""Two sides of a sentence that only look like a pair: never shown to the model of pairs.

Who stands side by side, where something is held, to whom another gives: a model that counts words
takes these for help, and a person never does.
"""

from __future__ import annotations

from functools import lru_cache

from ....ontology.records import Kind
from ...later import later
from .guards import is_learning, is_refused
from .symbols import View
from .wordings import (
    IN_BRACKETS,
    LED,
    OTHERS_GAVE,
    PEOPLE_FROM,
    PRESENT,
    UNREAD_BODY,
    UNREAD_SCHOOL,
)

__all__ = ["guard_of", "is_no_pair", "is_no_side"]

_LISTED = later("(?:[、和与及]|以及|[^，。；！、和与及\ue000-\ue004]?[\ue000-\ue004])*")
_SHARED_LEAD = later(
    "(?:在|来自|从|由)[^，。；！\ue004]{0,12}$|(?:与|同|跟|向|为|给|对|赴|到|帮扶|支援)[^，。；！\ue000-\ue004]{0,8}$"
)
_CAME_FROM = later("来自(?:[\ue000-\ue003、和与及等的]|以及)*$")
_GOES_TO = later("(?:到|赴|前往|来到|走进|在)[\ue000-\ue003、和与及]*$")
_CENTRE = later("^(?:中组部|中宣部|中央|国务院|国家|教育部|全国)")
_HELD = later("(?:联合|隆重|顺利|圆满|正式|成功)?(?:举行|举办|召开|开班|开幕|落幕|拉开|开营)")
_PARTS = later(
    "(?:[、和与及][\ue000-\ue003])*等?[两二三四五六七八九十\\d]+个?(?:乡镇|[乡镇县村])的"
)
_ACTOR = later(
    "[\u4e00-\u9fff]{2,10}?(?:支部|总支|企业|商会|协会|学校|中学)(?=则|也|还|又|向|为|与|给)"
)
_CLAUSES = 2  # commas between a person and what that person does
#: 某某主委在仪式上介绍了…: who speaks of it
_SPEAKS = later("[^，。；！\ue000-\ue004]{0,14}(?:介绍|讲话|致辞|发言|强调|指出|表示|说)")
_BY_PERSON = later("捐|出资|资助|个人|自费|寄|掏|积蓄|支教|任教|志愿|义务|教书|执教")
#: 某某和某某代表甲向乙捐赠 · 作为捐赠方代表: who acts for others
_FOR_OTHERS = later("(?:[、和与及]\ue004){0,6}(?:先生|女士|同志)?(?:分别)?代表")
_AS_ONE = later("作为[^，。；！\ue000-\ue004]{0,10}代表[^，。；！\ue000-\ue004]{0,8}$")
#: 甲相关负责人介绍说，……乙: who only tells of it
_TELLS = later(
    "的?(?:一[位名])?(?:相关|有关|主要|分管)?(?:负责(?:人|同志)|工作人员|领导|校长|[局书处科园院][长记])"
    "\ue004?(?:向[^，。；！]{1,8})?(?:介绍|表示|告诉|透露|说|称|坦言)"
)
#: 甲承办: who only sees to it that a course takes place
_UNDERTAKES = later("(?:[、和与及][\ue000-\ue003])*(?:等单位)?(?:具体|联合|共同)?(?:承办|协办)")
#: 记者跟随甲考察团赴乙
_VISITS = later("[^，。；！\ue000-\ue004]{0,6}(?:考察|调研|采访|参访|观摩|记者)[团组队]")
#: 发挥甲省教育资源优势, 甲省各民主党派: what is there, not the place
_ITS = later(
    "的?(?:优质|教育|人才|科技|办学|师资|先进){0,3}(?:资源|优势|经验)|的?各(?:民主党派|级|界|地)"
)
#: 甲市|银行向…, 甲区|党员律师: a place that begins a name which was not read
_PART = later(
    "(?:(?![向为给对在与和及到赴的捐赠援建派签举开展设立走帮送组织联合选启投结发召全有是将已还又再各等多所名第个于以来去由被把])[\u4e00-\u9fff]){0,8}?"
    "(?:银行|分行|公司|集团|[协商学]会|基金会|促进会|联合会|支部|委员会|支队|大队|研究[院所会]|律师|党员)"
)
#: 某网甲市8月26日消息（记者…）: where a report was written
_DATELINE = later("\\d{1,2}月\\d{1,2}日(?:电|讯|消息)")
_STATION = later("[\u4e00-\u9fff]{0,4}?(?:机场|火车站|高铁站|车站|码头|火车)")
#: 响应甲的号召: whose word is followed
_HEEDED = later("(?:响应|按照|根据|遵照|贯彻|落实|通过|经由)[^，。；！\ue000-\ue004]{0,6}$")
_RESPECTIVE = later("分别|依次|一一对应")
#: 此前任乙副校长 · 曾在乙任教: where somebody was before
_FORMER = later(
    "(?:此前|原先|先前|之前|曾|原|历任)(?:先后|是|在|任|担任|为|系)*[^，。；\ue000-\ue004]{0,4}$"
)
#: 甲局干部某某自己掏钱给乙买…: not the body for which somebody works
_OF_PERSON = later("[^，。；]{0,10}\ue004")
_BY_ONESELF = later("自己|自掏|自费|个人|私人|积蓄|工资")
_CALLS = later("[走回探]访")
#: ……，因故未能成行: taken back in a later clause
_TAKEN_BACK = later("(?:未能|[未没]有?)成行|未签|没有签|作罢|不了了之|未果|搁浅|落空|告吹")
#: business between the two, and pupils that a school seeks for itself
_TRADE = later(
    "商业合同|供货|采购合同|订单|授信|贷款|投资[建兴办设]|招商|利率|招生|[实就][习业]基地|产业园"
)
#: 甲县的盟员企业: who is from there, not the place
_ITS_FIRMS = later("的?[\u4e00-\u9fff]{0,4}(?:企业(?![家协])|商户)")
_STOP = later("[，。；！]")
_SIDE = later("[\ue000-\ue003]")
_IN_LIST = later("[\ue000-\ue003](?:[、和与及][\ue000-\ue003])+")


#: What the form of a sentence may say against a pair and yet be outweighed by other signs.
_OPEN = frozenset(("", "came", "site", "tells", "led", "present", "from", "its", "station"))


def is_no_pair(view: View, here: int, there: int) -> bool:
    """Whether the side at `here` is, by the form of the sentence, no helper of that at `there`."""
    return guard_of(view, here, there) not in _OPEN


def is_no_side(view: View, at: int) -> bool:
    """Whether the place at `at` is part of an unread name, or only says where a report comes from.

    甲市|银行向乙小学捐赠 · 某网甲市8月26日消息
    """
    if view.mentions[at].kind is not Kind.PLACE:
        return False
    text = view.symbols
    return _PART.match(text, at + 1) is not None or _DATELINE.match(text, at + 1) is not None


def guard_of(view: View, here: int, there: int) -> str:
    """What the form of the sentence says against help from `here` to `there`; "" for nothing."""
    text = view.symbols
    if _only_met(text, here, there):
        return "listed"
    if _only_calls(text, here, there):
        return "calls"
    if _came_or_learns(text, there):
        return "came"
    if _sets_the_task(view, here):
        return "task"
    if _is_site(view, there):
        return "site"
    if _FORMER.search(text, 0, here) or _FORMER.search(text, 0, there):
        return "former"
    if told := _only_tells(view, here, there) or _no_giver(view, here, there):
        return told
    if _other_between(text, here, there):
        return "between"
    if _out_of_order(text, here, there):
        return "order"
    wording = text[min(here, there) : max(here, there)]
    if _TRADE.search(wording) or _TRADE.search(_clause(text, max(here, there))):
        return "trade"
    taken_back = _TAKEN_BACK.search(text, max(here, there)) is not None
    return "refused" if taken_back or is_refused("", wording, _clause(text, there)) else ""


def _only_tells(view: View, here: int, there: int) -> str:
    """Whether the first only tells who another is, or only speaks of it."""
    kind, text = view.mentions[here].kind, view.symbols
    if _VISITS.match(text, here + 1):
        return "visits"
    if _UNDERTAKES.match(text, here + 1):
        return "undertakes"
    if _HEEDED.search(text, 0, here):
        return "heeded"
    if here < there and LED.search(text, 0, here):
        return "led"
    if here < there and IN_BRACKETS.match(text[here + 1 : there]):
        return "brackets"
    if _TELLS.match(text, here + 1):
        return "tells"
    if here < there and PRESENT.search(text, here + 1, there):
        return "present"
    if _gives_alone(view, here, there):
        return "by-oneself"
    if kind is not Kind.PLACE:
        return ""
    if _ITS_FIRMS.match(text, here + 1):
        return "firms"
    told = (("from", PEOPLE_FROM), ("its", _ITS), ("station", _STATION))
    return next((name for name, said in told if said.match(text, here + 1)), "")


def _gives_alone(view: View, here: int, there: int) -> bool:
    """Whether a person of the first, and not the first, pays for what the second gets."""
    text = view.symbols
    if here > there or not _OF_PERSON.match(text, here + 1, there):
        return False
    wording = text[here:there] + _clause(text, there)
    return view.mentions[here].kind is not Kind.PERSON and bool(_BY_ONESELF.search(wording))


def _no_giver(view: View, here: int, there: int) -> str:
    """Whether the first is a person who is not said to give or teach by himself."""
    text = view.symbols
    if view.mentions[here].kind is not Kind.PERSON:
        return ""
    if view.mentions[there].kind is Kind.PLACE:
        # a volunteer teaches in a school, a giver gives to one
        return "person-place"
    if text[min(here, there) : max(here, there)].count("，") > _CLAUSES:
        return "person-far"
    if _FOR_OTHERS.match(text, here + 1) or _AS_ONE.search(text, 0, there):
        return "person-for-others"
    if _SPEAKS.match(text, here + 1) or OTHERS_GAVE.search(text, here, max(here, there)):
        return "person-speaks"
    around = text[max(0, min(here, there) - 12) : max(here, there)] + _clause(text, there)
    return "person-no-gift" if _BY_PERSON.search(around) is None else ""


def _clause(text: str, at: int) -> str:
    stop = _STOP.search(text, at + 1)
    return text[at + 1 : stop.start() if stop else len(text)]


def _only_met(text: str, here: int, there: int) -> bool:
    """Whether two sides only stand side by side: 在甲和乙同步开展."""
    low, high = min(here, there), max(here, there)
    listed = _LISTED.fullmatch(text, low + 1, high) is not None
    return listed and _SHARED_LEAD.search(text, 0, low) is not None


@lru_cache(maxsize=4096)
def _came_or_learns(text: str, there: int) -> bool:
    """Whether the second says who came, or where one learns: for all pairs that it is in.

    来自丙教育厅、乙市 · 到乙参加研修
    """
    if "来自" in text and _CAME_FROM.search(text, 0, there):
        return True
    return _GOES_TO.search(text, 0, there) is not None and is_learning(_clause(text, there))


def _only_calls(text: str, here: int, there: int) -> bool:
    """Whether somebody of the first only comes to the second to look, to meet or to learn.

    甲会长一行走访乙, 到乙对接工作, but not 甲与乙对接.
    """
    between, after = text[here + 1 : there], _clause(text, there)
    if there < here or "来自" in between or "对接" in between:
        return False
    if between[-1:] in tuple("与和同跟") and "对接" in after:
        return False
    return is_learning(_CALLS.sub("看望", between + after))


def _sets_the_task(view: View, here: int) -> bool:
    """Whether the first is a body of the centre that orders help but is not said to give it."""
    one = view.mentions[here]
    centre = one.kind is Kind.INSTITUTION and _CENTRE.search(one.name) is not None
    return centre and "定点" not in view.symbols


def _is_site(view: View, there: int) -> bool:
    """Whether the second is where a course is held, or only says where an unread school lies.

    研修班在乙举行 · 乙1、乙2两个乡的中心小学 · 与乙某某学校续签协议
    """
    text = view.symbols
    if text[:there].endswith("在") and _HELD.match(text, there + 1):
        return True
    if view.mentions[there].kind is not Kind.PLACE:
        return False
    unread = UNREAD_SCHOOL.match(text, there + 1) is not None
    return unread or _PARTS.match(text, there + 1) is not None


def _other_between(text: str, here: int, there: int) -> bool:
    """Whether the two are told in parts of their own, or an unread body acts beside the second."""
    if "；" in text[min(here, there) : max(here, there)]:
        # …；乙…: each part has its own who and whom
        return True
    if there < here:
        return False
    clause = max(text.rfind(mark, here, there) for mark in "，；")
    return clause >= 0 and any(
        unread.match(text, clause + 1, there) for unread in (UNREAD_BODY, _ACTOR)
    )


def _out_of_order(text: str, here: int, there: int) -> bool:
    """Whether two lists are told to be pairs in their order, and these are none."""
    if not _RESPECTIVE.search(text, min(here, there), max(here, there)):
        return False
    lists = [m.span() for m in _IN_LIST.finditer(text)]
    one = next((span for span in lists if span[0] <= here < span[1]), None)
    other = next((span for span in lists if span[0] <= there < span[1]), None)
    if one is None or other is None:
        # 甲、某市、丙三地依次结对丁、戊: a name was not read, so no order can be trusted
        alone = here if one is None else there
        return "、" in (text[alone - 1 : alone], text[alone + 1 : alone + 2])
    if one == other:
        return False
    first, second = (len(_SIDE.findall(text, *span)) for span in (one, other))
    at, to = len(_SIDE.findall(text, one[0], here)), len(_SIDE.findall(text, other[0], there))
    return first != second or at != to
