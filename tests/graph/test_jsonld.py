from __future__ import annotations

import json

from bangfu.graph.jsonld import jsonld
from bangfu.ontology.nt import literal
from bangfu.ontology.terms import BF, RDF_TYPE, XSD


def test_values_keep_language_and_type() -> None:
    s = "<https://e/s>"
    triples = [
        (s, f"<{RDF_TYPE}>", f"<{BF}School>"),
        (s, f"<{BF}p>", literal('引"号', language="zh")),
        (s, f"<{BF}p>", literal("x^^<y>")),
        (s, f"<{BF}q>", literal("2015", datatype=XSD + "gYear")),
        (s, "<urn:x:q>", "<https://e/o>"),
    ]
    document = json.loads("".join(jsonld([("https://e/g", triples)])))
    assert document["@graph"] == [
        {
            "@id": "https://e/g",
            "@graph": [
                {
                    "@id": "https://e/s",
                    "@type": ["bf:School"],
                    "bf:p": [{"@language": "zh", "@value": '引"号'}, "x^^<y>"],
                    "bf:q": [{"@type": "xsd:gYear", "@value": "2015"}],
                    "urn:x:q": [{"@id": "https://e/o"}],
                }
            ],
        }
    ]
