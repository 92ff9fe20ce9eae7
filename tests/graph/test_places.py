from __future__ import annotations

from bangfu.graph.places import containers


def test_containment_is_followed_to_its_end() -> None:
    found = containers({"school": ["county"], "county": ["city"], "city": ["province"]})
    assert found["school"] == {"county", "city", "province"}
    assert found["city"] == {"province"}


def test_a_circle_ends_and_nothing_lies_in_itself() -> None:
    found = containers({"a": ["b"], "b": ["a"], "c": ["a"]})
    assert found == {"a": {"b"}, "b": {"a"}, "c": {"a", "b"}}
