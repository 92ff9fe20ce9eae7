from pathlib import Path

import pytest
from leaky import leaky_store

from bangfu.graph.correcting import correct, take_back
from bangfu.graph.corrections import read_corrections
from bangfu.graph.keep import reading
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import QueryError
from bangfu.ontology.terms import HELPER, ID

DAY = PartialDate.parse("2024-06-01")


def test_decisions_about_one_fact_replace_each_other_and_go_together(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    with reading(path) as store:
        fact = min(s[1:-1] for _, s, _ in store.statements(HELPER))

    def decide(*values: tuple[str, str]) -> list[tuple[str, str]]:
        assert correct(path, fact.removeprefix(ID), values, who="王", when=DAY, why="") == fact
        return [(one.property, one.value) for one in read_corrections(path)]

    assert decide(("since", "2019"), ("status", "ended")) == [
        ("since", "2019"),
        ("status", "ended"),
    ]
    assert decide(("since", "2020")) == [("status", "ended"), ("since", "2020")]
    assert decide() == [("", "")]
    assert decide(("until", "2021")) == [("until", "2021")]
    assert take_back(path, fact, who="王", when=DAY, why="") == fact
    assert read_corrections(path) == ()


def test_what_is_not_there_is_told_of(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    with pytest.raises(QueryError, match="posting/none"):
        correct(path, "posting/none", [], who="王", when=DAY, why="")
    with pytest.raises(QueryError, match="posting/none"):
        take_back(path, "posting/none", who="王", when=DAY, why="")
    assert not (tmp_path / "corrections.tsv").exists()
