from __future__ import annotations

from telling import Telling, kept, roster

from bangfu.graph.ask import ask
from bangfu.graph.health import health


def test_voices_gaps_last_evidence_and_disputes_of_a_record() -> None:
    a, b = Telling("a.txt", "2024-06-01"), Telling("b.txt", "2023-02")
    a.pairs("海河中学", "东城中学", "2021-03")
    b.pairs("海河中学", "东城中学", "2022-03")
    b.pairs("南开中学", "国华中学", None, programme=None)
    weak, strong = health(kept(a, b))
    assert (weak.sources, weak.voices, weak.last) == (1, 1, "2023-02")
    assert weak.missing == ("programme", "since", "until")
    assert weak.contradicted == ()
    assert (strong.sources, strong.voices, strong.last) == (2, 2, "2024-06-01")
    assert strong.missing == ("until",)
    assert strong.contradicted == ("date",)
    assert len(strong.facts) == 2
    assert strong.completeness == 5 / 6


def test_a_repost_adds_a_source_and_no_voice() -> None:
    a, b = Telling("a.txt", "2024-06-01"), Telling("b.txt", "2024-06-02")
    for one in (a, b):
        one.text = "".join(f"两地教育部门就第{n}项合作交换了意见并签字。" for n in range(20))
        one.pairs("海河中学", "东城中学")
    (found,) = health(kept(a, b))
    assert (found.sources, found.voices) == (2, 1)


def test_the_question_tells_of_what_was_asked_for() -> None:
    a = roster("a.csv")
    fact = a.pairs("海河中学", "东城中学", "2021-03")
    a.pairs("南开中学", "国华中学")
    a.counts(fact, 19)
    answer = ask(kept(a), "health", "东城中学", lang="zh")
    at = answer.columns.index
    assert sorted(row[at("kind")] for row in answer.rows) == ["assistance", "observation"]
    for row in answer.rows:
        assert row[at("what")] == "海河中学 → 东城中学"
        assert all(answer.passages[fact] for fact in row[at("fact")].split())
    gaps = {row[at("kind")]: row[at("missing")] for row in answer.rows}
    assert gaps == {"assistance": "止", "observation": ""}
