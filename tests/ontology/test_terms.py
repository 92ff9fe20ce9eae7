import re
import subprocess
import sys

from rdflib import OWL, RDF, RDFS

from bangfu.ontology import terms as t


def constants():
    """Name → IRI of every constant under bf:."""
    return {
        name: iri
        for name, iri in vars(t).items()
        if name.isupper() and isinstance(iri, str) and iri.startswith(t.BF) and iri != t.BF
    }


def test_code_and_vocabulary_have_the_same_terms(turtle):
    described = {
        str(term) for term in turtle("bangfu.ttl").subjects() if str(term).startswith(t.BF)
    }
    assert set(constants().values()) == described


def test_a_constant_is_named_for_its_term(turtle):
    classes = set(turtle("bangfu.ttl").subjects(RDF.type, OWL.Class))
    for name, iri in constants().items():
        local = iri.removeprefix(t.BF)
        snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local).upper()
        assert name == (f"A_{snake}" if iri in {str(c) for c in classes} else snake)


def test_no_term_has_two_constants():
    names = constants()
    assert len(set(names.values())) == len(names)


def test_prefixes_are_those_of_rdflib():
    from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SDO, SH, SKOS, TIME, XSD

    of = {"dct": DCTERMS, "foaf": FOAF, "org": ORG, "owl": OWL, "prov": PROV, "rdf": RDF,
          "rdfs": RDFS, "schema": SDO, "sh": SH, "skos": SKOS, "time": TIME, "xsd": XSD}  # fmt: skip
    assert {name: t.PREFIXES[name] for name in of} == {name: str(ns) for name, ns in of.items()}
    assert t.PREFIXES["oa"] == "http://www.w3.org/ns/oa#"
    assert t.PREFIXES["bf"] == t.BF


def test_terms_of_others_exist_in_their_namespaces():
    from rdflib.namespace import DCTERMS, PROV, SKOS, XSD

    for name in ("SKOS_PREF_LABEL", "SKOS_ALT_LABEL", "SKOS_NOTATION", "SKOS_IN_SCHEME"):
        assert vars(t)[name] in SKOS
    for name in ("DCT_TITLE", "DCT_ISSUED", "DCT_PUBLISHER", "DCT_CREATOR", "DCT_SOURCE"):
        assert vars(t)[name] in DCTERMS
    for name in ("XSD_DATE", "XSD_G_YEAR", "XSD_G_YEAR_MONTH", "XSD_INTEGER", "XSD_DECIMAL"):
        assert vars(t)[name] in XSD
    assert t.PROV_WAS_ATTRIBUTED_TO in PROV


def test_concept():
    assert t.concept("unit", "CNY") == "https://w3id.org/bangfu/concept/unit/CNY"


def test_importing_terms_and_records_brings_no_graph_library():
    code = (
        "import sys, bangfu.ontology.terms, bangfu.ontology.quads, bangfu.ontology.check;"
        "heavy = {'rdflib', 'pyshacl', 'pyoxigraph'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
