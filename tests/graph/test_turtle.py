from __future__ import annotations

import pytest

from bangfu.graph.turtle import shortener, trig, turtle
from bangfu.ontology.terms import BF, ID, RDF_TYPE, XSD


@pytest.mark.parametrize(
    ("term", "short"),
    [
        (f"<{BF}School>", "bf:School"),
        (f"<{ID}place/510821>", "place:510821"),
        (f"<{BF}a/b>", f"<{BF}a/b>"),
        (f"<{BF}>", f"<{BF}>"),
        (f"<{BF}-x>", f"<{BF}-x>"),
        (f"<{BF}校>", f"<{BF}校>"),
        ("<https://e/x>", "<https://e/x>"),
        (f'"2015"^^<{XSD}gYear>', '"2015"^^xsd:gYear'),
        ('"a^^<b>"@zh', '"a^^<b>"@zh'),
    ],
)
def test_prefixes_are_used_where_they_are_safe(term: str, short: str) -> None:
    assert shortener()(term) == short


def test_a_subject_is_written_once() -> None:
    a, b = f"<{ID}place/110000>", f"<{ID}place/120000>"
    triples = [
        (a, f"<{BF}adcode>", '"1"'),
        (a, f"<{RDF_TYPE}>", f"<{BF}Place>"),
        (b, f"<{BF}x>", a),
    ]
    text = "".join(turtle([("https://e/g", triples), ("https://e/h", triples[:1])]))
    assert text.endswith(
        '\nplace:110000\n    a bf:Place ;\n    bf:adcode "1" .\n\nplace:120000\n    bf:x place:110000 .\n'
    )
    assert "".join(trig([("https://e/g", triples[:1])])).endswith(
        '\n<https://e/g> {\n\n  place:110000\n      bf:adcode "1" .\n}\n'
    )
