from __future__ import annotations

from pathlib import Path

from bangfu.graph.serve.index import indexed, kept_index
from bangfu.graph.serve.site import Site


def test_the_whole_name_comes_before_its_beginning_and_its_middle(pages: Site) -> None:
    found = [entry.label for entry in pages.index().find("马边", {})]
    assert found[0] == "马边彝族自治县"
    assert "马边彝族自治县民建小学" in found
    assert pages.index().find("没有", {}) == []


def test_pinyin_and_initials_find_what_they_begin(pages: Site) -> None:
    for text in ("mabian", "MaBianYi", "mbyzzzx"):
        assert pages.index().find(text, {})[0].label == "马边彝族自治县", text


def test_facets_narrow_down_and_are_counted(pages: Site) -> None:
    index = pages.index()
    schools = index.find("", {"kind": "school"})
    assert {entry.kind for entry in schools} == {"school"}
    counts = index.counts(schools)
    assert counts["kind"] == [("school", len(schools))]
    numbers = [number for _, number in counts["province"]]
    assert numbers == sorted(numbers, reverse=True)


def test_a_name_that_several_have_leads_nowhere(pages: Site) -> None:
    index = pages.index()
    labels = [entry.label for entry in index.entries]
    assert all(labels.count(name) == 1 for name in index.known)


def test_what_is_kept_is_what_was_made(pages: Site, tmp_path: Path) -> None:
    file = tmp_path / "search.json"
    made = kept_index(pages.store, file)
    assert kept_index(pages.store, file) == made == indexed(pages.store)
    file.write_text("half a fi", encoding="utf-8")
    assert kept_index(pages.store, file) == made
    assert [one.name for one in tmp_path.iterdir()] == ["search.json"]
