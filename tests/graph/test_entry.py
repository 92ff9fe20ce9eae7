"""What comes in has passed the door, whichever way it comes."""

from dataclasses import replace

import pytest
from leaky import link

from bangfu.graph.entry import admitted
from bangfu.graph.store import open_store, put
from bangfu.ontology.nt import literal, value
from bangfu.ontology.quads import reading_from, reading_triples
from bangfu.ontology.records import Person, Secondment
from bangfu.ontology.terms import CLEAN_TEXT, PERSON, QUOTE


def test_what_holds_nothing_private_is_let_in_as_it_is() -> None:
    triples = reading_triples(link())
    assert admitted(triples) == triples


def test_private_numbers_are_blanked_in_text_and_quote_alike() -> None:
    one = link()
    text = one.source.text + "联系电话：0839-4201234。"
    triples = admitted(reading_triples(replace(one, source=replace(one.source, text=text))))
    (clean,) = [value(o) for _, p, o in triples if p == f"<{CLEAN_TEXT}>"]
    assert len(clean) == len(text)
    assert clean.endswith("联系电话：○○○○○○○○○○○○。")
    again = reading_from(triples)
    for fact in again.facts:
        for proof in fact.evidence:
            assert clean[proof.start : proof.end] == proof.quote


def test_a_pupil_has_no_node_and_no_name() -> None:
    one = link()
    facts = tuple(
        replace(fact, title="学生") if isinstance(fact, Secondment) else fact for fact in one.facts
    )
    triples = admitted(reading_triples(replace(one, facts=facts)))
    said = "\n".join(" ".join(triple) for triple in triples)
    assert "欧阳听雪" not in said
    assert "沈校之" in said
    # somebody with another post in the same source is no pupil
    assert any(p == f"<{PERSON}>" for _, p, _ in triples)
    assert {e.name for e in reading_from(triples).entities if isinstance(e, Person)} == {
        "沈校之", "陆正言", "才让·卓玛", "褚砚秋"}  # fmt: skip


def test_a_stream_is_cleaned_too() -> None:
    node = "<https://x/1>"
    triple = (node, f"<{QUOTE}>", literal("手机13812345678"))
    with open_store(None) as store:
        store.put_stream("https://x/g", iter([triple]))  # type: ignore[attr-defined]
        assert [value(o) for _, _, o in store.triples("https://x/g")] == ["手机" + "○" * 11]


@pytest.mark.parametrize("place", [0, 999, 1000, 2500])
def test_one_private_number_among_many_is_blanked(place: int) -> None:
    triples = [(f"<https://x/{n}>", f"<{QUOTE}>", literal(f"第{n}次")) for n in range(2500)]
    private = ("<https://x/p>", f"<{QUOTE}>", literal("手机13812345678", language="zh"))
    with open_store(None) as store:
        store.put_stream("https://x/g", iter([*triples[:place], private, *triples[place:]]))  # type: ignore[attr-defined]
        blanked = (*private[:2], literal("手机" + "○" * 11, language="zh"))
        assert store.triples("https://x/g") == sorted([*triples, blanked])


def test_a_pupil_stays_out_of_a_large_source_too(monkeypatch: pytest.MonkeyPatch) -> None:
    one = link()
    facts = tuple(
        replace(fact, title="学生") if isinstance(fact, Secondment) else fact for fact in one.facts
    )
    monkeypatch.setattr("bangfu.graph.store.MANY_FACTS", 1)
    with open_store(None) as store:
        put(store, replace(one, facts=facts))
        said = "\n".join(" ".join(triple) for triple in store.triples(one.source.iri))
    assert "沈校之" in said
    assert "欧阳听雪" not in said


def test_numbers_that_count_stay() -> None:
    triple = ("<https://x/1>", "<https://x/value>",
              '"13812345678"^^<http://www.w3.org/2001/XMLSchema#integer>')  # fmt: skip
    with open_store(None) as store:
        store.put("https://x/g", [triple])
        assert store.triples("https://x/g") == [triple]
