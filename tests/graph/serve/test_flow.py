from __future__ import annotations

from xml.etree import ElementTree

from bangfu.graph.serve.flow import MOST, flow
from bangfu.graph.serve.site import Site

COUNTY = "https://w3id.org/bangfu/id/place/511133"


def test_what_is_pointed_at_stands_to_the_right_under_its_name(pages: Site) -> None:
    text = flow(pages.store, [("https://w3id.org/bangfu/id/place/330602", "helps", COUNTY)], "zh")
    boxes = [box for box in ElementTree.fromstring(text).iter() if box.tag.endswith("rect")]
    assert float(boxes[0].attrib["x"]) < float(boxes[1].attrib["x"])
    assert "马边" in text
    assert 'href="/id/place/511133"' in text


def test_a_circle_is_drawn_once_and_nothing_is_no_picture(pages: Site) -> None:
    text = flow(pages.store, [("a", "", "b"), ("b", "", "c"), ("c", "", "a"), ("a", "", "b")], "zh")
    assert text.count("<rect") == 3
    assert text.count("<path") == 3
    assert flow(pages.store, [], "zh") == flow(pages.store, [("a", "", "a")], "zh") == ""


def test_more_than_can_be_read_is_not_drawn_and_texts_stay_texts(pages: Site) -> None:
    links = [("<script>1</script>", '"><img onerror=x>', f"到{n}") for n in range(MOST * 2)]
    text = flow(pages.store, links, "en")
    assert text.count("<rect") == MOST
    assert "<script" not in text
    assert "<img" not in text
