import pytest

from bangfu.loaders.news.people.names import Names
from bangfu.loaders.news.people.proposer import Proposal
from bangfu.loaders.news.people.trimming import trimmed


@pytest.mark.parametrize(
    ("text", "taken", "form", "name"),
    [
        ("镇长向世明回忆说。", 2, "镇长向世明", "向世明"),
        ("在县医院，章孔亮和同行的院长到场。", 0, "章孔亮和", "章孔亮"),
        ("窦明泉手写了一行字。", 0, "窦明泉手", "窦明泉"),
        ("校长昂文格来算了账。", 2, "昂文格来", "昂文格来"),
        ("夏冰已在校工作。", 0, "夏冰已", "夏冰"),
        ("见到夏冰时，他在上课。", 0, "夏冰时", "夏冰"),
        ("夏冰远赴玉树。", 0, "夏冰远", "夏冰"),
        ("夏志远赴京开会。", 0, "夏志远", "夏志远"),
        ("教师罗勇照样来上课。", 2, "罗勇照样", "罗勇"),
    ],
)
def test_edges_are_put_where_a_name_can_begin_and_end(text, taken, form, name):
    names = Names(text, b"\1" * taken + bytes(len(text) + 1 - taken))
    start = text.index(form)
    one = trimmed(names, Proposal(start, start + len(form), 0.85))
    assert text[one.start : one.end] == name
