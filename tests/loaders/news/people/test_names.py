import pytest

from bangfu.loaders.news.people.names import Names, fold_dots


def best(text, start=0, taken=0):
    marks = bytearray(len(text) + 1)
    marks[:taken] = b"\1" * taken
    ends = Names(text, bytes(marks)).ends(start)
    return text[start : ends[0][0]] if ends else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("教师吉小雨作了表态发言", "吉小雨"),
        ("局长阿苦伍呷、副局长", "阿苦伍呷"),
        ("教师王强远赴玉树", "王强"),
        ("教师王志远赴京开会", "王志远"),
        ("教师罗勇照样上课", "罗勇"),
        ("校长熊致和，全面主持", "熊致和"),
        ("局长降央扎西出席会议", "降央扎西"),
        ("局长蓝天率8名校长赴", "蓝天"),
        ("教师付宏、翟晓宁参加", "付宏"),
        ("经理詹超听说孩子们没摸过剑", "詹超"),
        ("教师端木磊在县城任教", "端木磊"),
        ("教师欧阳海燕带领成员", "欧阳海燕"),
        ("处长柳青山到站送行", "柳青山"),
        ("校长管建国是本地人", "管建国"),
        ("局长普布扎西说，", "普布扎西"),
        ("校长宝音德力格尔，", "宝音德力格尔"),
        ("校长古丽娜尔·卡德尔记得", "古丽娜尔·卡德尔"),
        ("科长阿布都热合曼•依明说", "阿布都热合曼•依明"),
        ("县长艾山江·买买提明多次看望", "艾山江·买买提明"),
    ],
)
def test_where_a_name_ends(text, name):
    assert best(text, 2, 2) == name


def test_all_places_of_the_text_decide_together():
    text = "教师尹荔作为代表发言。尹荔说，尹荔表示，"
    assert best(text, 2, 2) == "尹荔"
    assert best("校长谢爱兵参加。谢爱兵回忆，", 2, 2) == "谢爱兵"


def test_given_names_that_many_bear():
    names = Names("教师王志远赴京", bytes(8))
    assert names.is_usual(2, 5)
    assert not names.is_usual(2, 4)
    assert Names("罗勇照样", bytes(5)).is_pair_and_word(0, 4)
    assert not Names("张李建国", bytes(5)).is_pair_and_word(0, 4)


def test_words_do_not_look_like_names():
    names = Names("", b"\0")
    assert names.shape("高度") < -1
    assert names.shape("成长") < -1
    assert names.shape("王转霞") >= 0


def test_left_boundaries():
    names = Names("校长，王红在路上", bytes(9))
    assert names.left(3) == 2
    assert names.left(4) == -1


@pytest.mark.parametrize("dot", "·•・‧．･")
def test_dots_are_folded(dot):
    assert fold_dots(f"阿依努尔{dot}吐尔逊") == "阿依努尔·吐尔逊"


def test_a_surname_alone_before_a_post_refers():
    names = Names("，冯校长说", bytes(6))
    assert names.refers(2)
    assert not names.refers(1)


def test_a_name_of_two_parts_that_is_told_again_and_again():
    text = "洛桑它庆来了。洛桑它庆说，好。洛桑它庆笑了。"
    assert 4 in dict(Names(text, bytes(len(text) + 1)).ends(0))
    once = "洛桑它庆来了。"
    assert 4 not in dict(Names(once, bytes(len(once) + 1)).ends(0))


def test_what_a_name_has_only_behind_the_first_part_of_another_people():
    names = Names("好", bytes(2))
    assert names.shape("洛桑它庆") > -4
    assert names.shape("张它") == names.shape("那是") == -4
