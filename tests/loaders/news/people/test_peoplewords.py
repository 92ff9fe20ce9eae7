import pytest

from bangfu.loaders.news.people.peoplewords import people_rows, people_words


def test_tables_are_read_by_name():
    surnames = {row["surname"]: row for row in people_rows("surnames")}
    assert surnames["欧阳"]["type"] == "compound"
    assert surnames["王"]["rank_2019"] == "1"


def test_no_surname_stands_twice():
    surnames = [row["surname"] for row in people_rows("surnames")]
    assert len(surnames) == len(set(surnames))


def test_lists_are_sets_of_words():
    assert "表示" in people_words("behind_names")
    assert "" not in people_words("not_person_names")


def test_an_unknown_table_is_an_error():
    with pytest.raises(FileNotFoundError):
        people_rows("no-such-table")
