"""JSON-LD with a context: one object a graph, one a node, in the order of the triples given.

Syntax: https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from ..ontology.nt import Triple, lang, value
from ..ontology.terms import PREFIXES, RDF_TYPE, XSD_STRING
from .turtle import shortener

__all__ = ["jsonld"]

_TYPE: Final = f"<{RDF_TYPE}>"


def jsonld(graphs: Iterable[tuple[str, list[Triple]]]) -> Iterator[str]:
    """A document with a named graph for each of `graphs`."""
    yield f'{{"@context":{_dumped(dict(sorted(PREFIXES.items())))},\n"@graph":['
    for number, (graph, triples) in enumerate(graphs):
        yield f'{"," if number else ""}\n{{"@id":{_dumped(graph)},"@graph":['
        for place, (subject, about) in enumerate(groupby(triples, key=lambda triple: triple[0])):
            yield f"{',' if place else ''}\n{_dumped(_node(subject, about))}"
        yield "\n]}"
    yield "\n]}\n"


def _node(subject: str, about: Iterable[Triple]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": value(subject)}
    for predicate, same in groupby(about, key=lambda triple: triple[1]):
        targets = [target for *_, target in same]
        if predicate == _TYPE:
            node["@type"] = [_compact(target) for target in targets]
        else:
            node[_compact(predicate)] = [_target(target) for target in targets]
    return node


def _target(term: str) -> dict[str, str] | str:
    if term.startswith("<"):
        return {"@id": value(term)}
    language = lang(term)
    if language is not None:
        return {"@language": language, "@value": value(term)}
    datatype = term.rpartition("^^<")[2][:-1] if not term.endswith('"') else XSD_STRING
    if datatype == XSD_STRING:
        return value(term)
    return {"@type": _compact(f"<{datatype}>"), "@value": value(term)}


def _dumped(item: object) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


_short = shortener()


def _compact(term: str) -> str:
    """An IRI with one of the context's prefixes, or whole."""
    short = _short(term)
    return short if short.partition(":")[0] in PREFIXES else value(term)
