import pytest
from marked import marked

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.crewstays import CREWED, by_crews
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.skeletons import skeletons
from bangfu.ontology.records import Kind

XINJIANG, AKSU, KUQA = "{p 650000 新疆}", "{p 652900 阿克苏地区}", "{p 652902 库车市}"
HOME = "{p 330200 宁波市}"
SCHOOL = "{s - 宁波市东湖中学}"
GOES = f"{HOME}第二批援疆教师奔赴{KUQA}。"


def stays(source, placed=(), called=()):
    text, mentions = marked(source)
    people = tuple(m for m in mentions if m.kind is Kind.PERSON)
    things = tuple(m for m in mentions if m.kind is not Kind.PERSON)
    scene = scene_of(from_text(text), things, people)
    read = tuple(skeletons(scene.clean, scene.things, scene.people))
    return list(by_crews(scene, read, placed, called))


def told(source, placed=(), called=()):
    return [
        (s.person.name, s.origin and s.origin.name, s.destination and s.destination.name)
        for s in stays(source, placed, called)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "援疆支教团团长{n - 李明远}很忙。",
        "援疆教师{n - 李明远}很忙。",
        "{n - 李明远}是这批支教团领队。",
        "{n - 李明远}是宁波的援疆干部。",
        "领队{n - 李明远}介绍了情况。",
        "{n - 李明远}是团队中最年轻的。",
        "{n - 李明远}援疆三年，收获很多。",
        "在援疆教师中，{n - 李明远}很忙。",
        "{n - 李明远}去年加入援疆教师队伍。",
        "队员有{n - 李明远}。",
        "{p 330200 宁波市}老师{n - 李明远}很忙。",
        "{n - 李明远}去年八月进疆。",
        "决定援疆时，{n - 李明远}想起了家人，{n - 李明远}主动报名援疆。",
    ],
)
def test_who_is_shown_as_one_of_the_crew_serves_with_it(text):
    assert told(GOES + text) == [("李明远", "宁波市", "库车市")]


@pytest.mark.parametrize(
    "text",
    [
        "局长{n - 李明远}为援疆教师送行。",
        "{n - 李明远}看望了援疆教师。",
        "援疆教师的徒弟{n - 李明远}很忙。",
        "{n - 李明远}对援疆教师很感激。",
        "{n - 李明远}参加了援疆教师座谈会。",
        "{n - 李明远}没有参加援疆教师队伍。",
        "{n - 李明远}很忙。",
        "{n - 李明远}老师和家人在等援疆教师。",
    ],
)
def test_who_sees_the_crew_off_or_is_of_the_place_does_not(text):
    assert told(GOES + text) == []


def test_all_of_a_list_but_not_those_who_receive_them():
    text = GOES + "援疆支教团团长{n - 李明远}、副团长{n - 王芳}和队员{n - 赵晨}到了。"
    assert [who for who, _, _ in told(text)] == ["李明远", "王芳", "赵晨"]
    local = GOES + "援疆支教团团长{n - 李明远}和{i - 库车市教育局}局长{n - 王芳}到会。"
    assert [who for who, _, _ in told(local)] == ["李明远"]


def test_the_own_school_counts_before_the_home_of_the_crew():
    text = GOES + f"援疆支教团团长、{SCHOOL}副校长{{n - 李明远}}很忙。"
    assert told(text) == [("李明远", "宁波市东湖中学", "库车市")]


def test_the_post_that_one_of_them_holds_there():
    text = f"{HOME}第八批援疆队干部、{{i - 库车市教育局}}副局长{{n - 李明远}}到会。"
    (stay,) = stays(text)
    assert (stay.destination.name, stay.title, stay.rule) == ("库车市教育局", "副局长", CREWED)


def test_as_many_teachers_as_the_crew_counts():
    names = "{n - 李明远}老师在上课。{n - 王芳}老师在备课。{n - 赵晨}老师在家访。"
    text = f"3名{HOME}援疆老师赴{KUQA}。" + names
    assert [who for who, _, _ in told(text)] == ["李明远", "王芳", "赵晨"]
    assert told(text.replace("3名", "5名")) == []


def test_two_crews_of_a_page_are_kept_apart():
    text = (
        f"{HOME}首批援疆教师赴{AKSU}支教。\n{HOME}第二批援疆教师赴{{p 653100 喀什地区}}支教。\n"
        "首批援疆支教团团长{n - 李明远}到会。\n第二批援疆支教团团长{n - 王芳}到会。"
    )
    assert told(text) == [("李明远", "宁波市", "阿克苏地区"), ("王芳", "宁波市", "喀什地区")]


def test_two_provinces_helped_by_one_home():
    text = (
        f"{HOME}援疆教师赴{KUQA}支教。{HOME}援藏教师赴{{p 540600 那曲市}}支教。"
        "援疆教师{n - 李明远}很忙。援藏教师{n - 王芳}很忙。"
    )
    assert told(text) == [("李明远", "宁波市", "库车市"), ("王芳", "宁波市", "那曲市")]


def test_where_the_sentence_says_it_the_crew_does_not_count():
    text = GOES + f"援疆教师{{n - 李明远}}到{AKSU}支教。"
    assert told(text) == [("李明远", "宁波市", "阿克苏地区")]


def test_a_crew_of_which_only_the_home_is_told():
    text = f"{HOME}召开援派教师座谈会。援派教师代表：{{n - 李明远}}、{{n - 王芳}}发言。"
    assert told(text) == [("李明远", "宁波市", None), ("王芳", "宁波市", None)]


def test_nobody_who_is_placed_and_everybody_who_is_called_sent():
    text = GOES + "{n - 李明远}获评优秀援疆教师。"
    assert told(text, called={"李明远"}) == [("李明远", "宁波市", "库车市")]
    assert told(text, called={"李明远"}, placed={"李明远"}) == []


def test_a_school_that_nobody_reads_leaves_it_open():
    text = f"{KUQA}迎来援疆教师。在另一所中心小学，援疆教师{{n - 李明远}}正在上课。"
    assert told(text) == []


def test_one_school_in_the_county_leaves_it_open():
    text = GOES + "援疆教师{n - 李明远}很忙。{s - 库车市第三中学}的操场很大。"
    assert told(text) == [("李明远", "宁波市", None)]
    two = text + "{s - 库车市第五中学}也很大。"
    assert told(two) == [("李明远", "宁波市", "库车市")]


def test_who_leads_those_of_the_place_is_no_member():
    text = "援疆教师很忙。领队、{s - 库车市第三中学}教务主任{n - 李明远}说。"
    assert told(text) == []
    assert told(text.replace("领队", "援疆教师")) != []


def test_a_post_without_the_own_home_is_held_by_one_of_the_crew():
    text = f"{HOME}援疆指挥部指挥长、{{i - 库车市教育局}}局长{{n - 李明远}}到会。"
    assert told(text) == [("李明远", "宁波市", "库车市教育局")]


def test_a_teacher_of_the_place_who_came_long_ago_is_no_member():
    text = GOES + "{s - 库车市第三中学}教师{n - 李明远}1998年进疆工作。"
    assert told(text) == []


def test_nobody_serves_in_a_region_that_the_own_words_do_not_mean():
    text = (
        f"{HOME}援疆教师和援藏教师今日出征。{HOME}对口支援{{p 540600 那曲市}}。"
        "援疆教师{n - 李明远}很忙。援藏教师{n - 王芳}很忙。"
    )
    assert told(text) == [("李明远", "宁波市", None), ("王芳", "宁波市", "那曲市")]


def test_nobody_serves_where_they_only_meet():
    text = f"{HOME}援疆教师在{KUQA}%s。援疆教师{{n - 李明远}}很忙。"
    assert told(text % "集中培训") == [("李明远", "宁波市", None)]
    assert told(text % "工作") == [("李明远", "宁波市", "库车市")]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (GOES + f"{SCHOOL}教师{{n - 李明远}}是其中一员。", ["李明远"]),
        (GOES + "这支队伍中涌现出{n - 李明远}、{n - 王芳}等一批教师。", ["李明远", "王芳"]),
        (GOES + "会上表扬了{n - 李明远}、{n - 王芳}等一批教师。", []),
        (
            f"帮扶{KUQA}的三名支教人员启程。三名教师{{n - 李明远}}、{{n - 王芳}}和{{n - 赵晓光}}都很年轻。",
            ["李明远", "王芳", "赵晓光"],
        ),
        (f"帮扶{KUQA}的三名支教人员启程。三名教师{{n - 李明远}}和{{n - 王芳}}都很年轻。", []),
        (f"帮扶{KUQA}的五名支教人员启程。两名教师{{n - 李明远}}和{{n - 王芳}}都很年轻。", []),
    ],
)
def test_one_of_them_and_as_many_as_they_count_are_the_crew(text, members):
    assert [(who, host) for who, _, host in told(text)] == [(one, "库车市") for one in members]


COLLEGE = "{s - 青山大学}研究生支教团到{p 652902 库车市}已有一百多天。"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("队员{n - 李明远}组织了读书会。", ["李明远"]),
        ("{n - 李明远}、{n - 王芳}几位团员排了一出戏。", ["李明远", "王芳"]),
        ("{n - 李明远}、{n - 王芳}等同学办了晚会。", ["李明远", "王芳"]),
        ("高一（3）班{n - 李明远}同学很高兴。", []),
        ("队员{n - 李明远}陪同，县长{n - 王芳}看望了支教团。", []),
    ],
)
def test_who_is_only_called_a_member_is_one_of_the_one_crew_of_the_page(text, members):
    assert told(COLLEGE + text) == [(one, "青山大学", "库车市") for one in members]


@pytest.mark.parametrize(
    "before",
    [
        "研究生支教团到{p 652902 库车市}已有一百多天。",
        "{s - 青山大学}研究生支教团很忙。",
        "{s - 青山大学}第一批支教队员奔赴{p 652902 库车市}。第二批支教队员明年去。",
    ],
)
def test_who_is_only_called_a_member_needs_one_crew_with_home_and_place(before):
    assert told(before + "队员{n - 李明远}组织了读书会。") == []


def test_who_is_called_a_student_is_no_member_of_a_crew_of_teachers():
    assert told(GOES + "{n - 李明远}、{n - 王芳}等同学办了晚会。") == []


def test_the_one_school_of_the_county_where_some_of_the_crew_teach():
    text = COLLEGE + "支教期间，{n - 李明远}等同学在{s - 库车市第三中学}上课。队员{n - 王芳}很忙。"
    assert told(text) == [
        ("李明远", "青山大学", "库车市第三中学"),
        ("王芳", "青山大学", "库车市第三中学"),
    ]


def test_an_official_of_the_home_is_not_sent_to_an_unknown_place():
    text = "{s - 青山大学}研究生支教团代表、{s - 青山大学}党委副书记{n - 李明远}发言。"
    assert told(text) == []
