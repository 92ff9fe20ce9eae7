from marked import named

from bangfu.loaders.news.entities.letters import addressed


def meant(text, **kinds):
    return [(m.name, text[m.start : m.end]) for m in addressed(text, named(text, **kinds))]


def test_your_school_is_the_one_that_the_salutation_names():
    text = "感谢信\n甲小学：\n贵校选派的老师在乙小学支教。感谢贵校！"
    assert meant(text, school=["甲小学", "乙小学"]) == [("甲小学", "贵校")] * 2
    text = "尊敬的甲公司领导：\n贵公司捐赠的图书已到甲小学。"
    assert meant(text, school=["甲小学"], institution=["甲公司"]) == [("甲公司", "贵公司")]


def test_the_headline_may_say_whom_it_is_written_to():
    text = "致甲公司的感谢信\n贵公司的爱心，我们不会忘记。"
    assert meant(text, institution=["甲公司"]) == [("甲公司", "贵公司")]


def test_of_two_or_none_nobody_is_meant():
    text = "甲小学：\n乙小学：\n贵校的老师很好。"
    assert meant(text, school=["甲小学", "乙小学"]) == []
    assert meant("甲小学说，贵校的老师很好。", school=["甲小学"]) == []
    assert meant("甲小学：\n贵校长很忙。", school=["甲小学"]) == []
