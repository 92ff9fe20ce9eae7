"""What is known of sources, things and passages."""

from dataclasses import replace

from explained import SHA, reading

from bangfu.loaders.particulars import details, offsets, sorted_things, source_rows, title_of


def test_a_source_without_a_title_goes_by_its_address():
    one = reading()
    assert title_of(one) == one.source.title
    assert title_of(replace(one, source=replace(one.source, title=None))) == one.source.address


def test_source_rows_leave_out_what_is_not_known():
    rows = dict(source_rows(reading(), "en"))
    assert rows["Class"] == "the body's own site"
    assert rows["Date"] == "2024-03-01"
    assert rows["SHA-256 of the file"] == SHA
    assert "Author" not in rows


def test_things_come_by_kind_with_what_they_lie_in():
    told = {thing.name: details(thing, around, "zh") for thing, around in sorted_things(reading())}
    assert next(iter(told)) == "旺苍县"
    assert told["旺苍县"] == ["县级", "510821", "又作 旺苍"]
    assert told["旺苍中学"] == ["位于旺苍县"]
    assert told["旺苍县5所学校"] == ["位于旺苍县"]


def test_offsets_of_a_note_outside_the_text_are_those_of_the_page():
    notes = {note.reason: note for note in reading().notes}
    assert offsets(notes["markup"], "zh").startswith("原页 107–")
    assert "正文" in offsets(notes["menu"], "zh")
