from __future__ import annotations

from bangfu.graph.serve import listing
from bangfu.graph.serve.site import Site


def test_the_first_page_counts_what_there_is(pages: Site) -> None:
    view = listing.home(pages, "zh")
    assert view.told["kinds"]["school"] == len(pages.index().find("", {"kind": "school"}))
    assert view.shown["count"] == 11
    days = [one.issued or "" for one in view.shown["sources"]]
    assert days == sorted(days, reverse=True)


def test_pages_of_a_search_follow_each_other_and_odd_numbers_are_the_first(pages: Site) -> None:
    def page(number: str) -> list[str]:
        return [one.iri for one in listing.search(pages, [("page", number)], "zh").shown["found"]]

    total = listing.search(pages, [], "zh").told["total"]
    assert total > listing.PAGE
    assert len(page("1")) == listing.PAGE
    assert not {*page("1")} & {*page("2")}
    for odd in ("0", "-1", "x", "9" * 30, "²", ""):
        assert page(odd) == page("1"), odd
    last = listing.search(pages, [("page", "99999")], "zh")
    assert last.shown["page"] == last.shown["last"]


def test_a_facet_counts_what_choosing_another_value_would_find(pages: Site) -> None:
    view = listing.search(pages, [("kind", "school")], "zh")
    for kind, count in view.shown["facets"]["kind"]:
        assert listing.search(pages, [("kind", kind)], "zh").told["total"] == count


def test_suggestions_are_few_and_nothing_suggests_nothing(pages: Site) -> None:
    assert len(listing.suggest(pages, [("q", "县")], "zh").told["results"]) <= 10
    assert listing.suggest(pages, [("q", " ")], "zh").told["results"] == []


def test_sources_are_found_by_title_or_address(pages: Site) -> None:
    def found(text: str) -> list[str]:
        return [
            one["address"] for one in listing.sources(pages, [("q", text)], "zh").told["sources"]
        ]

    assert "s01-agreement.txt" in found("s01")
    assert found("没有这样的来源") == []


def test_what_is_counted_has_its_name_in_both_languages(pages: Site) -> None:
    zh = {name: said for name, said, _ in listing.about(pages, [], "zh").shown["classes"]}
    en = {name: said for name, said, _ in listing.about(pages, [], "en").shown["classes"]}
    assert (zh["School"], en["School"]) == ("学校", "school")
