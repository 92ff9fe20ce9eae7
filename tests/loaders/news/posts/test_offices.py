from marked import named

from bangfu.loaders.news.posts.offices import ELIDED, antecedent, fitting, nearest_school
from bangfu.ontology.records import Kind


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
