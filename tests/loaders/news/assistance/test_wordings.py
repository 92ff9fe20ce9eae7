import pytest
from helping import ends_of

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
FIRM, OFFICE = "{i - 东海科技有限公司}", "{i 640423 隆德县协作办}"
L1, F1 = "{s - 隆德县第一中学}", "{s - 福清第一中学}"


@pytest.mark.parametrize(
    "text",
    [
        # in whose presence something is given
        f"来宾在{FIRM}经理的陪同下，为{L1}捐赠了图书。",
        # what pupils gave, a person only hands over
        f"老师{{n - 王平}}将学生捐献的文具送到，捐给{L1}。",
        # those from a place, under a name that was not read
        f"{FU}晨曦爱心团队向{L1}捐赠图书。",
        f"{FU}金融机构的青年为{L1}捐赠图书。",
    ],
)
def test_who_only_stands_near_gives_nothing(text):
    assert ends_of(text) == set()


def test_a_place_with_its_aid_is_the_one_that_helps():
    assert ("东海科技有限公司", "福清市") not in ends_of(
        f"{FIRM}捐赠5万元，用于支持{FU}援宁项目。{FIRM}捐赠5万元，支持{FU}援疆工作。"
    )


def test_a_place_in_brackets_says_only_who_the_giver_is():
    assert ends_of(f"{FIRM}（{FU}晨曦团）向{L1}捐赠图书。") == {
        ("东海科技有限公司", "隆德县第一中学")
    }


def test_where_a_team_goes_is_not_who_acts_next():
    text = f"{FU}对口帮扶{LONG}。去年以来，帮扶团队深入{L1}考察后，为{L1}捐赠图书。"
    assert ("福清市", "隆德县第一中学") in ends_of(text)
