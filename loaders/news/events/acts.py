"""The words that tell of a happening: named gatherings, acts on a day, what was never held."""

from __future__ import annotations

import re

from ....ontology.records import EventKind
from ...aided import AID_TO
from ...later import later
from ..numbers.measures import PLAN

__all__ = [
    "ABOUT",
    "ACTS",
    "AFTER",
    "COUNTED",
    "COURSE",
    "DAY",
    "DECIDED",
    "DOES",
    "FIRST",
    "FORMAL",
    "HABIT",
    "HELP",
    "HOLD",
    "HOME",
    "JOURNEY",
    "LABEL",
    "LATELY",
    "LEAD",
    "LECTURE",
    "LESSON",
    "LONGEST",
    "MORE",
    "NAMED",
    "NOTICE",
    "NOT_HELD",
    "NO_ACT",
    "NO_NAME",
    "ONCE",
    "OPENED",
    "OPENING",
    "ORGANISED",
    "PARTY",
    "REFERS",
    "ROUND",
    "SAME_DAY",
    "SEES",
    "SIGNS",
    "SPECIAL",
    "SPOKEN",
    "STAYS",
    "UNHELD",
    "WAY",
]

#: 计划 as a verb before what is planned
_PLANS = (
    rf"{PLAN}"
    r"(?=[于用到将向再今明下从年与和对]|在[今明年下\d]|开展|举[办行]|组织|选派|派|投|为期|通过|新|建|邀|由|招|安排)"
)
HELP = later(
    rf"帮扶|支教|结对|协作|送教|捐|(?:{AID_TO}|援[教派建])|支援|跟岗|助学|托管|研修|培训|共建|同心|扶贫|讲座|名师|调研|爱心"
)
ABOUT = later(
    rf"帮扶|支教|结对|协作|送教|捐[赠建资助]|(?:{AID_TO}|援[派建])|支援|跟岗|助学|托管|希望小学"
)
GATHERING = (
    r"(?:启动仪式|开班仪式|开班典礼|开班式|结业式|结业仪式|签约揭牌仪式|签约暨揭牌仪式|签约仪式|揭牌仪式|捐赠仪式|交接仪式|出征仪式|"
    r"欢送仪式|欢迎仪式|结营仪式|开营仪式|交付仪式|仪式|典礼|欢送会|欢迎会|见面会|座谈会|交接会|推进会|培训会|联席会议|协调会|研讨会|"
    r"交流会|工作会议|行前培训会|项目(?=（|”|在|正式|启动)|工作会(?!议室)|会议(?!室)|论坛|研修班|培训班|研修|培训|跟岗学习|讲座|教研活动|研学营|活动)"
)
HOLD = "举行|举办|召开|启动|开班|开幕|开讲|结业|落幕|开展|开营"
HELD = (
    rf"(?:上(?:了解到|获悉|，)|{HOLD}|落成|圆满结束|"
    r"拉开帷幕|开课)"
)
NAMED = later(
    rf"(?P<name>[^，。；：、！？\n]{{2,64}}?{GATHERING})(?:（[^）]*）)?(?:[^，。；！？\n]{{0,34}}?){HELD}"
)
MORE = later(
    rf"(?:暨|的)?(?:（[^）]{{1,20}}）)?[“”]?[^，。；：、！？\n在于“”]{{0,12}}?{GATHERING}(?!.{{0,2}}(?:举行|召开).{{0,1}}的)"
)
DOES = later(
    rf"(?:举行|召开|举办|开展|参加|出席|组织|完成)(?:了)?(?P<name>[^，。；：、！？\n]{{0,36}}?{GATHERING})"
)
WHO = r"(?:教师|老师|志愿者|队员|支教团|师生|人才|团队|队伍|工作队|实习生)"
ACTS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    (
        EventKind.CEREMONY,
        later(
            r"(?:签订|签署|签约|续签|拜师结对|结为师徒|签(?:下|了)[^，。；]{0,12}协议|揭牌|捐赠|捐建|赠送|授牌|完成交接|发放(?=[^，。；]{0,6}助学金))"
            r"(?!.{0,4}以来|了?的(?!.{0,6}(?:仪式|协议)))"
        ),
    ),
    (
        EventKind.VISIT,
        later(
            r"(?:调研|考察|走访)(?![组团队员])|访问(?!量)|看望|慰问(?![金品信组团队员])|回访|观摩|参观|到访|率队(?![迎欢])|带队|率团|一行(?![^，。；]{0,30}(?:报到|到岗))[^，。；]{0,14}?(?:赴|到|来到|走进|抵达|前往)"
        ),
    ),
    (
        EventKind.DISPATCH,
        later(
            rf"{WHO}[^，。；]{{0,24}}?(?:抵达|奔赴|出发|启程|到岗|报到|进驻|分赴|赴|开赴|踏上|来到|进入|走进|入疆|进藏|到[^，。；]{{2,20}}?(?:任教|支教|上岗))"
            rf"|(?:选派|派出|新派|首批)[^，。；]{{0,24}}?{WHO}[^，。；]{{0,16}}?(?:到|赴|前往|进入|任教|支教|到岗)"
        ),
    ),
    (
        EventKind.TRAINING,
        later(
            r"(?:送教|送去[^，。；]{0,20}?(?:公开课|示范课|优质课|课例)|培训|研修|讲座|跟岗|授课|示范课|教研|支教活动|同课异构|同上一[节堂]课)"
        ),
    ),
)
_WAY = "赴|走进|来到|前往|抵达|深入"
WAY = later(_WAY)
#: A journey of some days to teach or to meet; who stays to work is sent.
JOURNEY = later(
    rf"(?:{_WAY})[^，。；]{{2,30}}(?:，)?[^，。；]{{0,12}}?(?:开展|推进|举行|送教|帮扶|调研|讲学|听课|评课|示范课|讲座|走访|看望|慰问|探望|回访|送来|送去|送上|带来|带去|献上|捐)"
)
STAYS = later(
    rf"支教|任教|挂职|(?:{AID_TO}|援派)|援[\u4e00-\u9fff](?=教师|队|干部|人才)|驻点|选派|到岗|为期[一二三两半]年"
)
UNHELD = later(rf"没有|未|取消|拟|将|包括|{_PLANS}|{PLAN}$")
NO_NAME = later(
    r"^(?:本(?!次)|(?:两校|双方|两地|校际)(?:之)?间的|各[项类种]|一系列|丰富多彩|师资培训$|[此该这][项个]|保障|促进|加强|确保|多种|定期|相关)|(?<!即)将(?=[在于与对和])|汇报|介绍了|相关活动$|包括"
)
FORMAL = later(r"座谈会|见面会|交流会|欢送会|交接会|推进会|仪式|典礼|开班式|结业式")
OPENING = later(r"开班|结业|开营|结营")
LECTURE = later(
    r"(?:作|做|举办|带来|开展)(?:了)?(?:一场)?(?:题为|主题为|以)?[^，。；！？\n《》]{0,12}?(?P<title>《[^》\n]{2,40}》)"
    r"[^，。；\n《》]{0,6}?(?P<what>专题讲座|讲座|专题报告|报告|专题培训)"
    r"|(?:作|做)(?:了)?(?:一[场次个])?(?:专题|心理健康|教育)(?:讲座|报告)"
)
HOME = later(r"师徒|青蓝|新教师|教代会|年会|食品安全|疫情防控|安全生产")
ORGANISED = later(
    r"(?:本次|此次|这次|该次|该)?(?:活动|培训|研修班|培训班|仪式|会议|座谈会)[^，。；]{0,4}?由"
)


REFERS = later("[本此这该][次场个项]")
LONGEST = 3000  # characters of a sentence
LATELY = later(
    r"近日|(?<![\d此])日前(?![往来去])|近期|前不久|[\u4e00-\u9fff]{1,3}(?:节|学|假)(?:前夕|之际|期间)|昨[天日]|今[天日]|上周[一二三四五六日末]?|本周[一二三四五六日末]?|(?<![目此提以之\d日])前[天日]|.{0,2}[上下]午"
)
#: Words before a gathering that say that it is one of many, or still to come.
HABIT = later(
    r"将|用于|旨在|定期|大力|广泛|常态|包括|积极|致力|每[年月周]|多次|累计|经常|持续|继续|坚持|(?<=[，。；、\n])计划|拟|希望(?![小中]学|工程)|欢迎|鼓励|支持"
)
LEAD = 4  # sentences with which a page opens
#: 9月20日: a day of a year that is not said
DAY = later(r"\d月\d{1,2}(?:日|[至\-—~])|\d月[上中下]旬|^\d{1,2}日")
#: What a happening is called if it is one and no habit.
SPECIAL = later(
    r"[“「《]|第[一二三四五六七八九十\d]+[期届批轮次]|仪式|典礼|座谈会|开班|结业|见面会|推进会|研修班|培训班|\d{4}年"
)
#: Of gatherings held for years, the one that has a number, a title or a rite.
ROUND = later(
    r"[“「《]|第[一二三四五六七八九十\d]+[期届批轮次]|仪式|典礼|座谈会|开班|结业|见面会|推进会|\d{4}年"
)
#: 教研活动|162场
COUNTED = later(
    r"[”」]?(?:等)?(?:共|累计)?[\d一二三四五六七八九十百余]+(?:余|多)?(?:场|次|期|节|个)"
)
NOT_HELD = later(
    r"年(?:开始|起)举[行办]|没有成行|未能|取消|希望(?![小中学工书图])|(?<!即)将(?!在)|拟(?!定)|可以|一次|如何"
    rf"|{_PLANS}"
)
OPENED = later(r"揭牌|签约|签订|签署|启用|落成|交付|结业|开班|出征|启程|出发")
PARTY = later(r"考察团|代表团|回访组|专家组|帮扶团|调研组|慰问团|一行")
SIGNS = later(
    r"(?:签订|签署|续签|签[下了])[^，。；]{0,24}(?:协议|备忘录|协定|意向书)|签约$"
    r"|(?:捐赠|赠送|送去|送上|捐出|捐款|发放)(?!仪式)[^，。；]{0,24}[\d一二三四五六七八九十百千万余]+"
    r"[^，。；]{0,3}?(?:元|万|套|册|台|件|份|箱|架|个)"
    r"|(?:捐赠|赠送|送去|送上)(?:了)?[^，。；]{0,6}(?:图书|书籍|器材|文具|校服|设备|电脑|用品|物资)"
)
NO_ACT = later(
    rf"{_PLANS}|"
    r"^(?:通过|经过)|将|拟|须|应[当于]|底前|希望(?![小中学工书图])|内容包括|主要包括|累计|先后|每年|继\d|在继|不再|未(?=[再签举开能有])|[一二三四五六]是|以来|共有|责任书|基础上|系按"
)

#: What comes after, or in between, is of the same day.
AFTER = later(
    r"(?:[^，。；、\n]{0,12}(?:仪式|典礼|会议|座谈会|活动|培训|签约|捐赠|开班式)(?:期间|结束后|之后|后|间隙|前)|会[前后]|随后|其间|期间)"
)
SEES = later(
    r"(?:前往|赴|深入|来到|走进|到)[^，。；]{2,30}?(?:观摩|调研|考察|参观)"
    r"|(?:前往|赴|深入|来到|走进|到)[^，。；]{2,30}?(?:看望|走访|慰问)(?=[^，。；]{0,12}[教师学生])"
)
#: A time or an occasion that is one, though no date can be read from it: 今年5月, 去年秋天, 此行
ONCE = later(
    r"(?:今年|去年|前年|同年|次年)(?:\d{1,2}月|[春夏秋冬]|暑|寒|[年]?[初底末]|(?=[，]))|此行(?=[^，。；]{0,24}签)|同月"
)
COURSE = later(r"(?:开办|举办|办)了?[^，。；]{0,24}?(?:研修班|培训班|轮训班|夏令营|冬令营|研学营)")
LESSON = later(r"同课异构|示范课|公开课|同上一[节堂]课|讲座|教研")
#: A page that says what shall be done: what it names has not been held, unless it has its day.
NOTICE = later(
    r"(?:现将|现就)[^。\n]{0,20}(?:通知|公告)如下|特此通知|关于(?:举办|开展|召开)[^。\n]{2,60}的通知"
)
DECIDED = later(r"决定|定于|拟于|研究同意")
#: What somebody says of himself to the reporter, no happening.
SPOKEN = later(r"对记者说|告诉记者|向记者|接受采访|采访时")
SAME_DAY = later(
    r"(?:会上|会后|会前|当[天日]|随后|其间|仪式上|仪式后|活动中|现场|[上下]午|[座交]谈会上)"
)
FIRST = later(r"首批|本批|新一批|第[一二三四五六七八九十\d]+批")
LABEL = later(r"^(?:【[^】\n]{1,12}】)?[\d年月日至\-—~上下午 ]*$")
