"""The one door: the same text gives the same facts, however it is wrapped up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bench import SAMPLE, SEEDS
from written import WRITERS, as_docx, as_pdf

from bangfu.loaders.documents import SUFFIXES, is_container, read_any
from bangfu.loaders.extract import as_prediction
from bangfu.loaders.news import read
from bangfu.loaders.source import Document, read_document
from bangfu.ontology.errors import BangfuError

TEXTS = sorted([*SAMPLE.glob("*.txt"), *SEEDS.glob("*.txt")])
PASSAGE = ("quote", "quote_start", "quote_end", "raw_start", "raw_end")


def one(path: Path) -> Document:
    (found,) = read_any(path, path.parent)
    assert isinstance(found, Document)
    return found


def key_of(path: Path) -> str:
    (found,) = read_any(path, path.parent)
    assert isinstance(found, BangfuError)
    assert path.name in found.told("zh")
    return found.key.removeprefix("document.")


def facts_in(document: Document) -> set[tuple[Any, ...]]:
    """Every entity and fact by names alone: neither passages nor IRIs of the source count."""
    told = as_prediction(read(document))
    names = {each["id"]: (each["type"], each["name"]) for each in told["entities"]}

    def plain(value: Any) -> Any:
        if isinstance(value, list):
            return tuple(plain(item) for item in value)
        return names.get(value, value) if isinstance(value, str) else value

    found: set[tuple[Any, ...]] = {("entity", *name) for name in names.values()}
    found |= {("located_in", plain(pair)) for pair in told["located_in"]}
    for kind in ("assistance", "positions", "secondments", "events"):
        for row in told[kind]:
            rest = ((k, plain(v)) for k, v in sorted(row.items()) if k not in PASSAGE)
            found.add((kind, *rest))
    return found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_a_text_gives_the_same_facts_as_txt_page_word_and_pdf(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = facts_in(read_document(path, path.parent))
    assert expected
    for ending, write in WRITERS.items():
        write(text, tmp_path / f"a.{ending}")
        found = facts_in(one(tmp_path / f"a.{ending}"))
        assert found == expected, ending


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_passages_lead_back_into_the_extracted_text(ending: str, tmp_path: Path) -> None:
    path = SAMPLE / "s01-agreement.txt"
    WRITERS[ending](path.read_text(encoding="utf-8"), tmp_path / f"a.{ending}")
    document = one(tmp_path / f"a.{ending}")
    proofs = [proof for fact in read(document).facts for proof in fact.evidence]
    assert proofs
    for proof in proofs:
        raw = document.raw[proof.raw_start : proof.raw_end]
        assert raw.replace(" ", "")[:2] == proof.quote.replace(" ", "")[:2]


def test_content_counts_before_the_ending(tmp_path: Path) -> None:
    as_pdf("天津市帮扶舟曲县。", tmp_path / "a.txt")
    as_docx("天津市帮扶舟曲县。", tmp_path / "b.zip")
    as_docx("天津市帮扶舟曲县。", tmp_path / "c.txt")
    for name in ("a.txt", "b.zip", "c.txt"):
        assert "舟曲县" in one(tmp_path / name).raw


def test_what_is_read_elsewhere_or_nowhere_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("序号,支援学校,受援学校\n", encoding="utf-8")
    (tmp_path / "a.bin").write_bytes(b"\x00\x01\x02")
    assert key_of(tmp_path / "r.csv") == "roster"
    assert key_of(tmp_path / "a.bin") == "source.not-text"
    assert key_of(tmp_path / "none.pdf") == "source.missing"
    assert key_of(tmp_path / "none.txt") == "source.missing"


def test_containers(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text("正文\n一。\n", encoding="utf-8")
    (tmp_path / "r.csv").write_text("支援学校,受援学校\n", encoding="utf-8")
    names = ("l.csv", "r.csv", "a.zip", "a.ZIP", "a.jsonl", "a.pdf")
    assert [is_container(tmp_path / name) for name in names] == [
        True,
        False,
        True,
        True,
        True,
        False,
    ]
    assert one(tmp_path / "l.csv").address == "l.csv#2"


def test_every_ending_is_lower_case_and_once() -> None:
    assert list(SUFFIXES) == sorted({suffix.lower() for suffix in SUFFIXES})
    assert {".docx", ".pdf", ".zip", ".jsonl", ".txt", ".html"} <= set(SUFFIXES)
