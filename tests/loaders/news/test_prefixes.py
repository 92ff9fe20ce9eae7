import pytest

from bangfu.loaders.news.prefixes import joined_at_level, party_before, short_party_before


@pytest.mark.parametrize(
    ("text", "start"), [("由民盟天津市委", 1), ("九三学社天津市委", 0), ("由天津市委", None)]
)
def test_a_party_before_a_place(text, start):
    assert party_before(text, text.index("天津")) == start


@pytest.mark.parametrize(
    ("text", "short"), [("跟随社天津市委", True), ("报社天津市委", False), ("由天津市委", False)]
)
def test_a_party_of_one_character(text, short):
    assert short_party_before(text, text.index("天津")) is short


@pytest.mark.parametrize(
    ("text", "start"),
    [("经县发展和改革局", 2), ("经济发展和改革局", None), ("县张三和改革局", None)],
)
def test_the_first_part_behind_a_level_word(text, start):
    assert joined_at_level(text, text.index("和")) == start
