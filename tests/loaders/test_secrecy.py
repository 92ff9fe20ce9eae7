import pytest

from bangfu.loaders.secrecy import marking


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("秘密★5年\n关于帮扶的通知", "秘密★5年"),
        ("000123\n机密★长期\n通知", "机密★长期"),
        ("绝密\n\n通知", "绝密"),
        ("密级：秘密\n通知", "密级：秘密"),
        ("内部资料  注意保存\n简报第3期", "内部资料  注意保存"),
        ("【内部文件】\n简报", "【内部文件】"),
        ("通知\n正文。\n仅供内部参考", "仅供内部参考"),
        ("<html><body><p>秘密★1年</p></body></html>", "秘密★1年"),
    ],
)
def test_marks(text: str, mark: str) -> None:
    assert marking(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "他把这个秘密告诉了老师。",
        "学校内部资料室向教师开放",
        "<html><body><ul><li>内部文件</li><li>首页</li></ul></body></html>",
        "第一行\n" * 20 + "秘密★5年\n" + "行\n" * 20,
        "本报内部参考消息报道，教育帮扶成效显著，大家都说好得很，后面还有许多许多许多许多许多许多许多许多的字",
    ],
)
def test_the_words_alone_are_no_mark(text: str) -> None:
    assert marking(text) is None
