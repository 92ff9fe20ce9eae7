"""What a site puts around a story: menus, share bars, related articles, profiles, legal lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ...aided import AID_TO
from ...later import later
from .masthead import DATE, Masthead, date_in, masthead_line

_NAV = later(
    r"^(?:您?(?:现在|当前)?(?:的|所在)*位置|当前位置|您所在的位置|您的位置)\s*[：:]?"
    r"|^(?:网站)?首页\s*(?:>|»|›|/|\||—)|^[^。，！？\n]{1,24}(?:(?:>{1,2}|»|›)[^。，！？>»›\n]{1,18}){1,6}[>»›]?$"
    r"|^(?=.*(?:首页|新闻|专题|导航|关于|时政|要闻|[Hh]ome|[Nn]ews))(?:[^|。，！？：\d]{1,26}\|){3,}[^|。，\d]{0,24}$"
    r"|^(?:(?:网站|学校)?首页|[Hh]ome)(?:\s+[^\s。，！？：]{2,8}){3,}$"
)
_STEP = later(r"^[【\[]?(?:上|下)[一1](?:篇|条|页|则)(?:[】\]]|：|:|\s|$)")
_SHARE = later(
    r"^[\s【】\[\]（）()|｜/·、,，]*(?:(?:扫一扫|打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|返回(?:顶部|列表|首页)|"
    r"分享(?:到|至)?|收藏(?:本页)?|字号|字体|大|中|小|点赞|在看|转发|点击(?:上方|下方)?(?:蓝字)?(?:关注)?|"
    r"[Pp]rint|[Cc]lose|END|微信|微博|QQ空间|朋友圈|评论|举报|在手机打开(?:当前|本)页面?|用手机浏览|"
    r"关注我们|查看更多|更多|阅读原文|👍|👀|↗️?|♥|❤️?|—|-|–|:|：)[\s【】\[\]（）()|｜/·、,，]*)+$"
    r"|^扫(?:一扫|码|描).{0,24}$|^点击(?:上方|下方)?.{0,8}(?:蓝字|关注|查看|下载|订阅).{0,20}$"
    r"|^(?:长按|识别).{0,12}二维码.{0,16}$|^更多>+$|^(?:相关)?附件(?:下载)?[：:]\s*无?$"
)
_LEGAL = later(
    r"版权所有|版权声明|著作权所有|©|[Cc]opyright|ICP备|公网安备|网站标识码|未经授权|禁止转载|不得转载|"
    r"^友情链接|^(?:主办|承办|技术支持|版权)(?:单位)?[：:].{0,40}(?:承办|维护|技术支持|主办)(?:单位)?[：:]|"
    r"^(?:免责|特别)声明|^网站地图|违法和不良信息举报|仅供参考.{0,10}不构成"
)
_CONTACT = later(
    r"^(?:联系|通讯|通信|单位|学校|基金会)?(?:地址|[Aa]dd\.?)\s*[：:]|^邮(?:政)?编(?:码)?[：:]|"
    r"^(?:(?:总机|咨询|联系|捐赠|办公|招生|热线|值班)*(?:电话|热线)|传真|(?:电子)?邮箱|网址|[Tt]el\.?|E-?mail)\s*[：:]"
    r"[\d\-X×x—、，,；; ()（）A-Za-z@.:/邮编地址：]*$"
)
_ADVERT = later(
    r"^[【\[（(]?(?:广告|推广|赞助商链接)[】\]）)]?(?:$|[：:])"
    r"|^(?=.{4,40}$)[^。“”]*(?:抢购|点击购买|限时优惠|立即购买|立即下载|下载.{0,12}(?:APP|客户端))[^。”]*$"
)
_FILE = later(
    r"^(?:附件)?[\d.、．：: ]{0,6}.{1,60}\."
    r"(?:xlsx?|docx?|wps|et|pdf|zip|rar|jpe?g|png)(?:\s*[（(].{0,12}[）)])?$"
)
_FILES = later(r"^(?:相关|文档)?附件(?:下载|列表)?[：:]?$")
_ZONE = later(
    r"^[【\[■◆]?(?:相关(?:阅读|链接|新闻|报道|推荐|文章|内容|资讯|专题)|热门(?:文章|新闻|推荐|阅读)|新闻推荐$|最新(?:文章|新闻|资讯|发布)|"
    r"推荐(?:阅读|文章|新闻)|往期(?:推荐|回顾|精选)|延伸阅读|猜你喜欢|热点(?:推荐|新闻|排行)|新闻排行|点击排行|"
    r"精彩推荐|更多(?:新闻|资讯|精彩)|本网推荐|为您推荐|大家都在看|阅读排行|问答|相关问答|网友评论|最新评论|编辑推荐)"
    r"[】\]]?\s*(?P<colon>[：:]?)\s*"
)
_PROFILE = later(
    r"^[【\[]?(?:关于)?([\u4e00-\u9fff]{2,30})(?:简介|概况)[】\]]?$|^[【\[]?(?:联系方式|联系我们|关于我们)[】\]]?$"
)
_AID = later(
    f"帮扶|支教|对口|结对|协作|支援|(?:{AID_TO}|援[建派])|受援|托管|送教|跟岗|挂职|研修|培训|捐[赠资]|东西部|组团式"
)
_LETTERS = later(r"[^\W_]+")

_LONG = 30
"""Characters in common that two paragraphs do not have by chance."""

_BLOCK = 15
_PLACES = 8
_OWNER = 20_000
"""Characters of a page within which it names the body whose profile is part of its story."""

LEAST_STORY = 60
"""A paragraph shorter than this cannot prove that a zone of furniture is over."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is: furniture for a reason (``reader.<reason>``), and what it says of a page."""

    reason: str | None = None
    says: Masthead | None = None


_STORY = Verdict()


def _key(line: str) -> str:
    return "".join(_LETTERS.findall(line))


class _Told(NamedTuple):
    """The text of a page without its signs, and where the blocks of what was told stand in it.

    A passage of `_LONG` characters covers a whole block of the text that it comes from, wherever
    it begins: so the search for what is told twice takes no longer on a long page.
    """

    text: str
    blocks: dict[str, list[int]]

    def tell(self, start: int, end: int) -> None:
        """Note that ``text[start:end]`` was told."""
        for at in range(-(-start // _BLOCK) * _BLOCK, end, _BLOCK):
            places = self.blocks.setdefault(self.text[at : at + _BLOCK], [])
            if len(places) < _PLACES:
                places.append(at)

    def places(self, key: str, end: int) -> set[int]:
        """Where `key`, of `_LONG` characters or more, was told before `end`."""
        return {
            place - offset
            for offset in range(_BLOCK)
            for place in self.blocks.get(key[offset : offset + _BLOCK], ())
            if offset <= place <= end + offset - len(key)
            and self.text.startswith(key, place - offset)
        }


def _is_story(line: str, told: _Told, end: int) -> bool:
    """Whether a paragraph in a zone of furniture belongs to the story all the same."""
    return (
        len(line) >= LEAST_STORY
        and len(set(_AID.findall(line))) >= 2
        and line.rstrip("”’）)").endswith(("。", "！", "？"))
        and not told.places(_key(line)[:_LONG], end)
    )


def judged(lines: list[str]) -> list[Verdict]:
    """One verdict for each line of a page, in order.

    A heading such as 相关阅读 opens a zone that lasts until a paragraph proves to be story: long,
    ended, with two words of assistance, and not told before. Where the heading itself runs on
    into such a paragraph (相关阅读：教育是…) nothing is cut.
    """
    verdicts: list[Verdict] = []
    keys = [_key(line) for line in lines]
    told = _Told("".join(keys), {})
    whole: _Told | None = None
    start = end = 0
    zone: str | None = None
    last = max((i for i, line in enumerate(lines) if line.endswith("。")), default=len(lines))
    body = next(
        (i for i, line in enumerate(lines) if len(line) >= LEAST_STORY and "。" in line), len(lines)
    )
    head = max(body + 1, 4) if body < len(lines) else 3
    for i, line in enumerate(lines):
        start, end = end, end + len(keys[i])
        verdict = _line_verdict(line, at_head=i < head, at_tail=i > last or i >= len(lines) - 6)
        if verdict.reason == "masthead" and _in_table(lines, i):
            verdict = _STORY
        heading = _ZONE.match(line)
        profile = _PROFILE.match(line) if i >= body else None
        if verdict.reason is not None:
            pass
        elif heading and (heading.end() == len(line) or heading["colon"]):
            rest = line[heading.end() :]
            if _is_story(rest, told, start):
                zone = None
            else:
                zone = "related"
                verdict = Verdict(zone)
        elif profile and not (profile[1] and profile[1] in told.text[: min(start, _OWNER)]):
            zone = "profile"
            verdict = Verdict(zone)
        elif _is_slogan(line) and any(_NAV.match(later) for later in lines[i + 1 : 4]):
            verdict = Verdict("menu")
        elif _FILES.match(line) and i + 1 < len(lines) and _FILE.match(lines[i + 1]):
            verdict = Verdict("attachment")
        elif zone is not None:
            if _is_story(line, told, start) and zone != "profile":
                zone = None
            else:
                verdict = Verdict(zone)
        elif len(keys[i]) >= _LONG:
            twice = bool(told.places(keys[i], start))
            if not twice and line.endswith(("...", "…")):
                if whole is None:
                    whole = _Told(told.text, {})
                    whole.tell(0, len(told.text))
                twice = len(whole.places(keys[i][:_LONG], len(told.text))) > 1
            if twice:
                verdict = Verdict("told-twice")
        if verdict.reason is None:
            told.tell(start, end)
        verdicts.append(verdict)
    return verdicts


def _in_table(lines: list[str], i: int) -> bool:
    """Whether a dated line is one row of several: a line beside it has as many words and a date."""
    words = len(lines[i].split())
    return words > _COLUMNS and any(
        len(lines[k].split()) == words and DATE.search(lines[k]) is not None
        for k in (i - 1, i + 1)
        if 0 <= k < len(lines)
    )


_COLUMNS = 2  # words of a line that names an outlet and a day


def _is_slogan(line: str) -> bool:
    """Whether a line is a banner's motto: some words of one length, with spaces between."""
    words = line.split(" ")
    return 2 <= len(words) <= 6 and 2 <= len(words[0]) <= 8 and len({*map(len, words)}) == 1


def _line_verdict(line: str, *, at_head: bool, at_tail: bool) -> Verdict:
    if len(line) > 200:
        return _STORY
    if _STEP.match(line):
        return Verdict("neighbours")
    if len(line) <= 120 and (_NAV.match(line) and (at_head or at_tail)):
        return Verdict("menu")
    if len(line) <= 60 and _SHARE.match(line) and any(char.isalpha() for char in line):
        return Verdict("share-bar")
    if len(line) <= 60 and _ADVERT.match(line):
        return Verdict("advert")
    if len(line) <= 80 and _FILE.match(line):
        return Verdict("attachment")
    if _LEGAL.search(line) and (at_tail or at_head):
        return Verdict("legal")
    if at_tail and len(line) <= 80 and _CONTACT.match(line):
        return Verdict("contact")
    if at_head or at_tail:
        says = masthead_line(line)
        if says is not None:
            signature = DATE.fullmatch(line.strip("（）()")) is not None
            if not at_head and (signature or says.credits or line.startswith(("（", "("))):
                return Verdict(says=says)
            return Verdict("masthead", says)
        if line.startswith(("（", "(", "【")) and (issued := date_in(line)) and len(line) <= 50:
            return Verdict(says=Masthead(issued=issued))
    return _STORY
