import re

from bangfu.loaders.news.entities.ours import is_unknown_own, with_ours
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Kind, Mention


def school(text, name):
    return tuple(
        Mention(kind=Kind.SCHOOL, name=name, key=name, start=m.start(), end=m.end())
        for m in re.finditer(name, text)
    )


def ours(text, *names):
    clean = from_text(text)
    mentions = tuple(m for n in names for m in school(clean.text, n))
    known = with_ours(clean, sorted(mentions, key=lambda m: m.start))
    return [m.name for m in known if clean.text[m.start : m.end] == "我校"]


def test_the_school_before_the_colon_of_the_headline():
    text = "白水县职教中心：校校联手\n9月25日，我校与青山市工业学校联合办班。"
    assert ours(text, "白水县职教中心", "青山市工业学校") == ["白水县职教中心"]


def test_the_school_of_the_imprint():
    text = "新一轮协议\n青山中学的客人来我校访问，谈了两天。\n版权所有：白水县第二十八中学 备1900号"
    assert ours(text, "青山中学") == ["白水县第二十八中学"]


def test_a_page_that_does_not_say_whose_it_is_leaves_it_open():
    text = "新一轮协议\n李明远一行离开青山中学来我校访问，王小红在场。"
    assert ours(text, "青山中学") == []


def test_what_stands_before_a_post():
    text = "我校校长李明远"
    assert is_unknown_own(text, 2, ())
    assert not is_unknown_own(text, 2, school(text, "我校"))
    assert is_unknown_own("我校长期", 1, ())
    assert not is_unknown_own("，校长李明远", 1, ())


def test_our_hospital_is_that_of_the_line_of_origin():
    text = "下乡义诊\n9月25日，我院向青山中学捐书，我校学生很高兴。\n来源：白水市第二人民医院"
    clean = from_text(text)
    known = with_ours(clean, school(clean.text, "青山中学"))
    met = {clean.text[m.start : m.end]: (m.kind, m.name) for m in known}
    assert met["我院"] == (Kind.INSTITUTION, "白水市第二人民医院")
    assert "我校" not in met


def test_a_word_before_a_school_is_no_label_without_its_mark():
    text = "建设单位组团帮扶的青山工业学校里，我校教师很忙。"
    assert ours(text) == []


def test_of_two_schools_the_one_never_told_beside_us():
    text = "白水中学与青山中学续签协议。青山中学的帮助推动我校发展。李明远代表白水中学致谢。"
    assert ours(text, "白水中学", "青山中学") == ["白水中学"]


def hospitals(text, *names):
    clean = from_text(text)
    mentions = [
        Mention(
            kind=kind,
            name=name,
            key=name,
            start=clean.text.index(name),
            end=clean.text.index(name) + len(name),
        )
        for kind, name in names
    ]
    known = with_ours(clean, mentions)
    return [m.name for m in known if clean.text[m.start : m.end] == "我院"]


def test_the_only_hospital_of_a_page():
    text = "青山市中医院走进白水小学\n我院党委书记一行捐赠课桌椅。"
    clinic, school = (Kind.INSTITUTION, "青山市中医院"), (Kind.SCHOOL, "白水小学")
    assert hospitals(text, clinic, school) == ["青山市中医院"]
    text = f"{text}\n青山师范学院的师生也来了。"
    assert hospitals(text, clinic, school, (Kind.SCHOOL, "青山师范学院")) != ["青山市中医院"]


def test_the_university_that_an_imprint_names_by_its_office():
    text = "签约\n9月25日，我校与青山中学签约。\n版权所有 白水师范大学党委宣传部 地址：白水市"
    assert ours(text, "青山中学") == ["白水师范大学"]


def test_the_university_of_a_team_of_graduates():
    text = "白水师范大学研究生支教团第六届支教队抵达青山县。我校的支教队已有六届。"
    clean = from_text(text)
    team = "白水师范大学研究生支教团第六届支教队"
    body = Mention(kind=Kind.INSTITUTION, name=team, key=team, start=0, end=len(team))
    known = with_ours(clean, [body])
    assert [m.name for m in known if clean.text[m.start : m.end] == "我校"] == ["白水师范大学"]
