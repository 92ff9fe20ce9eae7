"""When the match of a pattern is no help: what stands around the sides, or between them."""

from __future__ import annotations

import re

from ...later import later
from .guards import is_learning, modality_of
from .patterns import Rule
from .symbols import END, PERSON
from .wordings import (
    FACILITY,
    FOLLOWED,
    GIVEN_TO,
    GIVERS_FROM,
    IN_BRACKETS,
    LED,
    LED_LIST,
    LOOKED_AT,
    NAMED,
    NAMED_THING,
    OF_ITS,
    OF_THE_BODY,
    OTHER_WORKS,
    OTHERS_GAVE,
    PAYS,
    PEOPLE_FROM,
    PREPOSITION,
    PRESENT,
    PROJECT,
    REST_OF_BODY,
    REST_OF_NAME,
    SAYS,
    SHARED,
    TITLED_TOGETHER,
    TOWARDS,
    UNREAD_BODY,
    UNREAD_SCHOOL,
)

__all__ = ["ROW_OF_POSTS", "SECOND_POST", "is_unfit"]

_POST_OF = later("[\ue001\ue002][^，。；\ue000-\ue004]{1,18}$")
#: 甲会主委某某，|丙会副主委某某一行赴乙: the last of those who came does not come alone
ROW_OF_POSTS = later("\ue004[，、]$")
SECOND_POST = later(rf"{END}[^，。；、\ue000-\ue003]{{2,10}}、[^\ue000-\ue003，]{{0,2}}$")


def is_unfit(rule: Rule, match: re.Match[str], before: str, wording: str) -> bool:
    """Whether the wording, or what stands around the match, makes it no help."""
    groups = match.groupdict()
    x = groups.get("x") or ""
    if (rule.unless and rule.unless.search(wording)) or (rule.unless_x and rule.unless_x.search(x)):
        return True
    together = SHARED.match(x) or TITLED_TOGETHER.match(x)
    listed = before.endswith(("和", "与", "及")) and together is not None
    led = listed or before.endswith(("由", "经", "，"))
    if rule.agent and PREPOSITION.search(before) and not led:
        return True
    if "h" in groups and FOLLOWED.search(before):
        return True
    if rule.journey and PERSON in x and ROW_OF_POSTS.search(match.string[: match.start()]):
        return True
    if rule.journey and (is_learning(wording) or modality_of(wording) is None):
        return True
    if (
        "h" in groups
        and match.start("h") < match.start("r")
        and (LED.search(before) or LED_LIST.search(match.string, 0, match.start()))
    ):
        # 局长带领甲科、乙中心的干部到丙: who is led along is not who sends
        return True
    # 正同甲县接触,争取由丙校与乙校结对: who is spoken to does not sign
    spoken_to = rule.mutual and before.endswith(("同", "与", "跟", "向"))
    organised = not rule.organises and OF_ITS.match(x) is not None
    # 甲发起的助学行动已有九年,项目每年为…: it is 甲's all the same
    organised = organised and PROJECT.search(x) is None
    if spoken_to or organised or (rule.agent and LOOKED_AT.search(before)):
        # 他们关注甲主办的活动,为乙捐建…: 甲 is not who acts
        return True
    if rule.adjoins and before.endswith(("在", "于")):
        # 甲在某市援建的乙: the city is where it stands
        return True
    if NAMED.search(x) or IN_BRACKETS.match(x) or ("h" in groups and PRESENT.search(x)):
        return True
    if (
        rule.journey
        and PERSON in x
        and SECOND_POST.search(before)
        and not OF_THE_BODY.search(x[x.find(PERSON) :])
    ):
        # 民进市委会副主委、市教育局副局长某某率队: in which of the two posts, nothing says
        return True
    by_name = "h" in groups and match["h"].endswith(PERSON)
    if (PEOPLE_FROM.match(x) and not by_name) or (rule.thanks and TOWARDS.search(before)):
        return True
    if "h" in groups and REST_OF_NAME.match(_following(match, "h")):
        return True
    if "h" in groups and match["h"].endswith("\ue000"):
        # 北京银行: the city of that name gives nothing
        if REST_OF_BODY.match(_following(match, "h", 8)):
            return True
        if rule.gift and GIVERS_FROM.match(_following(match, "h", 14)):
            return True
    elif by_name and NAMED_THING.match(_following(match, "h", 10)):
        return True
    alone = "h" in groups and len(re.findall(END, match["h"])) == 1
    if alone and UNREAD_BODY.match(_following(match, "h", 12)):
        return True
    behind = _following(match, "r" if "r" in groups else "b", 14)
    if UNREAD_SCHOOL.match(behind) or UNREAD_BODY.match(behind):
        return True
    if rule.gift and OTHER_WORKS.match(behind):
        return True
    if "r" in groups and match["r"].endswith("\ue002") and FACILITY.match(behind):
        return True
    if rule.gift and GIVEN_TO.search(before):
        # 某人为家乡某乙小学捐款,为丙小学…: the one helped first helps nobody
        return True
    # who hands over a present speaks for somebody; who pays for it does not
    by_person = rule.gift and PERSON in match.group("h")
    return by_person and (
        PAYS.search(wording) is None
        or SAYS.search(x) is not None
        or "代表" in x
        # 甲大学副书记某某一行: they came for the body
        or (x.startswith("一行") and _POST_OF.search(before) is not None)
        or OTHERS_GAVE.search(x) is not None
    )


def _following(match: re.Match[str], name: str, most: int = 4) -> str:
    """What follows a group of a match: 甲、乙|市委会 is no list of places."""
    return match.string[match.end(name) : match.end(name) + most]
