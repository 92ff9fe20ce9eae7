import pytest

from bangfu.loaders.news.entities.leftwards import walk
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut
from bangfu.loaders.suffixes import suffixes


def start_of(text, ending):
    words = cut(text)
    at = text.rindex(ending)
    edge, anchor, _ = walk(words, find_places(words)).left(at, suffixes()[ending])
    return text[edge : at + len(ending)], anchor


@pytest.mark.parametrize(
    ("text", "ending", "name", "anchor"),
    [
        ("活动在天津市海河中学", "中学", "天津市海河中学", "place"),
        ("与四川省广元市旺苍县教育局", "教育局", "四川省广元市旺苍县教育局", "place"),
        ("来到县教育局", "教育局", "县教育局", "level"),
        ("由民盟昭通市委会", "市委会", "民盟昭通市委会", "party"),
        ("跟随社天津市委", "市委", "社天津市委", "party"),
        ("江宁区对口帮扶洛南县工作组", "工作组", "江宁区对口帮扶洛南县工作组", "place"),
        ("来自复兴高级中学", "高级中学", "复兴高级中学", "word"),
        ("报社天津市委", "市委", "天津市委", "place"),
    ],
)
def test_a_name_begins_at_a_boundary(text, ending, name, anchor):
    assert start_of(text, ending) == (name, anchor)
