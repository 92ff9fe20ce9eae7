from __future__ import annotations

import pytest

from bangfu.graph.matching import SCORES, body_keys, is_name, person_facts, person_keys
from bangfu.graph.said import gathered, said_of
from bangfu.graph.store import Store
from bangfu.ontology import terms as t
from bangfu.ontology.nt import literal


@pytest.mark.parametrize("name", ["张华", "阿不都·买买提", "欧阳娜娜"])
def test_whole_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", ["冯处长", "王老师", "刘某", "李某某", "张×", "王", ""])
def test_what_is_no_whole_name(name: str) -> None:
    assert not is_name(name)


def said_of_body(name: str, place: str | None, kind: str = t.A_SCHOOL):  # type: ignore[no-untyped-def]
    lines = [("g", "b", t.RDF_TYPE, f"<{kind}>"), ("g", "b", t.SKOS_PREF_LABEL, literal(name))]
    if place:
        lines += [("g", "b", t.LOCATED_IN, f"<{place}>")]
    lines += [
        ("g", "p", t.SKOS_PREF_LABEL, literal("旺苍县")),
        ("g", "p", t.RDF_TYPE, f"<{t.A_COUNTY}>"),
    ]
    return said_of(lines)


def keys(name: str, place: str | None = "p", kind: str = t.A_SCHOOL) -> set[str]:
    return set(body_keys(said_of_body(name, place, kind), "b", {}))


def test_forms_of_one_name_have_one_key() -> None:
    assert keys("旺苍县一中") == keys("第一中学") == keys("旺苍第一中学")
    assert keys("旺苍县第四中学").isdisjoint(keys("旺苍县第七中学"))


def test_without_a_place_only_a_name_of_the_whole_country_is_a_key() -> None:
    assert not keys("第一中学", None)
    assert not keys("光明基金会", None, t.A_INSTITUTION)
    central = keys("民盟中央", None, t.A_INSTITUTION)
    assert central == keys("中国民主同盟中央委员会", None, t.A_INSTITUTION)
    assert central
    assert not keys("中华小学", None)


def test_a_person_needs_more_than_a_name(corpus: Store) -> None:
    said = gathered(corpus.statements)
    person, facts = min(person_facts(said).items())
    who = {entity: entity for entity in said.types}
    found = person_keys(said, person, facts, who, lambda body: ())
    assert found
    assert set(found.values()) <= SCORES.keys()
    assert not person_keys(said, person, (), who, lambda body: ())
