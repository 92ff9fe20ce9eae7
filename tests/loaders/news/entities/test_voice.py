from dataclasses import replace

from marked import marked

from bangfu.loaders.news.entities.voice import with_deixis, with_nested
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Kind


def meant(text, word, **page):
    plain, mentions = marked(text)
    clean = replace(from_text(plain), **page)
    at = plain.index(word)
    return next((m.name for m in with_deixis(clean, mentions) if m.start == at), None)


def test_that_school_is_the_last_named_of_the_paragraph():
    text = "{s - 甲中学}与{s - 乙中学}相邻，该校很大。\n该校很远。"
    assert meant(text, "该校") == "乙中学"
    assert meant("{s - 甲中学}很大。\n该校很远。", "该校") is None


def test_sides_inside_the_name_of_a_programme_count():
    plain, mentions = marked(
        "{i - 民盟中央}说，启动{g - 民盟中央帮扶七星关区校长培训项目}，{p 520502 七星关区}欢迎"
    )
    inside = [
        m.name
        for m in with_nested(plain, mentions)
        if 8 <= m.start < 23 and m.kind is not Kind.PROGRAMME
    ]
    assert inside == ["民盟中央", "七星关区"]


def test_a_short_form_of_the_only_body_of_its_kind():
    text = "{i - 明川教育发展基金会}（以下简称{i - 明川基金会}）成立。\n今年，基金会向学校捐赠。"
    assert meant(text, "基金会向") == "明川教育发展基金会"
    other = "{i - 明川教育基金会}与{i - 南山慈善基金会}。\n今年，基金会向学校捐赠。"
    assert meant(other, "基金会向") is None


def test_the_school_to_which_something_is_given_is_the_last_named():
    text = "{s - 甲中学}教师上课，{s - 乙小学}很小。某公司为学校建起图书室。"
    assert meant(text, "学校") == "乙小学"
    assert meant("来自{s - 甲中学}的丁一来了。甲公司为学校建起图书室。", "学校") == "甲中学"
    assert meant("{s - 甲中学}美术教师丁一来了。某公司为学校建起图书室。", "学校") is None


def test_this_university_and_the_school_alone():
    text = "{s - 复旦大学}很大。这所大学自2013年起帮扶。"
    assert meant(text, "这所大学") == "复旦大学"
    once = "{s - 复旦大学}来了。{s - 复旦大学}很大。学校先后派出三批学生。"
    assert meant(once, "学校先") == "复旦大学"
    two = "{s - 复旦大学}和{s - 南开大学}来了。学校先后派出三批学生。"
    assert meant(two, "学校先") is None


def test_this_school_at_the_head_of_a_paragraph():
    text = "{s - 甲中学}很大。\n这所学校由乙市建成。"
    assert meant(text, "这所学校") == "甲中学"
    assert meant("他考入{s - 甲中学}。\n这所学校很远。", "这所学校") is None


def test_that_building_is_its_school():
    assert meant("{s - 甲中学}有新楼，该楼由乙市援建。", "该楼") == "甲中学"


def test_a_headline_about_ours_names_no_school():
    assert meant("我院为青山镇中心小学送书\n我校教师到场。", "我校") is None


def test_this_college_is_the_last_of_its_paragraph():
    assert meant("{s - 藏医学院}很大，我们为该院培养教师。", "该院") == "藏医学院"
    assert meant("{s - 藏医学院}很大。\n我们为该院培养教师。", "该院") is None


def test_this_school_is_not_the_one_that_the_clause_goes_on_to_name():
    text = "{s - 甲中学}与{s - 乙中学}结对。在该校挂职的有{s - 乙中学}教师。"
    assert meant(text, "该校") == "甲中学"


def test_a_school_left_open_stays_so():
    text = "{s - 甲学院}。\n我们为该院培养教师，{s - 乙学院}帮忙，在该院任教。"
    assert meant(text, "该院") is None
