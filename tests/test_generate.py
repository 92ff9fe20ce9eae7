from __future__ import annotations

from benchmarks.generate import COUNTY, HELPER, article, busiest, readings, usual, usual_pair


def test_the_busiest_are_those_of_the_first_article() -> None:
    names = {one.name for one in article(0).entities}
    top = busiest(100)
    assert (top.county, top.helper) == (COUNTY, HELPER)
    assert {COUNTY, HELPER} <= names
    text = article(0).source.text
    assert f"{top.partner}与{top.school}结对" in text


def test_what_is_usual_is_told_of_and_less_than_the_busiest() -> None:
    texts = [one.source.text for one in readings(300)]
    for name in ("county", "helper", "school", "partner"):
        often, seldom = (
            sum(getattr(told, name) in text for text in texts)
            for told in (busiest(300), usual(300))
        )
        assert 0 < seldom < often


def test_of_a_usual_pair_some_source_tells() -> None:
    county, helper = usual_pair(300)
    texts = [one.source.text for one in readings(300)]
    assert sum(county in text and helper in text for text in texts)
    assert 0 < sum(county in text for text in texts) < sum(COUNTY in text for text in texts)


def test_a_quote_is_what_stands_there_and_pairs_are_different_ones() -> None:
    told = article(77, pairs=3)
    for fact in told.facts:
        for proof in fact.evidence:
            assert told.source.text[proof.start : proof.end] == proof.quote
    assert len({(proof.quote) for fact in told.facts for proof in fact.evidence}) == len(told.facts)
