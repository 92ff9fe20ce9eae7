from hypothesis import given
from hypothesis import strategies as st

from bangfu.loaders.news.entities.words import cut


@given(st.text(max_size=60))
def test_words_cover_the_text_without_gap(text):
    words = cut(text)
    assert "".join(text[s:e] for s, e in zip(words.starts, words.ends, strict=True)) == text
    assert len(words.at) == len(text)
    for position in range(len(text)):
        start, end, _ = words.word(position)
        assert start <= position < end


def test_a_dictionary_word_over_an_edge_is_seen():
    words = cut("我们的合作社")
    assert words.splits(3, 5)
    assert not words.splits(3, 6)
