"""Posts that a sentence tells in its own words: 甲身份是A校校长, A校聘请甲为副校长, A校的校长叫甲.

What stands right before and behind a name is read by the chains; these are the sentences in which
something stands between, as patterns over skeletons.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ...screen import Screen
from ..people.titles import Title
from .elided import last_two_schools
from .letters import NEAR, pattern
from .phrase import Held, Line, hold
from .skeletons import skeletons_of

__all__ = ["told_posts"]

_BE = "(?:担任|出任|任|当|做)了?(?:一[名位])?"
_CALLED = "(?:名?叫做?|名为)"
_NUMBERS = "一二三四五六七八九十"
_END = "(?=[，。；、（：]|老师|同志|$)"
_TELLINGS = Screen(
    (name, pattern(telling))
    for name, telling in {
        "identity": "N(?:Ⓣ|老师|同志)?，?[他她]?的?(?:真实|另一个)?身份是B的?T",
        "again": f"N{NEAR}{{0,14}}?(?:做回|当回|当上|做起|当起)了?B的?(?:一[名位])?T",
        "is-at": (
            f"N(?:Ⓣ|老师|同志)?{NEAR}{{0,10}}?(?:(?:回|来|调|分配|考|进)?到|在|(?:就职|供职|任职|任教)于)B，?{_BE}T"
        ),
        "sends": "B(?:选派|派出|派遣|派|推荐|抽调|委派|指派|安排)了?(?:骨干|优秀|本校)?TN",
        "card": "(?:^|【)N(?:】| *[|｜/] *)B的?T",
        "hired": "(?:聘任|聘请|任命|特聘|聘)了?N(?:Ⓣ|老师|同志)?(?:为|担任|任)B的?T",
        "hires": "B(?:聘任|聘请|任命|特聘|返聘)了?N(?:Ⓣ|老师|同志)?(?:为|担任|任)(?:学?校)?T",
        "called": f"B的?{NEAR}{{0,4}}?T(?:{_CALLED}|就?是)N{_END}",
        "one-called": f"B的?(?:有)?(?:一?[位名个]){NEAR}{{0,4}}?{_CALLED}N的{NEAR}{{0,4}}?T",
        "has-one": f"B的?有?(?:一?[位名个]){NEAR}{{0,4}}?T{_CALLED}N",
        "from-is": f"N(?:Ⓣ|老师)?来自B，?[他她]?是?(?:一[名位]?)?{NEAR}{{0,3}}?T{_END}",
        "of-is": f"来自B的N(?:Ⓣ|老师)?，?是(?:一[名位]?)?{NEAR}{{0,3}}?T{_END}",
        "leads": f"B{NEAR}{{0,8}}?由TN(?:带队|率队|领队|带领|牵头)",
        "writes": "作者[：:]?N，(?:工作)?(?:单位：)?B(?:，职务：)?的?T",
        "unit": "B(?:[^ⓃⓉⒷⓅ，。；的]{1,4}(?:组|处|科|室|部|办|系))的?NT",
        "years": (
            f"B(?:任教|工作|从教|教书|执教|坚守|{NEAR}{{0,3}}有){NEAR}{{0,10}}的{NEAR}{{0,4}}?NT"
        ),
        "class": f"B[{_NUMBERS}初高]{{1,2}}年?级?（?[0-9{_NUMBERS}]{{1,2}}）?班TN",
        "young": "B(?:[0-9]{2}后)的?(?:青年|年轻)?TN",
    }.items()
)
#: 两校校长甲、乙签订协议: each at his own, in the order in which the schools were named
_EACH = pattern("(?:两[校园]?|双方)的?(?:学校)?TN[、和与](?P<other>Ⓝ)")
_UNSURE = later("不是|不再|想[当做]|希望|如果|假如|申请|竞聘|应聘|梦想|立志")
_OF_SCHOOL = later("(?:[校园]长|教师|老师|主任|班主任)$")


def told_posts(line: Line, known: Collection[tuple[str, str]]) -> Iterator[Held]:
    """The posts that sentences of `line` tell, but for those of the (person, body) `known`."""
    found: set[tuple[str, str]] = set()
    for skeleton in skeletons_of(line.text, line.spans):
        for rule, telling in _TELLINGS.worth_trying(skeleton.signs):
            for match in telling.finditer(skeleton.signs):
                title = skeleton.spans[match.start("t")]
                person = skeleton.spans[match.start("n")]
                body = skeleton.body(match, "b")
                if body is None or not isinstance(person, Mention) or not isinstance(title, Title):
                    continue
                key = person.key, body.key
                if key in known or key in found or _UNSURE.search(match[0]) or title.learner:
                    continue
                school = body.kind is Kind.SCHOOL
                if title.aid or (not school and _OF_SCHOOL.search(title.title) and rule == "sends"):
                    continue  # who is sent by an office is at no post there
                found.add(key)
                start = skeleton.bounds(match)[0]
                yield from hold(line, person, body, [title], start, "told", 0.75)
        for match in _EACH.finditer(skeleton.signs):
            title = skeleton.spans[match.start("t")]
            both = last_two_schools(line, skeleton.bounds(match)[0])
            if both is None or not isinstance(title, Title):
                continue
            title = replace(title, title=re.sub("^[校园](?=[校园]|副)", "", title.title))
            for group, body in zip(("n", "other"), both, strict=True):
                who = skeleton.spans[match.start(group)]
                if isinstance(who, Mention) and (who.key, body.key) not in known:
                    yield from hold(line, who, body, [title], title.start, "told", 0.75)
