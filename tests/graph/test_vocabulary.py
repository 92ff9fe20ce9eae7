"""The vocabulary stands in the store once."""

from bangfu.graph.store import open_store
from bangfu.graph.vocabulary import keep_vocabulary, vocabulary_triples
from bangfu.ontology.terms import ONTOLOGY_GRAPH


def test_terms_and_codes_can_be_asked_for() -> None:
    with open_store(None) as store:
        keep_vocabulary(store)
        keep_vocabulary(store)
        assert store.triples(ONTOLOGY_GRAPH) == list(vocabulary_triples())
        rows = store.select(
            'SELECT ?c WHERE { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> "结对"@zh }'
        ).rows
    assert ("<https://w3id.org/bangfu/concept/modality/pairing>",) in rows


def test_an_older_vocabulary_is_replaced() -> None:
    with open_store(None) as store:
        store.replace_graph(ONTOLOGY_GRAPH, [("<urn:a>", "<urn:b>", '"old"')])
        keep_vocabulary(store)
        assert store.triples(ONTOLOGY_GRAPH) == list(vocabulary_triples())
