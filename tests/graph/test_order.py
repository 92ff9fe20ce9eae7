"""Fewer crossings, and the nearest places without overtaking."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bangfu.graph.columns import Item, Link
from bangfu.graph.order import crossings, order, pool


def item(name: str, parent: str | None = None) -> Item:
    return Item(
        id=name, node=name[2:], side=name[0], column=f"{name[0]}.school", name=name, parent=parent
    )  # type: ignore[arg-type]


def link(source: str, target: str) -> Link:
    return Link(id=f"{source}>{target}", source=source, target=target, data={})


def test_crossed_pairs_are_uncrossed() -> None:
    items = [item(f"{side}:{name}") for side in "hr" for name in "abcd"]
    links = [link(f"h:{one}", f"r:{other}") for one, other in zip("abcd", "dcba", strict=True)]
    before = {one.id: number for number, one in enumerate(items)}
    assert crossings(links, before) == 6
    assert crossings(links, order(items, links)) == 0


def test_what_lies_in_one_place_stays_together() -> None:
    items = [
        *(item("h:1"), item("h:2"), item("r:P"), item("r:Q")),
        *(item("r:p1", "r:P"), item("r:p2", "r:P"), item("r:q1", "r:Q"), item("r:q2", "r:Q")),
    ]
    links = [link("h:1", "r:p1"), link("h:2", "r:p2"), link("h:1", "r:q1"), link("h:2", "r:q2")]
    ranks = order(items, links)
    right = sorted((one.id for one in items if one.side == "r"), key=lambda one: ranks[one])
    assert [one[2].lower() for one in right] in (list("pppqqq"), list("qqqppp"))


@given(st.lists(st.floats(-1000, 1000)))
def test_pool_never_falls_and_leaves_what_does_not(values: list[float]) -> None:
    found = pool(values)
    assert len(found) == len(values)
    assert all(a <= b + 1e-9 for a, b in pairwise(found))
    rising = sorted(values)
    assert pool(rising) == rising
