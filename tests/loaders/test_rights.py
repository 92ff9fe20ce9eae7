import pytest

from bangfu.loaders.rights import rights_note


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("正文。\n未经授权禁止复制或建立镜像", "未经授权禁止复制或建立镜像"),
        ("<p>正文</p><div>本网站内容未经许可，不得转载。</div>", "本网站内容未经许可，不得转载"),
        ("版权所有 谢绝转载", "谢绝转载"),
        ("欢迎转载，请注明出处", None),
        ("老师复制了十份讲义", None),
    ],
)
def test_the_notice_is_found_word_for_word(text: str, note: str | None) -> None:
    assert rights_note(text) == note
