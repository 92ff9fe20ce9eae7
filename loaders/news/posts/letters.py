"""The letters in which the ways of telling who was sent are written, and what they stand for.

A where from, B where to, T the post there, N who; L a list of such with their posts, M a list of
bare names; H how many; ~ some words without a name, X a body or place.
"""

from __future__ import annotations

import re

from ...later import later

__all__ = ["GAP", "NEAR", "SEND", "SENT", "TAKE", "TO", "WORK", "pattern"]

_X = "Ⓟ*Ⓑ|Ⓟ+的Ⓑ|Ⓟ+的Ⓟ+(?!的)|Ⓟ+"
GAP = "[^ⓃⓉⒷⓅ。；]"
NEAR = "[^ⓃⓉⒷⓅ。；，]"
"""One character of a clause that belongs to no name."""
WORK = (
    "(?:支教|任教|挂职|挂任|任职|驻点帮扶|援教|从教|轮岗|顶岗|跟岗|服务|当老师|教书"
    "|担任[^ⓃⓉⒷⓅ，。；]{0,8}(?:教学|教育)工作"
    "|，?教(?!了?[一二三四五六七八九十百多余\\d]{1,5}年(?!级))(?:[高初小][^ⓃⓉⒷⓅ，。；]{0,6}|[^ⓃⓉⒷⓅ，。；]{0,6}?(?:语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育"
    "|美术|科学|信息))"
    "|教了(?![一二三四五六七八九十百多余\\d]{1,5}年))"
)
SEND = (
    "(?:(?:选派|派出|委派|外派|推荐|抽调|下派|派)(?:到|赴|至|往|来|前往|在)"
    "|派驻|派往|驻点帮扶|驻点|挂职|支援|援派)"
)
TO = "(?:来到|前往|奔赴|远赴|到|赴|至|来|驻|在)了?"
TAKE = "(?:被?选派为|被?任命为|挂职担任|挂职任|挂职|挂任|出任|担任|现任|兼任|任)"
SENT = "(?:选派|派出|派来|派驻|下派|外派)"

_SHORT = {
    "A": f"(?P<a>{_X})",
    "B": f"(?:[ⒷⓅ]+[^ⓃⓉ，。；ⒷⓅ]{{0,8}}Ⓑ?——)?(?P<b>{_X})",
    "T": "(?P<t>Ⓣ)",
    "X": f"(?:{_X})",
    "N": "(?P<n>Ⓝ)",
    "M": "(?P<n>Ⓝ(?:（[^）]{0,16}）)?(?:[、和与]Ⓝ(?:（[^）]{0,16}）)?)*)",
    "L": (
        "(?P<n>Ⓝ(?:(?:Ⓣ|老师|教师|同志)?[、和与及，]"
        "(?:(?:来自)?[ⒷⓅⓉ]*(?:的Ⓣ?)?|[一-杤杦-皃皅-鿿][一-皃皅-鿿]{1,7}的)Ⓝ)*)"
    ),
    "H": (
        "(?:等?[一二两三四五六七八九十0-9]{0,3}(?:[位名]|个?人)?(?:青年|骨干|优秀)?"
        "(?:Ⓣ|老师|教师|同志)?)?"
    ),
    "~": f"{GAP}{{0,14}}?",
}


def pattern(telling: str) -> re.Pattern[str]:
    """The regular expression of a telling written with the letters of this module."""
    return later("".join(_SHORT.get(sign, sign) for sign in telling))
