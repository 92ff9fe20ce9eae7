import pytest

from bangfu.loaders.news.entities.oneschool import of_one_school


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("山", "教师张明赴贵州", True),
        ("山", "骨干教师王小芳、李强", True),
        ("山", "数学教师张明", True),
        ("县", "教师张明赴贵州", False),
        ("县", "数学教师张明", False),
        ("镇", "教师，去年", True),
        ("山", "教师培训班开班", False),
        ("山", "教师高度重视，", False),
        ("山", "数学教师培训班", False),
        ("山", "教师任教三年以上的", False),
    ],
)
def test_a_place_without_its_level_before_a_named_teacher_is_a_school(before, after, expected):
    assert of_one_school(before, after) is expected
