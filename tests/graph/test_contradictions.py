from __future__ import annotations

from collections.abc import Callable

import pytest
from telling import Telling, kept, roster

from bangfu.graph.ask import ask
from bangfu.graph.contradictions import contradictions
from bangfu.ontology.records import Measure, Modality, Status, Unit

SHORT, LONG = ("海河中学", "东城中学"), ("南开中学", "国华中学")


def kinds(*some: Telling) -> list[str]:
    return [one.kind for one in contradictions(kept(*some))]


def test_two_rosters_and_an_article_disagree_on_a_count_a_date_and_a_partner() -> None:
    a, b = roster("a.csv"), roster("b.csv")
    article = Telling("c.txt", "2024-06-05")
    a.counts(a.pairs(*SHORT, "2021-03"), 19)
    a.pairs(*LONG, "2021-05")
    a.pairs("第一中学", "英萃镇中学", "2020-09")
    b.pairs(*SHORT, "2021")
    b.pairs(*LONG, "2022-05")
    b.pairs("耀华中学", "英萃镇中学", "2020-09")
    article.counts(article.pairs(*SHORT, "2021-03"), 21)
    store = kept(a, b, article)
    answer = ask(store, "contradictions")
    at = answer.columns.index
    assert [
        (row[at("kind")], row[at("a")], row[at("b")], row[at("sourceA")], row[at("sourceB")])
        for row in answer.rows
    ] == [
        ("count", "19", "21", "a.csv", "c.txt 2024-06-05"),
        ("date", "2021-05", "2022-05", "a.csv", "b.csv"),
        ("partner", "第一中学", "耀华中学", "a.csv", "b.csv"),
    ]
    for row in answer.rows:
        assert row[at("a")] in row[at("passageA")]
        assert row[at("b")] in row[at("passageB")]
        assert row[at("voicesA")] == row[at("voicesB")] == "1"
        facts = row[at("fact")].split()
        assert len(facts) == 2
        assert all(answer.passages[fact] for fact in facts)
    about = ask(store, "contradictions", "旺苍县")
    assert about.rows == answer.rows
    assert [row[0] for row in ask(store, "contradictions", "国华中学").rows] == ["date"]


Two = Callable[[Telling, Telling], None]


def same_figures(a: Telling, b: Telling) -> None:
    a.counts(a.pairs(*SHORT), 19)
    b.counts(b.pairs(*SHORT), 19)


def figures(left: dict[str, object], right: dict[str, object]) -> Two:
    def tell(a: Telling, b: Telling) -> None:
        for one, said in ((a, left), (b, right)):
            value = said.pop("value", None)
            one.counts(one.pairs(*SHORT), value, **said)  # type: ignore[arg-type]
            said["value"] = value

    return tell


def dates(left: dict[str, object], right: dict[str, object]) -> Two:
    def tell(a: Telling, b: Telling) -> None:
        a.pairs(*SHORT, **left)  # type: ignore[arg-type]
        b.pairs(*SHORT, **right)  # type: ignore[arg-type]

    return tell


@pytest.mark.parametrize(
    ("tell", "wanted"),
    [
        (same_figures, []),
        (figures({"value": 19}, {"value": 21}), ["count"]),
        (figures({"value": 19}, {"value": 21, "unit": Unit.PERSON_TIME}), []),
        (figures({"value": 19}, {"value": 21, "measure": Measure.INCREMENT}), []),
        (figures({"value": 19}, {"value": 21, "as_of": "2023"}), []),
        (figures({"value": 19}, {"value": 21, "as_of": "2024-05"}), []),
        (figures({"minimum": 300}, {"value": 312}), []),
        (figures({"maximum": 300}, {"value": 294}), []),
        (figures({"minimum": 300}, {"value": 294}), ["count"]),
        (dates({"since": "2015"}, {"since": "2015-03"}), []),
        (dates({"since": "2015"}, {"since": "2016-03"}), ["date"]),
        (dates({"since": "2015", "until": "2018"}, {"since": "2021"}), []),
        (dates({"since": "2015"}, {"since": "2016", "status": Status.PLANNED}), []),
        (dates({"since": "2015"}, {"since": "2016", "programme": "别的项目"}), []),
        (
            dates(
                {"since": "2015", "modality": Modality.FUNDING},
                {"since": "2016", "modality": Modality.FUNDING},
            ),
            [],
        ),
    ],
)
def test_what_is_a_disagreement_and_what_only_looks_like_one(tell: Two, wanted: list[str]) -> None:
    a, b = Telling("a.txt", "2024-06-01"), Telling("b.txt", "2024-06-20")
    tell(a, b)
    assert kinds(a, b) == wanted


def test_a_source_that_says_both_is_at_odds_with_nobody() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.counts(a.pairs(*SHORT), 19)
    b.counts(b.pairs(*SHORT), 19)
    b.counts(b.pairs(*SHORT), 21)
    assert kinds(a, b) == []


def test_figures_without_a_day_are_those_of_the_month_of_the_report() -> None:
    a, b, c = (
        Telling(f"{n}.txt", d) for n, d in (("a", "2024-06"), ("b", "2024-06-20"), ("c", "2023"))
    )
    for one, value in ((a, 19), (b, 21), (c, 23)):
        one.counts(one.pairs(*SHORT), value, as_of=None)
    assert kinds(a, b, c) == ["count"]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (("x", {}), ("y", {}), ["partner"]),
        (("x", {"since": "2016"}), ("y", {"since": "2021"}), []),
        (("x", {"until": "2020"}), ("y", {"since": "2021"}), []),
        (("x", {}), ("y", {"programme": "别的项目"}), []),
        (("x", {}), ("y", {"modality": Modality.FUNDING}), []),
    ],
)
def test_one_partner_after_another_is_no_disagreement(
    first: tuple[str, dict[str, object]], second: tuple[str, dict[str, object]], wanted: list[str]
) -> None:
    a, b = roster("a.csv"), Telling("b.txt", "2024")
    for one, (helper, more) in ((a, first), (b, second)):
        one.pairs(f"{helper}中学", "东城中学", **more)  # type: ignore[arg-type]
    assert kinds(a, b) == wanted


def test_a_list_with_two_partners_excludes_none() -> None:
    a, b = roster("a.csv"), roster("b.csv")
    a.pairs("甲中学", "东城中学")
    a.pairs("乙中学", "东城中学")
    b.pairs("丙中学", "东城中学")
    assert kinds(a, b) == []


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (("王志远", "校长"), ("王志远", "副校长"), ["post"]),
        (("王志远", "校长"), ("王志远", "党支部书记"), []),
        (("王志远", "党支部书记、校长"), ("王志远", "校长"), []),
        (("王志远", "校长"), ("李国强", "校长"), ["post"]),
        (("王志远", "副校长"), ("李国强", "副校长"), []),
        (("王志远", "教师"), ("李国强", "教师"), []),
        (("谢爱兵", "校长"), ("谢爱斌", "校长"), ["spelling"]),
        (("谢爱兵", "教师"), ("谢爱斌", "校长"), ["spelling"]),
        (("王丽", "教师"), ("王莉", "校长"), []),
    ],
)
def test_posts_and_spellings(
    one: tuple[str, str], other: tuple[str, str], wanted: list[str]
) -> None:
    a, b = Telling("a.txt", "2024-06-01"), Telling("b.txt", "2024-06-20")
    a.post(one[0], "东城中学", one[1])
    b.post(other[0], "东城中学", other[1])
    assert kinds(a, b) == wanted


def test_posts_of_other_years_follow_one_another() -> None:
    a, b = Telling("a.txt", "2020-06-01"), Telling("b.txt", "2024-06-20")
    a.post("王志远", "东城中学", "副校长")
    b.post("王志远", "东城中学", "校长")
    b.post("李国强", "国华中学", "校长", "2023")
    a.post("钱大海", "国华中学", "校长", "2018")
    assert kinds(a, b) == []


def test_an_event_has_one_day_a_year() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    a.event("首期骨干校长研修班", "2024-05-06")
    b.event("首期骨干校长研修班", "2024-05-09")
    c.event("首期骨干校长研修班", "2023-05-09")
    assert kinds(a, b, c) == ["date"]


def test_a_repost_with_another_figure_is_no_second_voice() -> None:
    a, b = Telling("a.txt", "2024-06-01"), Telling("b.txt", "2024-06-02")
    for one, value in ((a, 19), (b, 91)):
        one.text = "".join(f"两地教育部门就第{n}项合作交换了意见并签字。" for n in range(20))
        one.counts(one.pairs(*SHORT), value)
    (found,) = contradictions(kept(a, b))
    assert not found.independent
    c = Telling("c.txt", "2024-06-03")
    c.counts(c.pairs(*SHORT), 91)
    (found,) = contradictions(kept(a, b, c))
    assert (found.a.shown, found.a.voices, found.independent) == ("91", 2, False)
