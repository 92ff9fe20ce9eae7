from __future__ import annotations

from bangfu.graph.coverage import Coverage, coverage_text, covered, store_coverage
from bangfu.graph.names import Found, find_entity
from bangfu.graph.store import Store, open_store

ASKED = [Found(iri="https://e/1", label="旺苍县", kind="place")]


def test_sources_that_name_it_or_what_lies_in_it(corpus: Store) -> None:
    for name, mentioning in [("旺苍县", 2), ("黄南州", 1), ("天津市", 3), ("镇雄县", 1)]:
        found = covered(corpus, [find_entity(corpus, name)], "who-helps", planned=False)
        assert (found.sources, found.mentioning) == (4, mentioning), name


def test_of_two_only_sources_that_name_both(corpus: Store) -> None:
    both = [find_entity(corpus, name) for name in ("旺苍县", "黄南州")]
    assert covered(corpus, both, "evidence", planned=True).mentioning == 0


def test_planned_facts_count_on_the_side_that_is_asked_for(corpus: Store) -> None:
    binhai = [find_entity(corpus, "滨海新区")]
    for question, planned in [("who-helps", 0), ("whom-it-helps", 1), ("about", 1)]:
        assert covered(corpus, binhai, question, planned=False).planned == planned
    assert covered(corpus, binhai, "whom-it-helps", planned=True).planned == 0


def test_the_line_in_both_languages() -> None:
    coverage = Coverage(sources=5, mentioning=2, oldest="2021-11", newest="2024-09-28", planned=1)
    assert coverage_text(coverage, ASKED, "zh", empty=False) == (
        "查了 5 个来源（2021-11 至 2024-09-28），其中 2 个提到旺苍县。另有 1 条只在计划中的事实未列入。"
    )
    english = coverage_text(coverage, ASKED, "en", empty=True)
    one = Coverage(sources=5, mentioning=2, oldest="2021-11", newest="2021-11", undated=4)
    assert "（2021-11，4 个没有日期）" in coverage_text(one, ASKED, "zh", empty=False)
    assert english.startswith(
        "Searched 5 sources (2021-11 to 2024-09-28), 2 of them naming 旺苍县."
    )
    assert "No evidence" in english


def test_an_empty_store_is_told_as_such(corpus: Store) -> None:
    with open_store(None) as empty:
        assert store_coverage(empty, "zh") == "共 0 个来源。"
        assert covered(empty, ASKED, "who-helps", planned=False) == Coverage(
            sources=0, mentioning=0, oldest="", newest=""
        )
    assert store_coverage(corpus, "zh") == "共 4 个来源（2021-11-20 至 2024-09-28）。"


def test_reference_tables_are_counted_apart(tabled: Store, corpus: Store) -> None:
    asked = [find_entity(tabled, "旺苍县")]
    found = covered(tabled, asked, "who-helps", planned=False)
    assert (found.sources, found.mentioning, found.reference) == (4, 2, 2)
    assert not found.without_reference
    assert found.oldest == covered(corpus, asked, "who-helps", planned=False).oldest
    left = covered(tabled, asked, "who-helps", planned=False, reference=False)
    assert left.without_reference
    assert "另用 2 份参考资料" in coverage_text(found, asked, "zh", empty=False)
    assert "left out" in coverage_text(left, asked, "en", empty=False)
    assert "参考资料" not in coverage_text(
        covered(corpus, asked, "who-helps", planned=False), asked, "zh", empty=False
    )
    assert store_coverage(tabled, "zh").startswith("共 4 个来源")
    assert "2 reference tables" in store_coverage(tabled, "en")
