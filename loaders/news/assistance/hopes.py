"""Schools that bear the name of who gave them: 大华希望小学 on a page on the gifts of 大华集团.

Who had a school built, or goes on caring for it, is in its name. Only names of such schools count
(希望小学, 爱心小学), and only a giver of whom the page says words of help.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Modality, Status
from ...gazetteer import divisions
from ...later import later
from ..entities.sides import is_government
from .claims import Claim
from .guards import is_refused
from .pairwording import ANY_HELP
from .symbols import View

__all__ = ["named_claims"]

_HOPE = later(
    r"^(?P<giver>.{2,24}?)(?:希望|爱心|春蕾|公益|博爱|光彩|逸夫){1,2}(?:小学|学校|中学|幼儿园)$"
)
_PLACE = later(r"^(?:[^省市县区州旗]{1,8}[省市县区州旗]+)+")
_REST = later(
    r"(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|公司|控股|股份|实业|科技|投资|公益基金会|慈善基金会|基金会|基金|慈善会|慈善总会|银行|分行|分公司|企业|支行)"
)


def named_claims(views: Sequence[View], stated: Sequence[Claim]) -> Iterator[Claim]:
    """The claims between a school and the giver whose name it bears, told or not."""
    told = {(c.helper.key, c.recipient.key) for c in stated}
    helped = {c.recipient.key for c in stated}
    schools: dict[str, tuple[Mention, str]] = {}
    givers: dict[str, Mention] = {}
    for found in views:
        help_here = ANY_HELP.search(found.symbols) and not is_refused("", found.symbols, "")
        for _, mention in sorted(found.mentions.items()):
            hope = _HOPE.match(mention.name) if mention.kind is Kind.SCHOOL else None
            if hope is not None:
                schools.setdefault(mention.key, (mention, hope["giver"]))
            elif help_here and _may_give(mention) and mention.key not in helped:
                givers.setdefault(mention.key, mention)
    for key, (school, name) in schools.items():
        if any(key != other and other.endswith(key) for other in schools):
            # 大华希望小学 of 会泽县大华希望小学
            continue
        for giver in givers.values():
            if (giver.key, school.key) in told or not _bears(name, giver):
                continue
            one, other = sorted((giver, school), key=lambda m: m.start)
            yield Claim(
                giver, school, Modality.FUNDING, Status.ACTIVE, "named-for", 0.65,
                other.start, other.end, inferred=True, support=((one.start, one.end),),
            )  # fmt: skip


def _may_give(mention: Mention) -> bool:
    if mention.kind is Kind.PERSON:
        return len(mention.name) > 2
    return mention.kind is Kind.INSTITUTION and not is_government(mention)


def _bears(name: str, giver: Mention) -> bool:
    """Whether what stands before 希望小学 holds the name of the giver."""
    if giver.name in name:
        return True
    if giver.kind is Kind.PERSON:
        return False
    core = _REST.split(_PLACE.sub("", giver.name))[0]
    return len(core) > 1 and core in name and divisions().resolve(core) is None
