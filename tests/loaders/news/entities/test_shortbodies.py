from marked import marked

from bangfu.loaders.news.entities.shortbodies import contracting, short_bodies


def test_a_body_named_by_the_end_of_its_name():
    text, mentions = marked("{i - 明川教育发展基金会}成立十年。去年，基金会向学校捐书。")
    (found,) = short_bodies(text, mentions)
    assert (found.name, text[found.start : found.end]) == ("明川教育发展基金会", "基金会")
    text, mentions = marked("{i - 明川基金会}和{i - 青山基金会}来了。去年，基金会向学校捐书。")
    assert short_bodies(text, mentions) == []


def test_the_parties_of_an_agreement():
    text, mentions = marked(
        "甲方：{s - 东海大学}\n乙方：{p 640423 隆德县}\n甲方每年为乙方培训教师。"
    )
    assert [(m.name, text[m.start : m.end]) for m in contracting(text, mentions)] == [
        ("东海大学", "甲方"),
        ("隆德县", "乙方"),
    ]
    text, mentions = marked("甲方：{s - 东海大学}\n甲方每年培训教师。")
    assert contracting(text, mentions) == []


def test_who_acts_for_a_firm_names_it():
    text, mentions = marked(
        "{i - 东海公司}来了。丁一代表公司向学校捐书，又到公司2020年援建的小学。"
    )
    assert [text[m.start - 2 : m.end] for m in short_bodies(text, mentions)] == [
        "代表公司",
        "又到公司",
    ]
