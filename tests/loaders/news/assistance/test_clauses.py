from marked import marked

from bangfu.loaders.news.assistance.claims import claims_in
from bangfu.loaders.news.assistance.clauses import aside_views, bare_clauses, clause_views, joined
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


def test_where_somebody_goes_is_not_the_subject_of_what_follows():
    whole = seen("{i - 甲公司}经理带队，深入{s - 乙小学}考察后，为{s - 丙小学}捐赠图书。")
    helpers = {c.helper.name for v in clause_views(whole) for c in claims_in(v)}
    assert helpers == {"甲公司"}


def test_who_acts_with_one_whose_name_was_not_read_goes_on_acting():
    whole = seen("{i - 甲公司}与某某公益中心共同开展活动，并在{s - 丙小学}举办了捐赠仪式。")
    assert list(clause_views(whole))


def test_a_project_goes_on_for_who_runs_it():
    whole = seen("{i - 晨光商会}连续九年捐资助学，项目每年为{p 513430 金阳县}学子提供助学金。")
    (joined,) = clause_views(whole)
    assert [(c.helper.name, c.recipient.name) for c in claims_in(joined)] == [
        ("晨光商会", "金阳县")
    ]


def test_two_who_act_together_in_a_place_both_give():
    whole = seen(
        "{i - 晨光商会}与{i - 东海协会}在青少年宫联合举办活动，为{s - 金阳县中学校}送上书包。"
    )
    pairs = {(c.helper.name, c.recipient.name) for v in clause_views(whole) for c in claims_in(v)}
    assert pairs == {("晨光商会", "金阳县中学校"), ("东海协会", "金阳县中学校")}


def test_the_owner_of_a_firm_is_not_who_acts():
    whole = seen("{i - 东海集团}所属{i - 东海装饰公司}热心公益，向{s - 金阳县中学校}赠送文具。")
    (joined,) = clause_views(whole)
    assert [c.helper.name for c in claims_in(joined)] == ["东海装饰公司"]


def test_a_bracket_that_tells_of_help_is_a_clause_of_its_own():
    whole = seen("{s - 甲中学}（原由{s - 乙中学}帮扶）改由{s - 丙中学}帮扶。")
    without, aside = aside_views(whole)
    assert [m.name for m in without.mentions.values()] == ["甲中学", "丙中学"]
    assert [m.name for m in aside.mentions.values()] == ["甲中学", "乙中学"]
    assert aside.symbols == "\ue001原由\ue001帮扶"


def test_a_bracket_of_other_matters_stays():
    assert list(aside_views(seen("{s - 甲中学}（在{p - 乙县}）帮扶{s - 丙中学}。"))) == []


def test_the_first_of_two_who_exchange_presents_goes_on_acting():
    whole = seen("{s - 甲小学}与{s - 乙小学}互赠了牌匾，并为{s - 乙小学}捐赠了电脑。")
    (joined,) = clause_views(whole)
    assert {(c.helper.name, c.recipient.name) for c in claims_in(joined)} == {("甲小学", "乙小学")}
    other = seen("{s - 甲小学}与{s - 乙小学}相邻，并为{s - 乙小学}捐赠了电脑。")
    assert list(clause_views(other)) == []


def test_a_clause_that_names_nobody_takes_the_subject_if_nobody_else_came_between():
    whole = seen("{i - 东海科技有限公司}很热心，捐赠图书30册。")
    ((joined, low),) = bare_clauses(whole)
    assert joined.symbols.startswith("\ue002捐赠图书")
    assert whole.symbols[low:].startswith("捐赠")
    other = seen("{i - 东海科技有限公司}很热心；商会与{s - 隆德县第一中学}签约，捐赠图书30册。")
    assert list(bare_clauses(other)) == []
    bank = seen("{p 330200 宁波市}银行高度重视，捐赠图书30册。")
    assert list(bare_clauses(bank)) == []


def test_a_person_who_opens_the_sentence_goes_on_giving():
    whole = seen("{n - 丁一}老先生多次回乡，捐助{s - 隆德县第一中学}建教学楼。")
    (joined,) = clause_views(whole)
    assert {(c.helper.name, c.recipient.name) for c in claims_in(joined)} == {
        ("丁一", "隆德县第一中学")
    }
    spoken = seen("{n - 丁一}老先生在会上说，捐助{s - 隆德县第一中学}建教学楼。")
    assert list(clause_views(spoken)) == []


def test_an_alumnus_gives_and_not_his_firm():
    whole = seen("{i - 东海集团}总裁{n - 丁一}回到母校，为{s - 金阳县中学校}捐款三万元。")
    helpers = {c.helper.name for v in clause_views(whole) for c in claims_in(v)}
    assert helpers == {"丁一"}


def test_whose_word_is_followed_does_not_act():
    whole = seen("为贯彻落实{i - 东海集团}工作安排，全体员工，向{s - 金阳县中学校}捐赠文具。")
    assert list(clause_views(whole)) == []


def test_views_are_joined_with_their_places():
    whole = seen("{i - 东海集团}热心公益，向{s - 金阳县中学校}捐赠文具。")
    both = joined(whole, (0, 1), (6, len(whole.symbols)))
    assert both.symbols == "\ue002向\ue001捐赠文具。"
    assert [m.name for _, m in sorted(both.mentions.items())] == ["东海集团", "金阳县中学校"]
