import re

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.aidposts import TEAM, by_titles
from bangfu.loaders.news.posts.posts import read_posts
from bangfu.ontology.records import Kind, Mention


def ends(text, **kinds):
    found = [
        Mention(kind=Kind[k.upper()], name=n, key=n, start=m.start(), end=m.end())
        for k, names in kinds.items()
        for n in names
        for m in re.finditer(n, text)
    ]
    found.sort(key=lambda m: m.start)
    persons = [m for m in found if m.kind is Kind.PERSON]
    clean = from_text(text)
    told = by_titles(clean, found, *read_posts(clean, found, persons))
    return [
        (s.origin and s.origin.name, s.destination and s.destination.name, s.title) for s in told
    ]


def test_a_post_in_brackets_or_with_an_aid_word_is_away():
    text = "白水县教育局副局长（挂职）李明远出席。"
    assert ends(text, institution=["白水县教育局"], person=["李明远"]) == [
        (None, "白水县教育局", "副局长")
    ]


def test_an_aid_teacher_of_a_school_is_sent_from_it():
    text = "青山中学援疆教师李明远说。"
    assert ends(text, school=["青山中学"], person=["李明远"]) == [("青山中学", None, "教师")]


def test_a_plain_post_says_nothing():
    assert ends("青山中学教师李明远说。", school=["青山中学"], person=["李明远"]) == []


def test_teams_are_nobodys_home():
    assert TEAM.search("某省援疆前方指挥部")
    assert not TEAM.search("青山中学")


def test_a_team_of_people_sent_is_no_place_to_go():
    assert TEAM.search("青山市支教工作队")
    assert TEAM.search("青山市支教队")
    assert not TEAM.search("青山市教育局工作处")


def test_who_serves_in_a_team_and_in_the_county_that_it_helps():
    text = "山东省援疆工作指挥部副组长、喀什地区教育局副局长李明远到会。"
    names = ["山东省援疆工作指挥部", "喀什地区教育局"]
    found = ends(text, institution=names, person=["李明远"])
    assert found == [(None, "喀什地区教育局", "副局长")]
    text = text.replace("喀什地区教育局副局长", "淄博市教育局副局长")
    names[1] = "淄博市教育局"
    assert ends(text, institution=names, person=["李明远"]) == []


def test_a_cadre_of_whom_only_the_sender_is_told():
    text = "东海大学挂职干部李明远说。"
    assert ends(text, school=["东海大学"], person=["李明远"]) == [("东海大学", None, None)]


def test_nobody_is_sent_to_the_ministry_that_sends():
    text = "教育部赴滇西挂职干部、东海大学教授李明远说。"
    found = ends(text, institution=["教育部"], school=["东海大学"], person=["李明远"])
    assert found == [("东海大学", None, "教授")]


def test_an_aid_word_in_brackets_tells_which_post_is_away():
    text = "青山市教育局副局长、白水县教育局副局长（援疆）李明远到会。"
    names = ["青山市教育局", "白水县教育局"]
    assert ends(text, institution=names, person=["李明远"]) == [(None, "白水县教育局", "副局长")]


def test_a_team_whose_name_was_read_without_the_region_it_helps():
    text = "东海市援疆于田工作组组长、于田县委副书记李明远到会。"
    bodies = ["于田工作组", "于田县委"]
    assert ends(text, institution=bodies, person=["李明远"]) == [(None, "于田县委", "副书记")]
    assert ends(text.replace("援疆", ""), institution=bodies, person=["李明远"]) == []


def test_who_heads_the_teachers_of_a_place_is_at_the_school():
    text = "果洛州中学副校长、上海援青教师领队李明远说。"
    schools, places = ["果洛州中学"], ["上海"]
    found = ends(text, school=schools, place=places, person=["李明远"])
    assert all(there == "果洛州中学" for _, there, _ in found)
