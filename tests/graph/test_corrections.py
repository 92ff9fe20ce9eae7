"""A correction changes what is asked, keeps what was said, and can be undone to the byte."""

from pathlib import Path

import pytest
from leaky import link

from bangfu.graph.corrections import (
    Correction,
    as_term,
    corrected,
    correction_line,
    read_corrections,
    uncorrected,
)
from bangfu.graph.tainted import rekeyed
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import JudgementError, QueryError
from bangfu.ontology.quads import reading_triples
from bangfu.ontology.terms import BF, WAS

TRIPLES = reading_triples(link())
FACT = next(s[1:-1] for s, _, _ in TRIPLES if "/assistance/" in s)


def one(property_: str = "", text: str = "", fact: str = FACT, why: str = "查实") -> Correction:
    return Correction(
        fact=fact, property=property_, value=text, who="王", when=PartialDate(2024), why=why
    )


@pytest.mark.parametrize(
    "decided",
    [
        [one()],
        [one("since", "2019-03")],
        [one("status", "ended"), one("modality", "pairing"), one("until", "2020")],
        [one("since", "2019"), one()],
        [one("since", "2019"), one("since", "2020")],
    ],
)
def test_undone_it_is_as_it_was(decided: list[Correction]) -> None:
    changed = corrected(TRIPLES, decided, None)
    assert changed != TRIPLES
    assert uncorrected(changed) == TRIPLES
    assert corrected(uncorrected(changed), decided, None) == changed


def test_a_wrong_fact_is_gone_and_a_set_value_stands() -> None:
    gone = corrected(TRIPLES, [one()], None)
    assert not [triple for triple in gone if triple[0] == f"<{FACT}>"]
    assert any(f"<{FACT}>" in o for _, p, o in gone if p == f"<{WAS}>")
    changed = corrected(TRIPLES, [one("since", "2019-03")], None)
    assert [o for s, p, o in changed if (s, p) == (f"<{FACT}>", f"<{BF}since>")] == [
        as_term("since", "2019-03")
    ]


def test_of_two_decisions_about_one_value_the_later_stands() -> None:
    assert corrected(TRIPLES, [one("since", "2019"), one("since", "2020")], None) == corrected(
        TRIPLES, [one("since", "2020")], None
    )


def test_what_is_not_there_changes_nothing() -> None:
    assert corrected(TRIPLES, [one(fact="https://x/posting/1")], None) == TRIPLES


def test_a_fact_whose_iri_changed_is_known_again() -> None:
    new = rekeyed(b"key", FACT)
    moved = [tuple(t.replace(FACT, new) for t in triple) for triple in TRIPLES]
    assert not [t for t in corrected(moved, [one()], b"key") if t[0] == f"<{new}>"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "text"), [("since", "gestern"), ("status", "maybe"), ("value", "viel"), ("quote", "x")]
)
def test_what_cannot_be_set(name: str, text: str) -> None:
    with pytest.raises(QueryError, match=name):
        as_term(name, text)


def test_the_file_comes_back_and_a_damaged_line_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "corrections.tsv"
    decided = (one(), one("since", "2019", why=""))
    file.write_text("".join(f"{correction_line(each)}\n" for each in decided), encoding="utf-8")
    assert read_corrections(tmp_path / "bangfu.db") == decided
    file.write_text("a\tsince\tnever\tw\t2024\t\n", encoding="utf-8")
    with pytest.raises(JudgementError, match="line 1"):
        read_corrections(tmp_path / "bangfu.db")
