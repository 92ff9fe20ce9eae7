import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.pairrolls import by_pair_rolls
from bangfu.loaders.news.posts.skeletons import skeletons

A, B, C, D = "宁波市青山中学", "昭觉县白水中学", "宁波市红旗小学", "昭觉县民族小学"
E, F, G, H = "东风中学", "胜利中学", "红星小学", "光明小学"
SCHOOLS = (A, B, C, D, E, F, G, H)
HEAD = "今年选派的支教教师如下：\n"


def stays(text, context=frozenset()):
    clean = from_text(text)
    mentions = named(clean.text, school=[s for s in SCHOOLS if s in clean.text])
    read = skeletons(clean, mentions, find_persons(clean, mentions))
    return {
        (s.person.name, s.origin.name, s.destination.name)
        for s in by_pair_rolls(clean, read, context)
    }


BOTH = {("李明远", A, B), ("王建国", A, B), ("陈晓梅", C, D)}


@pytest.mark.parametrize(
    "entry",
    [
        "{a}→{b}：{n}",
        "{b}：由{a}选派{n}支教",
        "受援学校：{b}\n支援学校：{a}\n支教教师：{n}",
        "【{b}】结对学校：{a}；支教教师：{n}",
        "{b}（{a}帮扶）：{n}",
        "{a}（支援）{b}（受援）{n}",
        "{a}（{n}）→{b}",
        "{n}（到{b}支教）来自{a}",
    ],
)
def test_words_that_say_who_sends(entry):
    first = entry.format(a=A, b=B, n="李明远、王建国")
    second = entry.format(a=C, b=D, n="陈晓梅")
    assert stays(f"{HEAD}{first}\n{second}\n") == BOTH


def test_an_entry_that_does_not_say_who_sends_is_written_as_the_others_are():
    text = f"{HEAD}1．{A}→{B}：李明远、王建国\n2．{C}—{D}：陈晓梅\n"
    assert stays(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{A}→{B}：李明远、王建国\n",
        f"{HEAD}{E}—{F}：李明远\n{G}—{H}：陈晓梅\n",
        f"{HEAD}{A}→{B}：校长李明远\n{C}→{D}：校长陈晓梅\n",
        f"{HEAD}{A}→{B}：李明远很高兴\n{C}→{D}：陈晓梅也笑了\n",
        f"结果如下：\n{A}→{B}：李明远\n{C}→{D}：陈晓梅\n",
    ],
    ids=[
        "one entry",
        "nobody says who sends",
        "heads of schools",
        "a tale",
        "no word of sending",
    ],
)
def test_no_list_of_people_sent(text):
    assert stays(text) == set()


def test_a_table_says_in_its_header_what_is_what():
    rows = f"李明远\t{A}\t{B}\n陈晓梅\t{C}\t{D}\n"
    assert stays(f"{HEAD}姓名\t派出学校\t受援学校\n{rows}") == set()


def test_cells_below_each_other():
    assert stays(f"{HEAD}{A}\n{B}\n李明远、王建国\n{C}\n{D}\n陈晓梅\n") == BOTH
    assert stays(f"{HEAD}李明远、王建国\n{A}\n{B}\n陈晓梅\n{C}\n{D}\n") == BOTH
