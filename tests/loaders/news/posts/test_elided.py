from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.titles import find_titles
from bangfu.loaders.news.posts.elided import elided, last_two_schools, unread
from bangfu.loaders.news.posts.phrase import Line


def line(text, *schools, **kinds):
    people = named(text, person=["李明远", "王芳"])
    return Line(from_text(text), named(text, school=schools, **kinds), people)


def seats(text, *schools, **kinds):
    read = line(text, *schools, **kinds)
    (title,) = [t for t in read.titles if t.end == read.persons[0].start]
    return [(h.title.title, h.body.name) for h in elided(read, read.persons[0], [title])]


def test_the_school_of_the_sentence_is_where_a_bare_head_serves():
    assert seats("白水中学今天开学，校长李明远致辞。", "白水中学") == [("校长", "白水中学")]


def test_where_somebody_goes_to_is_not_where_a_bare_head_serves():
    text = "欢送教师赴青山中学支教。\n副校长李明远到会。"
    assert seats(text, "青山中学") == []
    assert seats(text.replace("赴", "。"), "青山中学") == [("副校长", "青山中学")]


def test_a_bare_county_head_is_of_the_county_named_before():
    assert seats("甲安县开会，副县长李明远到会。", place=["甲安县"]) == [("副县长", "甲安县")]


def test_a_word_that_nobody_reads_before_a_post():
    text = "实小校长李明远，校长王芳"
    first, second = find_titles(text, named(text, person=["李明远", "王芳"]))
    assert unread(line(text), first)
    assert not unread(line(text), second)


def test_the_last_two_schools_of_a_paragraph():
    text = "青山中学。\n白水中学与民和中学签约，校长致辞。"
    read = line(text, "青山中学", "白水中学", "民和中学")
    one, two = last_two_schools(read, text.index("校长"))
    assert (one.name, two.name) == ("白水中学", "民和中学")
    assert last_two_schools(read, 5) is None


def test_a_unit_of_a_body_that_the_page_does_not_name():
    assert seats("会议由离退休工作处处长李明远主持。") == [("处长", "离退休工作处")]
    # and not of the school that only takes the teachers in
    text = "大家到青石小学支教。\n理学院党总支书记李明远送行。"
    assert seats(text, "青石小学") == [("党总支书记", "理学院")]


def test_a_firm_or_fund_that_was_named_before_is_where_its_head_serves():
    text = "东海基金会捐书。秘书长李明远到会。"
    assert seats(text, institution=["东海基金会"]) == [("秘书长", "东海基金会")]


def test_the_head_of_the_school_that_the_page_calls_so():
    text = "白水中学今天开学。学校校长李明远致辞。"
    assert seats(text, "白水中学") == [("校长", "白水中学")]
    party = text.replace("学校校长", "学校党总支书记")
    assert [body for _, body in seats(party, "白水中学")] == ["白水中学"]


def test_a_verb_before_a_bare_head_is_no_name():
    text = "大家走进白水中学，看望校长李明远。"
    assert seats(text, "白水中学") == [("校长", "白水中学")]


def test_the_party_of_a_school_is_that_of_the_one_university():
    text = "东海大学与白水中学签约，校党委副书记李明远到会。"
    assert seats(text, "东海大学", "白水中学") == [("党委副书记", "东海大学")]


def test_the_head_of_a_group_of_inspectors_is_none_of_the_school():
    assert seats("检查组到白水中学，督导组组长李明远讲话。", "白水中学") == []


def test_the_posts_of_one_row_are_at_one_school():
    text = "白水县职中来访。\n学校党委书记、校长李明远致辞。\n青山大学开会，青山大学有师生万人。"
    people = named(text, person=["李明远"])
    schools = named(text, school=["白水县职中", "青山大学"])
    read = Line(from_text(text), schools, people)
    titles = [t for t in read.titles if t.end <= people[0].start]
    assert {h.body.name for h in elided(read, people[0], titles)} == {"青山大学"}
