import pytest

from bangfu.loaders.news.posts.staynames import is_han, is_transcribed


@pytest.mark.parametrize(
    ("name", "han", "transcribed"),
    [
        ("王建国", True, False),
        ("欧阳建国", True, False),
        ("扎西次仁", False, True),
        ("阿不都拉·热合曼", False, True),
        ("王建国强", False, False),
    ],
)
def test_of_what_people_a_name_is(name, han, transcribed):
    assert (is_han(name), is_transcribed(name)) == (han, transcribed)
