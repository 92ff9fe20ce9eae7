"""Wordings of gifts and lessons that name only one end: 甲捐赠电脑8台, 并为乙新建教学楼."""

from __future__ import annotations

import re

from ...later import later
from .symbols import END, PERSON, View

__all__ = ["DONOR", "GIVER_IS", "one_ended"]

_GAP = "[^\ue000-\ue004。！？；，：\n]"
_GIVING = r"(?:捐赠|捐资|捐款|捐建|捐出|捐来|捐献|捐(?!献)|出资|资助|配送|赠送|送来|寄来|寄去|列支)"
#: 某公司捐赠智慧黑板8块 · 由某公司资助15万元建设
DONOR = later(
    rf"(?<![向为给对与和在到通过、继])(?P<h>(?:{END}|{PERSON})(?:[、和与](?:{END}|{PERSON})){{0,6}})(?!夫人|家属|遗孀|之[子女])(?:(?![向为给对在受被获]|的[补津工]){_GAP}){{0,8}}?(?P<v>{_GIVING})"
    rf"(?!的|仪式|人|者|名单|行动|活动){_GAP}{{0,16}}?(?P<n>[\d一二两三四五六七八九十百千万]+|图书|书籍|著作|物资|用品|设备|衣物|文具|教具|校服|器材|[科教综宿食学实图礼师][一-鿿]{{0,3}}[楼堂馆舍室]|操场|球场|跑道|校舍|校门){_GAP}{{0,24}}(?=[，。；！？\n]|$)"
)
_DONOR_BY = later(
    rf"(?:由|是|来自){_GAP}{{0,6}}?(?P<h>{END}|{PERSON}){_GAP}{{0,14}}?(?P<v>捐赠|捐建|援建|资助|赞助|赠送|出资|捐资|配送|提供(?=[，。])|[送捐买给]的(?=[，。；！]))"
    rf"{_GAP}{{0,16}}(?=[，。；！？\n]|$)"
)
#: 某公司总经理甲一行到校，捐赠校服420套 · 某中心听说后，捐来一批器材 · 还有某厂送来的矿泉水
_BROUGHT = later(
    rf"(?<![向为给对与和在到通过、继])(?P<h>{END})(?!夫人|家属)(?:{_GAP}{{0,10}}{PERSON})?"
    rf"(?P<x>(?:(?![向为给对]|的[补津工])[^\ue000-\ue004。！？；：\n]){{0,26}}?)"
    r"(?P<v>[捐送寄带拉运]来|捐赠|捐献|赠送|送上)了?的?"
    rf"{_GAP}{{0,12}}?(?P<n>[\d一二两三四五六七八九十百千万]+|物资|用品|器材|药品|文具|衣物|图书|课桌椅)"
    rf"{_GAP}{{0,24}}(?=[，。；！？\n]|$)"
)
_HERE = later(
    "[到来进]校(?!长)|来到学校|走进(?:学校|校园)|听说|得知|闻讯|派[^，]{1,8}[车人]|专程|同一天"
)
#: 这批羽绒服来自某公司
_CAME_FROM = later(
    rf"(?:这|该|此)(?:一?批|些|笔){_GAP}{{0,6}}(?:[衣服裤鞋帽被书具材机板]|物资|用品|设备|电脑|善款|捐款|资金)"
    rf"(?P<v>来自)(?P<h>{END})(?={_GAP}{{0,12}}(?:捐|资助|[，。；！？\n]|$))"
)
#: 寄件人是某公司的员工
GIVER_IS = later(
    rf"(?:寄件人|寄书人|捐[赠助资书]?[人者方](?:士)?|资助[人者方]|爱心人士|好心人|发起人){_GAP}{{0,4}}?(?P<v>是|来自)(?P<h>{END})"
)
#: 某公司的捐赠车队驶入校园
_CONVOY = later(
    rf"(?P<h>{END})的?{_GAP}{{0,8}}?(?P<v>捐赠|爱心|赠送|援助)(?:的)?(?:车队|物资|货车|车辆|卡车){_GAP}{{0,8}}?"
    r"(?:驶入|驶进|运抵|抵达|运到|开进|送到)了?(?=校园|学校|这里)"
)
#: 他们是某公司的志愿者，带来了冬衣
_GUESTS = later(
    rf"(?:他们|她们|客人们?|来的)(?:正|都|均)?(?:是|来自)(?P<h>{END}){_GAP}{{0,12}}，{_GAP}{{0,8}}?"
    rf"(?P<v>[带送拉运捐寄]来|送上|捐赠|赠送)了?{_GAP}{{0,24}}(?=[，。；！？\n]|$)"
)
_ANY_ACT = later(
    r"捐|赠|资助|出资|配送|寄|列支|援建|建成|新建|建好|建起|购置|添置|配备|提供|募集|筹集|翻修|送|改造|任教|支教|来自|赞助|[带拉运]来"
)
_LIST = rf"{END}(?:(?:、|和|及|与){END}){{0,6}}"
#: 在乙1、乙2建成智慧教室 · 并为乙新建教学楼: nobody is named who does it
_WORKS = later(
    rf"(?:(?<=[，；。])|(?<=^)){_GAP}{{0,10}}?(?:为|给|向|在)(?P<r>{_LIST}){_GAP}{{0,10}}?"
    r"(?P<v>捐赠|捐建|捐|募捐|募集|筹集|新建|建成|援建|建好|建起|购置|添置|配备|提供|送去|赠送|资助|改造|翻修)"
)
_TEACHING_THERE = later(
    rf"(?:支教团|支教队|志愿者|支教教师|支教队员|队员|实习生|师范生)[^。！？；\n]{{0,40}}?(?:在|到|赴|来到)(?P<r>{_LIST})(?P<v>{_GAP}{{0,6}}?(?:任教|支教))"
)


def one_ended(found: View) -> list[re.Match[str]]:
    """The passages that tell who gives (group ``h``) or who is given to (``r``), in order."""
    if not _ANY_ACT.search(found.symbols):
        return []
    patterns = (DONOR, _DONOR_BY, GIVER_IS, _GUESTS, _CONVOY, _CAME_FROM, _WORKS, _TEACHING_THERE)
    every = [match for pattern in patterns for match in pattern.finditer(found.symbols)]
    every += [
        m for m in _BROUGHT.finditer(found.symbols) if m["v"][1] == "来" or _HERE.search(m["x"])
    ]
    return sorted(every, key=lambda match: match.start())
