from __future__ import annotations

import pyoxigraph as ox

from bangfu.graph.serve.describe import dataset_triples, described, term_triples
from bangfu.graph.serve.site import Site
from bangfu.ontology import terms as t
from bangfu.ontology.identity import source_iri
from bangfu.ontology.nt import value

COUNTY = f"{t.ID}place/511133"


def test_a_thing_is_described_with_what_sources_call_it_and_no_full_text(pages: Site) -> None:
    found = described(pages.store, [COUNTY, source_iri("s01-agreement.txt")])
    assert found == sorted(set(found))
    assert t.CLEAN_TEXT not in {value(p) for _, p, _ in found}
    assert any(value(o) == COUNTY for _, p, o in found if value(p) == t.CANONICAL)


def test_a_fact_comes_with_its_proof(pages: Site) -> None:
    ((fact,),) = pages.store.select(
        f"SELECT ?f {{ ?f <{t.EVIDENCE}> ?e }} ORDER BY ?f LIMIT 1"
    ).rows
    said = {value(p) for _, p, _ in described(pages.store, [], [value(str(fact))])}
    assert {t.EVIDENCE, t.QUOTE} <= said


def test_the_dataset_counts_what_the_store_holds(pages: Site) -> None:
    triples = dataset_triples(pages.store, "https://graph.example")
    lines = "".join(f"{' '.join(triple)} .\n" for triple in triples)
    quads = list(ox.parse(lines.encode(), format=ox.RdfFormat.N_TRIPLES))
    (documents,) = [q.object.value for q in quads if q.predicate.value.endswith("void#documents")]
    assert int(documents) == len(pages.store.graphs())
    assert any(
        q.object.value == "https://graph.example/sparql"
        for q in quads
        if isinstance(q.object, ox.NamedNode)
    )


def test_terms_are_chosen_by_their_beginning() -> None:
    start = f"{t.CONCEPT}modality/pairing"
    assert {value(s) for s, _, _ in term_triples(start)} == {start}
