from bangfu.loaders.news.page.sentences import (
    clause_spans,
    clause_start,
    masked_titles,
    sentence_around,
    sentence_spans,
)


def cut(text):
    return [text[a:b] for a, b in sentence_spans(text)]


def test_a_closing_quote_stays_with_its_sentence():
    assert cut("他说：“来了。”她点头。\n标题\n\n  末句") == [
        "他说：“来了。”",
        "她点头。",
        "标题",
        "末句",
    ]


def test_an_open_quote_does_not_swallow_the_page():
    assert cut("“开头没有结尾。第二句。") == ["“开头没有结尾。", "第二句。"]


def test_clauses_and_titles():
    text = "甲来了，乙去了；丙留下。"
    assert [text[a:b] for a, b in clause_spans(text, 0, len(text))] == [
        "甲来了",
        "乙去了",
        "丙留下。",
    ]
    text = "印发《甲帮扶乙方案》后"
    assert [text[a:b] for a, b in masked_titles(text)] == ["《甲帮扶乙方案》"]


def test_the_sentence_around_a_passage():
    text = "前句。中间一句，很短。后句。"
    low, high = sentence_around(text, 5, 6)
    assert text[low:high] == "中间一句，很短"


def test_a_sentence_that_never_ends_is_cut_off():
    text = "很长" * 400 + "某甲" + "的话" * 400
    low, high = sentence_around(text, 800, 802)
    assert (low, high) == (200, 1402)


def test_other_stops_make_shorter_sentences():
    text = "前句。甲来了；乙也来了；丙没来。"
    low, high = sentence_around(text, 9, 9, "。；")
    assert text[low:high] == "乙也来了"


def test_clause_start():
    text = "甲校来了，乙校的、丙校的"
    at = text.index("丙")
    assert clause_start(text, 0, at) == text.index("乙")
    assert clause_start(text, 0, at, "、") == at
    assert clause_start(text, 0, 2) == 0
