from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from assists import Telling

from bangfu.graph import edgecache
from bangfu.graph.derive import derive
from bangfu.graph.edgecache import FILES, coded, each, edge_table, revision, texts_of
from bangfu.graph.edgelog import drop_table
from bangfu.graph.store import open_store, put
from bangfu.ontology.records import Reading


def told(number: int, *pairs: tuple[str, str]) -> Reading:
    page = Telling(number, "2021-03")
    for one, other in pairs:
        page.helps(one, other)
    return page.reading()


ONE = told(1, ("广东省", "贵州省"), ("广州市", "毕节市"), ("天河区", "七星关区"))
TWO = told(2, ("广州市", "旺苍县"), ("广州市", "剑阁县"))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "bangfu.db"
    with open_store(path) as store:
        put(store, ONE)
        derive(store)
        store.flush()
    return path


def count(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Rows of the edge table, and how often it had to be made."""
    made = []
    build = edgecache.built
    monkeypatch.setattr(edgecache, "built", lambda store: (made.append(1), build(store))[1])
    with open_store(path, create=False, read_only=True) as store:
        rows = edge_table(store).edges.num_rows
    monkeypatch.undo()
    return rows, len(made)


def test_it_is_made_once_and_again_after_a_change(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = count(kept, monkeypatch)
    assert first == (3, 1)
    assert count(kept, monkeypatch) == (3, 0)
    before = revision(kept)
    with open_store(kept) as store:
        put(store, TWO)
        assert revision(kept) != before, "a write is noticed before it is flushed"
        derive(store)
        store.flush()
    assert count(kept, monkeypatch) == (5, 1)
    assert count(kept, monkeypatch) == (5, 0)


def test_what_is_read_equals_what_was_made(kept: Path) -> None:
    with open_store(kept, create=False, read_only=True) as store:
        one, two = edge_table(store), edge_table(store)
    assert one.edges.equals(two.edges)
    assert one.nodes.equals(two.nodes)


@pytest.mark.parametrize("name", FILES)
def test_a_spoilt_file_is_made_again(
    kept: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    count(kept, monkeypatch)
    (kept / name).write_bytes(b"PAR1 nonsense")
    assert count(kept, monkeypatch) == (3, 1)
    assert count(kept, monkeypatch) == (3, 0)


def test_it_can_be_taken_away(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count(kept, monkeypatch)
    drop_table(kept)
    assert not [name for name in FILES if (kept / name).exists()]
    assert count(kept, monkeypatch) == (3, 1)


def test_a_store_in_memory_shows_every_change() -> None:
    with open_store(None) as store:
        put(store, ONE)
        derive(store)
        assert edge_table(store).edges.num_rows == 3
        put(store, TWO)
        derive(store)
        table = edge_table(store)
        assert table.edges.num_rows == 5
    assert edge_table(table) is table


def test_equal_texts_are_one_object() -> None:
    said = [f"{number % 7}号" for number in range(50_000)]
    found = [*texts_of(pa.chunked_array([said[:9], said[9:]]))]
    assert found == said
    assert len({id(one) for one in found}) == 7
    own = "".join(("3", "号"))
    assert {id(one) for one in texts_of(pa.chunked_array([said]), {own: own}) if one == own} == {
        id(own)
    }
    assert [*texts_of(pa.chunked_array([], pa.string()))] == []


def test_of_equal_texts_something_is_made_once() -> None:
    said = pa.chunked_array([["a", "b", "a"], ["a"]])
    made = []
    found = [*each(said, lambda text: made.append(text) or [text])]
    assert found == [["a"], ["b"], ["a"], ["a"]]
    assert sorted(made) == ["a", "b"]
    assert found[0] is found[2] is found[3]


def test_a_column_is_coded_once_whatever_it_is_made_of() -> None:
    plain = pa.array(["a", "b", "a"])
    once = coded(plain)
    assert coded(once) is once
    for column in (plain, pa.chunked_array([plain.slice(0, 1), plain.slice(1)]), once):
        found = coded(column)
        assert found.dictionary.to_pylist() == ["a", "b"]
        assert found.indices.to_pylist() == [0, 1, 0]
    assert coded(pa.chunked_array([once, once])).indices.to_pylist() == [0, 1, 0, 0, 1, 0]
    assert not len(coded(pa.chunked_array([], pa.string())))


def test_of_a_kept_table_no_more_columns_are_read_than_are_wanted(kept: Path) -> None:
    with open_store(kept, create=False, read_only=True) as store:
        whole = edge_table(store)
        part = edge_table(store, ["fact", "source"], ["label", "iri"])
        assert part.edges.equals(whole.edges.select(["fact", "source"]))
        assert part.nodes.equals(whole.nodes.select(["label", "iri"]))
        assert edge_table(whole, ["fact"], ["iri"]) is whole
