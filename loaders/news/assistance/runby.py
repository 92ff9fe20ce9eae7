"""Who runs what takes place at a school: 在乙小学，爱心活动举行。此次活动由甲大学支教团组织.

The school stands in the sentence before, or is the only one of the page; what is run must be some
kind of charity. The fact is marked as inferred, with both passages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Modality, Status
from ...later import later
from ...suffixes import last_suffix
from ..entities.sides import contains, is_government
from .actors import site_before, sole_school
from .claims import Claim
from .guards import is_refused, modality_of
from .symbols import END, View

__all__ = ["run_claims"]

_GAP = "[^\ue000-\ue004。！？；，：\n]"
_RUN_BY = later(
    rf"(?:此次|本次|这次|这场|该|此|本)[^\ue000-\ue004，。；：！？\n]{{0,16}}?(?:活动|行动|公益行|捐赠|夏令营|项目|仪式)(?:是)?由"
    rf"(?P<h>(?:{END}{_GAP}{{0,14}}?(?:、|和|与|联合|携手)){{0,3}}{END}){_GAP}{{0,24}}?(?:发起|主办|组织|策划|开展|举办|捐赠|资助|出资|实施)"
)
_CHARITY = later(r"捐|爱心|助学|公益|关爱|支教|帮扶|送温暖|心愿|资助|义诊")


def run_claims(
    views: Sequence[View], stated: Sequence[Claim], context: frozenset[str]
) -> Iterator[Claim]:
    """The claims of those by whom an activity is run at the school of the sentence before."""
    recipients = {c.recipient.key for c in stated}
    helpers = {c.helper.key for c in stated} - recipients
    sole = sole_school(views, helpers)
    before: View | None = None
    for found in views:
        for match in _RUN_BY.finditer(found.symbols):
            lead = "" if before is None else before.symbols
            rest = found.symbols[match.end() : match.end() + 14]
            if not _CHARITY.search(lead + match[0]) or is_refused("", match[0], rest):
                continue
            near = None
            if before is not None:
                near = site_before(before, len(before.symbols), helpers, recipients)
            site = site_before(found, match.start(), helpers, recipients) or near or sole
            if site is None:
                continue
            school, low, high = site
            for helper in found.at(*match.span("h")):
                if helper.kind is Kind.PLACE or is_government(helper) or helper.key == school.key:
                    continue
                if (ending := last_suffix(helper.name)) and ending.category == "media":
                    # 由某日报社主办: it organises what others give
                    continue
                if contains(helper, school, context) or contains(school, helper, context):
                    continue
                yield Claim(
                    helper, school, modality_of(lead + match[0]) or Modality.FUNDING,
                    Status.ACTIVE, "run-by", 0.65, found.places[match.start()],
                    found.ends[match.end() - 1], inferred=True, support=((low, high),),
                )  # fmt: skip
        before = found
