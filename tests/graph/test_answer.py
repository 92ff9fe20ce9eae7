from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType

import pytest

from bangfu.graph.answer import cells
from bangfu.graph.ask import ask
from bangfu.graph.store import Store
from bangfu.ontology.errors import QueryError


def test_an_answer_shows_itself_in_a_notebook(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "旺苍县", lang="en")
    shown = answer._repr_html_()
    assert shown.count("<tr>") == len(answer.rows) + 1
    assert "helper" in shown
    assert "Searched 4 sources" in shown
    # the passages of a row fold out at its end
    assert shown.count("<details>") == len(answer.rows)
    assert "<blockquote>从2015年“同心树人”活动落地旺苍以来" in shown


def test_an_answer_is_a_frame_where_pandas_is(
    corpus: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Frame:
        def __init__(self, rows: object, columns: object, dtype: str) -> None:
            self.rows, self.columns, self.dtype = rows, columns, dtype
            self.attrs: dict[str, object] = {}

    made = ModuleType("pandas")
    made.DataFrame = Frame  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", made)
    answer = ask(corpus, "who-helps", "旺苍县", planned=True)
    frame = answer.to_pandas()
    assert (frame.rows, frame.columns) == (list(answer.rows), list(answer.columns))
    assert frame.attrs["question"] == "who-helps"
    assert frame.attrs["options"]["planned"] == "true"
    assert "查了 4 个来源" in frame.attrs["coverage"]


def test_without_pandas_it_says_what_to_do(corpus: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(QueryError) as caught:
        ask(corpus, "who-helps", "旺苍县").to_pandas()
    assert caught.value.key == "ask.no-pandas"
    assert "pip install pandas" in caught.value.told("en")


def test_each_of_several_figures_is_said_in_words(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "旺苍县")
    row = ["" for _ in answer.columns]
    row[answer.columns.index("headcount")] = "12 person increment; 36 personTime cumulative"
    answer = replace(answer, rows=(tuple(row),))
    assert "12 人 新增；36 人次 累计" in cells(answer, "zh")[0]
    assert "12 persons new; 36 person-times cumulative" in cells(answer, "en")[0]
