import pytest
from helping import ends_of

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1 = "{s - 福清第一中学}", "{s - 隆德县第一中学}"
CLUB = "{i - 晨光商会}"


@pytest.mark.parametrize(
    ("text", "none"),
    [
        (f"{LONG}（由{FU}帮扶）改由{F1}结对帮扶{L1}。", ("福清市", "福清第一中学")),
        (f"局长率{F1}、{CLUB}的干部到{L1}支教。", ("福清第一中学", "隆德县第一中学")),
        (f"{CLUB}在{FU}援建的{L1}很美。", ("福清市", "隆德县第一中学")),
        (f"{FU}校友向{L1}捐赠图书。", ("福清市", "隆德县第一中学")),
        (f"{FU}银行向{L1}捐赠图书。", ("福清市", "隆德县第一中学")),
        (f"{FU}党员律师16人为{L1}捐款。", ("福清市", "隆德县第一中学")),
        (f"{{n - 丁一}}教学楼由会员为{L1}捐资建成。", ("丁一", "隆德县第一中学")),
        (f"{F1}援建{CLUB}春苗之家。", ("福清第一中学", "晨光商会")),
        (f"{FU}对口帮扶{LONG}六盘（民族）中学。", ("福清市", "隆德县")),
        (f"{CLUB}到{LONG}优良村小支教。", ("晨光商会", "隆德县")),
    ],
)
def test_what_stands_around_a_match_may_make_it_no_help(text, none):
    assert none not in ends_of(text)


def test_the_same_wording_without_it_is_help():
    assert ends_of(f"{F1}的教师到{L1}支教。") == {("福清第一中学", "隆德县第一中学")}


def test_the_last_of_a_row_of_guests_does_not_come_alone():
    text = f"{{i - 东海集团}}经理{{n - 丁一}}，{CLUB}会长{{n - 王二}}一行赴{LONG}开展助学活动。"
    assert ends_of(text) == set()


def test_whose_word_is_followed_does_not_help():
    assert ends_of(f"按照{CLUB}统一部署，向{L1}捐赠图书。") == set()
    assert ends_of(f"为贯彻落实{CLUB}助推{L1}发展的工作安排，会议召开。") == set()
