from __future__ import annotations

import sys
from types import ModuleType

import pytest

from bangfu.graph.rowtable import RowTable, row_table
from bangfu.ontology.errors import QueryError


def test_terms_become_texts() -> None:
    table = row_table(("a", "b"), [("<https://e/x>", None), ('"旺苍"@zh', "_:b1")])
    assert list(table) == [("https://e/x", ""), ("旺苍", "_:b1")]
    assert len(table) == 2


def test_names_are_data_and_known_iris_are_short() -> None:
    table = RowTable(
        ("<h>",), (("<script>1</script>",), ("https://w3id.org/bangfu/ontology#School",))
    )
    shown = table._repr_html_()
    assert "<script" not in shown
    assert "<h>" not in shown
    assert "<td>bf:School</td>" in shown


def test_a_notebook_does_not_keep_thousands_of_rows() -> None:
    shown = RowTable(("n",), tuple((str(n),) for n in range(1234)))._repr_html_()
    assert shown.count("<td>") == 200
    assert "+1034" in shown


def test_it_is_a_frame_where_pandas_is(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ModuleType("pandas")
    made.DataFrame = lambda rows, columns, dtype: (rows, columns, dtype)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", made)
    assert RowTable(("a",), (("1",),)).to_pandas() == ([("1",)], ["a"], "object")
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(QueryError) as caught:
        RowTable(("a",), ()).to_pandas()
    assert caught.value.key == "ask.no-pandas"
