from bangfu.loaders.news.posts.widths import widened


def test_marks_between_chinese_words():
    assert widened("李明远,男,教师(语文)去支教") == "李明远，男，教师（语文）去支教"
    assert widened("2023年,他来了:好") == "2023年，他来了：好"


def test_numbers_hours_and_english_stay():
    text = "1,200人 12:30 http://a.b Bob, Ann"
    assert widened(text) == text


def test_just_as_long():
    text = "甲,乙:丙(丁),1,2"
    assert len(widened(text)) == len(text)
