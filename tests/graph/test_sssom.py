from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.sssom import from_sssom, to_sssom
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import JudgementError

ID = "https://w3id.org/bangfu/id/"
A, B, C = f"{ID}school/a1", f"{ID}school/b2", "https://example.org/x#c"
DAY = PartialDate(2024, 5, 31)


def one(a: str, decision: Decision, b: str, **more: object) -> Judgement:
    said = {"who": "李老师|王老师", "when": DAY, "why": '门牌写作"一中"', **more}
    return Judgement(a=a, decision=decision, b=b, **said)  # type: ignore[arg-type]


SOME = (
    one(A, Decision.SAME, B),
    one(A, Decision.DIFFERENT, C, when=PartialDate(2023, 2)),
    one(B, Decision.UNSURE, C, when=PartialDate(2022), why=""),
)


def test_what_goes_out_comes_back() -> None:
    text = to_sssom(SOME, {A: "旺苍一中"})
    back = from_sssom(text, Path("x.tsv"), "?", PartialDate(2000))
    assert back.judgements == SOME
    assert back.passed == ()
    assert from_sssom(text.replace("\n", "\r\n"), Path("x"), "?", DAY).judgements == SOME


def test_the_slots_that_the_specification_demands() -> None:
    """SSSOM 1.0: mapping_set_id and license of a set; predicate_id, justification of a mapping."""
    text = to_sssom(SOME, {})
    head = [line for line in text.splitlines() if line.startswith("#")]
    for slot in ("sssom_version", "mapping_set_id", "license", "curie_map"):
        assert sum(line.startswith(f"#{slot}:") for line in head) == 1
    prefixes = {line.split(":")[0].strip("# ") for line in head if line.startswith("#  ")}
    rows = list(csv.DictReader(text.splitlines()[len(head) :], delimiter="\t"))
    assert len(rows) == len(SOME)
    for row in rows:
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
        assert row["predicate_id"] in ("skos:exactMatch", "skos:closeMatch")
        assert row["predicate_modifier"] in ("", "Not")
        assert re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", row["mapping_date"])
        for slot in ("subject_id", "object_id"):
            prefix, _, key = row[slot].partition(":")
            assert prefix in prefixes
            assert key


def test_a_set_of_another_tool() -> None:
    text = (
        f"# curie_map:\n#   bf: {ID}\n# mapping_set_id: https://e.org/s\n# creator_label: 张\n"
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
        "bf:school/a1\towl:sameAs\tbf:school/b2\tsemapv:LexicalMatching\n"
        "bf:school/a1\tskos:broadMatch\tbf:school/b3\tsemapv:LexicalMatching\n"
        "bf:school/a1\towl:differentFrom\thttps://example.org/x#c\tsemapv:LexicalMatching\n"
    )
    found = from_sssom(text, Path("x.tsv"), "我", DAY)
    assert [(j.a, j.decision, j.b, j.who) for j in found.judgements] == [
        (A, Decision.SAME, B, "张"),
        (A, Decision.DIFFERENT, C, "张"),
    ]
    assert found.passed == ((7, "skos:broadMatch"),)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("mapping_justification", "justification", "judging.sssom-columns"),
        ("bangfuschool:a1", "nobody:a1", "judging.sssom-line"),
        ("2024-05-31", "去年", "judging.sssom-line"),
        ("bangfuschool:a1", "bangfuschool:b2", "store.judgement-itself"),
    ],
)
def test_what_cannot_be_understood_is_named(old: str, new: str, key: str) -> None:
    text = to_sssom(SOME[:1], {}).replace(old, new)
    with pytest.raises(JudgementError) as caught:
        from_sssom(text, Path("x.tsv"), "?", DAY)
    assert caught.value.key == key
    assert "\n" not in caught.value.told("zh")
