from bangfu.loaders.news.page.clean import Clean, from_text
from bangfu.loaders.news.people.rosters import find_rows


def read(clean):
    return [
        {role: clean.text[a:b] for role, (a, b) in row.cells.items()} for row in find_rows(clean)
    ]


def test_cells_between_bars():
    text = "名单如下：\n序号|姓名|工作单位|拟赴学校\n1|李明远|青山中学|白水中学\n2|王芳|青山小学|白水小学\n特此公示。\n"
    assert read(from_text(text)) == [
        {"name": "李明远", "home": "青山中学", "to": "白水中学"},
        {"name": "王芳", "home": "青山小学", "to": "白水小学"},
    ]


def test_an_empty_cell_says_the_same_as_the_one_above():
    text = "派出单位\t姓名\t学科\t受援学校\n青山中学\t李明远\t语文\t白水中学\n\t王芳\t数学\t\n"
    assert read(from_text(text))[1] == {
        "name": "王芳", "home": "青山中学", "to": "白水中学", "subject": "数学",
    }  # fmt: skip


def test_cells_between_spaces_under_a_header():
    text = "跟岗教师 任教学科 带教导师\n李明远 语文 王芳（高级教师）\n会后合影。\n"
    assert read(from_text(text)) == [
        {"name": "李明远", "subject": "语文", "second": "王芳（高级教师）"}
    ]


def test_one_cell_a_line():
    text = "序号\n姓名\n服务学校\n1\n李明远\n白水中学\n2\n王芳\n白水小学\n请查收。\n"
    assert read(from_text(text)) == [
        {"name": "李明远", "to": "白水中学"},
        {"name": "王芳", "to": "白水小学"},
    ]


def test_lines_of_the_page_as_received_count():
    raw = "姓名\t学校\n李明远\t青山中学\n"
    text = raw.replace("\t", " ").replace("\n", "")
    places = [i for i, char in enumerate(raw) if char != "\n"]
    clean = Clean(text=text, raw=raw, starts=tuple(places), ends=tuple(i + 1 for i in places))
    assert read(clean) == [{"name": "李明远", "home": "青山中学"}]


def test_prose_is_no_table():
    assert find_rows(from_text("学校 教师 姓名都写在信里。老师们到学校报到，交了名单。\n")) == ()


def test_signs_for_the_same_and_headings_with_spaces_and_brackets():
    text = (
        "姓 名\t派出学校（单位）\t任教学科\t受援学校\t职务\n"
        "李明远\t青山中学\t语文\t白水中学\t副校长\n王芳\t〃\t数学\t同上\t\n"
    )
    assert read(from_text(text))[1] == {
        "name": "王芳", "home": "青山中学", "subject": "数学", "to": "白水中学",
    }  # fmt: skip


def test_a_leading_column_that_is_merged():
    text = "受援学校\t姓名\t派出学校\n白水中学\t李明远\t青山中学\n\t王芳\t青山小学\n"
    assert read(from_text(text))[1] == {"name": "王芳", "to": "白水中学", "home": "青山小学"}


def test_two_tables_side_by_side():
    text = "姓名\t派出学校\t姓名\t派出学校\n李明远\t青山中学\t王芳\t青山小学\n"
    assert read(from_text(text)) == [
        {"name": "李明远", "home": "青山中学"},
        {"name": "王芳", "home": "青山小学"},
    ]


def test_lines_that_give_each_value_its_heading():
    text = "名单：\n姓名：李明远 派出学校：青山中学 受援学校：白水中学 学科：语文\n联系人：王芳\n"
    assert read(from_text(text)) == [
        {"name": "李明远", "home": "青山中学", "to": "白水中学", "subject": "语文"}
    ]


def test_a_bar_may_end_each_cell_on_its_own_line():
    text = (
        "队员 |\n学科 |\n支教学校 |\n李明远 |\n物理 |\n白水中学 |\n王小红 |\n化学 |\n青山中学 |\n"
    )
    rows = find_rows(from_text(text))
    assert [text[slice(*row.cells["name"])] for row in rows] == ["李明远", "王小红"]
    assert [text[slice(*row.cells["to"])] for row in rows] == ["白水中学", "青山中学"]
