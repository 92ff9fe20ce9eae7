from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bangfu.graph.embedded import Embedded
from bangfu.graph.pairs import Tabular, pairs
from bangfu.graph.store import open_store
from bangfu.ontology import terms as t
from bangfu.ontology.nt import literal

P, Q = "https://example.org/p", "https://example.org/q"
AWKWARD = ("旺苍县", 'a "b", c', "a\r\nb\nc", "", " ", "NULL", "1,5", "#", "\t", "007")


class Plain:
    """A store before another that only has statements."""

    def __init__(self, inner: Embedded) -> None:
        self._inner = inner

    def statements(
        self, predicate: str, target: str | None = None
    ) -> Iterator[tuple[str, str, str]]:
        return self._inner.statements(predicate, target)


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Embedded]:
    path = tmp_path / "db" if request.param == "disk" else None
    with Embedded(path, create=True, read_only=False) as found:
        yield found


def rows(table: object) -> list[tuple[str, str]]:
    assert table.column_names == ["one", "other"]  # type: ignore[attr-defined]
    columns = table.to_pydict()  # type: ignore[attr-defined]
    return sorted(zip(columns["one"], columns["other"], strict=True))


def test_texts_come_as_they_are_from_any_store(store: Embedded) -> None:
    told = [(f"<https://x/{n}>", f"<{P}>", literal(one)) for n, one in enumerate(AWKWARD)]
    told += [("<https://x/i>", f"<{P}>", "<https://x/o>"), ("<https://x/i>", f"<{Q}>", '"no"')]
    told += [("<https://x/d>", f"<{P}>", literal("2020-05", datatype=t.XSD + "gYearMonth"))]
    told += [("<https://x/n>", f"<{P}>", literal("0.5", datatype=t.XSD + "decimal"))]
    store.put("https://x/g", told)
    wanted = [(f"https://x/{n}", one) for n, one in enumerate(AWKWARD)]
    wanted += [("https://x/i", "https://x/o"), ("https://x/d", "2020-05"), ("https://x/n", "0.5")]
    assert isinstance(store, Tabular)
    assert not isinstance(Plain(store), Tabular)
    for one in (store, Plain(store)):
        assert rows(pairs(one, P, "one", "other")) == sorted(wanted)  # type: ignore[arg-type]


def test_what_several_graphs_say_is_told_once(store: Embedded) -> None:
    for graph in ("https://x/g", "https://x/h", t.DERIVED_GRAPH):
        store.put(graph, [("<https://x/1>", f"<{P}>", '"a"'), ("<https://x/1>", f"<{P}>", '"b"')])
    for one in (store, Plain(store)):
        found = rows(pairs(one, P, "one", "other"))  # type: ignore[arg-type]
        assert found == [("https://x/1", "a"), ("https://x/1", "b")]


def test_there_may_be_nothing(store: Embedded) -> None:
    for one in (store, Plain(store)):
        assert rows(pairs(one, P, "one", "other")) == []  # type: ignore[arg-type]


def test_a_store_that_is_written_to_is_read_the_same_way() -> None:
    with open_store(None) as store:
        store.put("https://x/g", [("<https://x/1>", f"<{P}>", '"a"')])
        assert rows(pairs(store, P, "one", "other")) == [("https://x/1", "a")]
