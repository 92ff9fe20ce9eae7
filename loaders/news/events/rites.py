"""Rites that are named by their noun alone: 欢迎会上，, 捐赠仪式由…主持."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....ontology.records import Event, Mention
from ...later import later
from ..page.sentences import clause_spans
from .acts import HOME, NO_NAME
from .eventnames import kind_of_name
from .told import Told

__all__ = ["bare_rites"]

_RITE = later(
    r"(?:在)?(?:[当昨今][天日晚])?(?:[上下]午|晚上)?(?:召开|举行)?的?"
    r"(?P<name>(?:[^，。；、\n的在于]{0,8}?(?:捐赠|签约|揭牌|欢送|欢迎|交接|启动|开班|结业|出征|赠书|落成|竣工|颁奖|交付|启用"
    r"|挂牌|授牌|剪彩|奠基|移交|通水|通电|发放|捐书|捐款))仪式"
    r"|欢送会|欢迎会|座谈会|见面会|交接会|推进会|报告会|汇报会)"
    r"(?:上(?![^，。；]{0,4}的)|设在|由[^，。；\n]{2,30}主持|结束后|[开始])"
)
#: 甲在欢迎座谈会上讲话: who speaks at it stands before it
_SPEAKS_AT = later(
    r"[^，。；\n]{2,40}?在(?P<name>[^，。；在的上]{0,14}?(?:仪式|典礼|欢送会|欢迎会|座谈会|见面会|交接会|推进会))"
    r"上[^，。；\n]{0,4}?(?:讲话|致辞|发言|表示|指出|强调|介绍|宣读|承诺|宣布|说|称|代表|作)"
)
_NOT_THIS = later(r"上次|此前|曾|去年|前不久")


def bare_rites(
    text: str, start: int, end: int, told: Sequence[Told], events: Sequence[Event[Mention]]
) -> Iterator[Told]:
    """The rite that a clause of the sentence goes on to tell of, if none of its kind was told."""
    for low, high in clause_spans(text, start, end):
        rite = _RITE.match(text, low, min(len(text), high + 1))
        if rite is None and not _NOT_THIS.search(text, low, high):
            rite = _SPEAKS_AT.match(text, low, high)
        if rite is None or HOME.search(text, low, high) or NO_NAME.search(rite["name"]):
            continue
        kind = kind_of_name(rite["name"])
        if any(event.event_kind is kind for event in events):
            continue
        if any(found.kind is kind for found in told):
            continue
        yield Told(kind, rite["name"], rite.start("name"), rite.end())
        return
