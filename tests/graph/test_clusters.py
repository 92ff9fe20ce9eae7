from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.graph.clusters import Apart, cluster

SCOPES = {"a1": ["A"], "a2": ["A"], "b": ["B"], "c": ["C"], "d": ["D"]}


def groups(canonical: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(m for m in canonical if canonical[m] == name) for name in canonical.values()}


def test_a_shared_key_joins_and_names() -> None:
    found = cluster(["x", "y", "z"], {"x": ["K1", "K2"], "y": ["K2"]})
    assert found.canonical == {"x": "K1", "y": "K1", "z": "z"}


def test_two_persons_of_one_source_are_never_one_even_through_a_third() -> None:
    keys = {"a1": ["K1"], "a2": ["K2"], "b": ["K1", "K2"], "c": ["K1"]}
    found = cluster(keys, keys, Apart(scopes=SCOPES))
    assert groups(found.canonical) == {frozenset(g) for g in (["a1"], ["a2"], ["b", "c"])}
    assert [refusal.key for refusal in found.refused] == ["store.refused-same-source"]


def test_rivals_leave_and_the_rest_stays_one() -> None:
    keys = {name: ["K"] for name in "abcd"}
    against_all = Apart(parted={"a": "bcd", "b": "a", "c": "a", "d": "a"})
    found = cluster("abcd", keys, against_all)
    assert found.canonical == {"a": "a", "b": "K", "c": "K", "d": "K"}
    one_pair = Apart(parted={"a": "b", "b": "a"})
    assert cluster("abcd", keys, one_pair).canonical == {"a": "a", "b": "b", "c": "K", "d": "K"}


def test_judged_the_same_is_one_and_a_contradiction_is_reported() -> None:
    found = cluster("ab", {}, joins=[("a", "b")])
    assert found.canonical == {"a": "a", "b": "a"}
    apart = Apart(parted={"a": "c", "c": "a"})
    found = cluster("abc", {}, apart, joins=[("a", "b"), ("b", "c")])
    assert groups(found.canonical) == {frozenset("ab"), frozenset("c")}
    (refusal,) = found.refused
    assert "https" not in refusal.told("zh")
    assert (refusal.key, refusal.a, refusal.b) == ("store.refused-parted", "a", "c")


def test_one_source_may_be_overruled_for_two_persons_by_name() -> None:
    pair = ("a1", "a2")
    found = cluster(pair, {}, Apart(scopes=SCOPES, allowed=[pair]), joins=[pair])
    assert groups(found.canonical) == {frozenset(pair)}


names = st.sampled_from([f"m{n}" for n in range(8)])
pairs = st.tuples(names, names).map(sorted).map(tuple).filter(lambda pair: pair[0] != pair[1])


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(names, st.sets(st.sampled_from(["K1", "K2", "K3", "K4"]), max_size=2)),
    st.dictionaries(names, st.sampled_from("ABC")),
    st.sets(pairs, max_size=4),
    st.sets(pairs, max_size=3),
    st.randoms(use_true_random=False),
)
def test_no_order_matters_and_nothing_apart_is_ever_one(
    keys: dict[str, set[str]],
    scopes: dict[str, str],
    parted: set[tuple[str, str]],
    joins: set[tuple[str, str]],
    chance: random.Random,
) -> None:
    members = [f"m{n}" for n in range(8)]

    def run(shuffled: bool) -> object:
        order = chance.sample(members, 8) if shuffled else members
        both = sorted(parted) + [(b, a) for a, b in sorted(parted)]
        rules = Apart(
            parted={m: {b for a, b in both if a == m} for m in order},
            scopes={m: [scopes[m]] for m in order if m in scopes},
            allowed=joins,
        )
        return cluster(order, {m: keys.get(m, set()) for m in order}, rules, sorted(joins))

    found = run(shuffled=False)
    assert run(shuffled=True) == found
    canonical = found.canonical  # type: ignore[attr-defined]
    assert set(canonical) == set(members)
    for a, b in parted:
        assert canonical[a] != canonical[b]
    for a in members:
        for b in members:
            same_source = a < b and a in scopes and scopes.get(a) == scopes.get(b)
            if same_source and (a, b) not in joins:
                assert canonical[a] != canonical[b]
