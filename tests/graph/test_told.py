"""What single facts say, with what is known of their sources."""

from __future__ import annotations

from bangfu.graph.store import Store
from bangfu.graph.told import world


def test_of_some_facts_the_world_is_that_part_of_the_whole(corpus: Store) -> None:
    whole = world(corpus)
    sources = sorted({one.source for one in whole.facts.values()})
    assert len(sources) > 1
    wanted = {fact for fact, one in whole.facts.items() if one.source == sources[0]}
    some = world(corpus, wanted)
    assert some.facts == {fact: whole.facts[fact] for fact in sorted(wanted)}
    assert some.issued == {s: day for s, day in whole.issued.items() if s == sources[0]} != {}
    assert some.classes == {s: kind for s, kind in whole.classes.items() if s == sources[0]} != {}
    assert set(whole.issued) > set(some.issued)
    assert some.voice == whole.voice
