"""Rosters: heads anywhere near the top, banners, example rows, merged cells, mappings, findings."""

from pathlib import Path

import pytest
import workbooks
from bench import SAMPLE

from bangfu.loaders.table import ROSTERS, check_roster, propose_mapping, read_roster
from bangfu.loaders.tables.mapping import beside, write_mapping
from bangfu.ontology.errors import TableError
from bangfu.ontology.records import (
    Assistance,
    Event,
    Modality,
    NoteKind,
    Observation,
    Person,
    Posting,
    Reading,
    School,
    Secondment,
    SourceClass,
)


def read(tmp_path: Path, text: str, name: str = "r.csv") -> Reading:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_roster(path, tmp_path)


def pairs_in(reading: Reading) -> set[tuple[str, str, str]]:
    return {
        (fact.helper.name, fact.recipient.name, fact.modality.value)
        for fact in reading.facts
        if isinstance(fact, Assistance)
    }


def reasons(reading: Reading) -> list[str]:
    return [note.reason for note in reading.notes]


def plain(fact: object) -> str:
    return repr(fact).replace("table/map 1", "table/heads 2")


def findings(path: Path) -> set[tuple[str, str, str]]:
    return {(one.sheet, one.address, one.code) for one in check_roster(path)}


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
    assert reading.source.publisher == "福清市教育局"
    assert reading.source.rights == "internal"
    assert not any("张三" in thing.name for thing in reading.entities)
    assert set(reasons(reading)) == {"banner", "example-row", "mapping"}


@pytest.mark.parametrize("make", [workbooks.people, workbooks.pairs, workbooks.donations])
def test_every_passage_is_its_row_and_the_text_holds_every_note(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    reading = read_roster(make(tmp_path / "b.xlsx"), tmp_path)
    text = reading.source.text
    for fact in reading.facts:
        for proof in fact.evidence:
            assert text[proof.start : proof.end] == proof.quote
            assert "\n" not in proof.quote
    for note in reading.notes:
        assert note.start is None or text[note.start : note.end] == note.quote


def test_people_sent_in_a_form_with_two_rows_of_heads(tmp_path: Path) -> None:
    reading = read_roster(workbooks.people(tmp_path / "b.xlsx"), tmp_path)
    sent = [fact for fact in reading.facts if isinstance(fact, Secondment)]
    assert [
        (
            fact.person.name,
            fact.origin and fact.origin.name,
            fact.destination and fact.destination.name,
            fact.title,
            str(fact.since),
            str(fact.until),
        )
        for fact in sent
    ] == [
        ("翁书亭", "福清市融北中学", "隆德县第二中学", "副校长", "2024-09", "2025-07"),
        # merged cell above gives the home; the dates are reversed and stay out
        ("方见深", "福清市融北中学", "隆德县第四小学", None, "None", "None"),
        ("严可", "福清市职业技术学校", "隆德县职业中学", "专业部主任", "2024-09", "None"),
        ("路远", "福清市融北中学", "西吉县第三中学", None, "2024-09-01", "None"),
    ]
    assert {fact.batch and fact.batch.name for fact in sent} == {"第三批"}
    assert sent[0].evidence[0].method == "table/heads 2 花名册!A8:K8"
    assert reading.source.title == "2024年援疆支教教师花名册（第三批）"
    assert str(reading.source.issued) == "2024-09-10"
    assert set(reasons(reading)) == {
        "banner", "example-row", "totals-row", "footnote", "notes-sheet", "unused-row", "mapping",
    }  # fmt: skip


def test_numbers_of_cards_and_telephones_are_in_nothing(tmp_path: Path) -> None:
    path = workbooks.people(tmp_path / "b.xlsx")
    told = repr(read_roster(path, tmp_path)) + repr(check_roster(path))
    for secret in ("110101199001011234", "13800000000", "13812345678", "85221234"):
        assert secret not in told


def test_findings_name_sheet_and_cell(tmp_path: Path) -> None:
    assert findings(workbooks.people(tmp_path / "a.xlsx")) == {
        ("花名册", "I9", "reversed-dates"),
        ("花名册", "I10", "impossible-date"),
        ("花名册", "B11", "odd-name"),
        ("花名册", "F12", "other-place"),
        ("花名册", "B13", "duplicate-person"),
    }
    assert findings(workbooks.pairs(tmp_path / "b.xlsx")) == {
        ("结对", "D8", "missing-end"),
        ("结对", "H8", "doubtful-date"),
    }
    assert findings(workbooks.donations(tmp_path / "c.xlsx")) == {
        ("捐赠", "C7", "missing-end"),
        ("捐赠", "D7", "unknown-amount"),
    }


def test_pairs_of_schools_get_their_places_from_the_columns(tmp_path: Path) -> None:
    reading = read_roster(workbooks.pairs(tmp_path / "b.xlsx"), tmp_path)
    assert pairs_in(reading) == {
        ("福州市鼓楼区实验小学", "隆德县第一小学", "pairing"),
        ("福州市鼓楼区实验小学", "西吉县第一小学", "pairing"),
    }
    schools = [thing for thing in reading.entities if isinstance(thing, School)]
    assert {thing.located_in and thing.located_in[-6:] for thing in schools} == {
        "350102", "640423", "640422",
    }  # fmt: skip
    # A hidden sheet and a sheet of notes are passed over, and said to be
    assert {"hidden-sheet", "notes-sheet"} <= set(reasons(reading))
    assert not any(isinstance(thing, Person) for thing in reading.entities)


def test_gifts_and_trainees_in_one_workbook(tmp_path: Path) -> None:
    reading = read_roster(workbooks.donations(tmp_path / "b.xlsx"), tmp_path)
    assert pairs_in(reading) == {
        ("福清市慈善总会", "隆德县第一中学", "funding"),
        ("福清市慈善总会", "隆德县第二中学", "funding"),
        ("福清市融北中学", "隆德县第一中学", "training"),
        ("福清市融北中学", "隆德县第二中学", "training"),
    }
    numbers = [fact for fact in reading.facts if isinstance(fact, Observation)]
    assert {(one.value, one.unit.value, one.goods) for one in numbers} == {
        (35_000, "CNY", None),
        (500, "volume", "图书"),
    }
    (course,) = [fact for fact in reading.facts if isinstance(fact, Event)]
    assert course.venue is not None
    assert course.venue.name == "福清市融北中学"
    assert {part.who.name for part in course.participations} == {"福清市融北中学", "李可", "路远"}
    assert (str(course.since), str(course.until)) == ("2024-10-08", "2024-10-25")


def test_one_name_in_two_schools_is_two_people(tmp_path: Path) -> None:
    reading = read(tmp_path, "姓名,派出单位\n李可,隆德县第一中学\n李可,隆德县第二中学\n")
    assert len([thing for thing in reading.entities if isinstance(thing, Person)]) == 2


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


def test_pairs_of_places(tmp_path: Path) -> None:
    reading = read(tmp_path, "支援市,受援县\n福清市,隆德县\n")
    assert pairs_in(reading) == {("福清市", "隆德县", "pairing")}


def test_the_home_post_has_rank_and_subject(tmp_path: Path) -> None:
    reading = read(tmp_path, "姓名,派出单位,学科,职称\n李可,甲市第一中学,物理,高级教师\n")
    (post,) = [fact for fact in reading.facts if isinstance(fact, Posting)]
    assert (post.title, post.rank, post.subject) == ("教师", "高级教师", "物理")


def test_a_row_without_use_is_listed(tmp_path: Path) -> None:
    reading = read(tmp_path, "姓名,派出单位\n李可,甲市第一中学\n,丙市第一中学\n")
    assert reasons(reading) == ["unused-row", "mapping"]


def test_gb18030_and_two_rows_of_heads_without_merged_cells(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    text = "支教花名册,,,,\n序号,派出方,,接收方,\n,姓名,单位,学校,职务\n1,李可,福清市融北中学,隆德县第一中学,副校长\n"
    path.write_bytes(text.encode("gb18030"))
    (sent,) = [f for f in read_roster(path, tmp_path).facts if isinstance(f, Secondment)]
    assert (sent.person.name, sent.origin and sent.origin.name) == ("李可", "福清市融北中学")
    assert (sent.destination and sent.destination.name, sent.title) == ("隆德县第一中学", "副校长")


def test_xls_and_ods_say_the_same_as_xlsx(tmp_path: Path) -> None:
    path = workbooks.pairs(tmp_path / "b.xlsx")
    expected = pairs_in(read_roster(path, tmp_path))
    for other in (workbooks.as_xls(path), workbooks.as_ods(path)):
        assert other.suffix in ROSTERS
        assert pairs_in(read_roster(other, tmp_path)) == expected, other.suffix


def test_a_mapping_beside_the_file_is_used_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("甲,乙,丙\n李可,隆德县第一中学,13800000000\n", encoding="utf-8")
    with pytest.raises(TableError):
        read_roster(path, tmp_path)
    beside(path).write_text(
        'basis = "协作协议第3条"\nprofile = "partner"\n[[table]]\nsheet = ""\nkind = "people"\n'
        'heads = [1, 1]\n[table.columns]\nA = "person"\nB = "host"\nC = "private"\n'
        '[table.defaults]\nhome = "福清市融北中学"\nsince = "2024-09"\nprogramme = "闽宁协作"\n',
        encoding="utf-8",
    )
    reading = read_roster(path, tmp_path)
    (sent,) = [fact for fact in reading.facts if isinstance(fact, Secondment)]
    assert (sent.origin and sent.origin.name, str(sent.since)) == ("福清市融北中学", "2024-09")
    assert sent.programme is not None
    assert sent.programme.name == "闽宁协作"
    assert sent.evidence[0].method == "table/map 1 A2:C2"
    assert reading.source.rights == "partner; basis: 协作协议第3条"
    assert "138" not in reading.source.text
    (kept,) = [note for note in reading.notes if note.reason == "mapping"]
    assert 'home = "福清市融北中学"' in kept.quote
    assert kept.kind is NoteKind.CUT


@pytest.mark.parametrize("make", [workbooks.people, workbooks.pairs, workbooks.donations])
def test_a_proposed_mapping_reads_as_the_heads_do(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    path = make(tmp_path / "b.xlsx")
    free = read_roster(path, tmp_path)
    beside(path).write_text(write_mapping(propose_mapping(path)), encoding="utf-8")
    held = read_roster(path, tmp_path, basis="staff list, art. 13")
    assert held.entities == free.entities
    assert [plain(fact) for fact in held.facts] == [plain(fact) for fact in free.facts]
    assert held.source.rights == "internal; basis: staff list, art. 13"


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


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('sheet = "花名册"', 'sheet = "名册"', "table.map-sheet"),
        ('A = "number"', 'AZ = "number"', "table.map-column"),
    ],
)
def test_a_mapping_must_fit_its_file(tmp_path: Path, old: str, new: str, key: str) -> None:
    path = workbooks.people(tmp_path / "b.xlsx")
    text = write_mapping(propose_mapping(path)).replace(old, new)
    beside(path).write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        read_roster(path, tmp_path)
    assert caught.value.key == key
