from __future__ import annotations

import pytest

from bangfu.graph.evidence import passages
from bangfu.graph.store import Store
from bangfu.ontology.nt import value
from bangfu.ontology.terms import EVIDENCE


def test_each_fact_has_its_passages_with_their_source(corpus: Store) -> None:
    facts = sorted({value(fact) for _, fact, _ in corpus.statements(EVIDENCE)})
    found = passages(corpus, [*facts, *facts])
    assert list(found) == facts
    assert all(found.values())
    (passage,) = next(p for p in found.values() if "同心树人" in p[0].quote)
    assert (passage.address, passage.issued, passage.publisher) == (
        "news/2021.txt",
        "2021-11-20",
        "测试报",
    )
    assert passage.end - passage.start == len(passage.quote)
    assert (passage.method, passage.confidence, passage.stance) == ("test:1", 0.9, "stated")


def test_unknown_facts_have_none_and_texts_are_refused(corpus: Store) -> None:
    assert passages(corpus, ["https://e/none"]) == {"https://e/none": ()}
    assert passages(corpus, []) == {}
    with pytest.raises(ValueError, match="not an IRI"):
        passages(corpus, ["https://e/x> } #"])


def test_more_facts_than_one_query_takes(corpus: Store) -> None:
    facts = sorted({value(fact) for _, fact, _ in corpus.statements(EVIDENCE)})
    many = [f"https://e/{n}" for n in range(1200)]
    found = passages(corpus, [*many, *facts])
    assert len(found) == 1200 + len(facts)
    assert all(found[fact] for fact in facts)
