import pytest
from marked import named

from bangfu.loaders.news import read
from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import find_postings
from bangfu.loaders.source import Document
from bangfu.ontology.records import Posting, Stance, Status


def posts(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    persons = find_persons(clean, mentions)
    return find_postings(clean, mentions, persons)


def rows(text, **kinds):
    return [
        (p.person.name, p.organization.name, p.title, p.rank, p.subject)
        for p in posts(text, **kinds)
    ]


A, B = "青山中学", "白水中学"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}校长李明远主持。", [("李明远", A, "校长", None, None)]),
        (
            f"{A}物理正高级教师李明远、生物高级教师王芳参加。",
            [("李明远", A, "教师", "正高级教师", "物理"), ("王芳", A, "教师", "高级教师", "生物")],
        ),
        (
            f"{A}教师李明远、王芳参加。",
            [("李明远", A, "教师", None, None), ("王芳", A, "教师", None, None)],
        ),
        (f"{A}的王芳老师说。", [("王芳", A, "老师", None, None)]),
        (f"李明远（{A}校长）出席。", [("李明远", A, "校长", None, None)]),
        (f"李明远现任{A}校长。李明远说。", [("李明远", A, "校长", None, None)]),
        (f"{A}派驻{B}的王芳教师发言。", [("王芳", A, "教师", None, None)]),
        (
            f"{A}教务处主任、{B}副校长李明远出席。",
            [("李明远", A, "教务处主任", None, None), ("李明远", B, "副校长", None, None)],
        ),
    ],
)
def test_who_holds_what(text, expected):
    assert sorted(rows(text, school=[A, B])) == sorted(expected)


def test_two_posts_at_one_body():
    found = rows(f"{A}党委书记、校长李明远，副校长王芳出席。", school=[A])
    assert {(name, title) for name, _, title, _, _ in found} == {
        ("李明远", "党委书记"), ("李明远", "校长"), ("王芳", "副校长"),
    }  # fmt: skip


def test_each_person_of_a_row_has_the_own_body():
    text = f"{A}校长李明远，{B}副校长王芳出席。"
    assert rows(text, school=[A, B]) == [
        ("李明远", A, "校长", None, None), ("王芳", B, "副校长", None, None),
    ]  # fmt: skip


def test_a_county_head_is_at_the_government_or_the_place():
    text = "甲安县委常委、副县长李明远出席。甲安县很美。"
    found = rows(text, institution=["甲安县委"], place=["甲安县"])
    assert ("李明远", "甲安县", "副县长", None, None) in found
    assert ("李明远", "甲安县委", "常委", None, None) in found


def test_a_former_post_has_ended():
    (post,) = posts(f"{A}原校长李明远出席。", school=[A])
    assert (post.title, post.status) == ("校长", Status.ENDED)


@pytest.mark.parametrize(
    ("word", "status"), [("现任", Status.ACTIVE), ("原", Status.ENDED), ("拟任", Status.PLANNED)]
)
def test_the_state_stands_before_the_body_too(word, status):
    (post,) = posts(f"{word}{A}校长李明远说。", school=[A])
    assert post.status is status


def test_an_office_of_a_school_stays_in_the_post():
    text = f"{A}的{A}德育处主任李明远说。"
    found = rows(text, school=[A], institution=[f"{A}德育处"])
    assert found == [("李明远", A, "德育处主任", None, None)]


def test_a_teacher_is_not_placed_in_a_county():
    assert rows("甲安县教师李明远说。", place=["甲安县"]) == []


def test_rows_of_a_table():
    text = f"姓名|工作单位|学科|职称\n李明远|{A}|高中语文|高级\n"
    assert rows(text, school=[A]) == [("李明远", A, "教师", "高级教师", "语文")]


def test_the_passage_shows_person_body_and_post():
    text = f"今天，{A}校长李明远主持。"
    (post,) = posts(text, school=[A])
    (proof,) = post.evidence
    assert proof.quote == f"{A}校长李明远"
    assert text[proof.start : proof.end] == proof.quote
    assert proof.method.startswith("posts/")


def test_a_body_that_is_left_out_is_inferred():
    text = f"{A}开学了。校长李明远说，好。"
    (post,) = posts(text, school=[A])
    assert post.organization.name == A
    assert post.evidence[0].stance is Stance.INFERRED


def test_two_heads_sign_for_two_schools():
    text = f"{A}与{B}签订协议，校长李明远、王小红分别代表两校签字。"
    people = tuple(m for m in named(text, person=["李明远", "王小红"]))
    found = find_postings(from_text(text), named(text, school=[A, B]), people)
    assert {(p.person.name, p.organization.name) for p in found} == {("李明远", A), ("王小红", B)}


def test_the_head_of_the_school_whose_head_is_not_named_otherwise():
    text = f"{A}与{B}签订协议，副校长李明远与{B}校长王小红签字。"
    people = named(text, person=["李明远", "王小红"])
    found = find_postings(from_text(text), named(text, school=[A, B]), people)
    assert ("李明远", A, "副校长") in {(p.person.name, p.organization.name, p.title) for p in found}


def test_our_school_that_nobody_knows_is_not_the_other_one():
    text = f"大会今天举行，各方来宾共聚一堂，共话两地情谊，场面热烈。{B}的客人来访，我校校长李明远主持。"
    people = named(text, person=["李明远"])
    assert find_postings(from_text(text), named(text, school=[B]), people) == ()


def test_lines_under_the_school_of_the_teachers():
    text = f"{A}的两位老师为{B}师生上了示范课：\n物理高级教师李明远 《浮力》\n英语一级教师王小红 《阅读》"
    people = named(text, person=["李明远", "王小红"])
    found = find_postings(from_text(text), named(text, school=[A, B]), people)
    assert {(p.person.name, p.organization.name) for p in found} == {("李明远", A), ("王小红", A)}


def test_a_word_that_nobody_knows_before_a_post_leaves_it_open():
    text = f"{B}由{A}托管，实小党总支书记李明远任执行校长。"
    people = named(text, person=["李明远"])
    found = find_postings(from_text(text), named(text, school=[A, B]), people)
    assert [(p.organization.name, p.title) for p in found] == [(B, "执行校长")]


def test_the_homes_of_people_who_take_up_posts_in_one_clause():
    text = f"{A}副校长李明远任{B}校长，数学教师王小红任教科室副主任。"
    people = named(text, person=["李明远", "王小红"])
    found = find_postings(from_text(text), named(text, school=[A, B]), people)
    told = {(p.organization.name, p.title) for p in found if p.person.name == "王小红"}
    assert told == {(A, "教师"), (B, "教科室副主任")}


def test_a_retired_cadre_holds_no_post():
    text = f"{A}退休干部李明远捐款。"
    people = named(text, person=["李明远"])
    assert find_postings(from_text(text), named(text, school=[A]), people) == ()


def test_whom_one_visits_has_no_verb_in_the_post():
    assert rows(f"李局长到{A}慰问支教教师李明远。", school=[A]) == []


def test_a_counted_list_may_be_of_leaders_of_their_subject():
    found = rows(f"{A}李明远、王芳2名学科带头人上课。", school=[A])
    assert found == [
        ("李明远", A, "学科带头人", None, None),
        ("王芳", A, "学科带头人", None, None),
    ]


def test_the_government_before_its_head_is_that_of_the_place():
    found = rows("甲安县开学。政府县长李明远到会。", place=["甲安县"])
    assert found == [("李明远", "甲安县", "县长", None, None)]


def test_the_head_of_a_steering_group_is_none_of_the_school():
    text = f"{A}开学。东西部协作领导小组副组长李明远到会。{A}师生鼓掌。"
    assert rows(text, school=[A]) == []


def test_a_deputy_of_the_one_department():
    text = "甲省教育厅来电。副厅长李明远到会。"
    found = rows(text, institution=["甲省教育厅"])
    assert found == [("李明远", "甲省教育厅", "副厅长", None, None)]


def test_the_leader_of_a_team_on_its_way_holds_no_post_in_the_place():
    text = "李明远作为赴甲安县支教队队长致辞。"
    assert rows(text, place=["甲安县"]) == []


def test_a_post_behind_the_name_at_an_office_that_nobody_read():
    text = "甲安县开学。\n最后，教育局李明远副局长代表教育局致辞。"
    assert rows(text, place=["甲安县"]) == [("李明远", "甲安县教育局", "副局长", None, None)]


def told(text):
    document = Document(address="a", name="a", sha256="0" * 64, raw=text)
    facts = [fact for fact in read(document).facts if isinstance(fact, Posting)]
    return {(fact.person.name, fact.organization.name, fact.title) for fact in facts}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "河源大学党委常委、副校长李明远出席会议。",
            {("李明远", "河源大学", "党委常委"), ("李明远", "河源大学", "副校长")},
        ),
        (
            "浙江大学副校长、定点帮扶工作领导小组副组长李明远出席会议。",
            {
                ("李明远", "浙江大学", "副校长"),
                ("李明远", "浙江大学定点帮扶工作领导小组", "副组长"),
            },
        ),
        (
            "青山县教育局副局长、教育工作领导小组成员李明远出席会议。",
            {
                ("李明远", "青山县教育局", "副局长"),
                ("李明远", "青山县教育局", "教育工作领导小组成员"),
            },
        ),
    ],
)
def test_rows_with_the_partys_and_with_task_groups(text, posts):
    assert told(text) == posts
