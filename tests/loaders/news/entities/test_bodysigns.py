import pytest

from bangfu.loaders.news.entities.bodysigns import body_signs, brands, clauses, columns
from bangfu.loaders.news.entities.crf import told


def test_clauses_keep_the_mark_that_closes_them_and_lists_stay_whole():
    text = "甲中学、乙小学来了，丙。丁"
    assert [text[a:b] for a, b in clauses(text)] == ["甲中学、乙小学来了，", "丙。", "丁"]


def test_a_clause_without_end_is_seen_in_pieces():
    spans = clauses("甲" * 1000)
    assert spans[0] == (0, 400)
    assert spans[-1] == (800, 1000)


def test_signs_tell_places_and_endings_and_fold_figures():
    seen = body_signs("旺苍县青山小学捐书300册", 7)
    assert seen.starts[0] == 7
    assert "".join(seen.forms) == "旺苍县青山小学捐书0册"
    assert seen.places[:3] == ["PB", "PM", "PE"]
    assert seen.endings[5:7] == ["s", "Sprimar"]
    assert seen.ends[-2] - seen.starts[-2] == 3


def test_brands_end_a_body_only_for_the_model():
    assert brands("南岭石油") == [(2, 4)]
    assert body_signs("南岭石油").endings == ["-", "-", "b", "B"]


def test_every_sign_has_all_features():
    seen = body_signs("青山小学的老师")
    rows = told(columns(seen))
    assert len(rows) == 7
    assert {len(row) for row in rows} == {len(columns(seen))}


@pytest.mark.parametrize("text", ["", "。", "\n\n", "A1"])
def test_odd_clauses_break_nothing(text):
    assert len(told(columns(body_signs(text)))) == len(body_signs(text).forms)
