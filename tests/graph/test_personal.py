"""What is private goes; what only looks like it stays."""

import pytest

from bangfu.graph.personal import pupil_title, pupils, without_personal


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("身份证号510821197503021234", "510821197503021234"),
        ("手机13812345678", "13812345678"),
        ("电话：0839-4201234", "0839-4201234"),
        ("卡号：6222 0202 0001 1234 567", "6222 0202 0001 1234 567"),
        ("家住旺苍县东河镇红星村三组，有两个孩子", "旺苍县东河镇红星村三组"),
        ("家庭住址：东河镇12号。", "东河镇12号"),
        ("1975年3月出生", "1975年3月"),
        ("生于1980年5月2日，", "1980年5月2日"),
        ("马晓蕾(女,回族)", "回族"),
        ("王平，男，汉族，党员", "汉族"),
        ("民族：藏族", "藏族"),
        ("宗教信仰：佛教", "佛教"),
        ("他身患癌症仍坚持", "身患癌症"),
        ("二级肢体残疾", "二级肢体残疾"),
    ],
)
def test_private_things_are_blanked_in_place(text: str, secret: str) -> None:
    shown = without_personal(text)
    assert len(shown) == len(text)
    assert secret.replace(" ", "") not in shown.replace(" ", "")
    assert shown.replace("○", "").replace(" ", "") == text.replace(secret, "").replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "张家川回族自治县回族中学",
        "2015年3月至2016年7月，共派出教师37名",
        "投入资金13812345678元",
        "藏族教师和汉族教师一同备课",
        "帮扶患难与共的兄弟县",
        "联系电话见附件",
    ],
)
def test_other_things_stay(text: str) -> None:
    assert without_personal(text) == text


def test_pupils_and_households_are_found_by_what_they_are_called() -> None:
    assert list(pupils("学生王小明说，家长李芳表示感谢，贫困户张三家")) == [
        "王小明",
        "李芳",
        "张三",
    ]
    assert list(pupils("五年级的马小燕同学")) == ["马小燕"]
    assert list(pupils("学生高兴地说；全班同学；老师和同学们；学生家长会在校内举行")) == []


@pytest.mark.parametrize(
    ("title", "is_one"), [("学生", True), ("家长代表", True), ("学生处处长", False)]
)
def test_titles_of_pupils(title: str, is_one: bool) -> None:
    assert pupil_title(title) is is_one
