"""What a page is before it has a form: the same content as HTML, JSON, CSV or RDF."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...ontology.nt import Triple
from ..console import SCHEMA_VERSION, delimited
from .results import graph_in

__all__ = ["Made", "View", "data_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page in one form; `place` is where to look instead (for a status of 303)."""

    body: bytes
    form: str
    status: int = 200
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The content of a page: a template and what it shows; the same as data, rows and triples."""

    template: str
    title: str
    shown: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str | None]] = ()
    triples: Callable[[], list[Triple]] = list
    status: int = 200
    place: str | None = None


def data_in(form: str, view: View) -> bytes:
    """The content of `view` as json, csv, or a form of RDF."""
    if form == "json":
        document = {"schema_version": SCHEMA_VERSION, **view.told}
        # without indents, which would take ten times as long
        return json.dumps(document, ensure_ascii=False).encode()
    if form == "csv":
        # with the mark that makes spreadsheets read it as UTF-8
        return ("\ufeff" + delimited(view.heads, view.rows, ",")).encode()
    return graph_in(form, view.triples())
