"""Voices."""

import pytest

from bangfu.loaders.news.page.outlets import class_of
from bangfu.ontology.records import SourceClass


@pytest.mark.parametrize(
    ("publisher", "raw", "expected"),
    [
        ("滨城时报", "滨海新区教育帮扶再出发", SourceClass.OFFICIAL_MEDIA),
        ("镇雄县融媒体中心", "一则消息", SourceClass.OFFICIAL_MEDIA),
        ("广西师范大学", "培训班开班", SourceClass.OWN_SITE),
        ("石柱县人民政府", "工作动态", SourceClass.OWN_SITE),
        (None, "关于支教教师安排的公示\n各学校：", SourceClass.NOTICE),
        ("某网", "转自：上海虹口 2024-09-10", SourceClass.REPOST),
        (None, "一则消息", SourceClass.UNKNOWN),
    ],
)
def test_class_of(publisher: str | None, raw: str, expected: SourceClass) -> None:
    assert class_of(publisher, raw) is expected
