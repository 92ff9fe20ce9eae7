"""Posts at a body that an earlier sentence names: a fund's 秘书长某, a firm's 总经理某.

The post says what kind of body it is held at: a 总经理 leads a firm, a 理事长 an association. Where
only one body of that kind can be meant, the post is held there; schools and bureaus have rules of
their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.sentences import sentence_around
from ..people.titles import Title

__all__ = ["seat_of"]

_FIRM = later(
    "(?:公司|集团|厂|企业|合作社|银行|[分支]行|商店|超市|酒店|事务所|农场|牧场|工作室|建筑队|书店)$"
)
_SOCIETY = later("(?:会|联盟|促进中心|发展中心|服务中心|公益中心|公益组织.*|总队)$")
_TROOP = later("(?:[中大支总]队|部队|消防站|派出所|边防.*站|团|连)$")
_CLINIC = later("(?:医院|卫生院|保健院|中医院|诊所|疾控中心)$")
_BUREAU = later("(?:局|教委|厅|管委会|合作办|办公室|教育部|指挥部)$")
_ANY = later("")
_COUNCIL = later("委员会$|[省市县区]委会$|政协|人大")
_KINDS = (
    (
        later(
            "(?:董事长|总经理|经理|总裁|厂长|老板|合伙人|店长|总监|技术员|场长|董事|首席执行官)$"
        ),
        _FIRM,
    ),
    (later("(?:会长|理事长|秘书长|理事|监事长|总干事)$"), _SOCIETY),
    (later("(?:中队长|支队长|大队长|政委|指导员|教导员)$"), _TROOP),
    (later("(?:医生|医师|护士长|护师)$"), _CLINIC),
    (later("^(?:常务)?副?局长$|^[一-鿿]{2,6}[科股处](?:副)?[科股处]长$"), _BUREAU),
    (later("(?:发起人|创始人|创办人)$"), _ANY),
)
_PARTED = later("[省县区州旗镇乡]|市(?!场)|全国|地区")
"""A post with a level of its own (市政协秘书长) is none of a body that was named before."""


def seat_of(text: str, title: Title, bodies: Sequence[Mention]) -> Mention | None:
    """The one institution that a post without a body is held at; None where several may be.

    In the sentence before the post, else in its paragraph, else on the page up to there.
    """
    kind = next((seat for post, seat in _KINDS if post.search(title.title)), None)
    if (
        kind is None
        or _PARTED.match(title.title)
        or text[title.start - 1 : title.start] in ("的", "”")
    ):
        return None
    fits = [
        m
        for m in bodies
        if m.kind is Kind.INSTITUTION
        and m.end <= title.start
        and kind.search(m.name)
        and not _COUNCIL.search(m.name)
    ]
    sentence, _ = sentence_around(text, title.start, title.start)
    paragraph = text.rfind("\n", 0, title.start) + 1
    for low in (sentence, paragraph, 0):
        near = {m.key: m for m in fits if m.start >= low}
        if len(near) == 1:
            return next(iter(near.values()))
        if near:
            return None
    return None
