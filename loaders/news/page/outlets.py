"""What kind of voice a page is, from its outlet and its wording."""

from __future__ import annotations

import re

from ....ontology.records import SourceClass
from ...later import later

__all__ = ["class_of"]

_REPOST = later(r"(转自|转载自|转载于|文章来源网络)[:：]?\s*\S")
_NOTICE = later(r"(公示|公告|通知|的答复|的函|的批复)\s*$", re.MULTILINE)
_OWN = later(
    r"(教育局|教体局|教育体育局|教育厅|教委|人民政府|委员会|大学|学院|中学|小学|学校|市委|县委|区委)$"
)
_MEDIA = later(
    r"(日报|晚报|晨报|时报|都市报|报社|周报|电视台|广播|新闻网|融媒体中心|新华社|在线|发布|网)$"
)


def class_of(publisher: str | None, raw: str) -> SourceClass:
    """The source class of a page: `publisher` as the page names it, `raw` the page as received.

    >>> class_of("滨城时报", "滨海新区教育帮扶再出发")
    <SourceClass.OFFICIAL_MEDIA: 'officialMedia'>
    """
    head = raw[:400]
    if _REPOST.search(head):
        return SourceClass.REPOST
    if _NOTICE.search(head):
        return SourceClass.NOTICE
    if publisher and _OWN.search(publisher):
        return SourceClass.OWN_SITE
    if publisher and _MEDIA.search(publisher):
        return SourceClass.OFFICIAL_MEDIA
    return SourceClass.UNKNOWN
