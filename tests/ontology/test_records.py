from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from bangfu.ontology import records
from bangfu.ontology.records import Evidence, Kind, Person, Tier

RECORDS = [
    kind
    for kind in vars(records).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == records.__name__
]
GOOD = {"quote": "帮扶", "start": 3, "end": 5, "raw_start": 4, "raw_end": 9, "method": "rule:x/1"}


@pytest.mark.parametrize("record", RECORDS)
def test_records_are_frozen_and_take_keywords_only(record):
    assert record.__dataclass_params__.frozen
    assert all(field.kw_only for field in fields(record))
    assert record.__doc__


def test_a_record_cannot_be_changed():
    person = Person(iri="https://example.org/p", name="张三")
    with pytest.raises(FrozenInstanceError):
        person.name = "李四"
    assert person.tier is Tier.P2


def test_evidence_holds_its_passage():
    assert Evidence(**GOOD).confidence == 1.0


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": ""},
        {"end": 6},
        {"start": -1, "end": 1},
        {"raw_start": -1},
        {"raw_start": 10},
        {"confidence": 1.01},
        {"confidence": -0.01},
        {"confidence": float("nan")},
        {"quote": "", "end": 3},
    ],
)
def test_evidence_refuses_the_impossible(wrong):
    with pytest.raises(ValueError, match=r".+"):
        Evidence(**{**GOOD, **wrong})


def test_kind_is_the_part_of_an_iri():
    assert all(kind.isascii() and kind.islower() for kind in Kind)
