from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest

from bangfu.graph.serve.view import View, data_in

VIEW = View(
    template="x.html",
    title="题",
    told={"name": "旺苍县"},
    heads=("甲", "乙"),
    rows=[("=1+1", None), ("a,b", '"')],
    triples=lambda: [("<https://e/s>", "<https://e/p>", '"旺苍"@zh')],
)


def test_one_content_in_every_form() -> None:
    assert json.loads(data_in("json", VIEW)) == {"schema_version": 1, "name": "旺苍县"}
    text = data_in("csv", VIEW).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["甲", "乙"]
    assert rows[1][0] != "=1+1"  # a spreadsheet would work it out
    assert rows[2] == ["a,b", '"']
    assert data_in("csv", VIEW).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("form", ["ttl", "nt", "jsonld", "rdf"])
def test_every_form_of_rdf_says_the_same(form: str) -> None:
    kinds = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD, "rdf": ox.RdfFormat.RDF_XML}  # fmt: skip
    (quad,) = ox.parse(data_in(form, VIEW), format=kinds[form])
    assert str(quad.triple) == '<https://e/s> <https://e/p> "旺苍"@zh'
