"""Overlapping spans become segments, and no character is lost."""

from explained import BAD, HELPED, HELPER, HOSTILE, PLACE
from hypothesis import given
from hypothesis import strategies as st

from bangfu.loaders.marking import Span, marked, named_spans

TEXTS = st.text(alphabet="甲乙丙\n", max_size=24)
SPANS = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=8)


@given(TEXTS, SPANS)
def test_segments_hold_the_whole_text_and_say_what_covers_each_character(text, pairs):
    spans = [
        Span(start=start, end=end, key=f"f{number}", tone="event")
        for number, (start, end) in enumerate(pairs)
    ]
    paragraphs = marked(text, spans, ())
    assert "\n".join("".join(part.text for part in parts) for parts in paragraphs) == text
    at = 0
    for parts in paragraphs:
        for part in parts:
            for position in range(at, at + len(part.text)):
                covering = {
                    span.key for span in spans if span.start <= position < span.end <= len(text)
                }
                assert covering == set(part.keys)
            at += len(part.text)
        at += 1
    shown = [
        span
        for span in spans
        if span.start < span.end <= len(text) and text[span.start : span.end].strip("\n")
    ]
    opened = [span for parts in paragraphs for part in parts for span in part.opens]
    closed = [span for parts in paragraphs for part in parts for span in part.closes]
    assert set(shown) <= set(opened)
    assert set(shown) <= set(closed)
    assert len(set(closed)) == len(closed)


def test_a_span_that_ends_in_empty_lines_is_closed_by_the_line_before_them():
    span, blank = (Span(start=at, end=4, key=f"f{at}", tone="event") for at in (0, 2))
    first, *others = marked("甲乙\n\n", [span, blank], ())
    assert [(part.opens, part.closes) for part in first] == [((span,), (span,))]
    assert others == [(), ()]


def test_a_name_keeps_its_kind_across_the_edge_of_a_span():
    (parts,) = marked("甲乙丙丁", [Span(start=0, end=2, key="f1", tone="event")], [(1, 3, "place")])
    assert [(part.text, part.kind, part.keys) for part in parts] == [
        ("甲", "", ("f1",)),
        ("乙", "place", ("f1",)),
        ("丙", "place", ()),
        ("丁", "", ()),
    ]


def test_one_passage_given_twice_is_marked_once():
    span = Span(start=0, end=1, key="f1", tone="event")
    ((part,),) = marked("甲", [span, span], ())
    assert part.opens == part.closes == (span,)


def test_names_are_found_inside_the_passages_alone_and_the_longest_counts():
    text = "旺苍中学在旺苍县，海河中学" + HOSTILE
    found = named_spans(text, (HELPED, HELPER, PLACE, BAD), [(0, 8), (13, len(text))])
    assert found == (
        (0, 4, "school"),
        (5, 8, "place"),
        (13, len(text), "school"),
    )
    assert named_spans(text, (HELPED,), []) == ()
    assert named_spans(text, (), [(0, 8)]) == ()


def test_passages_that_touch_or_overlap_hold_a_name_between_them():
    assert named_spans("旺苍中学", (HELPED,), [(0, 2), (1, 4)]) == ((0, 4, "school"),)
    assert named_spans("旺苍中学", (HELPED,), [(0, 2), (3, 4)]) == ()
