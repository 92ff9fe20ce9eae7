from dataclasses import replace

from marked import named

from bangfu.loaders.news.posts.offices import (
    ELIDED,
    antecedent,
    department_of,
    fitting,
    nearest_school,
)
from bangfu.ontology.records import Kind, Mention


def test_a_bare_committee_is_that_of_the_county_named_before():
    text = "甲安县召开会议，县委书记出席。"
    mentions = named(text, place=["甲安县"])
    assert antecedent("县委", text.index("县委"), mentions).name == "甲安县"
    assert antecedent("市委", 5, mentions) is None


def test_the_named_government_goes_before_the_place():
    text = "甲安县人民政府。甲安县。"
    mentions = named(text, institution=["甲安县人民政府"]) + named(
        "x" * 8 + "甲安县", place=["甲安县"]
    )
    assert antecedent("县政府", 30, mentions).name == "甲安县人民政府"


def test_a_county_head_is_not_in_the_committee():
    text = "甲安县委，甲安县"
    mentions = named(text, institution=["甲安县委"]) + named("xxxxx甲安县", place=["甲安县"])
    assert fitting(mentions[0], "副县长", mentions).name == "甲安县"
    assert fitting(mentions[0], "常委", mentions).name == "甲安县委"


def test_the_school_of_a_bare_post():
    text = "青山中学开会。来自白水中学的老师到了，校长讲话。"
    mentions = named(text, school=["青山中学", "白水中学"])
    assert nearest_school(mentions, text.index("校长"), text).name == "青山中学"


def test_elided_bodies():
    assert ELIDED.match("县人民政府副县长")[0] == "县人民政府"
    assert ELIDED.match("小学校长") is None


def test_a_portrait_is_about_the_school_it_names_most():
    text = "来自青山中学。\n到白水中学。\n白水中学很远。\n校长说"
    mentions = named(text, school=["青山中学", "白水中学"])
    assert nearest_school(mentions, text.index("校长"), text).name == "白水中学"
    text = "青山中学。\n到白水中学。\n校长说"
    mentions = named(text, school=["青山中学", "白水中学"])
    assert nearest_school(mentions, text.index("校长"), text).name == "青山中学"


def test_the_county_is_in_the_name_of_its_committee():
    text = "浙江省衢州市衢江区委，衢州市人民政府"
    mentions = named(text, institution=["浙江省衢州市衢江区委", "衢州市人民政府"])
    found = fitting(mentions[0], "副区长", mentions)
    assert (found.name, found.kind, found.key) == ("衢江区", Kind.PLACE, "330803")


def test_a_university_is_not_where_a_bare_head_serves():
    text = "东海大学来人。\n东海大学说好。\n白水中学很远。\n\n校长说"
    mentions = named(text, school=["东海大学", "白水中学"])
    assert nearest_school(mentions, text.index("校长"), text).name == "白水中学"


def test_a_government_that_no_post_follows_is_not_where_the_head_serves():
    text = "甲安县副县长感谢甲安县政府"
    mentions = named(text, place=["甲安县"], institution=["甲安县政府"])
    assert fitting(mentions[0], "副县长", mentions, set()).kind is Kind.PLACE
    assert fitting(mentions[0], "副县长", mentions, {"甲安县政府"}).name == "甲安县政府"


def test_the_head_of_a_town_is_not_in_its_assembly():
    text = "甲安镇人大，甲安镇"
    mentions = named(text, institution=["甲安镇人大"]) + named("xxxxxx甲安镇", place=["甲安镇"])
    assert fitting(mentions[0], "副镇长", mentions).name == "甲安镇"
    assert fitting(mentions[0], "主席", mentions).name == "甲安镇人大"


def test_a_county_with_its_province_and_its_committee_is_found():
    text = "广西都安瑶族自治县县委"
    (committee,) = named(text, institution=[text])
    found = fitting(committee, "副县长", [committee])
    assert (found.name, found.kind, found.key) == ("都安瑶族自治县", Kind.PLACE, "451228")


def test_a_town_that_no_list_knows_is_a_place_all_the_same():
    text = "白水镇人大"
    (assembly,) = named(text, institution=[text])
    found = fitting(assembly, "副镇长", [assembly])
    assert (found.name, found.kind) == ("白水镇", Kind.PLACE)


def test_a_page_of_an_unnamed_school_tells_of_no_head_of_another():
    text = "我校承办了研修班，来自各地的校长到会。\n白水小学的人来了。\n副校长说"
    mentions = named(text, school=["白水小学"])
    assert nearest_school(mentions, text.index("副校长"), text) is None
    plain = text.replace("我校", "这里")
    assert nearest_school(mentions, plain.index("副校长"), plain).name == "白水小学"


def test_a_deputy_of_a_bureau_is_not_in_the_committee_beside_it():
    text = "甲安县教体局局长某，教体工委"
    mentions = named(text, institution=["甲安县教体局", "教体工委"])
    assert fitting(mentions[1], "副局长", mentions).name == "甲安县教体局"
    assert fitting(mentions[1], "委员", mentions).name == "教体工委"
    assert fitting(mentions[1], "副局长", mentions[1:]).name == "教体工委"


def test_an_unnamed_school_of_the_sentence_keeps_its_own_heads():
    text = "我校校长到白水小学慰问，副校长陪同。"
    schools = named(text, school=["白水小学"])
    assert nearest_school(schools, text.index("副校长"), text) is None
    plain = text.replace("我校", "这里")
    assert nearest_school(schools, plain.index("副校长"), plain).name == "白水小学"


def test_a_school_in_whose_hall_others_meet_is_not_theirs():
    text = "两校在乙校会议室召开会议。副校长到会。"
    first = Mention(kind=Kind.SCHOOL, name="甲校", key="甲校", start=0, end=2)
    venue = Mention(kind=Kind.SCHOOL, name="乙校", key="乙校", start=3, end=5)
    assert nearest_school([first, venue], text.index("副校长"), text) == first


def test_the_one_department_of_a_page_is_that_of_its_deputy():
    text = "甲省教育厅、乙县政府发文。"
    (office,) = named(text, institution=["甲省教育厅"])
    assert department_of("副厅长", [office]) == office
    assert department_of("局长", [office]) is None
    assert department_of("校长", [office]) is None
    other = replace(office, name="丙省教育厅", key="丙省教育厅")
    assert department_of("副厅长", [office, other]) is None


def test_a_hall_is_its_schools_where_no_other_was_named_before():
    text = "会议在乙校会议室召开。校长致辞。丙校教师发言。"
    venue = Mention(kind=Kind.SCHOOL, name="乙校", key="乙校", start=3, end=5)
    start = text.index("丙校")
    later = Mention(kind=Kind.SCHOOL, name="丙校", key="丙校", start=start, end=start + 2)
    assert nearest_school([venue, later], text.index("校长"), text) == venue


def test_the_bureau_whose_party_committee_is_named():
    (group,) = named("甲安县教育局工委", institution=["甲安县教育局工委"])
    assert fitting(group, "副局长", [group]).name == "甲安县教育局"
    assert fitting(group, "委员", [group]).name == "甲安县教育局工委"


def test_the_town_is_where_its_congress_names_it():
    (congress,) = named("青石镇人大", institution=["青石镇人大"])
    town = fitting(congress, "副镇长", [congress])
    assert (town.name, town.start, town.end) == ("青石镇", 0, 3)


def test_a_headline_names_the_school_of_its_paragraph():
    text = "甲安县第一小学今天开学。\n【白水县·青山幼儿园】\n由东海市援建。园长李明远说。"
    mentions = named(text, school=["甲安县第一小学", "青山幼儿园"])
    assert nearest_school(mentions, text.index("园长李"), text).name == "青山幼儿园"


def test_the_one_school_of_the_paragraph_before():
    lead = "这是一个很长的开头，讲的是山里的事情，一直讲到第八十个字之后才提到学校的名字，" * 3
    text = f"{lead}甲安中学。\n后来他到了青山小学，青山小学在山顶。\n“他很好。”校长李明远说。"
    mentions = named(text, school=["甲安中学", "青山小学"])
    at = text.index("校长李")
    assert nearest_school(mentions, at, text).name == "青山小学"
    both = text.replace("在山顶", "在山顶，甲安中学在山下")
    mentions = named(both, school=["甲安中学", "青山小学"])
    assert nearest_school(mentions, both.index("校长李"), both) is None


def test_that_school_goes_before_our_own():
    text = "我校出资修好了青山小学，结束了该校的历史。校长李明远说。"
    own, there = named(text, school=["我校"]), named(text, school=["青山小学"])
    that = replace(there[0], start=text.index("该校"), end=text.index("该校") + 2)
    found = nearest_school([*own, *there, that], text.index("校长李"), text)
    assert found.name == "青山小学"
