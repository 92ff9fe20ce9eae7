import pytest

from bangfu.loaders.spelling import folded, near_names, to_simplified


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("旺苍县", "旺苍县"),
        (" 黃南 藏族自治州\u3000", "黄南藏族自治州"),
        ("５１０８２１", "510821"),
    ],
)
def test_script_width_and_spaces_are_put_aside(written, plain):
    assert folded(written) == plain


def test_near_names_look_alike_and_of_equals_what_sounds_alike_comes_first():
    near = near_names("旺仓县")
    assert near[0] == "旺苍县"
    assert 1 < len(near) <= 5
    assert near_names("旺仓县", 1) == ("旺苍县",)


def test_what_is_like_nothing_has_no_near_names():
    assert near_names("火星基地") == ()


def test_script_is_simplified_character_by_character():
    assert to_simplified("黃南藏族 自治州，１２") == "黄南藏族 自治州，１２"
