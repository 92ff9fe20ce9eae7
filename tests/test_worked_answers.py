"""The worked answers that the five real pages must give. Needs the benchmark folder."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from bench import SEEDS

from bangfu.graph.answer import coverage_line
from bangfu.graph.ask import Answer, ask
from bangfu.graph.keep import reading, writing
from bangfu.graph.store import Store, put
from bangfu.loaders import load


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if not SEEDS.is_dir():
        pytest.skip("the benchmark folder is not there")
    path = tmp_path_factory.mktemp("seeds") / "bangfu.db"
    with writing(path) as store:
        for file in sorted(SEEDS.glob("*.txt")):
            put(store, load(file, SEEDS))
    with reading(path) as opened:
        yield opened


def named(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    at = [answer.columns.index(column) for column in columns]
    return [tuple(row[place] for place in at) for row in answer.rows]


def test_since_2015_tongxin_helps_wangcang(seeds: Store) -> None:
    answer = ask(seeds, "who-helps", "旺苍县")
    rows = [
        row[1:]
        for row in named(answer, "helper", "recipient", "programme", "since")
        if row[0].startswith("九三学社天津市委")
    ]
    # another sentence tells of the same help without a year: 连续多年
    assert [row for row in rows if row[2]] == [("旺苍县", "同心树人", "2015")]
    assert {row[:2] for row in rows} == {("旺苍县", "同心树人")}
    assert "从2015年“同心树人”活动落地旺苍以来" in json.dumps(
        [one.quote for some in answer.passages.values() for one in some], ensure_ascii=False
    )


def test_five_schools_and_two_are_not_named(seeds: Store) -> None:
    for place, count in (("黄南州", "5"), ("张家川县", "2")):
        (row,) = named(
            ask(seeds, "school-partners", place), "unnamed", "partner", "role", "matching"
        )
        assert row == (count, "滨海新区", "helpedBy", "oneToOne")


def test_294_is_cumulative_and_never_added_to_37(seeds: Store) -> None:
    answer = ask(seeds, "number", "滨海新区", "294")
    ((unit, measure, at, scope, passage),) = named(
        answer, "unit", "measure", "asOf", "scope", "passage"
    )
    assert (unit, measure, at) == ("person", "cumulative", "2024-01")
    assert "294" in passage
    assert {"黄南藏族自治州5所学校", "张家川回族自治县2所学校"} <= set(scope.split("、"))
    told = named(ask(seeds, "headcounts", "滨海新区", "2024"), "measure", "number", "adds")
    assert told == [("cumulative", "294", "supersedes"), ("increment", "37", "mayOverlap")]
    assert "331" not in json.dumps(told)


def test_the_second_seminar_was_in_zhenxiong_which_is_no_recipient(seeds: Store) -> None:
    told = named(ask(seeds, "venues", "七星关区"), "event", "venue", "where", "since", "until")
    (row,) = [row for row in told if "第二期校长研修班" in row[0] and "仪式" not in row[0]]
    assert row[1:] == ("镇雄县", "elsewhere", "2024-09-23", "2024-09-28")
    assert ask(seeds, "who-helps", "镇雄县").rows == ()


def test_what_the_school_group_undertook(seeds: Store) -> None:
    answer = ask(seeds, "roles", "长水教育集团")
    ((role, event, since),) = named(answer, "role", "event", "since")
    assert (role, since) == ("undertaker", "2024-09-24")
    assert "第二期校长研修班" in event
    assert any("承办方" in one.quote for some in answer.passages.values() for one in some)


def test_eight_universities_and_39_counties_are_one_fact(seeds: Store) -> None:
    told = named(ask(seeds, "who-helps", "四川省"), "helper", "recipient", "fact")
    (row,) = [row for row in told if row[0] == "8所高校"]
    assert row[1] == "39个欠发达县域"
    assert len(row[2].split()) == 1


def test_who_was_sent_from_where_to_where(seeds: Store) -> None:
    told = named(ask(seeds, "secondments", "旺苍县"), "person", "from", "to", "title")
    assert told == [("冀雨潇", "九三学社中央", "旺苍县人民政府", "副县长")]
    told = named(ask(seeds, "secondments", "广西"), "person", "from", "title")
    # 刘得胜 leads those who were sent; where he came from no source says
    assert set(told) - {("刘得胜", "", "副市长")} == {
        ("王薇", "深圳市外国语实验学校", ""),
        ("谢爱兵", "深圳市职业技术学校", "校长"),
    }


def test_posts_are_of_office_holders_only(seeds: Store) -> None:
    told = named(ask(seeds, "posts", "旺苍县", post="副县长"), "person", "title", "as")
    assert told == [("冀雨潇", "副县长", "appointed"), ("冀雨潇", "副县长", "seconded")]
    # a teacher who was sent is no office-holder
    assert ask(seeds, "posts", "唐霞").rows == ()


@pytest.mark.parametrize(
    ("text", "meant", "form"),
    [
        ("社市委", "九三学社天津市委", "otherName"),
        ("张家川", "张家川回族自治县", "shortForm"),
        ("都安", "都安瑶族自治县", "shortForm"),
    ],
)
def test_what_a_short_form_means(seeds: Store, text: str, meant: str, form: str) -> None:
    told = named(ask(seeds, "name", text), "candidate", "form")
    assert told == [(meant, form)]


def test_two_persons_of_one_name_are_two_candidates(seeds: Store) -> None:
    assert named(ask(seeds, "name", "张华"), "candidate", "form") == [("张华", "fullName")] * 2


def test_what_the_programme_did(seeds: Store) -> None:
    told = named(ask(seeds, "programme", "同心树人"), "year", "kind", "place", "number")
    assert told[0] == ("2015", "helps", "旺苍县", "")
    assert ("", "event", "天津市海河中学", "") in told


def test_no_page_is_told_by_the_side_that_is_helped(seeds: Store) -> None:
    told = dict(named(ask(seeds, "bias"), "value", "sources"))
    assert told["helperSide"] == "1"
    assert "recipientSide" not in told
    assert "No source is seen to come from a recipient" in coverage_line(ask(seeds, "bias"), "en")
