"""Where half-byte damage may begin."""

import pytest

from bangfu.loaders.news.page.marks import damage_in, surely_damaged


@pytest.mark.parametrize(
    "text", ["你们明年还来吗?孩子们问。", "是什么?OK吗。", "同心?博爱活动在某县举行。", "????????"]
)
def test_real_marks_are_no_damage(text):
    assert not any(surely_damaged(text, mark) for mark in damage_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "我?_x派的副縣長",
        "新聞中?xíng)?2018-12-04",
        "任副?iL……",
        "我?PiL 玉罕叫",
        "致歡迎辭?Kf,自",
        "局局長?U3鱿",
        "入?T\\斷4次",
        "民生 | ?n} | 客",
    ],
)
def test_what_nobody_writes_is_damage(text):
    assert damage_in(text)[0] == text.index("?")
    assert surely_damaged(text, text.index("?"))
