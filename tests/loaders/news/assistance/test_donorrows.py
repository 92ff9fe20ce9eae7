from marked import marked

from bangfu.loaders.news.assistance.donorrows import donors_view
from bangfu.loaders.news.assistance.symbols import view

ONE = "{i - 白水旅行社有限公司}总经理{n - 李明远}"
TWO = "{i - 青山科技公司}经理{n - 王芳}女士"
SCHOOL = "{s - 甲安中学}校长{n - 张志}"
TO = "向{p 621126 岷县}捐款。"


def firms(text):
    plain, mentions = marked(text)
    found = donors_view(view(plain, 0, len(plain), mentions))
    return None if found is None else (found.symbols, [m.name for m in found.mentions.values()])


def test_a_row_of_firms_gives_as_one_list():
    assert firms(f"仪式上，{ONE}、{TWO}{TO}") == (
        "仪式上，\ue002、\ue002向\ue000捐款。",
        ["白水旅行社有限公司", "青山科技公司", "岷县"],
    )


def test_one_firm_or_a_row_with_others_is_none():
    assert firms(f"{ONE}{TO}") is None
    assert firms(f"{ONE}、{SCHOOL}{TO}") is None
    assert firms(f"{ONE}、{TWO}参加。") is None
