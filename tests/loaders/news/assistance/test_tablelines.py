from bangfu.loaders.news.assistance.tablelines import lines_of
from bangfu.ontology.records import Kind, Mention


def test_each_line_has_its_own_names_and_an_address_is_none():
    text = "序号 学校\n1 宁波市甲小学\n"
    marks = [
        Mention(kind=Kind.PLACE, name="宁波市", key="330200", start=8, end=11),
        Mention(kind=Kind.SCHOOL, name="甲小学", key="甲小学", start=11, end=14),
    ]
    head, row, last = lines_of(text, marks)
    assert (head.text, head.mentions) == ("序号 学校", ())
    assert [m.name for m in row.mentions] == ["甲小学"]
    assert text[row.start : row.end] == "1 宁波市甲小学"
    assert last.text == ""
