import pytest

from bangfu.loaders.news.people.surnames import compounds, family_of, first_parts, no_names, singles


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("王芳", "王"),
        ("欧阳海燕", "欧阳"),
        ("沙玛阿各", "沙玛"),
        ("沙玛", "沙"),
        ("古丽娜尔·卡德尔", "古丽娜尔"),
    ],
)
def test_what_a_name_is_shortened_to(name, family):
    assert family_of(name) == family


def test_single_and_compound_surnames_are_kept_apart():
    assert "王" in singles()
    assert singles()["高"]
    assert not singles()["王"]
    assert "欧阳" in compounds()
    assert "东方" not in compounds()  # 东方 is an ordinary word
    assert all(len(name) > 1 for name in compounds())


def test_first_parts_are_longer_than_a_character():
    assert first_parts().match("扎西次仁")[0] == "扎西"
    assert first_parts().match("王芳") is None


def test_words_that_are_no_names():
    assert no_names()
    assert "王芳" not in no_names()
