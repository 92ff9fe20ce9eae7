import re

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.hosts import apart, find_hosts, may_help, named_bodies, names_another
from bangfu.ontology.records import Kind, Mention


def schools(text, *names):
    found = [
        Mention(kind=Kind.SCHOOL, name=n, key=n, start=m.start(), end=m.end())
        for n in names
        for m in re.finditer(n, text)
    ]
    return tuple(sorted(found, key=lambda m: m.start))


HOME, HOST, OTHER = "南京市秦淮中学", "洛南县第一中学", "洛南县第二中学"


def hosts_of(text, *names, home=HOME, senders=()):
    mentions = schools(text, *names)
    found = find_hosts(from_text(text), mentions, senders)
    start = next((m for m in mentions if m.name == home), None)
    host = found.of(start, 0, 0)
    return host.name if host is not None else None


def test_the_one_school_at_which_somebody_serves():
    text = f"教师们到{HOST}支教，也走访了{OTHER}。{HOME}教师甲说。"
    assert hosts_of(text, HOME, HOST, OTHER) == HOST


def test_two_schools_that_could_be_meant_leave_it_open():
    text = f"教师们到{HOST}支教，在{OTHER}任教。{HOME}教师甲说。"
    assert hosts_of(text, HOME, HOST, OTHER) is None


def test_the_school_of_somebodys_child_is_no_host():
    assert hosts_of(f"{HOME}教师甲报名支教。他的女儿在{HOST}读高中。", HOME, HOST) is None
    assert hosts_of(f"{HOME}教师甲报名支教。他的同事在{HOST}任教。", HOME, HOST) == HOST


def test_nobody_serves_at_home_nor_where_others_come_from():
    text = f"{HOME}教师甲在{HOME}任教。"
    assert hosts_of(text, HOME) is None
    text = f"{HOME}教师甲、{HOST}教师乙。"
    assert hosts_of(text, HOME, HOST, senders=(HOST,)) is None


def test_universities_that_pupils_enter_are_no_hosts():
    text = f"{HOME}教师甲的学生考上青山大学。"
    assert hosts_of(text, HOME, "青山大学") is None


def test_apart_and_direction():
    one, two = schools(HOME + HOST, HOME, HOST)
    assert apart(one, two)
    assert may_help(one, two)
    assert not may_help(two, one)
    near = schools("洛南县第一中学洛南县第二中学", HOST, OTHER)
    assert not apart(*near)


def test_a_school_that_no_reader_knows():
    text = f"在{HOST}，教师甲很忙。在百里外的中心小学，教师乙也很忙。"
    known = find_hosts(from_text(text), schools(text, HOST))
    first = text.index("。")
    assert not names_another(text, known, 0, first)
    assert names_another(text, known, first, len(text))


def test_what_only_says_which_sort_of_school_is_no_body():
    def kept(name, kind=Kind.SCHOOL):
        return bool(named_bodies([Mention(kind=kind, name=name, key=name, start=0, end=1)]))

    assert not kept("陇南农村乡镇学校")
    assert not kept("农村学校")
    assert not kept("中专学校")
    assert kept("陇南市第一中学")
    assert kept("陇南市职业学校")
    assert kept("某某山区学校")
    assert kept("农村学校", Kind.INSTITUTION)


def test_a_school_that_helps_another_is_no_host():
    text = f"{HOST}联络对口帮扶的{OTHER}，{HOST}的老师去了。"
    found = find_hosts(from_text(text), schools(text, HOST, OTHER), ())
    assert {m.name for m in found.schools} == {OTHER}
