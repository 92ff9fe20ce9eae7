from __future__ import annotations

from bangfu.graph.checking import check_store
from bangfu.graph.store import Store, open_store
from bangfu.ontology.nt import iri
from bangfu.ontology.terms import EVIDENCE, QUOTE, RECIPIENT


def test_sound_sources_have_no_violations(corpus: Store) -> None:
    assert not [one for one in check_store(corpus) if one.finding.severity == "violation"]


def test_a_violation_points_to_source_and_quote(corpus: Store) -> None:
    store = open_store(None)
    graph = next(
        g for g in corpus.graphs() if any(p == iri(RECIPIENT) for _, p, _ in corpus.triples(g))
    )
    triples = corpus.triples(graph)
    fact = next(s for s, p, _ in triples if p == iri(RECIPIENT))
    store.put(graph, [t for t in triples if (t[0], t[1]) != (fact, iri(RECIPIENT))])
    found = [one for one in check_store(store) if iri(one.finding.focus) == fact]
    assert found
    proof = next(o for s, p, o in triples if (s, p) == (fact, iri(EVIDENCE)))
    quote = next(o for s, p, o in triples if (s, p) == (proof, iri(QUOTE)))
    assert {f'"{one.quote}"' for one in found} == {quote}
    assert {one.address[:5] for one in found} == {"news/"}
