from __future__ import annotations

import pytest

from bangfu.graph.question import questions
from bangfu.graph.remote.dialect import for_virtuoso


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * { ?s ?p ?o }"),
        ('BIND("→ " AS ?x)', 'BIND(STR("→ "@zh) AS ?x)'),
        ('FILTER(?x = "学" || ?y = "a")', 'FILTER(?x = STR("学"@zh) || ?y = "a")'),
        ('VALUES ?x { "学" }', 'VALUES ?x { "学" }'),
        (
            'VALUES (?x ?y) { ("学" "a") } FILTER(?z = "学")',
            'VALUES (?x ?y) { ("学" "a") } FILTER(?z = STR("学"@zh))',
        ),
        ('{ ?s ?p "学校"@zh . ?s ?p "学" }', '{ ?s ?p "学校"@zh . ?s ?p "学" }'),
        ('(CONCAT("a", ?b) AS ?c)', '(IF(BOUND(?b), CONCAT("a", ?b), ?bangfuNothing) AS ?c)'),
        ('(CONCAT("a", COALESCE(?b, "")) AS ?c)', '(CONCAT("a", COALESCE(?b, "")) AS ?c)'),
        (
            "(COALESCE(?a > ?b, false) AS ?c)",
            "(COALESCE(IF(BOUND(?a) && BOUND(?b), ?a > ?b, ?bangfuNothing), false) AS ?c)",
        ),
        ("# 学 ( not code\nSELECT *", "# 学 ( not code\nSELECT *"),
        (
            '(GROUP_CONCAT(DISTINCT ?x; SEPARATOR="、") AS ?y)',
            '(REPLACE(GROUP_CONCAT(DISTINCT ?x; SEPARATOR="\\u001F"), "\\u001F", STR("、"@zh)) AS ?y)',
        ),
    ],
)
def test_what_virtuoso_reads(given: str, wanted: str) -> None:
    assert for_virtuoso(given) == wanted


def test_every_question_keeps_its_brackets() -> None:
    for question in questions():
        written = for_virtuoso(question.sparql)
        for pair in ("()", "{}"):
            assert written.count(pair[0]) - question.sparql.count(pair[0]) == written.count(
                pair[1]
            ) - question.sparql.count(pair[1]), question.name
