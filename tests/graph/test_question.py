from __future__ import annotations

import pytest

from bangfu.graph.question import _parsed, question, questions
from bangfu.ontology.errors import QueryError


def test_a_header_is_read() -> None:
    read = _parsed(
        "x",
        "# title.zh: 题\n# title.en: title: with a colon\n"
        "# param: one thing 甲 / the one / or other\n# param: two entity? 乙 / two\n"
        "# option: planned false 计划 / planned\n"
        "# column: how:code 方式 / how\n# column: fact:facts 事实 / fact\n# shape: table\n"
        "SELECT DISTINCT ?how { }\n# not the header\n",
    )
    assert read.title == {"zh": "题", "en": "title: with a colon"}
    assert [(one.name, one.kind, one.optional) for one in read.parameters] == [
        ("one", "thing", False),
        ("two", "entity", True),
    ]
    assert read.parameters[0].label == {"zh": "甲", "en": "the one / or other"}
    assert [(one.name, one.default) for one in read.options] == [("planned", "false")]
    assert [(one.name, one.holds) for one in read.columns] == [("how", "code"), ("fact", "facts")]
    assert read.sparql == "SELECT DISTINCT ?how { }\n# not the header\n"
    assert (read.column("how", "zh"), read.shape) == ("方式", "table")


def test_a_key_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="colour"):
        _parsed("x", "# colour: red\nSELECT * {}\n")


def test_every_column_is_in_the_select_in_that_order() -> None:
    for one in questions():
        if one.shape == "table":
            select = next(
                line for line in one.sparql.splitlines() if line.startswith("SELECT DISTINCT")
            )
            assert select.split()[2:] == [f"?{column.name}" for column in one.columns]
            for parameter in (*one.parameters, *one.options):
                assert f"?{parameter.name}" in one.sparql


def test_an_unknown_question_lists_those_there_are() -> None:
    with pytest.raises(QueryError) as caught:
        question("who-knows")
    assert "who-helps" in caught.value.told("zh")
