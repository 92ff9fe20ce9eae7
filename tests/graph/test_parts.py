from __future__ import annotations

import pytest

from bangfu.graph.parts import BATCH, about, in_parts, numbered, only, parts_of, text_of_parts
from bangfu.graph.store import open_store
from bangfu.graph.view import behind

A, B, C = (f"https://e/{name}" for name in "abc")
TEXTS = ("", "0:", "13:x", "帮扶𠀀1:1\n", '"引号"')


def test_what_is_said_of_things_comes_part_by_part() -> None:
    things = [f"https://e/thing/{number}" for number in range(BATCH + 7)]
    with open_store(None) as store:
        told = [(f"<{one}>", f"<{A}>", f'"{number}"') for number, one in enumerate(things)]
        told.append((f"<{things[3]}>", f"<{B}>", '"三"'))
        told.append((f"<{things[3]}>", f"<{C}>", '"of no part"'))
        store.put("https://e/source", told)
        query = f"""SELECT ?number ({text_of_parts((B, A))} AS ?said) {{
          VALUES (?thing ?number) {{ THINGS }} ?thing ?p ?o }} GROUP BY ?number"""
        found = {one: said for one, _, said in about(behind(store), query, things, (B, A))}  # type: ignore[arg-type]
    assert found.pop(things[3]) == [["三"], ["3"]]
    assert found == {one: [[], [str(n)]] for n, one in enumerate(things) if n != 3}


def test_cells_come_with_the_thing_that_they_are_of() -> None:
    with open_store(None) as store:
        store.put("https://e/source", [(f"<{A}>", f"<{C}>", '"一"'), (f"<{B}>", f"<{C}>", '"二"')])
        query = "SELECT ?number ?o { VALUES (?thing ?number) { THINGS } ?thing ?p ?o ONLY }"
        told = [
            *about(behind(store), query.replace("ONLY", only((C,))), [B, A, B]),  # type: ignore[arg-type]
            *about(behind(store), query.replace("ONLY", only((B,))), [A, B]),  # type: ignore[arg-type]
        ]
        either = only((B,), 'SAMETERM(?o, "二")')
        kept = [*about(behind(store), query.replace("ONLY", either), [A, B])]  # type: ignore[arg-type]
    assert sorted(told) == [(A, ("一",), []), (B, ("二",), [])]
    assert kept == [(B, ("二",), [])]


def test_no_text_is_taken_for_the_beginning_of_another() -> None:
    text = "".join(f"{number % 2}{len(one)}:{one}" for number, one in enumerate(TEXTS))
    assert parts_of(text, 2) == [[*TEXTS[::2]], [*TEXTS[1::2]]]


def test_there_are_as_many_parts_as_signs() -> None:
    parts = [f"https://e/{number}" for number in range(36)]
    assert 'CONCAT("z"' in text_of_parts(parts)
    assert parts_of("z2:ab02:cd", 36)[35] == ["ab"]
    with pytest.raises(IndexError):
        text_of_parts([*parts, A])


def test_what_is_no_iri_is_refused() -> None:
    assert numbered([A, B]) == f"(<{A}> 0) (<{B}> 1)"
    assert list(in_parts([A] * (BATCH + 1))) == [" ".join([f"<{A}>"] * BATCH), f"<{A}>"]
    for wrong in (f"{A}> }} #", "a b"):
        with pytest.raises(ValueError, match="IRI"):
            numbered([wrong])
        with pytest.raises(ValueError, match="IRI"):
            list(in_parts([wrong]))
