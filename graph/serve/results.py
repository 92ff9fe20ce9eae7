"""Answers to SPARQL in the standard forms.

JSON https://www.w3.org/TR/sparql11-results-json/, XML https://www.w3.org/TR/rdf-sparql-XMLres/,
CSV and TSV https://www.w3.org/TR/sparql11-results-csv-tsv/; graphs as Turtle, N-Triples, JSON-LD
and RDF/XML.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from ...ontology.nt import Triple, lang, value
from ...ontology.terms import PREFIXES, XSD_STRING
from ..engine import Rows

__all__ = ["graph_in", "rows_in"]

_TYPE = re.compile(r"\^\^<([^>]*)>\Z")
_NUMBER: Final = re.compile(r'"([+-]?[0-9]+)"\^\^<http://www\.w3\.org/2001/XMLSchema#integer>')
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RDF: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


def graph_in(form: str, triples: Sequence[Triple]) -> bytes:
    """A graph as ttl, nt, jsonld or rdf."""
    lines = "".join(f"{' '.join(triple)} .\n" for triple in triples)
    if form == "nt":
        return lines.encode()
    quads = ox.parse(lines.encode(), format=ox.RdfFormat.N_TRIPLES)
    prefixes = None if form == "nt" else PREFIXES
    done = ox.serialize((quad.triple for quad in quads), format=_RDF[form], prefixes=prefixes)
    assert done is not None
    return done


def rows_in(form: str, found: Rows, *, ask: bool) -> bytes:
    """The rows of a SELECT, or the one word of an ASK, as srj, srx, csv or tsv."""
    if ask:
        truth = "true" if value(found.rows[0][0] or "") == "true" else "false"
        return {
            "srj": f'{{"head":{{}},"boolean":{truth}}}',
            "srx": f"{_XML}<head></head><boolean>{truth}</boolean></sparql>",
        }.get(form, truth).encode()
    return {"srj": _json, "srx": _xml, "csv": _csv, "tsv": _tsv}[form](found).encode()


def _json(found: Rows) -> str:
    rows: list[dict[str, Any]] = [
        {
            name: _bound(cell)
            for name, cell in zip(found.columns, row, strict=True)
            if cell is not None
        }
        for row in found.rows
    ]
    told = {"head": {"vars": list(found.columns)}, "results": {"bindings": rows}}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _bound(term: str) -> dict[str, str]:
    if term.startswith("<"):
        return {"type": "uri", "value": value(term)}
    if term.startswith("_:"):
        return {"type": "bnode", "value": term[2:]}
    told = {"type": "literal", "value": value(term)}
    tag, kind = lang(term), _TYPE.search(term)
    if tag is not None:
        told["xml:lang"] = tag
    elif kind and kind[1] != XSD_STRING:
        told["datatype"] = kind[1]
    return told


_XML: Final = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def _xml(found: Rows) -> str:
    heads = "".join(f"<variable name={quoteattr(name)}/>" for name in found.columns)
    parts = [f"{_XML}<head>{heads}</head><results>"]
    for row in found.rows:
        parts.append("<result>")
        for name, cell in zip(found.columns, row, strict=True):
            if cell is not None:
                parts.append(f"<binding name={quoteattr(name)}>{_element(_bound(cell))}</binding>")
        parts.append("</result>")
    return "".join((*parts, "</results></sparql>"))


def _element(told: dict[str, str]) -> str:
    text = escape(_NO_XML.sub("\ufffd", told["value"]))
    if told["type"] != "literal":
        return f"<{told['type']}>{text}</{told['type']}>"
    more = f" xml:lang={quoteattr(told['xml:lang'])}" if "xml:lang" in told else ""
    more += f" datatype={quoteattr(told['datatype'])}" if "datatype" in told else ""
    return f"<literal{more}>{text}</literal>"


def _csv(found: Rows) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(found.columns)
    for row in found.rows:
        writer.writerow(["" if cell is None else _plain(cell) for cell in row])
    return out.getvalue()


def _plain(cell: str) -> str:
    """The text of a term; quoted where a spreadsheet would run it as a formula."""
    text = cell if cell.startswith("_:") else value(cell)
    risky = text[:1] in ("=", "+", "-", "@", "\t", "\r") and _NUMBER.fullmatch(cell) is None
    return f"'{text}" if risky else text


def _tsv(found: Rows) -> str:
    lines = ["\t".join(f"?{name}" for name in found.columns)]
    for row in found.rows:
        cells = ((cell or "").replace("\t", "\\t") for cell in row)
        lines.append("\t".join(_NUMBER.sub(r"\1", cell) for cell in cells))
    return "\n".join(lines) + "\n"
