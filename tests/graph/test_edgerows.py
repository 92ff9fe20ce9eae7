from __future__ import annotations

from hashlib import sha256
from itertools import groupby
from typing import Any

import networkx as nx
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.graph.edgerows import KEYS, TEXTS, draw_rows, in_order

ENDS = ("a", "b", "c", "é")
ROW = st.fixed_dictionaries(
    {
        "at_source": st.sampled_from(ENDS),
        "at_target": st.sampled_from(ENDS),
        "kind": st.sampled_from(("assistance", "event")),
        "code": st.sampled_from(("", "pairing", "training")),
        "programme": st.sampled_from(("", "https://e/p", "https://e/q")),
        "sources": st.sampled_from(("", "s", "s t", "t u")),
        "status": st.sampled_from(("active", "ended", "unknown")),
        "since": st.sampled_from(("", "2015", "2015-03", "2016-01-02")),
        "until": st.sampled_from(("", "2019", "2020-01")),
        "figures": st.sampled_from(("", "total=3", "increment=5 cumulative=2", "other=9")),
        "source": st.sampled_from(("x", "y")),
        "target": st.sampled_from(("x", "y")),
        "confidence": st.sampled_from((0.5, 0.9, 1.0)),
        "holds": st.sampled_from(("holds", "mayHold")),
    }
)


def table(rows: list[dict[str, Any]], *, dated: bool) -> Any:
    names = [*KEYS, *TEXTS, *(["holds"] if dated else [])]
    columns = {name: pa.array([one[name] for one in rows], pa.string()) for name in names}
    return pa.table(columns | {"confidence": pa.array([one["confidence"] for one in rows])})


def drawn(rows: list[dict[str, Any]], *, dated: bool = False) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(ENDS)
    draw_rows(graph, in_order(table(rows, dated=dated)), {"https://e/p": "同心树人"})
    return graph


@settings(max_examples=150, deadline=None)
@given(st.lists(ROW, max_size=12), st.booleans())
def test_it_is_the_network_that_its_edges_make_one_by_one(
    told: list[dict[str, Any]], dated: bool
) -> None:
    rows = [one | {"fact": f"f{nth:02d}"} for nth, one in enumerate(told)]
    graph = drawn(rows, dated=dated)
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(ENDS)
    for source, target, key, data in graph.edges(keys=True, data=True):
        other.add_edge(source, target, key=key, **data)
    assert nx.utils.graphs_equal(graph, other)
    assert list(graph.edges(keys=True)) == list(other.edges(keys=True))
    assert list(graph.in_edges(keys=True, data=True)) == list(other.in_edges(keys=True, data=True))
    rows.sort(key=lambda one: (*(one[name] for name in KEYS), one["fact"]))
    groups = [list(some) for _, some in groupby(rows, lambda one: [one[n] for n in KEYS])]
    assert len(groups) == graph.number_of_edges()
    found = list(graph.edges(data=True))
    assert [(one[0]["at_source"], one[0]["at_target"]) for one in groups] == sorted(
        (a, b) for a, b, _ in found
    )
    by_ends = sorted(found, key=lambda one: one[:2])
    for some, (_, _, data) in zip(groups, by_ends, strict=True):
        assert data["facts"] == tuple(one["fact"] for one in some)
        assert data["sources"] == len({s for one in some for s in one["sources"].split()})
        assert data["confidence"] == max(one["confidence"] for one in some)
        assert data["status"] == min(one["status"] for one in some)
        assert (data["kind"], data["modality"] or "") == (some[0]["kind"], some[0]["code"])
        starts = [one["since"] for one in some if one["since"]]
        assert (data["since"] is None) == (not starts)
        assert ("holds" in data) == dated
        if dated:
            assert data["holds"] == min(one["holds"] for one in some)


def row(nth: int, **given: Any) -> dict[str, Any]:
    plain = dict.fromkeys((*KEYS, *TEXTS), "") | {"status": "active", "kind": "assistance"}
    ends = {"at_source": "a", "at_target": "b", "fact": f"f{nth}", "confidence": 0.5}
    return plain | ends | {"holds": ""} | given


def test_an_edge_is_found_again_by_its_key_whatever_else_is_told() -> None:
    one, other = drawn([row(0)]), drawn([row(3, since="2015", status="ended"), row(4, code="x")])
    digests = (sha256(one).hexdigest()[:12] for one in (b"a", b"b", b"assistance||"))
    key = "-".join(("e", *digests))
    assert list(one["a"]["b"]) == [key]
    assert key in other["a"]["b"]
    assert len(other["a"]["b"]) == 2


def test_what_edges_share_is_no_state_that_they_share() -> None:
    graph = drawn([row(0), row(1, at_target="c")])
    (first,), (second,) = graph["a"]["b"].values(), graph["a"]["c"].values()
    first["status"] = "changed"
    assert second["status"] == "active"
    graph.remove_edge("a", "b")
    assert "a" not in graph.pred["b"]
    assert graph.number_of_edges() == 1


@pytest.mark.parametrize(
    ("told", "since"),
    [(("2015", "2015-03"), "2015-03"), (("", "2016"), "2016"), (("2016", "2015"), "2015")],
)
def test_of_several_starts_the_earliest_and_most_precise_counts(
    told: tuple[str, str], since: str
) -> None:
    graph = drawn([row(nth, since=one) for nth, one in enumerate(told)])
    ((_, _, data),) = graph.edges(data=True)
    assert data["since"] == since


@pytest.mark.parametrize(
    ("figures", "ends", "headcount"),
    [
        (("total=3", "increment=5 cumulative=2"), ("x", "x"), 2),
        (("total=3", "total=5"), ("x", "x"), 5),
        (("total=3", "total=5"), ("x", "y"), None),
        (("other=9", ""), ("x", "y"), 9),
    ],
)
def test_a_figure_of_one_pair_of_ends_stands_for_the_edge(
    figures: tuple[str, str], ends: tuple[str, str], headcount: int | None
) -> None:
    told = [
        row(nth, figures=figure, source=end)
        for nth, (figure, end) in enumerate(zip(figures, ends, strict=True))
    ]
    ((_, _, data),) = drawn(told).edges(data=True)
    assert data["headcount"] == headcount


def test_the_order_is_by_keys_one_after_the_other() -> None:
    """A key that is the beginning of another comes first, which joined texts would turn round."""
    told = [row(0, kind="event"), row(1, kind="event", code="a"), row(2, kind="eventual")]
    ordered = in_order(table(told[::-1], dated=False))
    assert ordered["fact"].to_pylist() == ["f0", "f1", "f2"]
    assert pa.types.is_dictionary(ordered["kind"].type)
