from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.lists import expand, with_seats
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def expanded(text):
    words = cut(text)
    places = find_places(words)
    return [
        (text[h.start : h.end], h.wording)
        for h in expand(text, with_seats(text, find_bodies(words, places)), places)
    ]


def test_places_before_one_bureau_are_as_many_bureaus():
    assert expanded("南宁、百色、河池教育局负责同志") == [
        ("南宁", "南宁教育局"),
        ("百色", "百色教育局"),
        ("河池教育局", "河池教育局"),
    ]


def test_a_party_is_said_once_for_all():
    assert [wording for _, wording in expanded("民盟无锡、苏州市委会联合举办")] == [
        "民盟无锡市委会",
        "民盟苏州市委会",
    ]


def test_places_of_another_level_are_no_list():
    assert expanded("在广西、河池市教育局") == [("河池市教育局", "")]


def test_a_laboratory_in_a_chain_of_posts():
    text = "青山研究者、智能技术与教育重点实验室副主任李明远出席"
    assert expanded(text) == [("智能技术与教育重点实验室", "智能技术与教育重点实验室")]


def test_a_clause_before_a_post_is_no_name():
    assert expanded("李明远，参加了由甲组成的研究会副会长说") == []


def test_a_branch_told_by_its_number_alone():
    assert expanded("民革旺苍县一支部、二支部捐款") == [
        ("民革旺苍县一支部", ""),
        ("二支部", "民革旺苍县二支部"),
    ]
