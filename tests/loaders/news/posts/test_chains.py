import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import read_posts
from bangfu.ontology.records import Status


def chains(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    return read_posts(clean, mentions, find_persons(clean, mentions))[0]


def told(chain):
    return [(post.title.title, post.body.name) for post in chain.held]


def test_the_row_is_read_to_the_left():
    (chain,) = chains("甲局副局长、乙校校长李明远到会。", institution=["甲局"], school=["乙校"])
    assert told(chain) == [("校长", "乙校"), ("副局长", "甲局")]


def test_a_list_inherits_the_body():
    first, second = chains("甲局局长李明远、副局长王芳到会。", institution=["甲局"])
    assert told(second) == [("副局长", "甲局")]
    assert second.held[0].rule == "list"
    assert told(first) == [("局长", "甲局")]


def test_a_clause_in_between_ends_the_row():
    (chain,) = chains("甲局局长讲话，校长李明远到会。", institution=["甲局"])
    assert told(chain) == []


def test_an_aid_post_is_noted():
    (chain,) = chains("援疆教师、青山中学物理教师李明远说。", school=["青山中学"])
    assert chain.aided
    assert told(chain) == [("教师", "青山中学")]


def test_somebody_retired_from_a_body():
    (chain,) = chains("乙学院退休的教授李明远来了。", school=["乙学院"])
    assert told(chain) == [("教授", "乙学院")]


def test_nobody_is_put_elsewhere_when_the_one_before_is_nowhere():
    text = "甲乙丙丁校长李明远、副校长王小红到青山中学看望教师。"
    assert all(chain.held == () for chain in chains(text, school=["青山中学"]))


def test_a_pupil_beside_a_teacher_from_elsewhere():
    text = "来自青山中学的教师李明远与学生王小红谈心。"
    _, pupil = chains(text, school=["青山中学"])
    assert told(pupil) == []


def test_a_post_of_the_school_that_the_word_before_it_means():
    text = "白水中学举行欢送会。会上，学校工会主席李明远发言。"
    mentions, people = named(text, school=["白水中学"]), named(text, person=["李明远"])
    (chain,) = read_posts(from_text(text), mentions, people)[0]
    assert told(chain) == [("工会主席", "白水中学")]
    two = text + "青山中学很远。"
    mentions = named(two, school=["白水中学", "青山中学"])
    assert told(read_posts(from_text(two), mentions, people)[0][0]) == [("工会主席", "白水中学")]


def test_the_offices_of_a_university_on_its_own_page():
    text = "河源大学领导到会。我校师生很高兴。组织部部长李明远发言。"
    mentions, people = named(text, school=["河源大学"]), named(text, person=["李明远"])
    (chain,) = read_posts(from_text(text), mentions, people)[0]
    assert told(chain) == [("部长", "河源大学组织部")]


def test_a_first_secretary_is_of_no_school():
    text = "白水中学的老师们很忙。第一书记李明远到会。"
    mentions, people = named(text, school=["白水中学"]), named(text, person=["李明远"])
    (chain,) = read_posts(from_text(text), mentions, people)[0]
    assert told(chain) == []


def test_a_team_between_two_posts_is_passed_over():
    text = "青山市委常委、副市长、河源省第八批援藏工作队总领队李明远，副市长王芳到会。"
    mentions = named(text, institution=["青山市委"], place=["河源省"])
    first, second = read_posts(from_text(text), mentions, named(text, person=["李明远", "王芳"]))[0]
    assert {title for title, _ in told(first)} == {"副市长", "常委"}
    assert {title for title, _ in told(second)} == {"副市长"}


def test_a_former_post_after_another_is_one_of_the_same_person():
    text = "青山基金会荣誉主席、原白水公司副总裁李明远到会。"
    mentions, people = (
        named(text, institution=["青山基金会", "白水公司"]),
        named(text, person=["李明远"]),
    )
    (chain,) = read_posts(from_text(text), mentions, people)[0]
    assert told(chain) == [("副总裁", "白水公司"), ("荣誉主席", "青山基金会")]
    assert chain.held[0].title.status is Status.ENDED


def test_a_name_in_brackets_is_no_other_school():
    text = "青山艺术学校（白水中学）校长李明远致辞。"
    mentions = named(text, school=["青山艺术学校", "白水中学"])
    (chain,) = read_posts(from_text(text), mentions, named(text, person=["李明远"]))[0]
    assert told(chain) == [("校长", "青山艺术学校")]


def test_who_comes_from_a_school_to_be_head_elsewhere_is_no_head_at_home():
    text = "来自青山中学的援疆副校长李明远和来自白水中学的援疆教师王芳到会。"
    mentions = named(text, school=["青山中学", "白水中学"])
    chains = read_posts(from_text(text), mentions, named(text, person=["李明远", "王芳"]))[0]
    assert [told(chain) for chain in chains] == [[], [("教师", "白水中学")]]
    assert chains[0].home.name == "青山中学"


def test_what_stands_between_a_place_and_a_post_is_no_part_of_the_post():
    text = "甲安县民营企业家李明远到会。"
    (chain,) = read_posts(
        from_text(text), named(text, place=["甲安县"]), named(text, person=["李明远"])
    )[0]
    assert told(chain) == []


def test_what_somebody_is_besides_does_not_part_the_post_from_its_body():
    text = "青山公司总经理、河大2003级校友李明远和白水幼儿园副园长、台盟盟员王芳到会。"
    mentions = named(text, institution=["青山公司"], school=["白水幼儿园"])
    chains = read_posts(from_text(text), mentions, named(text, person=["李明远", "王芳"]))[0]
    assert [told(chain) for chain in chains] == [
        [("总经理", "青山公司")],
        [("副园长", "白水幼儿园")],
    ]


def test_a_short_name_in_brackets_is_no_other_school():
    text = "青山第二中学（以下简称青山二中）党委书记李明远到会。"
    mentions = named(text, school=["青山第二中学", "青山二中"])
    (chain,) = read_posts(from_text(text), mentions, named(text, person=["李明远"]))[0]
    assert told(chain) == [("党委书记", "青山第二中学")]


@pytest.mark.parametrize("aside", ["河源中学对口帮扶学校", "与河源中学结对"])
def test_what_stands_in_brackets_behind_a_school_is_not_where_the_post_is(aside):
    text = f"青山第二中学（{aside}）校长李明远到会。"
    mentions = named(text, school=["青山第二中学", "河源中学"])
    (chain,) = read_posts(from_text(text), mentions, named(text, person=["李明远"]))[0]
    assert told(chain) == [("校长", "青山第二中学")]


def test_who_represents_a_body_and_holds_a_post_there():
    text = "青山农商银行代表、董事长李明远到会。"
    mentions = named(text, institution=["青山农商银行"])
    (chain,) = read_posts(from_text(text), mentions, named(text, person=["李明远"]))[0]
    assert told(chain) == [("董事长", "青山农商银行")]


def test_everybody_who_speaks_for_others_has_no_post_there():
    text = "青山协会各企业家代表，白水县委常委李明远到会。"
    mentions = named(text, institution=["青山协会", "白水县委"])
    (chain,) = read_posts(from_text(text), mentions, named(text, person=["李明远"]))[0]
    assert told(chain) == [("常委", "白水县委")]


def test_each_of_a_list_is_an_executive_deputy():
    text = "青山商会常务副会长李明远、王芳到会。"
    mentions = named(text, institution=["青山商会"])
    chains = read_posts(from_text(text), mentions, named(text, person=["李明远", "王芳"]))[0]
    assert [told(chain) for chain in chains] == [[("常务副会长", "青山商会")]] * 2


def test_who_is_sent_to_a_county_holds_its_post_there():
    text = "甲安县开学，乙厅下派挂职副县长李明远到会。"
    (chain,) = chains(text, place=["甲安县"], institution=["乙厅"])
    assert told(chain) == [("副县长", "甲安县")]


def test_a_unit_between_a_body_and_a_name():
    (chain,) = chains("甲县教育局基教部李明远主任到会。", institution=["甲县教育局"])
    assert chain.home is not None
    assert chain.home.name == "甲县教育局基教部"


def test_a_party_group_is_shared_by_a_list():
    chain = chains("甲厅党组成员、副厅长李明远、王芳到会。", institution=["甲厅"])[1]
    assert sorted(told(chain)) == [("党组成员", "甲厅"), ("副厅长", "甲厅")]


def test_an_honour_in_quotes_may_stand_before_the_name():
    (chain,) = chains("青山中学校长、“时代楷模”李明远说。", school=["青山中学"])
    assert told(chain) == [("校长", "青山中学")]
    (chain,) = chains("青山中学校长参加“教育公益”，李明远说。李明远走了。", school=["青山中学"])[:1]
    assert told(chain) == []


def test_who_sends_stands_in_brackets_behind_the_post():
    text = "甲局副局长（东海援疆）李明远到会。"
    (chain,) = chains(text, institution=["甲局"], place=["东海"])
    assert told(chain) == [("副局长", "甲局")]
