from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.rostercards import speaks, trimmed
from bangfu.loaders.news.people.rosters import find_rows

CARDS = "姓名：李明远\n派出单位：青山中学\n支教学校：白水中学\n姓名：王芳\n单位：青山小学\n完。\n"


def read(text):
    clean = from_text(text)
    return [
        {role: clean.text[a:b] for role, (a, b) in row.cells.items()} for row in find_rows(clean)
    ]


def test_headings_on_lines_of_their_own():
    assert read(CARDS) == [
        {"name": "李明远", "home": "青山中学", "to": "白水中学"},
        {"name": "王芳", "home": "青山小学"},
    ]


def test_headings_on_one_line():
    told = read("姓名：李明远 派出学校：青山中学 支教学校：白水中学\n")
    assert told == [{"name": "李明远", "home": "青山中学", "to": "白水中学"}]


def test_a_name_without_a_body_is_no_entry():
    assert read("姓名：李明远\n性别：男\n") == []
    assert speaks(CARDS)
    assert not speaks("李明远很忙。\n")


def test_spaces_at_the_edges_go():
    assert trimmed("  甲 ", (0, 4)) == (2, 3)
