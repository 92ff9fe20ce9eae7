"""The privacy tier of a person, from the posts that a document gives.

P0 acts in public office, P1 in a public role (heads of schools, experts, organisers), P2 is anyone
else. The tiers and their reasons: data protection treats officials acting in office, people in a
public role and private persons differently.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..ontology.records import Tier
from .later import later

__all__ = ["tier_of"]

_OFFICE = later(
    r"(省长|市长|县长|区长|州长|盟长|旗长|乡长|镇长|专员|厅长|局长|处长|科长|司长|部长|署长|"
    r"(省|市|县|区|州|旗|盟|工|党组|政法|纪)委?(副?书记|常委|委员)|巡视员|调研员|主任科员|"
    r"人大.*主任|政协.*主席|主席|主委|指挥长?|督学)$"
)
_PUBLIC = later(
    r"(校长|园长|院长|书记|主任|组长|队长|领队|教授|专家|理事长|会长|董事长|总经理|秘书长|"
    r"研究员|团长|所长|创始人|负责人)$"
)

# Titles that end like those of office-holders and are held by ordinary teachers, or by pupils.
_ORDINARY = later(
    r"(班主任|(教研|备课|年级|学科|课题|班级)组?(副?组长|主任)|学科带头人|学生会.*主席|班长|辅导员)$"
)


def tier_of(titles: Iterable[str]) -> Tier:
    """The most public tier that any of a person's titles gives; P2 without one.

    >>> tier_of(["副县长"]), tier_of(["历史教师"]), tier_of(["班主任"])
    (<Tier.P0: 'P0'>, <Tier.P2: 'P2'>, <Tier.P2: 'P2'>)
    """
    titles = tuple(title for title in titles if not _ORDINARY.search(title))
    if any(_OFFICE.search(title) for title in titles):
        return Tier.P0
    return Tier.P1 if any(_PUBLIC.search(title) for title in titles) else Tier.P2
