import pytest

from bangfu.loaders.lexicon import rows, word_set, words


def test_rows_come_by_column_name():
    first = rows("lexicon/province_abbr.csv")[0]
    assert (first["adcode"], first["abbr"]) == ("110000", "京")


def test_comments_and_blank_lines_are_no_words():
    found = words("lexicon/not_programmes.txt")
    assert "一对一" in found
    assert not any(word.startswith("#") or not word for word in found)


def test_sets_are_found_by_name_and_unknown_ones_refused():
    assert "教育部" in word_set("alone")
    with pytest.raises(KeyError):
        word_set("no such set")
