import pytest
from marked import marked

from bangfu.loaders.news.assistance.hopes import named_claims
from bangfu.loaders.news.assistance.symbols import view


def named(*texts):
    views = []
    for text in texts:
        plain, mentions = marked(text)
        views.append(view(plain, 0, len(plain), mentions))
    return {(c.helper.name, c.recipient.name) for c in named_claims(views, ())}


GIFT = "捐赠仪式在这里举行。"


@pytest.mark.parametrize(
    ("school", "giver"),
    [
        ("金阳县晨光希望小学", "{i - 海州市晨光集团有限公司}"),
        ("丁大一希望小学", "{n - 丁大一}"),
        ("青企协桃坪希望小学", "{i - 海州市青企协}"),
    ],
)
def test_a_school_bears_the_name_of_who_gave_it(school, giver):
    found = named(f"{giver}的{GIFT}", f"{{s - {school}}}很美。")
    assert [recipient for _, recipient in found] == [school]


@pytest.mark.parametrize(
    ("school", "giver"),
    [
        ("金阳县晨光小学", "{i - 海州市晨光集团有限公司}"),
        ("海州希望小学", "{i - 海州市教育局}"),
        ("桃坪希望小学", "{i - 海州市晨光集团有限公司}"),
        ("国家电网桃坪爱心希望小学", "{i - 国网海州供电公司}"),
    ],
)
def test_other_names_say_nothing(school, giver):
    assert named(f"{giver}的{GIFT}", f"{{s - {school}}}很美。") == set()


def test_a_giver_of_whom_no_help_is_told_is_none():
    assert named("{i - 晨光集团}开会。", "{s - 晨光希望小学}很美。") == set()
    assert named("{i - 晨光集团}没有捐款。", "{s - 晨光希望小学}很美。") == set()


def test_of_two_forms_of_one_name_the_longer_counts():
    found = named(
        f"{{i - 晨光集团}}的{GIFT}", "{s - 晨光希望小学}很美。", "{s - 金阳县晨光希望小学}很美。"
    )
    assert found == {("晨光集团", "金阳县晨光希望小学")}
