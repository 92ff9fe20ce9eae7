import re

from marked import named

from bangfu.loaders.news.people.titles import find_titles
from bangfu.loaders.news.posts.shorts import bodies_of_posts
from bangfu.ontology.records import Kind, Mention


def mention(text, name, kind=Kind.INSTITUTION, at=0):
    start = text.index(name, at)
    return Mention(kind=kind, name=name, key=name, start=start, end=start + len(name))


def read(text, *bodies):
    titles = find_titles(text, bodies)
    shorts, posts = bodies_of_posts(text, titles, bodies)
    return [(text[m.start : m.end], m.name) for m in shorts], [t.title for t in posts]


def test_an_ending_of_the_one_name_before_a_post():
    text = "青山大学北京校友会捐赠。校友会会长李明远致辞。"
    shorts, posts = read(text, mention(text, "青山大学北京校友会"))
    assert shorts == [("校友会", "青山大学北京校友会")]
    assert posts[-1] == "会长"


def test_a_bare_bureau_is_the_one_named_in_full():
    text = "白水省教育厅主办，教育厅副厅长李明远出席。"
    assert read(text, mention(text, "白水省教育厅"))[0] == [("教育厅", "白水省教育厅")]


def test_a_stage_that_the_post_took_belongs_to_the_school():
    text = "白水县民族小学揭牌，民族小学校长李明远出席。"
    shorts, posts = read(text, mention(text, "白水县民族小学", Kind.SCHOOL))
    assert shorts == [("民族小学", "白水县民族小学")]
    assert posts == ["校长"]


def test_a_number_alone_needs_one_school_of_that_number():
    text = "白水县第一中学来信，一中校长李明远说。"
    assert read(text, mention(text, "白水县第一中学", Kind.SCHOOL))[0] == [
        ("一中", "白水县第一中学")
    ]
    text = "白水县第一中学、青山第一中学来信，一中校长李明远说。"
    both = [mention(text, n, Kind.SCHOOL) for n in ("白水县第一中学", "青山第一中学")]
    assert read(text, *both)[0] == []


def test_words_that_end_no_name_and_vague_ones_mean_nothing():
    text = "白水县第一中学来信，协会会长李明远、中学教师王小红说。"
    assert read(text, mention(text, "白水县第一中学", Kind.SCHOOL))[0] == []


def test_no_bodies_no_short_names():
    text = "会长李明远"
    titles = find_titles(text, ())
    assert re.search("会长", text)
    assert bodies_of_posts(text, titles, ()) == ((), titles)


def test_the_bureau_of_the_county_of_the_sentence():
    text = "甲安县教育局来人，乙山县教育局来人。甲安县副县长某某，教育局局长某某到会。"
    bodies = named(text, institution=["甲安县教育局", "乙山县教育局"], place=["甲安县"])
    bodies = [b for b in bodies if b.kind is not Kind.PLACE or b.start > text.index("。")]
    shorts, _ = bodies_of_posts(text, find_titles(text, bodies), bodies)
    assert [s.name for s in shorts if text[s.start : s.end] == "教育局"] == ["甲安县教育局"]


def test_a_department_by_its_last_sign_before_its_party_group():
    text = "白水省教育厅厅长到会。厅党组成员、副厅长李明远陪同，大厅党组成员在场。"
    assert read(text, mention(text, "白水省教育厅"))[0] == [("厅", "白水省教育厅")]


def test_the_firm_is_the_only_one_of_the_page():
    text = "永昌集团捐资。公司董事长李明远到会。"
    assert read(text, mention(text, "永昌集团"))[0] == [("公司", "永昌集团")]
    text = "永昌集团、白水集团捐资。公司董事长李明远到会。"
    two = mention(text, "永昌集团"), mention(text, "白水集团")
    assert read(text, *two)[0] == []


def test_a_school_by_the_first_sign_of_its_name():
    text = "冀州中学开学。教师、冀中副校长李明远到会。"
    school = mention(text, "冀州中学", Kind.SCHOOL)
    assert read(text, school)[0] == [("冀中", "冀州中学")]


def test_a_number_before_the_stage_of_a_school():
    text = "甲安县第三初级中学开学。三中校长李明远到会。"
    school = mention(text, "甲安县第三初级中学", Kind.SCHOOL)
    assert read(text, school)[0] == [("三中", "甲安县第三初级中学")]


def test_a_bureau_or_hospital_pointed_at_before_a_post():
    text = "白水县教育局说不实。该局副局长李明远介绍。"
    mentions = named(text, institution=["白水县教育局"])
    found, _ = bodies_of_posts(text, find_titles(text, mentions), mentions)
    assert [(m.name, text[m.start : m.end]) for m in found] == [("白水县教育局", "局")]


def test_the_group_and_the_bank_of_a_page():
    text = "东海集团有限公司来了，建设银行青山分行也来了。集团董事长李明远、该行副行长王芳说。"
    mentions = named(text, institution=["东海集团有限公司", "建设银行青山分行"])
    found, _ = bodies_of_posts(text, find_titles(text, mentions), mentions)
    assert [m.name for m in found] == ["东海集团有限公司", "建设银行青山分行"]
