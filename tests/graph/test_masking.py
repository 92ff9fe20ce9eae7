"""Names go out of texts however they are set, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.graph.masking import BLANK, Masker, blanked, plain

MASK = Masker(["王平", "王平安", "才让·卓玛", "Wang Ping"], ["王平镇", "和平区"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("王平老师", "○○老师"),
        ("王　平老师", "○　○老师"),
        ("王\\n平", "○\\n○"),
        ("王平安与王平", "○○○与○○"),
        ("才让・卓玛", "○○○○○"),
        ("Mr WANG  ping, Wangpinger", "Mr ○○○○  ○○○○, Wangpinger"),
        ("王平镇的王平", "王平镇的○○"),
        ("旺苍县", "旺苍县"),
    ],
)
def test_a_name_is_blanked_character_by_character(text: str, shown: str) -> None:
    assert MASK(text) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_name_inside_an_address(encoding: str) -> None:
    from urllib.parse import quote, unquote

    address = f"https://a.cn/{quote('王平', encoding=encoding).lower()}/1.html"
    assert unquote(MASK(address)) == "https://a.cn/○○/1.html"


def test_who_is_spared_may_stand_and_so_may_longer_names() -> None:
    assert MASK("王平和王平安", ["王平"]) == "王平和○○○"
    assert MASK("王平川和王平", ["王平川"]) == "王平川和○○"


def test_one_character_is_no_name() -> None:
    assert not Masker(["王", ""])
    assert Masker(["王"])("王老师") == "王老师"


def test_what_is_compared() -> None:
    assert plain("王　平") == "王平"
    assert blanked("王 平") == f"{BLANK} {BLANK}"


@given(st.text(alphabet="王平安才让卓玛·・ \n旺苍ab", max_size=30))
def test_length_stays_and_no_name_is_left(text: str) -> None:
    shown = MASK(text)
    assert len(shown) == len(text)
    assert "王平" not in plain(shown)
    assert MASK(shown) == shown
