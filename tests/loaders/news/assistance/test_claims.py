from marked import marked

from bangfu.loaders.news.assistance.claims import claims_in, clause_views
from bangfu.loaders.news.assistance.symbols import view


def seen(text):
    plain, mentions = marked(text)
    return view(plain, 0, len(plain), mentions)


def test_a_verb_first_clause_takes_the_subject_of_the_sentence():
    whole = seen("{p 330200 宁波市}高度重视，先后选派教师到{p 513430 金阳县}支教。")
    (joined,) = clause_views(whole)
    assert next((c.helper.name, c.recipient.name) for c in claims_in(joined)) == (
        "宁波市",
        "金阳县",
    )


def test_a_clause_with_its_own_subject_takes_none():
    whole = seen("{p 330200 宁波市}高度重视，校友企业则向{p 513430 金阳县}捐赠。")
    assert list(clause_views(whole)) == []


def test_a_subject_behind_a_preposition_is_none():
    whole = seen("据{p 330200 宁波市}介绍，先后选派教师到{p 513430 金阳县}支教。")
    assert list(clause_views(whole)) == []


def test_the_object_of_one_clause_is_not_the_subject_of_the_next():
    whole = seen("{i - 甲会}联系{p - 乙镇}，援建了{s - 丙小学}。")
    assert "乙镇" not in {c.helper.name for c in claims_in(whole)}


def test_who_pays_is_the_giver_and_not_the_firm_he_heads():
    whole = seen("{i - 甲公司}总经理{n - 张三}个人捐资5万元，为{s - 丙小学}建起书屋。")
    assert {c.helper.name for c in claims_in(whole)} == {"张三"}


def test_people_from_a_place_are_not_the_place():
    assert list(claims_in(seen("{p 370200 青岛市}校友为{s - 丙小学}捐建书屋。"))) == []
