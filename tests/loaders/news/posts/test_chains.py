from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import read_posts


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
    assert told(read_posts(from_text(two), mentions, people)[0][0]) == []


def test_the_offices_of_a_university_on_its_own_page():
    text = "河源大学领导到会。我校师生很高兴。组织部部长李明远发言。"
    mentions, people = named(text, school=["河源大学"]), named(text, person=["李明远"])
    (chain,) = read_posts(from_text(text), mentions, people)[0]
    assert told(chain) == [("组织部部长", "河源大学")]


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
