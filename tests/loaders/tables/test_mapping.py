"""The mapping file: written, read again, and refused with one line where it is wrong."""

from pathlib import Path

import pytest
import workbooks

from bangfu.loaders.tables.grid import read_grid
from bangfu.loaders.tables.mapping import beside, propose, read_mapping, write_mapping
from bangfu.ontology.errors import TableError

GOOD = '[[table]]\nsheet = "a"\nkind = "pairs"\nheads = [1, 2]\n[table.columns]\nA = "helper"\nB = ""\n'


@pytest.mark.parametrize("make", [workbooks.people, workbooks.pairs, workbooks.donations])
def test_what_is_written_reads_the_same(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    path = make(tmp_path / "b.xlsx")
    proposed = propose(read_grid(path, tmp_path), path)
    beside(path).write_text(write_mapping(proposed), encoding="utf-8")
    again = read_mapping(beside(path))
    assert again.by_hand
    for one, other in zip(proposed.tables, again.tables, strict=True):
        assert (one.sheet, one.kind, one.head_rows) == (other.sheet, other.kind, other.head_rows)
        assert (dict(one.roles), one.defaults) == (dict(other.roles), other.defaults)


def test_kinds(tmp_path: Path) -> None:
    path = workbooks.donations(tmp_path / "b.xlsx")
    tables = propose(read_grid(path, tmp_path), path).tables
    assert [table.kind for table in tables] == ["donations", "trainees"]


def test_empty_roles_are_columns_that_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert read_mapping(path).tables[0].roles == {0: "helper"}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('"pairs"', '"pears"', "table.map-word"),
        ("[1, 2]", "[2, 1]", "table.map-word"),
        ("[1, 2]", "[0, true]", "table.map-word"),
        ('"helper"', '"helpers"', "table.map-word"),
        ("A =", "1 =", "table.map-word"),
        ('A = "helper"\n', "", "table.map-word"),
        ("[[table]]", "[[tables]]", "table.map-word"),
        ("[[table]]", 'profile = "secret"\n[[table]]', "table.map-word"),
        ('B = ""', 'B = ""\n[table.defaults]\nsince = "bald"', "table.map-word"),
        ('B = ""', 'B = "', "table.map-broken"),
    ],
)
def test_mistakes(tmp_path: Path, old: str, new: str, key: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(TableError) as caught:
        read_mapping(path)
    assert caught.value.key == key
    assert "\n" not in caught.value.told("zh")


def test_a_mapping_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        read_mapping(tmp_path / "m.toml")
    assert caught.value.key == "table.map-missing"
