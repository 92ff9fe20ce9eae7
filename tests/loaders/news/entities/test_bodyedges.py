"""The edges of bodies that a rule and the trained proposer see otherwise."""

from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.bodyedges import hit_at
from bangfu.loaders.news.entities.bodyfusion import completed
from bangfu.loaders.news.entities.crf import Proposal
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut
from bangfu.loaders.suffixes import last_suffix


def fused(text, name, score):
    """The bodies where the model sees `name` with this score."""
    words = cut(text)
    places = find_places(words)
    start = text.index(name)
    proposal = Proposal(start, start + len(name), score)
    found = completed(words, places, find_bodies(words, places), [proposal])
    return [text[hit.start : hit.end] for hit in found.bodies]


def test_a_name_begins_with_all_places_that_stand_at_its_start():
    text = "旺苍县青龙镇云帆小学"
    starts = {place.start: place for place in find_places(cut(text))}
    hit = hit_at(starts, 0, len(text), last_suffix(text))
    assert (hit.anchor, text[hit.core :]) == ("place", "云帆小学")
    hit = hit_at(starts, 6, len(text), last_suffix(text))
    assert (hit.anchor, hit.core) == ("word", 6)


def test_the_edge_of_a_rule_gives_way_where_the_model_is_sure():
    text = "董事长李谦向云路初级中学捐书。"
    assert fused(text, "云路初级中学", 0.99) == ["云路初级中学"]
    assert fused(text, "云路初级中学", 0.5) != ["云路初级中学"]


def test_the_edge_moves_to_a_place_or_behind_a_joint_at_a_lower_score():
    text = "一行向云路希望小学捐书。"
    assert fused(text, "云路希望小学", 0.6) == ["云路希望小学"]
    text = "收到期路希望小学的信。期路希望小学很远。"
    assert "期路希望小学" in fused(text, "期路希望小学", 0.8)


def test_a_place_that_the_rules_keep_apart_stays_apart():
    text = "旺苍县旺苍中学的老师"
    assert fused(text, "旺苍县旺苍中学", 0.99) == ["旺苍中学"]


def test_a_name_goes_on_behind_the_ending_of_the_rule():
    assert fused("听说云帆集团公司捐了书。", "云帆集团公司", 0.97) == ["云帆集团公司"]


def test_a_verb_between_a_place_and_a_firm_parts_them():
    text = "旺苍县联合港盛集团捐了书。"
    assert "旺苍县联合港盛集团" not in fused(text, "旺苍县联合港盛集团", 0.99)


def test_a_verb_or_a_word_for_firms_is_cut_off_where_the_model_sees_the_name_behind_it():
    assert fused("致长安读者出版社全体", "长安读者出版社", 0.7) == ["长安读者出版社"]
    assert (
        fused("理事单位临川食品有限公司捐款。", "临川食品有限公司", 0.7)[-1] == "临川食品有限公司"
    )
    text = "临川食品有限公司捐款。"
    assert fused(text, "川食品有限公司", 0.7) == ["临川食品有限公司"]


def test_a_branch_behind_the_name_of_a_firm_is_part_of_it():
    text = "临川通信服务公司旺苍营业部免费安装。"
    assert "临川通信服务公司旺苍营业部" in fused(text, "临川通信服务公司旺苍营业部", 0.8)


def test_a_place_before_people_from_another_place_begins_the_name():
    text = "4月 广元市旺苍籍务工人员互助会 5万元"
    assert fused(text, "广元市旺苍籍务工人员互助会", 0.99) == ["广元市旺苍籍务工人员互助会"]


def test_the_party_committee_of_an_office_is_a_body_of_its_own():
    text = "旺苍县政府办公厅直属机关党委副书记陈明"
    assert fused(text, "旺苍县政府办公厅直属机关党委", 0.99) == ["旺苍县政府办公厅直属机关党委"]
