from __future__ import annotations

import io
from dataclasses import dataclass

import pytest
from rich.console import Console
from telling import Telling, kept

from bangfu.graph.judgements import Decision
from bangfu.graph.names import find_entity
from bangfu.graph.review import Pair, pairs, review_json, review_page, review_rows, walk
from bangfu.ontology.errors import JudgementError

HOSTILE = "东城中学<script>alert(1)</script>[bold]"


@dataclass(frozen=True)
class Proposed:
    a: str
    b: str
    score: float = 0.8
    reasons: tuple[str, ...] = ("一个字不同",)
    effect: int = 3


@pytest.fixture(scope="module")
def found() -> tuple[Pair, ...]:
    one, other = Telling("a.txt", "2024-06-01"), Telling("b.txt", "2023")
    one.pairs("海河中学", HOSTILE, "2021-03")
    one.post("王志远", HOSTILE, "校长")
    other.pairs("南开中学", "东成中学")
    store = kept(one, other)
    a, b, c = (find_entity(store, name).iri for name in (HOSTILE, "东成中学", "南开中学"))
    return pairs(store, [Proposed(a, b), Proposed(a, c, 0.5, ("name-nearby",), 1)], "zh")


def test_both_sides_have_what_is_needed_to_decide(found: tuple[Pair, ...]) -> None:
    a, b = found[0].a, found[0].b
    assert (a.names, a.places, a.dates) == ((HOSTILE,), ("旺苍县",), ("2021-03",))
    assert a.sources == ("a.txt 2024-06-01",)
    assert a.bodies == ("王志远 校长",)
    assert {proof.address for proof in a.passages} == {"a.txt"}
    assert all(HOSTILE in proof.quote for proof in a.passages)
    assert b.sources == ("b.txt 2023",)
    assert set(a.facts) >= {proof.fact for proof in a.passages}
    assert found[0].reasons == ("一个字不同",)


def keyed(keys: str, found: tuple[Pair, ...]) -> tuple[list[str], tuple[int, int], str]:
    """What happened when these keys were pressed: decisions, seen and kept, the screen."""
    done: list[str] = []
    screen = io.StringIO()
    pressed = iter(keys)

    def decide(one: Pair, decision: Decision) -> None:
        if decision is Decision.UNSURE:
            raise JudgementError("judging.why")
        done.append(f"{decision} {found.index(one)}")

    def back(one: Pair) -> None:
        done.append(f"back {found.index(one)}")

    console = Console(file=screen, width=100)
    return done, walk(found, "zh", lambda: next(pressed), decide, back, console), screen.getvalue()


@pytest.mark.parametrize(
    ("keys", "done", "counts"),
    [
        ("sd", ["same 0", "different 1"], (2, 2)),
        ("x?q", [], (1, 0)),
        ("nq", [], (2, 0)),
        ("sbdq", ["same 0", "back 0", "different 0"], (2, 1)),
        ("nbsq", ["same 0"], (2, 1)),
        ("bq", [], (1, 0)),
        ("S\x03", ["same 0"], (2, 1)),
        ("uq", [], (1, 0)),
    ],
)
def test_keys(found: tuple[Pair, ...], keys: str, done: list[str], counts: tuple[int, int]) -> None:
    assert keyed(keys, found)[:2] == (done, counts)


def test_the_screen_has_both_passages_side_by_side(found: tuple[Pair, ...]) -> None:
    *_, screen = keyed("uq", found)
    row = next(line for line in screen.splitlines() if "原文" in line)
    assert "东城中学" in row
    assert "起南开中学与东成中学结对" in row
    assert "[bold]" in screen
    assert "1/2" in screen
    assert "--why" in screen, "what is refused is told"


def test_the_page_is_offline_and_escaped(found: tuple[Pair, ...]) -> None:
    page = review_page(found, "zh")
    assert "<script" not in page
    assert "东城中学&lt;script&gt;" in page
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert page.count("<section>") == 2
    assert f"bangfu judge {found[0].a.iri.rsplit('/id/')[1]}" in page
    assert review_page(found, "en") != page


def test_rows_and_values(found: tuple[Pair, ...]) -> None:
    (first, second) = review_rows(found)
    assert first[2:] == ("0.80", "3", "一个字不同")
    assert second[1].startswith("南开中学 school/")
    assert review_json(found)[0]["a"]["passages"][0]["address"] == "a.txt"
