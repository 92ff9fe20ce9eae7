"""A page as bytes."""

from bangfu.loaders.news.page.bytepairs import bytes_of, tokens_of


def test_bytes_are_those_of_gbk():
    assert bytes_of("海") == (0xBA, 0xA3)
    assert bytes_of("𠀀") is None


def test_tokens():
    text = "學(xué)?;a?shù)亟"
    tokens = tokens_of(text, 0, len(text))
    assert [token.char for token in tokens] == ["學", "？", ";", "a", "？", "亟"]
    assert tokens[0].end == 6  # its reading belongs to it
    assert tokens[2].wide == (0xA3, 0xBB)
    assert (tokens[2].narrow, tokens[3].narrow) == (None, 0x61)
    assert tokens[4].reading == "shù"
    assert text[tokens[4].start : tokens[4].end] == "?shù)"


def test_a_gap_is_a_token_of_no_length():
    tokens = tokens_of("甲乙", 0, 2, gap=1)
    assert [(token.start, token.end, token.gap) for token in tokens] == [
        (0, 1, False),
        (1, 1, True),
        (1, 2, False),
    ]
