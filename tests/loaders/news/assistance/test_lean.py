import pytest
from marked import marked

from bangfu.loaders.news.assistance.lean import lean_view, sentence_claims
from bangfu.loaders.news.assistance.symbols import view


def seen(text):
    plain, mentions = marked(text)
    return view(plain, 0, len(plain), mentions)


def pairs(text):
    return {(c.helper.name, c.recipient.name) for c in sentence_claims(seen(text)) if c.directed}


UNI, COUNTY, SCHOOL = "{s - 东海大学}", "{p 513430 金阳县}", "{s - 桃坪小学}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who came for a body, how many, and when
        (
            f"{UNI}副校长{{n - 丁一}}、处长{{n - 王二}}一行6人于7月18日赴{COUNTY}开展定点帮扶工作。",
            {("东海大学", "金阳县")},
        ),
        (f"{UNI}党委副书记{{n - 丁一}}一行向{SCHOOL}捐赠图书。", {("东海大学", "桃坪小学")}),
        # through whose hands a gift goes
        (
            f"{{i - 晨光集团}}通过{{i - 海风基金会}}、{{i - 青山基金会}}向{SCHOOL}捐赠30万元。",
            {("晨光集团", "桃坪小学")},
        ),
        # those of two bodies who came together
        (
            f"{{i - 晨光协会}}会长{{n - 丁一}}和{{i - 青山协会}}会长{{n - 王二}}一同走进{SCHOOL}，捐赠图书。",
            {("晨光协会", "桃坪小学"), ("青山协会", "桃坪小学")},
        ),
        # the one manager of a firm may give himself
        (f"{{i - 晨光集团}}经理{{n - 丁一}}向{SCHOOL}捐款三万元。", {("丁一", "桃坪小学")}),
        # in which of two posts somebody comes, nothing says
        (
            f"{{i - 晨光党派市委}}主委、{{i - 海州市教育局}}副局长{{n - 丁一}}、秘书长{{n - 王二}}率队赴{COUNTY}开展教育帮扶。",
            set(),
        ),
    ],
)
def test_the_core_of_a_sentence_says_who_helps(text, expected):
    assert pairs(text) == expected


def test_of_a_list_of_guests_none_is_left_out():
    whole = seen(
        "{i - 晨光集团}挂职{i - 金阳县人民政府}副县长{n - 丁一}、{i - 金阳县教育局}副局长{n - 王二}参加仪式。"
    )
    assert lean_view(whole) is None


def test_a_bracket_that_tells_of_help_stays():
    assert lean_view(seen(f"{SCHOOL}（原帮扶单位已变）很美。")) is None
    lean = lean_view(seen(f"{UNI}走进{SCHOOL}（东校区）送教。"))
    assert lean is not None
    assert "东校区" not in lean.symbols


def test_places_of_the_core_lead_back_into_the_text():
    text = f"{UNI}副校长{{n - 丁一}}、处长{{n - 王二}}赴{COUNTY}支教。"
    plain, mentions = marked(text)
    lean = lean_view(view(plain, 0, len(plain), mentions))
    assert lean is not None
    at = lean.symbols.index("赴")
    assert plain[lean.places[at] : lean.ends[at]] == "赴"
