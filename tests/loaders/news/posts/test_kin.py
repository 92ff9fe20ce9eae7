import pytest

from bangfu.loaders.news.posts.kin import of_kin


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("是四人中的大哥，爱人也在", True),
        ("她的丈夫也是一名教师，在", True),
        ("Ⓝ的妹妹在", True),
        ("告别妻子和女儿，来到", False),
        ("瞒着父母，到", False),
        ("妻子也在医院，他来到", False),
        ("妻子正怀孕，Ⓝ来到", False),
    ],
)
def test_the_family_is_who_a_clause_is_about(signs, expected):
    assert of_kin(signs, len(signs)) is expected


def test_only_what_stands_near_counts():
    assert not of_kin(f"爱人也{'很' * 90}在", 94)
