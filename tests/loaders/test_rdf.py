"""RDF in: what this program exported comes back the same; what the shapes refuse stays out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rdf_samples import NATIVE, ORG

from bangfu.graph.export import export
from bangfu.graph.keep import reading, writing
from bangfu.graph.store import put
from bangfu.loaders import load, sample_folder
from bangfu.loaders.rdf import read_rdf
from bangfu.loaders.rdf_parse import quads_of
from bangfu.ontology import terms as t
from bangfu.ontology.check import check_triples
from bangfu.ontology.errors import SourceError
from bangfu.ontology.quads import reading_from


def read(tmp_path, text, name="x.ttl", mapping=None):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_rdf(tmp_path / name, tmp_path, mapping)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The store of the shipped sample."""
    folder = tmp_path_factory.mktemp("sample")
    with sample_folder() as sample, writing(folder / "a.db") as store:
        for path in sorted(sample.glob("*.txt")):
            copy = Path(shutil.copy(path, folder))
            put(store, load(copy, folder))
    return folder / "a.db"


def exported(path, form, out):
    with reading(path) as opened:
        export(opened, form, out, with_text=True)
    return out


@pytest.mark.parametrize(
    ("form", "suffix"), [("nquads", ".nq"), ("trig", ".trig"), ("jsonld", ".jsonld")]
)
def test_export_comes_back_byte_for_byte(store, tmp_path, form, suffix):
    file = exported(store, form, tmp_path / f"all{suffix}")
    found = read_rdf(file, tmp_path)
    assert not found.left
    assert (t.DERIVED_GRAPH, found.ignored[0][1]) == found.ignored[0]
    assert found.ignored[0][1] > 0
    with writing(tmp_path / "b.db") as fresh:
        for graph in found.graphs:
            fresh.put(graph.iri, graph.triples)
    one = exported(store, "nquads", tmp_path / "one.nq").read_bytes()
    assert exported(tmp_path / "b.db", "nquads", tmp_path / "two.nq").read_bytes() == one


def test_export_without_graphs_cannot_be_told_apart(store, tmp_path):
    file = exported(store, "turtle", tmp_path / "all.ttl")
    with pytest.raises(SourceError) as caught:
        read_rdf(file, tmp_path)
    assert caught.value.key == "rdf.many-sources"


def test_quote_that_does_not_stand_in_the_text_takes_its_fact_out(store, tmp_path):
    file = exported(store, "nquads", tmp_path / "all.nq")
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if f"<{t.QUOTE}>" in line and "/evidence/" in line)
    subject, predicate, rest = lines[at].split(" ", 2)
    lines[at] = f"{subject} {predicate} " + rest.replace('"', '"捏造', 1)
    file.write_text("".join(lines), encoding="utf-8")
    found = read_rdf(file, tmp_path)
    assert {left.reason for _, left in found.left} >= {"rdf-shape"}
    assert f"{subject}" in {left.subject for _, left in found.left}
    for graph in found.graphs:
        assert all(subject not in triple for triple in graph.triples)
        assert not [f for f in check_triples(graph.triples) if f.severity == "violation"]
        reading_from(graph.triples)


def test_statements_of_ones_own_become_a_source_with_evidence(tmp_path):
    found = read(tmp_path, NATIVE)
    (graph,) = found.graphs
    assert not found.left
    got = reading_from(graph.triples)
    (fact,) = got.facts
    assert (fact.helper.name, fact.recipient.name) == ("九三学社天津市委员会", "旺苍县")
    assert fact.recipient.iri == f"{t.ID}place/510821"
    assert fact.helper.iri.startswith(f"{t.ID}institution/")
    (proof,) = fact.evidence
    assert got.source.text[proof.start : proof.end] == proof.quote
    assert proof.method == "rdf/bangfu 1"
    assert "<http://e.org/helped> <https://w3id.org/bangfu/ontology#helper>" in proof.quote
    assert got.source.address == "x.ttl"


def test_same_statements_in_any_order_say_the_same(tmp_path):
    one = read(tmp_path, NATIVE).graphs[0]
    quads = quads_of(NATIVE.encode(), "turtle", "x", "http://e.org/")
    lines = "".join(f"{s} {p} {o} .\n" for _, s, p, o in sorted(quads, reverse=True))
    other = read(tmp_path, lines).graphs[0]
    assert one.iri == other.iri
    # Only the digests and the length of the bytes as received differ
    names = (f"<{t.SHA256}>", f"<{t.RAW_END}>")
    body = [triple for triple in one.triples if triple[1] not in names]
    assert body == [triple for triple in other.triples if triple[1] not in names]


def test_what_breaks_a_shape_stays_out_with_what_depends_on_it(tmp_path):
    text = (
        NATIVE
        + """
:nameless a bf:Institution ; skos:prefLabel "nameless"@en .
:lost a bf:Assistance ; bf:helper :nameless ; bf:recipient :county ; bf:modality way:funding .
[] a bf:Observation ; bf:about :lost ; bf:value 5 ;
  bf:unit <https://w3id.org/bangfu/concept/unit/person> ;
  bf:measure <https://w3id.org/bangfu/concept/measure/increment> .
:noone a bf:Posting ; bf:title "部长"@zh .
:both a bf:School, bf:Person ; skos:prefLabel "两样"@zh ;
  bf:tier <https://w3id.org/bangfu/concept/tier/P2> .
"""
    )
    found = read(tmp_path, text)
    (graph,) = found.graphs
    left = {(left.subject, left.reason) for _, left in found.left}
    assert ("<http://e.org/nameless>", "rdf-shape") in left
    assert ("<http://e.org/lost>", "rdf-depends") in left
    assert ("<http://e.org/noone>", "rdf-shape") in left
    assert ("<http://e.org/both>", "rdf-shape") in left
    assert {f.focus for f in found.findings if f.severity == "violation"} >= {
        "http://e.org/nameless",
        "http://e.org/noone",
    }
    got = reading_from(graph.triples)
    assert len(got.facts) == 1
    assert any("http://e.org/lost" in note.quote for note in got.notes)
    assert not [f for f in check_triples(graph.triples) if f.severity == "violation"]


def test_what_nobody_asserts_and_foreign_words_stay_out_and_are_counted(tmp_path):
    text = NATIVE + ":body bf:helps :county ; bf:canonical :county ; :colour 1, 2 .\n"
    (graph,) = read(tmp_path, text).graphs
    assert not any(f"<{name}>" in one for one in graph.triples for name in (t.HELPS, t.CANONICAL))
    notes = {(note.reason, note.quote) for note in reading_from(graph.triples).notes}
    assert ("rdf-foreign", "<http://e.org/colour> ×2") in notes
    assert ("rdf-derived", f"<{t.HELPS}> ×1") in notes


def test_mapping_by_its_shipped_name(tmp_path):
    (graph,) = read(tmp_path, ORG, mapping=Path("org")).graphs
    assert {fact.person.name for fact in reading_from(graph.triples).facts} == {"王五", "赵六"}
    with pytest.raises(SourceError) as caught:
        read(tmp_path, ORG)
    assert caught.value.key == "rdf.nothing"


def test_file_of_no_known_ending(tmp_path):
    with pytest.raises(SourceError) as caught:
        read(tmp_path, NATIVE, "x.rdfxml")
    assert caught.value.key == "rdf.no-format"
