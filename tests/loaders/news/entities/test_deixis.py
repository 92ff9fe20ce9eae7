from bangfu.loaders.news.entities.mentions import find_mentions
from bangfu.loaders.news.page.clean import from_text


def meant(text, form):
    return [m.name for m in find_mentions(from_text(text)) if text[m.start : m.end] == form]


def test_the_county_just_named():
    assert meant("教师奔赴旺苍县，该县领导表示欢迎。", "该县") == ["旺苍县"]


def test_the_school_just_named():
    assert meant("天津市海河中学派出教师，该校校长送行。", "该校") == ["天津市海河中学"]


def test_nothing_is_guessed_over_a_distance():
    assert meant("旺苍县。\n第二段。\n第三段。\n该县教师很多。", "该县") == []


def test_our_county_is_the_only_one_or_none():
    assert meant("旺苍县的教师来到我县。", "我县") == ["旺苍县"]
    assert meant("旺苍县和洛南县的教师来到我县。", "我县") == []


def test_in_one_sentence_it_goes_on_meaning_the_same():
    text = "天津市海河中学受益。该校得到天津市滨海中学捐赠的图书；该校教师很高兴。"
    assert meant(text, "该校") == ["天津市海河中学", "天津市海河中学"]


def test_where_a_pupil_went_on_to_is_not_meant():
    assert meant("天津市海河中学的学生考入天津大学，该校教师高兴。", "该校") == ["天津市海河中学"]
