"""Who is meant by a line that does not say so."""

from pathlib import Path

import pytest
from leaky import article, link

from bangfu.graph.secret import store_key
from bangfu.graph.suppression import (
    EVERYWHERE,
    Suppression,
    Suppressions,
    Why,
    body_keys,
    name_hash,
    read_suppressions,
    suppression_line,
)
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import StoreError
from bangfu.ontology.nt import Triple, value
from bangfu.ontology.quads import reading_triples

KEY = b"k" * 64
SOURCE = link().source.iri
TRIPLES = reading_triples(link())


def entry(name: str, *keys: str) -> Suppression:
    scopes = {EVERYWHERE} if not keys else {name_hash(KEY, name, key) for key in keys}
    return Suppression(
        id=name_hash(KEY, "id", name)[:16],
        names={name_hash(KEY, name): len(name)},
        scopes=frozenset(scopes),
        why=Why.REQUEST,
        who="王",
        when=PartialDate(2024),
    )


def applied(*entries: Suppression, triples: list[Triple] = TRIPLES) -> list[Triple]:
    return Suppressions(entries, KEY).applied(SOURCE, triples)


def told(triples: list[Triple]) -> str:
    return "\n".join(value(o) for _, _, o in triples)


def test_one_after_the_other_is_both_at_once() -> None:
    one, other = entry("凌霜降"), entry("褚砚秋")
    both = applied(one, other)
    assert applied(other, triples=applied(one)) == both
    assert applied(one, other, triples=applied(other)) == both
    assert "凌霜降" not in told(both)
    assert "褚砚秋" not in told(both).replace("　", "")


def test_nobody_met_nothing_changed() -> None:
    assert applied(entry("木子禾")) == sorted(TRIPLES)
    assert applied(entry("凌霜降", "https://elsewhere")) == sorted(TRIPLES)


def test_a_body_of_the_scope_is_enough() -> None:
    keys = {
        key for node, found in body_keys(TRIPLES).items() if "/school/" in node for key in found
    }
    assert keys
    for key in sorted(keys):
        assert "凌霜降" not in told(applied(entry("凌霜降", key)))


def test_a_body_is_known_by_the_same_key_in_every_source() -> None:
    one, other = (
        {key for keys in body_keys(reading_triples(build())).values() for key in keys}
        for build in (article, link)
    )
    assert one == other


def test_facts_of_the_person_go_and_events_stay() -> None:
    kinds = [s.split("/")[-2] for s in {s for s, _, _ in TRIPLES}]
    left = [s.split("/")[-2] for s in {s for s, _, _ in applied(entry("凌霜降"))}]
    assert left.count("secondment") == kinds.count("secondment") - 1
    assert left.count("person") == kinds.count("person") - 1
    assert left.count("event") == kinds.count("event") == 1
    before = {s for s, _, _ in TRIPLES if "/event/" in s}
    assert not before & {s for s, _, _ in applied(entry("凌霜降"))}


def test_a_line_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "bangfu.db"
    assert read_suppressions(path) is None
    one = entry("凌霜降", "a", "b")
    (tmp_path / "suppressions.tsv").write_text(
        "# people\n" + suppression_line(one) + "\n\n", encoding="utf-8"
    )
    key = store_key(path)
    assert read_suppressions(path) == Suppressions((one,), key)


def test_a_damaged_line_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "suppressions.tsv").write_text("# x\nnonsense\n", encoding="utf-8")
    with pytest.raises(StoreError, match="line 2"):
        read_suppressions(tmp_path / "bangfu.db")
