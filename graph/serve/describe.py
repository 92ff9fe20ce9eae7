"""What RDF is given on a thing, on a list of things, and on the whole store (VoID, DCAT)."""

from __future__ import annotations

from collections.abc import Iterable

from ...ontology import terms as t
from ...ontology.nt import Triple, iri, literal, value
from ..engine import Store
from ..vocabulary import vocabulary_triples

__all__ = ["dataset_triples", "described", "term_triples"]

_BATCH = 300
# Rows, not a graph: of rows every server can be asked for the rest where it gives no more at once.
_OWN = "SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?s {{ {0} }} ?s ?p ?o FILTER(?p != <{1}>) }}"
_MEMBERS = f"SELECT DISTINCT ?x WHERE {{{{ VALUES ?s {{{{ {{0}} }}}} ?x <{t.CANONICAL}> ?s }}}}"
_PROOFS = (
    f"SELECT DISTINCT ?x WHERE {{{{ VALUES ?s {{{{ {{0}} }}}} "
    f"?s <{t.EVIDENCE}>|<{t.PARTICIPATION}> ?x }}}}"
)
_CLASSES = f"""SELECT ?type (COUNT(DISTINCT ?s) AS ?n) WHERE {{
  GRAPH ?g {{ ?s a ?type }} FILTER(STRSTARTS(STR(?type), "{t.BF}")) }} GROUP BY ?type"""
_VOID, _DCAT = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/dcat#"
_SD = "http://www.w3.org/ns/sparql-service-description#"


def described(store: Store, things: Iterable[str], facts: Iterable[str] = ()) -> list[Triple]:
    """All that is said of `things` (what sources call so, too) and of `facts` with their proofs.

    The full text of a source is left out.
    """
    wanted = list(dict.fromkeys([*things, *facts]))
    more = [*_linked(store, _MEMBERS, wanted), *_linked(store, _PROOFS, wanted)]
    found: set[Triple] = set()
    for part in _parts([*wanted, *more]):
        for row in store.select(_OWN.format(part, t.CLEAN_TEXT)).rows:
            s, p, o = map(str, row)
            found.add((s, p, o))
    return sorted(found)


def term_triples(start: str) -> list[Triple]:
    """The terms of the vocabulary whose IRI begins with `start`."""
    return [triple for triple in vocabulary_triples() if value(triple[0]).startswith(start)]


def dataset_triples(store: Store, base: str) -> list[Triple]:
    """The description of the store as a VoID and DCAT dataset that is served at `base`."""
    me, endpoint = iri(f"{base}/.well-known/void#dataset"), iri(f"{base}/sparql")

    def said(name: str, target: str, about: str = me) -> Triple:
        return (about, iri(name), target)

    found = [
        said(t.RDF_TYPE, iri(f"{_VOID}Dataset")),
        said(t.RDF_TYPE, iri(f"{_DCAT}Dataset")),
        said(f"{t.DCT}title", literal("帮扶图谱", language="zh")),
        said(f"{t.DCT}title", literal("Who helps whom: assistance graph", language="en")),
        said(f"{_VOID}sparqlEndpoint", endpoint),
        said(f"{_VOID}uriSpace", literal(t.ID)),
        said(f"{_VOID}vocabulary", iri(t.BF)),
        said(f"{_VOID}exampleResource", iri(f"{t.ID}place/510821")),
        said(f"{_DCAT}landingPage", iri(f"{base}/")),
        *(
            said(f"{_VOID}feature", iri(f"http://www.w3.org/ns/formats/{name}"))
            for name in ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
        ),
        said(t.RDF_TYPE, iri(f"{_SD}Service"), endpoint),
        said(f"{_SD}endpoint", endpoint, endpoint),
        said(f"{_SD}supportedLanguage", iri(f"{_SD}SPARQL11Query"), endpoint),
        said(f"{_SD}feature", iri(f"{_SD}UnionDefaultGraph"), endpoint),
        *(
            said(f"{_SD}resultFormat", iri(f"http://www.w3.org/ns/formats/{name}"), endpoint)
            for name in (
                *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV"),
                *("SPARQL_Results_TSV", "Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
            )
        ),
    ]
    total = 0
    for kind, count in store.select(_CLASSES).rows:
        assert kind is not None
        assert count is not None
        part = iri(f"{base}/.well-known/void#class-{value(kind).removeprefix(t.BF)}")
        number = literal(value(count), datatype=t.XSD_INTEGER)
        total += int(value(count))
        found += [
            said(f"{_VOID}classPartition", part),
            said(f"{_VOID}class", kind, part),
            said(f"{_VOID}entities", number, part),
        ]
    graphs = literal(str(len(store.graphs())), datatype=t.XSD_INTEGER)
    return sorted([*found, said(f"{_VOID}documents", graphs)])


def _linked(store: Store, query: str, things: list[str]) -> list[str]:
    return [
        value(cell)
        for part in _parts(things)
        for (cell,) in store.select(query.format(part)).rows
        if cell is not None
    ]


def _parts(things: list[str]) -> list[str]:
    return [
        " ".join(map(iri, things[first : first + _BATCH]))
        for first in range(0, len(things), _BATCH)
    ]
