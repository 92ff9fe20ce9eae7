from marked import marked

from bangfu.loaders.news.assistance.groups import group_claims, with_groups
from bangfu.loaders.news.page.sentences import sentence_spans
from bangfu.ontology.records import Kind


def test_a_place_with_a_number_of_schools_is_a_group():
    plain, mentions = marked("到{p 632300 黄南藏族自治州}5所学校和{p 620525 张家川回族自治县}教师")
    group, place = with_groups(plain, mentions)
    assert (group.kind, group.count, group.key) == (Kind.GROUP, 5, "632300/5/school")
    assert plain[group.start : group.end] == "黄南藏族自治州5所学校"
    assert place.kind is Kind.PLACE


def test_groups_without_names_stay_one_claim():
    plain, mentions = marked(
        "全{p 510000 四川省}8个市州和39个欠发达县参加，建1个县级中心。8所高校与欠发达县精准对接，“一对一”结对。"
    )
    (claim,) = group_claims(plain, sentence_spans(plain), mentions)
    assert (claim.helper.count, claim.recipient.count) == (8, 39)
    assert (claim.helper.key, claim.recipient.key) == ("/8/school", "510000/39/county")


def test_two_numbers_of_counties_are_a_choice_and_give_none():
    plain = "39个县参加。25个县列席。建1个县级中心。8所高校与欠发达县精准对接结对。"
    assert group_claims(plain, sentence_spans(plain), ()) == ()
