import pytest

from bangfu.loaders.news.assistance.pairguards import guard_of, is_no_pair, is_no_side
from bangfu.loaders.news.assistance.symbols import view
from bangfu.ontology.records import Kind, Mention

_KINDS = {"县": Kind.PLACE, "乡": Kind.PLACE, "市": Kind.PLACE, "会": Kind.INSTITUTION}


def asked(form, text, one, other, *rest):
    sides = []
    for name in (one, other, *rest):
        start = text.index(name)
        kind = Kind.PERSON if name == "丁一" else _KINDS.get(name[-1], Kind.SCHOOL)
        sides.append(Mention(kind=kind, name=name, key=name, start=start, end=start + len(name)))
    sight = view(text, 0, len(text), sorted(sides, key=lambda m: m.start))
    at = {mention.name: place for place, mention in sight.mentions.items()}
    return form(sight, at[one], at[other])


def no_pair(*names):
    return asked(is_no_pair, *names)


@pytest.mark.parametrize(
    ("text", "one", "other", "rest"),
    [
        ("甲盟会主办的骨干研修班在乙中学举行。", "甲盟会", "乙中学", ()),
        ("丙商会响应甲盟会的号召，为乙小学捐书。", "甲盟会", "乙小学", ("丙商会",)),
        ("丙商会通过甲盟会向乙小学捐书。", "甲盟会", "乙小学", ("丙商会",)),
        ("由丙商会主办、甲盟会承办的乙县教师研修班开班。", "甲盟会", "乙县", ("丙商会",)),
        ("局长带领甲盟会的教师到乙县支教。", "甲盟会", "乙县", ()),
        ("发挥甲市教育资源优势，帮扶乙县。", "甲市", "乙县", ()),
        ("甲盟会与乙县和丙县开展教育帮扶对接。", "乙县", "丙县", ("甲盟会",)),
        ("甲盟会已为乙乡、丙乡两个乡的中心小学建好图书室。", "甲盟会", "乙乡", ("丙乡",)),
        ("甲附中与乙县桃花坪学校续签结对协议。", "甲附中", "乙县", ()),
        ("支教团联系甲市校友，为乙小学捐建一间教室。", "甲市", "乙小学", ()),
        ("丁一向乙小学赠送了资料。", "丁一", "乙小学", ()),
        ("记者跟随甲盟会考察团赴乙县了解帮扶情况。", "甲盟会", "乙县", ()),
        ("丁一代表甲附中向乙小学捐赠现金两万元。", "丁一", "乙小学", ("甲附中",)),
        ("丁一作为捐赠方代表向乙小学授牌捐赠。", "丁一", "乙小学", ()),
        ("丁一自费为乙县捐书。", "丁一", "乙县", ()),
        ("丁一致辞，大家鼓掌，来宾讲话，为乙小学捐书。", "丁一", "乙小学", ()),
        ("甲盟会捐书；晨光商会与乙小学签订助学协议。", "甲盟会", "乙小学", ()),
        (
            "甲县、海曙、丙县依次结对帮扶丁县、戊县、己县。",
            "甲县",
            "丁县",
            ("丙县", "戊县", "己县"),
        ),
        ("甲县、丙县分别结对帮扶丁县、戊县。", "甲县", "戊县", ("丙县", "丁县")),
        ("甲附中帮扶乙小学尚未定下。", "甲附中", "乙小学", ()),
        ("甲盟会向乙小学捐书；丁盟会为丙小学送衣。", "甲盟会", "丙小学", ("丁盟会", "乙小学")),
        ("甲盟会向乙小学捐书；丁盟会总经理捐赠电脑。", "丁盟会", "乙小学", ("甲盟会",)),
        ("甲盟会相关负责人介绍说，近年来坚持帮扶乙小学。", "甲盟会", "乙小学", ()),
        ("甲盟会有关负责同志丁一表示，将继续帮扶乙小学。", "甲盟会", "乙小学", ("丁一",)),
    ],
)
def test_forms_that_only_look_like_help(text, one, other, rest):
    assert asked(guard_of, text, one, other, *rest)


@pytest.mark.parametrize(
    ("text", "one", "other", "rest"),
    [
        ("甲盟会为乙小学捐书。", "甲盟会", "乙小学", ()),
        ("丁一自费到乙小学支教。", "丁一", "乙小学", ()),
        ("甲盟会干部丁一来到乙小学捐书。", "甲盟会", "乙小学", ("丁一",)),
        ("甲附中与乙小学对接。", "甲附中", "乙小学", ()),
        ("甲县、丙县分别结对帮扶丁县、戊县。", "甲县", "丁县", ("丙县", "戊县")),
        ("甲县分别帮扶丁县、戊县。", "甲县", "戊县", ("丁县",)),
    ],
)
def test_forms_that_may_be_help(text, one, other, rest):
    assert not asked(guard_of, text, one, other, *rest)
    assert not no_pair(text, one, other, *rest)


@pytest.mark.parametrize(
    ("text", "one", "other", "rest", "form"),
    [
        ("甲盟会会长一行来到乙小学走访。", "甲盟会", "乙小学", (), "calls"),
        ("甲盟会会长一行到乙小学对接工作。", "甲盟会", "乙小学", (), "calls"),
        ("甲附中选派的丁一此前任乙小学副校长。", "甲附中", "乙小学", ("丁一",), "former"),
        ("甲盟会干部丁一自己掏钱为乙小学捐书。", "甲盟会", "乙小学", ("丁一",), "by-oneself"),
        ("甲盟会捐书；社区医院向乙小学捐衣。", "甲盟会", "乙小学", (), "between"),
        ("甲盟会与乙县签订了供热项目的商业合同。", "甲盟会", "乙县", (), "trade"),
        ("有意来乙小学支教的甲市教师，因家庭原因未能成行。", "甲市", "乙小学", (), "refused"),
        ("送给乙小学的画材由甲市的会员企业捐赠。", "甲市", "乙小学", (), "firms"),
    ],
)
def test_what_only_looks_like_help_by_this_form_is_no_pair(text, one, other, rest, form):
    assert asked(guard_of, text, one, other, *rest) == form
    assert no_pair(text, one, other, *rest)


@pytest.mark.parametrize(
    ("text", "one", "other", "rest", "form"),
    [
        ("局长带领甲盟会的教师到乙县支教。", "甲盟会", "乙县", (), "led"),
        ("发挥甲市教育资源优势，帮扶乙县。", "甲市", "乙县", (), "its"),
        ("甲盟会主办的骨干研修班在乙中学举行。", "甲盟会", "乙中学", (), "site"),
        ("从甲市天河机场出发，支教教师抵达乙县。", "甲市", "乙县", (), "station"),
    ],
)
def test_some_forms_speak_against_help_but_do_not_rule_it_out(text, one, other, rest, form):
    assert asked(guard_of, text, one, other, *rest) == form
    assert not no_pair(text, one, other, *rest)


@pytest.mark.parametrize(
    ("text", "one", "other", "rest"),
    [
        ("乙中学结对甲附中；丙小学选派教师到丁中学跟岗。", "甲附中", "丙小学", ("乙中学",)),
        ("丁一致辞，大家鼓掌，来宾讲话，为乙小学捐书。", "丁一", "乙小学", ()),
    ],
)
def test_who_begins_the_next_part_and_who_stands_far_away_are_no_pair(text, one, other, rest):
    assert no_pair(text, one, other, *rest)


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("甲市银行向乙小学捐赠。", True),
        ("甲市党员律师为乙小学捐款。", True),
        ("某网甲市8月26日消息（记者）乙小学收到捐赠。", True),
        ("甲市向乙小学捐赠。", False),
        ("甲市援建的活动中心由某某公司承建，在乙小学。", False),
        ("甲市8月26日向乙小学捐赠。", False),
    ],
)
def test_a_place_in_an_unread_name_or_a_dateline_is_no_side(text, out):
    assert asked(lambda sight, here, _: is_no_side(sight, here), text, "甲市", "乙小学") is out


def test_a_body_is_a_side_whatever_follows():
    text = "甲盟会支部向乙小学捐赠。"
    assert not asked(lambda sight, here, _: is_no_side(sight, here), text, "甲盟会", "乙小学")
