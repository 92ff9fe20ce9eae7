from marked import marked

from bangfu.loaders.news.assistance.unread import left_open
from bangfu.loaders.news.page.clean import from_text


def notes_of(text, doubts=None, facts=()):
    plain, mentions = marked(text)
    return left_open(from_text(plain), mentions, [(0, len(plain))], facts, doubts or {})


def test_a_passage_of_help_with_a_side_and_no_fact_is_a_note():
    (note,) = notes_of("{p 640423 隆德县}的孩子们感受到帮扶的温度。")
    assert (note.reason, note.quote) == ("help-without-fact", "隆德县的孩子们感受到帮扶的温度。")


def test_the_note_says_why_if_it_was_read_and_not_believed():
    (note,) = notes_of("{p 640423 隆德县}获帮扶。", {(0, 3): "direction-open"})
    assert note.reason == "direction-open"


def test_without_a_side_or_a_word_of_help_there_is_none():
    assert notes_of("孩子们感受到帮扶的温度。") == ()
    assert notes_of("{p 640423 隆德县}的孩子们很高兴。") == ()
