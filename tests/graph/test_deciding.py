from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.graph.audit import read_audit
from bangfu.graph.deciding import adopt, clash, judge, pair, take_back
from bangfu.graph.judgements import Decision, Judgement, read_judgements
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import JudgementError, StoreError

BASE = "https://w3id.org/bangfu/id/school/"
DAY = PartialDate(2024, 6, 1)


def one(a: str, decision: str, b: str, why: str = "校名牌照片") -> Judgement:
    return Judgement(
        a=BASE + a,
        decision=Decision(decision),
        b=BASE + b,
        who="李老师",
        when=PartialDate(2024, 5),
        why=why,
    )


def test_a_hand_edited_file_keeps_its_comments_order_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    first = "\ufeff# 学校\r\n\r\n"
    line = f"{BASE}x\tsame\t{BASE}y\t王\t2020\t一样的校址\r\n"
    path.write_bytes((first + line + "# 以上核过").encode())
    judge(path, one("a", "different", "b"), {})
    kept = path.read_bytes().decode()
    added = f"{BASE}a\tdifferent\t{BASE}b\t李老师\t2024-05\t校名牌照片\r\n"
    assert kept == first + line + "# 以上核过\r\n" + added
    take_back(path, BASE + "b", BASE + "a", who="王", when=DAY)
    assert path.read_bytes().decode() == first + line + "# 以上核过\r\n"


def test_a_reason_cannot_break_the_file(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    judge(path, one("a", "same", "b", "一\t二\n三\u2028四"), {})
    (kept,) = read_judgements(path)
    assert kept.why == "一 二 三 四"


def test_a_changed_mind_needs_an_undo_but_a_doubt_is_settled(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    judge(path, one("a", "unsure", "b"), {})
    judge(path, one("b", "same", "a"), {})
    assert [j.decision for j in read_judgements(path)] == [Decision.SAME]
    for other in ("different", "unsure"):
        with pytest.raises(JudgementError) as caught:
            judge(path, one("a", other, "b"), {})
        assert caught.value.key == "judging.decided"
        assert "李老师" in caught.value.told("zh")
    assert len(read_judgements(path)) == 1


@pytest.mark.parametrize("last", [("a", "different", "c"), ("c", "different", "a")])
def test_what_contradicts_a_chain_is_refused_and_both_are_named(
    tmp_path: Path, last: tuple[str, str, str]
) -> None:
    path = tmp_path / "judgements.tsv"
    for said in (one("a", "same", "b"), one("c", "same", "b"), one("x", "same", "a")):
        judge(path, said, {})
    before = path.read_bytes()
    with pytest.raises(JudgementError) as caught:
        judge(path, one(*last), {})
    told = caught.value.told("en")
    assert "\n" not in told
    for part in (f"{BASE}a same {BASE}b", f"{BASE}c same {BASE}b", "different"):
        assert part in told
    assert f"{BASE}x" not in told
    assert path.read_bytes() == before


def test_a_join_is_refused_where_members_were_parted(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    judge(path, one("m1", "different", "m2"), {})
    links = {BASE + "c1": {BASE + "m1"}, BASE + "c2": {BASE + "m2"}}
    with pytest.raises(JudgementError):
        judge(path, one("c1", "same", "c2"), links)
    # what only the store joins may be parted
    assert clash([one("m1", "different", "m2")], {BASE + "c": {BASE + "m1", BASE + "m2"}}) is None


def test_things_of_different_kinds_are_never_made_one(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    school = one("x", "same", "y")
    for kind in ("person", "place", "programme"):
        with pytest.raises(JudgementError) as refused:
            judge(path, replace(school, b=school.b.replace("school", kind)), {})
        assert refused.value.key == "judging.two-kinds"
    assert not path.exists()
    judge(path, replace(school, b=school.b.replace("school", "institution")), {})
    assert len(read_judgements(path)) == 1


def test_two_places_with_codes_of_their_own_are_never_made_one(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    place = BASE.replace("school", "place")
    coded = replace(one("x", "same", "y"), a=f"{place}330602", b=f"{place}640423")
    with pytest.raises(JudgementError) as refused:
        judge(path, coded, {})
    assert refused.value.key == "judging.two-places"
    assert not path.exists()
    judge(path, replace(coded, decision=Decision.DIFFERENT), {})
    judge(path, replace(coded, b=f"{place}0123456789abcdef"), {})
    assert len(read_judgements(path)) == 2


def test_of_many_all_are_taken_in_or_none(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    some = [one("a", "same", "b"), one("b", "same", "c"), one("a", "different", "c")]
    with pytest.raises(JudgementError):
        adopt(path, some, {})
    assert not path.exists()
    adopt(path, some[:2], {})
    assert len(read_judgements(path)) == 2


def test_each_decision_and_its_undoing_stand_in_the_log(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    judge(path, one("a", "unsure", "b"), {})
    adopt(path, [one("a", "same", "b"), one("c", "different", "d")], {})
    adopt(path, [one("c", "different", "d")], {})
    take_back(path, BASE + "d", BASE + "c", who="王", when=DAY, why="看错了")
    with pytest.raises(JudgementError):
        take_back(path, BASE + "d", BASE + "c", who="王", when=DAY)
    told = [(e.when, e.who, e.what, e.about, e.why) for e in read_audit(path)]
    by = ("2024-05", "李老师", "judge")
    assert told == [
        (*by, "school/a unsure school/b", "校名牌照片"),
        (*by, "school/a same school/b", "校名牌照片"),
        (*by, "school/c different school/d", "校名牌照片"),
        ("2024-06-01", "王", "undo", "school/c different school/d", "看错了"),
    ]


def test_undoing_nothing_and_writing_nowhere_are_told(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    with pytest.raises(JudgementError) as caught:
        take_back(path, BASE + "a", BASE + "b", who="王", when=DAY)
    assert caught.value.key == "judging.no-judgement"
    with pytest.raises(StoreError) as nowhere:
        judge(tmp_path / "no" / "judgements.tsv", one("a", "same", "b"), {})
    assert nowhere.value.key == "store.not-kept"


NAMES = st.sampled_from("abcde")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("undo"), NAMES, NAMES),
        st.tuples(st.sampled_from(["same", "different", "unsure"]), NAMES, NAMES),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_any_judging_and_undoing_is_the_file_written_from_scratch(
    steps: list[tuple[str, str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, fresh = Path(folder) / "judgements.tsv", Path(folder) / "fresh.tsv"
        stands: dict[frozenset[str], Judgement] = {}
        for verb, a, b in steps:
            if a == b:
                continue
            said = one(a, "same", b)
            try:
                if verb == "undo":
                    take_back(path, BASE + a, BASE + b, who="王", when=DAY)
                    del stands[pair(said)]
                else:
                    said = one(a, verb, b)
                    judge(path, said, {})
                    stands.pop(pair(said), None)
                    stands[pair(said)] = said
            except JudgementError:
                # a refusal leaves no trace: the next comparison would show it
                pass
        for said in stands.values():
            judge(fresh, said, {})
        assert read_judgements(path) == read_judgements(fresh) == tuple(stands.values())
        if stands:
            assert path.read_bytes() == fresh.read_bytes()
        assert clash(read_judgements(path), {}) is None
