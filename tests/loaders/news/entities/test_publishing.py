from dataclasses import replace

from marked import marked

from bangfu.loaders.news.entities.publishing import ours
from bangfu.loaders.news.entities.voice import with_deixis
from bangfu.loaders.news.page.clean import from_text


def meant(text, word, **page):
    plain, mentions = marked(text)
    clean = replace(from_text(plain), **page)
    at = plain.index(word)
    found = next((m.name for m in with_deixis(clean, mentions) if m.start == at), None)
    own = ours(clean, mentions, word[1])
    assert found == (own.name if own else None)
    return found


def test_our_school_is_the_publisher():
    assert meant("{s - 金阳县中学校}\n教师来我校支教。", "我校") == "金阳县中学校"
    assert meant("教师来我校支教。", "我校", publisher="金阳县中学") == "金阳县中学"
    assert meant("教师来我校支教。", "我校") is None


def test_our_county_is_the_one_that_the_publisher_lies_in():
    text = "教师来我县支教。\n{i - 金阳县教育局}\n2024年8月2日"
    assert meant(text, "我县") == "金阳县"


def test_our_county_is_nobodys_where_two_could_be_meant():
    text = "我县教师来了。{s - 金阳县中学}与{p 450123 隆安县}相邻。"
    assert meant(text, "我县") is None
    signed = "金阳县教育局关于支教的答复\n" + text
    assert meant(signed, "我县") == "金阳县"


def test_our_city_is_the_one_to_which_nobody_is_sent_and_no_airport_on_the_way():
    text = (
        "我市援疆教师飞抵{p 430100 长沙市}黄花机场。{p 430400 衡阳市}的教师去{p 650400 吐鲁番市}。"
    )
    assert meant(text, "我市") == "衡阳市"
    assert meant(text.replace("援疆", "支教"), "我市") is None


def test_a_headline_between_two_schools_is_the_name_of_none():
    text = "{s - 甲县中学}校长代表学校向{s - 乙县小学}捐书\n我校教师到场。"
    assert meant(text, "我校") is None
