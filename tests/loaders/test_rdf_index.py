"""Walking in triples, and choosing a Chinese name."""

from __future__ import annotations

import pytest

from bangfu.loaders.rdf_blank import BLANK
from bangfu.loaders.rdf_index import Index, line_of, name_in

A, B, C = ("<http://e.org/a>", "<http://e.org/b>", "<http://e.org/c>")
P, Q = "<https://x.org/p>", "<https://x.org/q>"
TRIPLES = [(B, P, C), (A, P, B), (A, "<http://x.org/p>", C), (C, Q, '"1"')]


def test_paths_ahead_and_back_through_namespaces_that_are_the_same():
    index = Index(TRIPLES, {"http://x.org/": "https://x.org/"})
    assert index.walk(A, ((P, False),)) == [C, B] or index.walk(A, ((P, False),)) == [B, C]
    assert index.walk(C, ((P, True),)) == [A, B]
    assert index.walk(A, ((P, False), (Q, False))) == ['"1"']
    assert index.walk(A, ((Q, False),)) == []
    assert index.first(A, (((Q, False),), ((P, False), (P, False)))) == [C]


def test_lines_are_as_the_file_has_them():
    index = Index(TRIPLES, {"http://x.org/": "https://x.org/"})
    assert "<http://e.org/a> <http://x.org/p> <http://e.org/c> ." in index.lines(A)
    assert "<http://e.org/a> <http://x.org/p> <http://e.org/c> ." in index.lines(C)
    assert {line.split()[1] for _, _, line in index.links[P]} == {"<http://x.org/p>", P}


def test_node_without_an_iri_shows_as_blank():
    assert line_of((f"<{BLANK}0a1b>", P, '"x"')) == f'_:0a1b {P} "x" .'


@pytest.mark.parametrize(
    ("terms", "name"),
    [
        (['"School"@en', '"学校"@zh', '"學校"@zh-hant'], "学校"),
        (['"學校"@zh-tw', '"学校"@zh-hans'], "学校"),
        (['"School"', '"学校"'], "学校"),
        (['"School"', '"School"@en', "<http://e.org/a>"], None),
        (['" 学  校 "@zh'], "学 校"),
        (['""@zh'], None),
        ([], None),
    ],
)
def test_best_chinese_name(terms, name):
    assert name_in(terms) == name
