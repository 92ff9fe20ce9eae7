from __future__ import annotations

import re
from pathlib import Path

import pytest

from bangfu.graph.dossier import dossier_of, gaps, write_dossier, years_of
from bangfu.graph.portrait import portrait
from bangfu.graph.store import Store
from bangfu.ontology.errors import DrawError, QueryError


def test_every_mark_leads_to_its_passage_and_every_passage_is_cited(corpus: Store) -> None:
    text = dossier_of(corpus, "旺苍县", "zh")
    marks = {int(one) for one in re.findall(r'href="#n(\d+)"', text)}
    notes = [int(one) for one in re.findall(r'id="n(\d+)"', text)]
    assert notes == list(range(1, len(notes) + 1))
    assert marks == set(notes)
    assert len(notes) > 3
    one = portrait(corpus, "旺苍县")
    for line in one.lines:
        for fact in line.facts:
            for passage in one.passages[fact]:
                assert passage.quote[:20] in text


def test_it_needs_nothing_else_and_runs_nothing(corpus: Store) -> None:
    text = dossier_of(corpus, "旺苍县", "en")
    assert "<script" not in text
    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert "@page { size: A4" in text
    assert "Who helps it" in text
    assert "What was not found in the sources may still be so." in text


def test_numbers_of_different_measures_are_kept_apart(corpus: Store) -> None:
    for name in ("旺苍县", "同心树人"):
        one = portrait(corpus, name)
        for line in one.sections.get("numbers", ()):
            assert len(line.figures) == 1
            assert f"{line.figures[0][0]} " in dossier_of(corpus, name, "zh")


def test_gaps_are_counted_from_the_lines(corpus: Store) -> None:
    one = portrait(corpus, "旺苍县")
    aid = [line for line in one.lines if line.kind in ("assistance", "secondment")]
    undated = sum(not line.since for line in aid)
    told = " ".join(gaps(one, "en"))
    assert (
        f"{undated} of {len(aid)} lines on assistance and secondments have no start" in told
    ) == bool(undated)
    years = [year for year, _ in years_of(one)]
    assert years == sorted(years)
    assert years


def test_it_is_written_whole_or_not_at_all(corpus: Store, tmp_path: Path) -> None:
    out = tmp_path / "档案.html"
    write_dossier(corpus, "旺苍县", out, lang="zh", force=False)
    first = out.read_bytes()
    with pytest.raises(DrawError):
        write_dossier(corpus, "旺苍县", out, lang="zh", force=False)
    write_dossier(corpus, "旺苍县", out, lang="zh", force=True)
    assert out.read_bytes() == first
    with pytest.raises(QueryError):
        write_dossier(corpus, "没有这个县", tmp_path / "x.html", lang="zh", force=False)
    assert [item.name for item in tmp_path.iterdir()] == [out.name]


def test_figures_of_a_relation_are_no_missing_numbers(corpus: Store) -> None:
    told = "No source that was read gives numbers"
    for name in ("旺苍县", "黄南藏族自治州", "镇雄县"):
        one = portrait(corpus, name)
        figures = one.sections.get("numbers") or any(line.figures for line in one.lines)
        assert any(told in line for line in gaps(one, "en")) == (not figures)
