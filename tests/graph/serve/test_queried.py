from __future__ import annotations

import pytest

from bangfu.graph.ask import ask
from bangfu.graph.engine import Rows
from bangfu.graph.guard import guarded, sparql
from bangfu.graph.serve.queried import EXAMPLES, ask_view, questions_view, view
from bangfu.graph.serve.site import Site
from bangfu.ontology.errors import QueryError


def test_a_question_gives_the_rows_that_python_gives(pages: Site) -> None:
    told = ask_view(pages, "who-helps", [("place", "511133")], "zh").told
    answer = ask(pages.store, "who-helps", "511133")
    assert [tuple(row.values()) for row in told["rows"]] == list(answer.rows)
    assert set(told["passages"]) == set(answer.passages)


def test_columns_without_anything_are_left_out_of_the_page_alone(pages: Site) -> None:
    one = ask_view(pages, "who-helps", [("place", "511133")], "zh")
    assert "止" not in one.shown["columns"]
    assert "止" in one.heads
    assert all(len(row["cells"]) == len(one.shown["columns"]) for row in one.shown["rows"])
    hues = {cell["hue"] for row in one.shown["rows"] for cell in row["cells"]} - {""}
    assert {"pairing", "secondment"} <= hues


def test_a_form_waits_for_what_it_needs(pages: Site) -> None:
    assert ask_view(pages, "who-helps", [], "zh").shown["answer"] is None
    assert ask_view(pages, "who-helps", [("place", " ")], "zh").shown["answer"] is None
    assert ask_view(pages, "flows", [("go", "1")], "zh").shown["answer"] is not None
    wrong = ask_view(pages, "who-helps", [("place", "无此县")], "zh")
    assert (wrong.status, "无此县" in wrong.shown["said"]) == (404, True)
    with pytest.raises(QueryError):
        ask_view(pages, "nothing", [], "zh")


def test_a_flag_that_is_not_ticked_is_off(pages: Site) -> None:
    def options(*given: tuple[str, str]) -> object:
        answer = ask_view(pages, "who-helps", [("place", "511133"), *given], "zh").shown["answer"]
        return answer.options["reference"]

    assert options() == "true"
    assert options(("go", "1")) == "false"
    assert options(("go", "1"), ("reference", "on")) == "true"


def test_every_example_has_an_answer(pages: Site) -> None:
    for name, query in EXAMPLES:
        found = sparql(pages.store, query)
        assert found if not isinstance(found, Rows) else found.rows, name
        assert guarded(query).form in ("Select", "Construct")


def test_the_editor_shows_a_table_and_a_picture_and_says_what_it_leaves_out(pages: Site) -> None:
    query = EXAMPLES[0][1]
    found = sparql(pages.store, query)
    assert isinstance(found, Rows)
    shown = view(pages, query, found, False, "zh").shown
    assert (shown["total"], shown["cut"]) == (len(found.rows), False)
    assert "<svg" in shown["picture"]
    few = view(pages, query, found, False, "zh", most=3).shown
    assert few["total"] == "3+"
    assert view(pages, "", None, False, "zh").shown["done"] is False


def test_all_questions_are_listed(pages: Site) -> None:
    names = [name for name, _ in questions_view("en").rows]
    assert len(names) == len(set(names)) >= 36
