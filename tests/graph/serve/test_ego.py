from __future__ import annotations

from xml.etree import ElementTree

from bangfu.graph.portrait import portrait
from bangfu.graph.refs import Ref
from bangfu.graph.serve.ego import MOST, around, ego
from bangfu.graph.serve.site import Site

COUNTY = "https://w3id.org/bangfu/id/place/511133"


def test_helpers_stand_left_and_what_is_helped_stands_right(pages: Site) -> None:
    left, right = around(portrait(pages.store, COUNTY))
    assert {"越城区", "绍兴市镜湖中学"} <= {ref.label for ref in left}
    assert right == {}
    helper = portrait(pages.store, "https://w3id.org/bangfu/id/place/330602")
    assert "马边彝族自治县" in {ref.label for ref in around(helper)[1]}


def test_an_opened_neighbour_brings_its_own(pages: Site) -> None:
    def drawn(*opened: str) -> ElementTree.Element:
        text = ego(
            portrait(pages.store, COUNTY), opened, lambda iri: portrait(pages.store, iri), "zh"
        )
        return ElementTree.fromstring(text)

    school = next(
        ref.iri for ref in around(portrait(pages.store, COUNTY))[0] if ref.label == "绍兴市镜湖中学"
    )
    assert len(list(drawn(school).iter())) > len(list(drawn().iter()))
    # what is nobody's neighbour is not opened
    assert len(list(drawn("https://example.org/x").iter())) == len(list(drawn().iter()))


def test_a_name_cannot_break_out_of_the_picture(pages: Site) -> None:
    evil = next(
        entry.iri
        for entry in pages.index().entries
        if "hacked" in entry.label and entry.kind == "school"
    )
    text = ego(portrait(pages.store, evil), (), lambda iri: portrait(pages.store, iri), "en")
    assert "<script" not in text
    assert ElementTree.fromstring(text).tag.endswith("svg")


def test_of_many_neighbours_the_rest_is_one_box(pages: Site) -> None:
    from dataclasses import replace

    one = portrait(pages.store, COUNTY)
    line = one.sections["helpedBy"][0]
    many = [
        replace(line, source=Ref(f"校{n}", f"https://w3id.org/bangfu/id/school/{n}", "school"))
        for n in range(MOST + 5)
    ]
    text = ego(replace(one, sections={"helpedBy": tuple(many)}), (), lambda iri: one, "zh")
    assert text.count('class="n l') == MOST
    assert 'class="rest"' in text
