"""A sentence without what only accompanies its act, so that subject, verb and object stand close.

甲大学副校长某某、某某一行6人于7月18日赴乙县帮扶 is read as 甲大学赴乙县帮扶: who came for a body,
the day, in whose presence, through whose hands, and brackets that name nobody are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...later import later
from ...screen import Screen
from .claims import Claim, claims_in
from .clauses import aside_views, clause_views, joined
from .donorrows import donors_view
from .symbols import END, View
from .unfit import ROW_OF_POSTS, SECOND_POST

__all__ = ["lean_view", "sentence_claims"]

_TITLE = "[^\ue000-\ue004，。；：！？\n向为给对在到赴由被把将说捐送赠的我他其]"
_POST = (
    r"(?:副?(?:书记|校长|园长|院长|局长|主任|主席|会长|主委|处长|科长|部长)|先生|女士|老师|同志)"
)
#: 甲大学|副校长某某、处长某某等一行6人|赴: they act for the body
_PARTY = later(
    rf"(?<=[\ue001\ue002])(?P<people>(?:，?{_TITLE}{{0,18}}\ue004){{1,9}}){_POST}?"
    r"(?:等(?:[一-鿿]{0,6}[\d一二两三四五六七八九十]{1,3}[余多]?人|人|[一-鿿]{1,4}领导)?)?"
    r"(?P<party>一行)?(?:[\d一二两三四五六七八九十]{1,3}[余多]?人)?，?"
    r"(?P<then>组成|代表|率|带领|带队|专程|先后|再次|一同|一道|一起|共同|分别|陪同|冒|顶|驱车|于|就|怀|携|来到|来|到|赴|前往|走进|深入|奔赴|莅临|抵达"
    rf"|(?:[向为给]|(?:[与和同、]|以及){END}))"
)
_GIVES = ("向", "为", "给")
_SIDES = "\ue000\ue001\ue002\ue003"
#: 甲|一行6人|赴: how many they are
_HEADS = later(
    r"(?<=一行)(?:[\d一二两三四五六七八九十]{1,3}[余多]?人)，?(?=来|到|赴|前往|走进|深入|奔赴)"
)
#: 甲|通过丙、丁|向乙捐赠: through whose hands
_THROUGH = later(
    rf"(?:通过|经由?|依托|借助){END}(?:[、和与及]{END}){{0,5}}(?:平台|渠道|项目|牵线搭桥|牵线|协调|联系|联络|对接)?，?(?=[向为给])"
)
#: 甲|在丙的带领下|走进乙: in whose presence, at whose asking
_UNDER = later(
    r"(?:在[^，。；：！？\n在下]{1,26}?(?:带领|率领|支持|见证|陪同|倡导|关心|帮助|协调|组织|牵头|推动|配合|主持|安排|部署|领导|号召|鼓励|指导|努力|联系)"
    r"下|由[^，。；：！？\n由]{1,20}?带队)，?"
)
_DAY = (
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:(?:至|到|-|—|~)(?:\d{1,2}月)?\d{1,2}日)?(?:，?(?:上午|下午|晚上|晚|中午))?"
    r"|(?:今天|昨天|昨日|今日)(?:上午|下午|晚上)?|日前|近日|近期)"
)
_WHEN = later(
    rf"(?<=[\ue000-\ue004行员领者生人干师])[，]?(?:于|在|与)?{_DAY}，?(?=[来到赴前走深奔莅抵专向为给捐与和])"
)
#: 甲|为进一步…，|到乙: what it is done for
_AIM = later(
    "(?<=[\ue000-\ue003])为(?:了|进一步|深入|全面|切实|有效|更好|认真|充分|贯彻|落实|促进|推动|推进|加强|提[高升]|响应|做好|帮助|改善|解决|助力)[^，。；！？\n\ue000-\ue004]{2,40}，(?![^，。；]{0,3}[的了])"
)
_BRACKET = later(
    "（(?![^（）]{0,28}(?:帮扶|结对|支援|结束|曾|原|助))[^（）\ue000-\ue004\n]{1,30}）"
)
#: 甲会|相关领导|与丙会
_HEADS_OF = later(
    rf"(?<=[\ue001\ue002])的?(?:相关|有关|主要|分管|部分|全体)?(?:领导班子成员|领导班子|班子成员|领导|负责人|负责同志|工作人员|教师代表|党员代表|党员干部|代表)"
    rf"(?=[、与和及]{END}|(?:一行)?(?:来到|赴|前往|走进|深入|奔赴))"
)
#: 组成慰问组，|来到乙
_FORMED = later(
    r"组成[^，。；\ue000-\ue004]{0,8}(?:组|团|队)，?(?=来到|来|到|赴|前往|走进|深入|奔赴)"
)
#: 甲|与|丙来到乙: both come
_BOTH = later(
    rf"(?<={END})[与同](?={END}(?:一同|一起|共同|联合|一行)?(?:来到|赴|前往|走进|深入|奔赴|莅临))"
)
_CUT = Screen(
    (None, cut) for cut in (_THROUGH, _UNDER, _WHEN, _AIM, _BRACKET, _HEADS, _HEADS_OF, _FORMED)
)


#: Rules of which the first side must stand where it acts.
_OWN_SUBJECT = frozenset({"have", "lone", "nominal"})


def sentence_claims(whole: View) -> Iterator[Claim]:
    """What the patterns read in a sentence: in all of it, its brackets, its clauses, its core."""
    yield from claims_in(whole)
    for part in aside_views(whole):
        yield from claims_in(part)
    yield from _of_clauses(whole)
    for lean in filter(None, (lean_view(whole), donors_view(whole))):
        for claim in claims_in(lean):
            yield replace(claim, confidence=claim.confidence - 0.1)
        yield from _of_clauses(lean)


def _of_clauses(found: View) -> Iterator[Claim]:
    for clause in clause_views(found):
        for claim in claims_in(clause):
            if claim.rule not in _OWN_SUBJECT:
                yield replace(claim, confidence=claim.confidence - 0.1)


def lean_view(found: View) -> View | None:
    """The sentence without its company, or None where it has none."""
    symbols = found.symbols
    spans: list[tuple[int, int]] = []
    led: set[int] = set()
    for match in reversed([*_PARTY.finditer(symbols)]):
        people = match["people"].count("\ue004")
        alone = people == 1 and match["party"] is None
        if match["then"] in _GIVES and alone:
            # 某公司经理某某向乙捐赠: he may give himself
            continue
        lead = symbols[: match.start() - 1]
        if SECOND_POST.search(lead) or ROW_OF_POSTS.search(lead):
            # 民进市委会主委、市教育局副局长某某率队: in which of the two posts, nothing says;
            # 甲会主委某某，丙会副主委某某一行: the last of a row does not come alone
            continue
        if match["then"][-1] in _SIDES and match.end() not in led:
            # 甲会长某某、乙局副局长某某参加: of a list, all must come and act
            continue
        led.add(match.start())
        spans.append((match.start(), match.start("then")))
    for _, pattern in _CUT.worth_trying(symbols):
        spans.extend(match.span() for match in pattern.finditer(symbols))
    if not spans and _BOTH.search(symbols) is None:
        return None
    kept: list[tuple[int, int]] = []
    at = 0
    for low, high in sorted(spans):
        if low > at:
            kept.append((at, low))
        at = max(at, high)
    kept.append((at, len(symbols)))
    core = joined(found, *kept)
    return replace(core, symbols=_BOTH.sub("、", core.symbols))
