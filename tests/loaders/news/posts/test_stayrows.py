from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.stayrows import by_rows

TABLE = "姓名\t派出学校\t学科\t受援学校\n李明远\t青山中学\t数学\t白水中学\n王芳\t青山中学\t英语\t\n"


def test_a_column_of_schools_that_receive():
    clean = from_text(TABLE)
    text = clean.text
    people, schools = (
        named(text, person=["李明远", "王芳"]),
        named(text, school=["青山中学", "白水中学"]),
    )
    found = [
        (s.person.name, s.origin.name, s.destination.name, s.title)
        for s in by_rows(clean, schools, people)
    ]
    assert found[0] == ("李明远", "青山中学", "白水中学", "教师")


def test_a_table_without_such_a_column_tells_of_no_stay():
    clean = from_text(TABLE.replace("受援学校", "备注").replace("白水中学", "无"))
    people, schools = named(clean.text, person=["李明远"]), named(clean.text, school=["青山中学"])
    assert list(by_rows(clean, schools, people)) == []


def test_everybody_of_a_cell_of_names():
    clean = from_text(TABLE.replace("李明远", "李明远、王芳"))
    people = named(clean.text, person=["李明远", "王芳"])
    schools = named(clean.text, school=["青山中学", "白水中学"])
    found = [(s.person.name, s.destination.name) for s in by_rows(clean, schools, people)]
    assert found[:2] == [("李明远", "白水中学"), ("王芳", "白水中学")]


def test_posts_that_name_both_schools():
    rows = "李明远\t青山中学教师\t白水中学副校长\n"
    clean = from_text(f"姓名\t现任职务\t拟任职务\n{rows}")
    people = named(clean.text, person=["李明远"])
    schools = named(clean.text, school=["青山中学", "白水中学"])
    found = [(s.origin.name, s.destination.name, s.title) for s in by_rows(clean, schools, people)]
    assert found == [("青山中学", "白水中学", "副校长")]


def test_who_is_of_a_team_of_graduates_comes_from_the_university():
    text = "东海大学研究生支教团名单\n姓名\t院系\t支教学校\n李明远\t自动化系\t白水中学\n"
    clean = from_text(text)
    people = named(clean.text, person=["李明远"])
    schools = named(clean.text, school=["东海大学", "白水中学"])
    found = [(s.origin.name, s.destination.name) for s in by_rows(clean, schools, people)]
    assert found == [("东海大学", "白水中学")]
