from __future__ import annotations

import random

import pytest

from bangfu.graph.derive import derive, derived
from bangfu.graph.reposts import reposted, voices
from bangfu.graph.said import OfStatements
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology import terms as t
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import source_iri
from bangfu.ontology.nt import iri, value
from bangfu.ontology.records import Reading, Source

STORY = "".join(
    f"第{n}所学校的{n * 7}名教师来到舟曲县，在为期{n + 3}天的时间里与当地同行一起备课，"
    for n in range(1, 13)
)
OTHER = "".join(
    f"第{n}期研修班在旺苍县开班，共有{n * 11}位校长参加，课程分为{n + 2}个单元，"
    for n in range(1, 13)
)


def article(address: str, text: str, issued: str | None = None) -> Reading:
    return Reading(
        source=Source(
            iri=source_iri(address), address=address, sha256="0" * 64, text=text,
            issued=PartialDate.parse(issued) if issued else None,
        )
    )  # fmt: skip


def filled(*readings: Reading) -> Store:
    store = open_store(None)
    for one in readings:
        put(store, one)
    return store


def reposts(*readings: Reading) -> dict[str, str]:
    """Address → address of the original."""
    names = {one.source.iri: one.source.address for one in readings}
    columns = OfStatements(filled(*readings).statements)
    triples = [triple for triple in reposted(columns) if triple[1] != iri(t.TEXT_KEY)]
    assert {predicate for _, predicate, _ in triples} <= {iri(t.REPOST_OF)}
    return {names[value(s)]: names[value(o)] for s, _, o in triples}


def changed(text: str, every: int) -> str:
    """`text` with a character of each `every`-th clause replaced, and a foot of its own."""
    clauses = text.split("，")
    return (
        "，".join("某" + c[1:] if n % every == 0 else c for n, c in enumerate(clauses))
        + "责任编辑某某"
    )


def test_the_first_that_was_issued_is_the_original() -> None:
    found = reposts(
        article("a", STORY, "2024-05-02"),
        article("b", STORY, "2024-05-01"),
        article("c", STORY),
        article("d", OTHER, "2020"),
    )
    assert found == {"a": "b", "c": "b"}


def test_without_dates_the_choice_is_the_same_in_any_order() -> None:
    readings = [article(name, STORY) for name in "abcde"]
    found = reposts(*readings)
    assert len(found) == 4
    assert len(set(found.values())) == 1
    random.Random(4).shuffle(readings)
    assert reposts(*readings) == found


def test_a_date_that_is_less_precise_does_not_come_later() -> None:
    found = reposts(article("a", STORY, "2024-05-01"), article("b", STORY, "2024-05"))
    assert found == {"b": "a"}


@pytest.mark.parametrize(("every", "expected"), [(12, {"b": "a"}), (8, {"b": "a"}), (2, {})])
def test_a_copy_with_small_changes_is_a_repost_and_a_rewritten_one_is_not(
    every: int, expected: dict[str, str]
) -> None:
    assert (
        reposts(article("a", STORY, "2024"), article("b", changed(STORY, every), "2025"))
        == expected
    )


def test_signs_and_line_breaks_make_no_difference() -> None:
    other = STORY.replace("，", "\n", 3).replace("，", ", ")
    assert reposts(article("a", STORY, "2023"), article("b", other, "2024")) == {"b": "a"}


def test_short_texts_and_stories_with_a_few_clauses_in_common_stay_apart() -> None:
    short = "天津市帮扶舟曲县，双方签订协议。"
    assert reposts(article("a", short), article("b", short)) == {}
    head = "为深入贯彻落实党的教育方针，进一步巩固拓展脱贫攻坚成果同乡村振兴有效衔接，"
    assert reposts(article("a", head + STORY), article("b", head + OTHER)) == {}
    assert reposts(article("a", ""), article("b", "")) == {}


def test_many_copies_of_a_story_are_one_however_they_are_damaged() -> None:
    chance = random.Random(7)
    readings = []
    for number in range(60):
        clauses = STORY.split("，")
        for at in chance.sample(range(len(clauses)), 3):
            clauses[at] = clauses[at][1:] + str(number)
        readings.append(article(f"s{number:02}", "，".join(clauses), "2024"))
    readings += [
        article(f"o{number}", OTHER + f"第{number}次报道。", "2023") for number in range(5)
    ]
    found = reposts(*readings)
    assert len(found) == 59 + 4
    assert len(set(found.values())) == 2
    assert {name[0] + original[0] for name, original in found.items()} == {"ss", "oo"}


def test_reposts_count_as_one_voice() -> None:
    readings = [
        article("a", STORY),
        article("b", STORY),
        article("c", OTHER),
        article("d", "短文。"),
    ]
    store = filled(*readings)
    sources = {name: source_iri(name) for name in "abcd"}
    assert voices(store.statements, sources.values()) == 4
    derive(store)
    assert voices(store.statements, sources.values()) == 3
    assert voices(store.statements, [sources["a"], sources["b"]]) == 1
    assert voices(store.statements, [sources["a"], sources["c"]]) == 2
    assert voices(store.statements, []) == 0


def test_removing_the_original_leaves_the_rest_with_a_new_one() -> None:
    readings = [
        article("a", STORY, "2023"),
        article("b", STORY, "2024"),
        article("c", STORY, "2025"),
    ]
    store = filled(*readings)
    derive(store)
    store.remove(source_iri("a"))
    derive(store)
    links = [s for s in store.triples(t.DERIVED_GRAPH) if s[1] == iri(t.REPOST_OF)]
    assert links == [(iri(source_iri("c")), iri(t.REPOST_OF), iri(source_iri("b")))]
    assert [s for s in derived(store.statements).triples if s[1] == iri(t.REPOST_OF)] == links
