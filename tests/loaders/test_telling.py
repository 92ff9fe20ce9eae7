"""Facts and notes in words."""

from dataclasses import replace

from explained import HELPER, proof, reading

from bangfu.loaders.telling import kind_of, told_facts, told_notes
from bangfu.ontology.records import Measure, NoteKind, Observation, Unit


def words(pieces):
    return " ".join(text for text, _ in pieces)


def test_facts_stand_in_the_order_of_the_text():
    told = told_facts(reading(), "zh")
    assert [one.number for one in told] == list(range(1, 8))
    starts = [one.evidence[0].start for one in told]
    assert starts == sorted(starts)
    assert [one.kind for one in told] == [
        "assistance",
        "assistance",
        "posting",
        "secondment",
        "observation",
        "event",
        "assistance",
    ]


def test_the_order_does_not_hang_on_the_order_of_the_reading():
    one = reading()
    other = replace(one, facts=tuple(reversed(one.facts)))
    assert told_facts(one, "en") == told_facts(other, "en")


def test_each_kind_tells_its_ends_and_attributes():
    pairing, _, post, sent, number, event, groups = told_facts(reading(), "zh")
    assert words(pairing.head) == "天津市海河中学 → 旺苍中学"
    rows = {label: words(value) for label, value in pairing.rows}
    assert rows == {
        "方式": "结对",
        "项目": "同心树人",
        "状态": "进行中",
        "开始": "2024",
        "结束": "2026-07",
    }
    assert words(post.head) == "卞永海 · 天津市海河中学 · 校长"
    assert ("职称", (("高级教师", ""),)) in post.rows
    assert words(sent.head) == "郭慧敏 · 天津市海河中学 → 未说明"
    assert ("人数等", (("3–5 人 (新增)", ""),)) in sent.rows
    assert words(number.head) == "3–5 人 · 新增"
    assert number.about == sent.number
    assert ("截至", (("2024-10", ""),)) in number.rows
    assert ("地点", (("旺苍县", "place"),)) in event.rows
    assert ("主办", (("九三学社天津市委员会", "institution"),)) in event.rows
    assert ("匹配", (("一对多", ""),)) in groups.rows


def test_bounds_of_numbers_are_told():
    def told(**bounds):
        fact = Observation(
            about=HELPER,
            unit=Unit.PERSON,
            measure=Measure.TOTAL,
            evidence=proof("郭慧敏等三至五人"),
            **bounds,
        )
        (one,) = told_facts(replace(reading(), facts=(fact,)), "en")
        assert one.about is None
        return words(one.head)

    assert told(value=7) == "7 persons · total"
    assert told(minimum=100) == "at least 100 persons · total"
    assert told(maximum=9) == "at most 9 persons · total"


def test_notes_come_by_kind_with_their_reason_in_words():
    notes = told_notes(reading(), "zh")
    assert [one.kind for one in notes] == [
        NoteKind.CUT,
        NoteKind.CUT,
        NoteKind.REPAIRED,
        NoteKind.DAMAGED,
        NoteKind.NOT_UNDERSTOOD,
        NoteKind.UNRESOLVED,
    ]
    assert "导航" in notes[0].reason
    assert notes[2].reason == "reason-of-tomorrow"


def test_the_kind_of_a_thing_is_the_code_of_its_kind():
    assert [kind_of(thing) for thing in reading().entities] == [
        "school",
        "institution",
        "person",
        "school",
        "school",
        "place",
        "programme",
        "person",
        "group",
    ]
