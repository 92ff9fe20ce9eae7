"""Edits keep the place of every character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.loaders.news.page.spans import edited, page_of, retyped, spliced


@st.composite
def _edits(draw):
    text = draw(st.text("旺苍ab，\n", min_size=1, max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    return text, [(a, b, draw(st.text("县X", max_size=4))) for a, b in pairs]


@given(_edits())
def test_every_character_knows_where_it_comes_from(given_edits):
    text, edits = given_edits
    page = edited(page_of(text), edits)
    rest = list(text)
    for start, end, string in reversed(edits):
        rest[start:end] = string
    assert page.text == "".join(rest)
    assert len(page.starts) == len(page.ends) == len(page.text)
    assert page.starts == sorted(page.starts)
    replaced = {i for start, end, _ in edits for i in range(start, end)}
    for char, start, end in zip(page.text, page.starts, page.ends, strict=True):
        assert 0 <= start < end <= len(text)
        if start not in replaced:
            assert text[start:end] == char


def test_spliced_characters_name_their_own_passage():
    page = spliced(page_of("ab?cd"), [(2, 4, [("海", 2, 3), ("回", 2, 4)])])
    assert page.text == "ab海回d"
    assert (page.starts, page.ends) == ([0, 1, 2, 2, 4], [1, 2, 3, 4, 5])


def test_retyped_refuses_another_length():
    with pytest.raises(ValueError, match="length"):
        retyped(page_of("ab"), "abc")
