import re

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.posts import find_postings
from bangfu.loaders.news.posts.secondments import find_secondments
from bangfu.ontology.records import Kind, Mention, Stance

A1, A2, B1, B2 = "南京市秦淮中学", "南京市天印高级中学", "洛南县第一中学", "洛南县第二中学"
ALL = (A1, A2, B1, B2, "青山大学", "青山大学第二十五届研究生支教团")


def found(text, name, kind):
    return [
        Mention(kind=kind, name=name, key=name, start=m.start(), end=m.end())
        for m in re.finditer(name, text)
    ]


def facts(text, *people):
    kinds = dict.fromkeys(ALL, Kind.SCHOOL)
    kinds[ALL[-1]] = Kind.INSTITUTION
    bodies = [m for name in ALL for m in found(text, name, kinds[name])]
    bodies = [
        m
        for m in bodies
        if not any(o is not m and o.start <= m.start < m.end < o.end for o in bodies)
    ]
    persons = sorted(
        (m for p in people for m in found(text, p, Kind.PERSON)), key=lambda m: m.start
    )
    mentions = sorted((*bodies, *persons), key=lambda m: m.start)
    clean = from_text(text)
    return find_secondments(clean, mentions, persons, find_postings(clean, mentions, persons))


def rows(text, *people):
    return {
        (s.person.name, s.origin and s.origin.name, s.destination and s.destination.name)
        for s in facts(text, *people)
    }


def test_a_team_told_of_before_its_members():
    text = f"选派的教师抵达{B1}，在{B1}支教一年。他们是：{A1}教师李明远、{A2}教师王小红。"
    assert rows(text, "李明远", "王小红") == {("李明远", A1, B1), ("王小红", A2, B1)}
    told = facts(text, "李明远", "王小红")
    assert {s.evidence[0].stance for s in told} == {Stance.INFERRED}
    assert all(s.evidence[0].confidence < 0.8 for s in told)


def test_a_roll_under_the_names_of_the_schools():
    text = f"支教教师选派名单\n一、{B1}（1人）\n李明远（{A1}）\n二、{B2}（1人）\n王小红（{A2}）"
    assert rows(text, "李明远", "王小红") == {("李明远", A1, B1), ("王小红", A2, B2)}


def test_a_team_of_graduates_comes_from_its_university():
    text = f"选派的志愿者在{B1}支教。来自{ALL[-1]}的李明远在{B1}说。{ALL[4]}来了。"
    assert rows(text, "李明远") == {("李明远", ALL[4], B1)}


def test_visitors_and_pages_without_aid_are_left_out():
    assert rows(f"支教选派工作调研：{A1}教师李明远到{B1}看望支教教师。", "李明远") == set()
    assert rows(f"{A1}教师李明远（{A1}）和{B1}。", "李明远") == set()


def test_nobody_is_carried_to_a_school_of_which_nothing_is_known():
    text = "援疆教师李明远和王芳分享了感想，两人援疆一年半，支教期满。夏溪小学副校长赵晓光发言。"
    schools = found(text, "夏溪小学", Kind.SCHOOL)
    persons = [m for p in ("李明远", "王芳", "赵晓光") for m in found(text, p, Kind.PERSON)]
    clean = from_text(text)
    mentions = sorted((*schools, *persons), key=lambda m: m.start)
    told = find_secondments(clean, mentions, persons, find_postings(clean, mentions, persons))
    assert {s.destination for s in told} <= {None}


def test_a_school_that_nobody_knows_is_not_the_one_of_the_page():
    text = f"教师们赴{B1}支教。支教教师李明远很忙。在另一所中心小学，支教教师王芳正在上课。"
    assert rows(text, "李明远", "王芳") == {("李明远", None, B1)}


def test_a_member_of_a_team_of_our_school_serves_at_the_one_host():
    text = f"我校每年派人赴{B1}进行为期一年的支教。研究生支教团队员李明远分享了经验。"
    assert rows(text, "李明远") == {("李明远", None, B1)}
    assert rows(text.replace("进行为期一年的支教", "参观"), "李明远") == set()


def test_who_helps_another_region_does_not_serve_here():
    host = Mention(kind=Kind.SCHOOL, name="白水县中学", key="白水县中学", start=0, end=5)
    text = "支教教师抵达白水县中学，在白水县中学支教一年。{}教师李明远说，{}三年，收获很多。"

    def hosts(sign):
        told = text.format(sign, sign)
        schools = found(told, host.name, Kind.SCHOOL)
        persons = found(told, "李明远", Kind.PERSON)
        clean = from_text(told)
        mentions = sorted((*schools, *persons), key=lambda m: m.start)
        stays = find_secondments(clean, mentions, persons, find_postings(clean, mentions, persons))
        return {s.destination and s.destination.name for s in stays}

    assert hosts("援陕") == {"白水县中学"}
    assert "白水县中学" not in hosts("援疆")


def test_an_apprentice_of_a_member_is_none():
    text = f"{A1}教师李明远到{B1}支教。支教教师的%s王小红进步很快。"
    assert "王小红" not in {who for who, _, _ in rows(text % "徒弟", "李明远", "王小红")}
    assert "王小红" in {who for who, _, _ in rows(text % "同事", "李明远", "王小红")}


def test_a_member_is_told_of_only_with_a_place():
    team = f"{ALL[4]}研究生支教团"
    assert rows(f"{team}成立。{team}成员李明远很高兴。", "李明远") == set()


def test_the_head_of_an_office_is_no_member():
    text = f"{ALL[4]}研究生支教团在{B1}支教。"
    assert rows(text + "队员李明远很忙。", "李明远") == {("李明远", ALL[4], B1)}
    assert rows(text + "县教育局局长李明远给志愿者算过一笔账。", "李明远") == set()
