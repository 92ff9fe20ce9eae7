"""Rosters: heads anywhere near the top, banners, example rows, merged cells."""

from pathlib import Path

import pytest
from bench import SAMPLE

from bangfu.loaders.table import read_roster
from bangfu.ontology.errors import TableError
from bangfu.ontology.records import Assistance, Modality, Posting, Reading, Secondment, SourceClass


def read(tmp_path: Path, text: str, name: str = "r.csv") -> Reading:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_roster(path, tmp_path)


def test_the_shipped_roster() -> None:
    reading = read_roster(SAMPLE / "roster.csv", SAMPLE)
    sent = [fact for fact in reading.facts if isinstance(fact, Secondment)]
    assert [
        (s.person.name, s.origin and s.origin.name, s.destination and s.destination.name, s.title)
        for s in sent
    ] == [
        ("翁书亭", "福清市融北中学", "隆德县第二中学", "副校长"),
        ("方见深", "福清市音西第三小学", "隆德县第四小学", None),
        ("严可", "福清市职业技术学校", "隆德县职业中学", "专业部主任"),
    ]
    assert {str(s.since) for s in sent} == {"2024-09"}
    assert reading.source.source_class is SourceClass.ROSTER
    assert str(reading.source.issued) == "2024-09-10"
    assert not any("张三" in thing.name for thing in reading.entities)
    assert {note.reason for note in reading.notes} == {"banner", "example-row"}


def test_every_passage_is_its_line(tmp_path: Path) -> None:
    reading = read_roster(SAMPLE / "roster.csv", SAMPLE)
    for fact in reading.facts:
        for proof in fact.evidence:
            assert reading.source.text[proof.start : proof.end] == proof.quote
            assert reading.source.text.splitlines().count(proof.quote) == 1


def test_pairs_without_persons_are_pairings_and_merged_cells_carry_down(tmp_path: Path) -> None:
    reading = read(
        tmp_path, "支援学校\t受援学校\n甲市第一中学\t乙县第一中学\n\t乙县第二中学\n", "r.tsv"
    )
    pairs = [fact for fact in reading.facts if isinstance(fact, Assistance)]
    assert {(p.helper.name, p.recipient.name) for p in pairs} == {
        ("甲市第一中学", "乙县第一中学"),
        ("甲市第一中学", "乙县第二中学"),
    }
    assert {p.modality for p in pairs} == {Modality.PAIRING}


def test_the_home_post_has_rank_and_subject(tmp_path: Path) -> None:
    reading = read(tmp_path, "姓名,派出单位,学科,职称\n李可,甲市第一中学,物理,高级教师\n")
    (post,) = [fact for fact in reading.facts if isinstance(fact, Posting)]
    assert (post.title, post.rank, post.subject) == ("教师", "高级教师", "物理")


def test_a_row_without_use_is_listed(tmp_path: Path) -> None:
    reading = read(tmp_path, "姓名,派出单位\n李可,甲市第一中学\n,丙市第一中学\n")
    assert [note.reason for note in reading.notes] == ["unused-row"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a,b\n1,2\n", "table.no-heads"),
        ("姓名,派出单位\n", "table.no-rows"),
        ('姓名,派出单位\n"李可,甲\n', "table.not-csv"),
    ],
)
def test_bad_rosters_are_refused(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(TableError) as caught:
        read(tmp_path, text)
    assert caught.value.key == key
    assert "\n" not in caught.value.told("zh")
