"""Terms and graphs through servers: as the embedded engine gives them back."""

from __future__ import annotations

from pathlib import Path

from servers import VIRTUOSO, Server

from bangfu.graph.engine import Change
from bangfu.graph.remote import Address
from bangfu.graph.remote.store import Remote
from bangfu.graph.store import open_store
from bangfu.ontology.nt import Triple, literal
from bangfu.ontology.terms import XSD

SOURCE = "https://w3id.org/bangfu/id/source/terms"
TERMS = [
    "<https://e/a>",
    "<https://e/中文>",
    literal(""),
    literal("旺苍县", language="zh"),
    literal("Ab", language="en"),
    literal('a"b\\c\nd\re\tf\x07g\x7fh<{}>'),
    literal("😀 𠮷"),
    literal("长" * 20_000, language="zh"),
    *(literal(text, datatype=XSD + "gYear") for text in ("2015", "1999")),
    literal("2015-03", datatype=XSD + "gYearMonth"),
    literal("2015-03-04", datatype=XSD + "date"),
    *(literal(text, datatype=XSD + "boolean") for text in ("true", "false")),
    *(literal(text, datatype=XSD + "decimal") for text in ("0.9", "0.90", "1.0", "0.85")),
    *(literal(text, datatype=XSD + "integer") for text in ("12", "0")),
]
TRIPLES: list[Triple] = [("<https://e/s>", f"<https://e/p{n:02d}>", o) for n, o in enumerate(TERMS)]


def test_terms_come_back_as_from_disk(signed_in: Server, tmp_path: Path) -> None:
    with (
        open_store(None) as here,
        Remote(Address(query=signed_in.query), tmp_path) as there,
    ):
        assert there.put(SOURCE, TRIPLES) is Change.ADDED
        here.put(SOURCE, TRIPLES)
        assert there.triples(SOURCE) == here.triples(SOURCE)
        assert there.put(SOURCE, TRIPLES) is Change.UNCHANGED
        assert there.put(SOURCE, TRIPLES[:-1]) is Change.REPLACED
        text = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'https://e/')) }"
        here.put(SOURCE, TRIPLES[:-1])
        assert there.construct(text) == here.construct(text)
        assert list(there.statements("https://e/p03", TERMS[3])) == [
            (SOURCE, "<https://e/s>", TERMS[3])
        ]
        rows = "SELECT ?p ?no ?o WHERE { <https://e/s> ?p ?o OPTIONAL { ?p <urn:no> ?no } }"
        assert sorted(there.select(rows).rows, key=str) == sorted(here.select(rows).rows, key=str)
        assert there.select(rows).columns == ("p", "no", "o")
        assert there.select("SELECT ?x WHERE { ?x <urn:no> ?y }").rows == ()
        assert there.remove(SOURCE)
        assert not there.remove(SOURCE)
        assert there.graphs() == ()


def test_more_rows_than_a_server_gives_at_once(signed_in: Server, tmp_path: Path) -> None:
    many: list[Triple] = [
        (f"<https://e/{n:05d}>", "<https://e/p>", literal(f"{n % 7}")) for n in range(3_100)
    ]
    with Remote(Address(query=signed_in.query), tmp_path) as store:
        store.put(SOURCE, many)
        assert store.triples(SOURCE) == sorted(many)
        assert len(list(store.statements("https://e/p"))) == len(many)
        found = store.select("SELECT ?s ?o WHERE { ?s <https://e/p> ?o } ORDER BY DESC(?s)").rows
        assert [row[0] for row in found] == [s for s, _, _ in sorted(many, reverse=True)]
        assert signed_in.kind != VIRTUOSO or store._asking.engine.cuts
        store.amend_graph(SOURCE, many[:700], [(s, "<https://e/q>", o) for s, _, o in many[:700]])
        assert len(store.triples(SOURCE)) == len(many)
        assert len(list(store.statements("https://e/q"))) == 700
