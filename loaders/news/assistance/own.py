"""Which company or association says 我公司, 我行, 本会 on a page.

It is the body that the foot of the page names as its owner, or the only one of that kind that the
page names at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.clean import Clean

__all__ = ["with_own"]

_ENDS = {
    "公司": ("公司",),
    "集团": ("集团", "集团公司", "集团有限公司"),
    "企业": ("公司", "集团", "厂"),
    "行": ("银行", "分行", "支行"),
    "会": ("协会", "商会", "基金会", "联合会", "促进会", "慈善会", "总会", "学会"),
    "基金会": ("基金会",),
    "协会": ("协会",),
    "商会": ("商会",),
    "支部": ("支部",),
    "局": ("局",),
}
"""How the name ends of those who say 我公司, 本会 and so on; 我会 says what somebody will do."""
_OURS = later(
    "(?<![一-鿿])(?:我|本)(?P<noun>基金会|公司|集团|企业|协会|商会|支部|行(?!业|为|动|程|走|我|的|吗|[！？，。])"
    "|(?<=本)会(?![员议场长])|局(?!长))"
    "|(?<=[由是，。；对与和向])(?:我|本)(?P<noun2>基金会|公司|集团|企业|协会|商会|支部)"
)
_OWNER = later(
    r"(?<![一-鿿])(?:版权所有|主办单位|主办|Copyright|来源|供稿)(?=[\s:：©@])[^\S\n]*[:：©@]*[^\S\n]*[©@]?[^\S\n]*"
    r"(?:\d{4}[-\d]*[^\S\n]*)?"
    r"(?P<name>[一-鿿（）()]{4,30})"
)


def with_own(clean: Clean, mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` with 我公司, 本会, where the page leaves no doubt of who that is."""
    text = clean.text
    found: list[Mention] = []
    for ours in _OURS.finditer(text):
        if any(m.start < ours.end() and ours.start() < m.end for m in mentions):
            continue
        ends = _ENDS[ours["noun"] or ours["noun2"]]
        own = _imprint(clean, mentions, ends) or _sole(mentions, ends)
        if own is not None:
            found.append(
                Mention(
                    kind=own.kind, name=own.name, key=own.key, start=ours.start(), end=ours.end()
                )
            )
    return sorted((*mentions, *found), key=lambda m: (m.start, m.end)) if found else list(mentions)


def _imprint(clean: Clean, mentions: Sequence[Mention], ends: tuple[str, ...]) -> Mention | None:
    for owner in _OWNER.finditer(clean.raw):
        name = owner["name"].replace("(", "（").replace(")", "）")
        if not name.endswith(ends):
            continue
        for mention in mentions:
            if mention.kind is Kind.INSTITUTION and name in (mention.name, mention.key):
                return mention
        return Mention(kind=Kind.INSTITUTION, name=name, key=name, start=0, end=0)
    return None


def _sole(mentions: Sequence[Mention], ends: tuple[str, ...]) -> Mention | None:
    """The one body of the page whose name ends so."""
    named = {m.key: m for m in mentions if m.kind is Kind.INSTITUTION and m.name.endswith(ends)}
    return next(iter(named.values())) if len(named) == 1 else None
