import pytest
from helping import ends_of, help_of

from bangfu.ontology.records import Stance

L1, L2 = "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
FIRM, CLUB = "{i - 东海科技有限公司}", "{i - 晨光商会}"
EVENT = f"5月1日，在{L1}，一场爱心捐赠活动举行。"


def test_who_runs_an_activity_helps_the_school_at_which_it_takes_place():
    text = f"{EVENT}此次活动由{FIRM}和{CLUB}联合发起。"
    assert ends_of(text) == {
        ("东海科技有限公司", "隆德县第一中学"),
        ("晨光商会", "隆德县第一中学"),
    }
    fact = help_of(text)[0]
    assert fact.evidence[0].stance is Stance.INFERRED


@pytest.mark.parametrize(
    "text",
    [
        # no charity
        f"5月1日，在{L1}，一场球赛举行。此次活动由{FIRM}主办。",
        # an office of the place hosts
        f"{EVENT}此次活动由{{i - 隆德县教育局}}主办。",
        # a newspaper organises what others give
        f"{EVENT}此次活动由{{i - 晨光日报社}}主办。",
        # it did not happen
        f"{EVENT}此次活动由{FIRM}组织的说法并不属实。",
        # which of two schools, nothing says
        f"{L1}、{L2}的爱心故事很多。此次活动由{FIRM}主办。",
    ],
)
def test_other_hosts_do_not_help(text):
    assert ends_of(text) == set()
