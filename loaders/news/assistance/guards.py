"""What a wording that looks like help really says: how, whether at all, and when."""

from __future__ import annotations

import re

from ....ontology.records import Modality, Status
from ...aided import AID_TO
from ...later import later

__all__ = [
    "is_denied",
    "is_learning",
    "is_refused",
    "modality_of",
    "opens_plan",
    "status_of",
    "words_of_status",
]

#: In order: the first that occurs decides.
_MODALITIES: tuple[tuple[re.Pattern[str], Modality], ...] = (
    (later(r"托管|领办|接管|委托管理|一体化管理"), Modality.MANAGEMENT),
    (
        later(
            rf"支教|任教|挂职|驻点|派驻|援派|任职|{AID_TO}|选派|派出|派来|派遣|执教|轮岗|任校长|工作队"
        ),
        Modality.SECONDMENT,
    ),
    (
        later(
            r"送教|授课|上课|示范课|课堂|讲学|同步课|网课|直播|线上课|送课|执教|上[^，。；]{1,8}课"
        ),
        Modality.TEACHING,
    ),
    (later(r"培训|研修|跟岗|讲座|送培|辅导|报告"), Modality.TRAINING),
    (
        later(r"捐|资助|助学|援建|爱心|公益|出资|投入|送温暖|暖冬|微心愿|关爱|慰问[金品]"),
        Modality.FUNDING,
    ),
    (later(r"结对|对口|定点|支援|帮扶|扶贫|联系|共建|协作|手拉手"), Modality.PAIRING),
    (later(r"坐诊|义诊|带教|查房|会诊|巡诊"), Modality.OTHER),
    (
        later(r"送[上来去][^，。；]{0,10}(?:衣|图书|书籍|书包|物资|礼物|文具|用品|器材|电脑|鞋)"),
        Modality.FUNDING,
    ),
)
_REFUSED = later(
    r"没有成行|并未(?!.{0,6}(?:停|断|止|忘|变|减|结束|远))|未能|并非|并不|不是|尚未|从未|没有(?!.{0,4}(?:忘|断|停|变|少|白费))|取消|谣言|不存在|不实|误传|未曾|无关|未再|未(?=[向为给与同对赴派捐送支结资帮])|婉拒|否认|拒绝(?=[向为给与同对捐接])|听说|据说|传言|传闻|误以为|"
    r"假如|如果|倘若"
)
_RUMOUR = later(
    r"网传|网上流传|网络流传|传言|传闻|谣传|谣言|讹传|误传|有消息称|有传|听说|据传|(?:提案|来信|帖子|网帖|留言|文章|有人)中?(?:称|说|提到|提及)"
)
_DENIAL = later(
    r"没有(?:此|这)|并?无此|不属实|不实|谣言|子虚乌有|不存在|不是事实|与事实不符|纯属|不信谣|未曾|并未|从未|没有任何"
)
_ASKED = later(r"^\s*问[:：].*[？?]\s*$|(?:是否|是不是|有没有|听说|吗)[^。！]*[？?]\s*$", re.S)
_PLANNED = later(
    #: 将6名教师送到乙 is no future, and 教育帮扶计划 no intention
    r"(?<![即])将(?!.{0,6}经验|.{0,4}作为|.{0,4}纳入|\d|[一二两三四五六七八九十百]{1,3}[名位批]"
    r"|[^，。；]{1,16}?(?:[送捐交带派寄]到|[送捐交带]给|[送捐寄]往|送[至进达]|列为|确定为|赠[送予]))"
    r"|拟|(?<![扶育长才师动持助训养展升程式学教心光业金人英援])计划(?![》”）的，。；、]|启动|实施|项目)|预计|即将|准备(?![了好的])|打算|力争|商议|洽谈|正在对接|待定|有望"
    #: 播种希望, 希望小学, 为孩子们准备了, 争取到资金: none of these is a plan
    r"|(?<![种燃飞亮来去新起满下明])希望(?!工程|小学|学校|中学|之|书屋|厨房|教室|的)|建议|争取(?![到了来])|"
    r"(?:今年|明年|秋季|春季)(?:秋季|春季)?起将"
)
#: 计划自2031年9月起，由甲托管乙: the plan stands a clause before the helper.
_PLAN_OPENS = later(
    r"(?:拟|计划|预计|准备|打算|将)(?:于|自|从|在)?[\d年月日春秋季学期起初底上下半旬中]{2,16}，由?$"
)
_ENDED = later(
    r"原由|(?<![^，。；、])原(?=[\ue000-\ue003])|原结对|此前由|曾由|期满|到期|终止|届满|解除|结束了|不再|撤并|曾经|以前"
)
_DONE = later(r"已(?!定|拟)|先后|累计")
_LEARNING = later(
    r"跟岗|跟班|取经|学习|参观|研学|游学|观摩|考察|参赛|就读|求学|进修|开会|参会|招聘|招生"
)
#: 到那里拜师学艺: whatever else is spoken of there
_TO_LEARN = later(r"拜师|学艺|取经|求教|考察学习|参观学习|观摩学习|学习考察|对标学习")
_VISIT_ONLY = later(
    r"调研|考察|慰问|看望|视察|督导|检查|参观|访问|出席|参加|交流会|座谈|对接|洽谈|学习"
)
#: 看望慰问支教教师: they help, who sees them does not
_VISITED = later(
    rf"(?:看望|慰问|走访|探望|座谈)[^，。；]{{0,8}}?(?:支教|挂职|帮扶|援派|驻村|{AID_TO})[^，。；]{{0,6}}(?:教师|老师|干部|队员|人才|志愿者|团队|同志)"
)
_HELP = later(
    r"支教|任教|送教|帮扶|支援|捐|援|挂职|任职|驻点|讲学|授课|培训|资助|助学|示范课|讲座|结对|扶贫|教学指导|送培|"
    r"执教|上课|辅导|公益|爱心|服务|支农|送温暖|暖冬|微心愿|关爱|坐诊|义诊|带教|查房|会诊|巡诊"
)
#: 看望困难学生，并送上慰问金
_BRINGS = later(
    "慰问[金品]|送[上来去]了?[^，。；]{0,8}(?:衣|图书|书籍|书包|文具|物资|礼物|用品|器材|助学金)"
)


def modality_of(wording: str) -> Modality | None:
    """How one side helps the other by the words of a match; None where no word of help occurs."""
    for pattern, modality in _MODALITIES:
        if pattern.search(wording):
            return modality
    return None


def status_of(before: str, within: str, after: str) -> Status:
    """Planned, ended or active, from the clause before the helper, the match and what follows."""
    if _ENDED.search(before[-10:]) or _ENDED.search(within) or _ENDED.search(after):
        return Status.ENDED
    plan = _PLANNED.search(within)
    if plan is not None and _DONE.search(within, 0, plan.start()):
        # 已选派12名教师,明年还将…: what is planned is something else
        plan = None
    # 将甲捐出的新书赠给乙: what is done with it, and no future
    lead = before[:-1] if before.endswith("将") and "的" in within else before
    if plan is not None or _PLANNED.search(lead[-6:]):
        return Status.PLANNED
    return Status.ACTIVE


def opens_plan(lead: str) -> bool:
    """Whether what stands before the helper dates it as a plan, from a clause before."""
    return _PLAN_OPENS.search(lead) is not None


def is_refused(before: str, within: str, after: str) -> bool:
    """Whether the clause denies the relation or only supposes it."""
    return bool(
        _REFUSED.search(before[-12:]) or _REFUSED.search(within) or _REFUSED.search(after[:14])
    )


def is_denied(text: str, low: int, start: int, end: int, high: int) -> bool:
    """Whether the sentence ``text[low:high]`` denies what its passage says, or only asks it.

    A rumour or another's claim before the passage counts where the same sentence denies it
    after; 网传…,经核实,没有此项安排.
    """
    if _ASKED.search(text, low, high) and text[low:high].strip()[-1:] in "？?":
        return True
    rumour = _RUMOUR.search(text, low, start)
    return rumour is not None and _DENIAL.search(text, end, high) is not None


def is_learning(wording: str) -> bool:
    """Whether a journey is made to learn, to look or to meet, and no word says that it helps."""
    if _TO_LEARN.search(wording):
        return True
    wording, met = _VISITED.subn("看望", wording)
    if not met and _BRINGS.search(wording):
        return False
    return bool(
        (_LEARNING.search(wording) or _VISIT_ONLY.search(wording)) and not _HELP.search(wording)
    )


def words_of_status(text: str, low: int, start: int, end: int, high: int) -> tuple[int, int]:
    """The passage ``text[start:end]`` with the words for planned or ended help beside it.

    They may stand up to a clause away, but within the sentence ``text[low:high]``.
    """
    for pattern in (_ENDED, _PLANNED):
        if pattern.search(text, start, end):
            return start, end
    before = [
        found.start()
        for pattern in (_ENDED, _PLANNED)
        for found in pattern.finditer(text, max(low, start - 20), start)
    ]
    after = [
        found.end()
        for pattern in (_ENDED, _PLANNED)
        if (found := pattern.search(text, end, min(high, end + 24)))
    ]
    if before:
        return max(before), end
    return start, min(after, default=end)
