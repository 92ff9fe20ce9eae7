import pytest
from helping import ends_of
from marked import marked

from bangfu.loaders.news.assistance.claims import claims_in, group_of
from bangfu.loaders.news.assistance.symbols import view


def seen(text):
    plain, mentions = marked(text)
    return view(plain, 0, len(plain), mentions)


def test_the_object_of_one_clause_is_not_the_subject_of_the_next():
    whole = seen("{i - 甲会}联系{p - 乙镇}，援建了{s - 丙小学}。")
    assert "乙镇" not in {c.helper.name for c in claims_in(whole)}


def test_who_pays_is_the_giver_and_not_the_firm_he_heads():
    whole = seen("{i - 甲公司}总经理{n - 张三}个人捐资5万元，为{s - 丙小学}建起书屋。")
    assert {c.helper.name for c in claims_in(whole)} == {"张三"}


def test_people_from_a_place_are_not_the_place():
    assert list(claims_in(seen("{p 370200 青岛市}校友为{s - 丙小学}捐建书屋。"))) == []


def test_a_new_name_is_nobody_who_is_given_to():
    whole = seen("{i - 甲基金会}捐赠教学楼一座，命名为{s - 乙小学}。")
    assert not [c for c in claims_in(whole) if c.rule.startswith("give")]


def test_a_city_where_something_was_built_built_nothing():
    whole = seen("{i - 甲基金会}在{p 350982 福鼎市}援建的{s - 乙小学}很美。")
    assert "福鼎市" not in {c.helper.name for c in claims_in(whole)}


def test_two_places_make_one_number_and_no_other_two_the_same():
    assert len({group_of(a, b) for a in range(5) for b in range(5)}) == 25


def test_where_somebody_comes_from_does_not_act_before_him():
    whole = seen("来自{p 350181 福清市}的{n - 张三}代表{i - 甲会}，将图书送到{s - 丙小学}。")
    assert {c.helper.name for c in claims_in(whole)} == {"甲会"}


@pytest.mark.parametrize(
    "text",
    [
        "日前，{p 350181 福清市}润泽四方{i - 健康科技有限公司}为{s - 隆德县第一中学}捐赠图书。",
        "局长带领{i - 晨光商会}科普部、督导科，{s - 福清第一中学}的3名干部到{p 640423 隆德县}支教。",
    ],
)
def test_a_part_of_a_name_and_who_is_led_along_do_not_act(text):
    helpers = {helper for helper, _ in ends_of(text)}
    assert not helpers & {"福清市", "福清第一中学"}


def test_who_came_with_others_came_for_the_body():
    whole = seen("{s - 东海大学}副书记{n - 丁一}一行向{s - 乙小学}捐赠图书。")
    assert {c.helper.name for c in claims_in(whole)} == {"东海大学"}
