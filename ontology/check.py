"""SHACL: what is wrong, doubtful or not known in one source's graph.

The shapes are those of ``shapes.ttl`` (SHACL core, https://www.w3.org/TR/shacl/). rdflib, which
reads them, is imported when first needed, since it costs more than most commands take.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias

from . import terms as t
from .dates import PartialDate
from .messages import Lang, say
from .nt import Triple, lang, literal, value
from .shacl import Data, Shape, compiled, offences

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["Finding", "Severity", "check_triples", "date_bounds", "shapes_graph"]

Severity: TypeAlias = Literal["violation", "warning", "info"]

_SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
_SHAPES = "https://w3id.org/bangfu/shapes#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a shape found.

    `shape` is the local name of the shape in ``shapes.ttl``, `focus` the IRI of the node, `path`
    the IRI of the property (None where the whole node is meant), `value` the offending IRI or text.
    """

    severity: Severity
    shape: str
    focus: str
    path: str | None
    message_zh: str
    message_en: str
    value: str | None = None

    def told(self, lang: Lang) -> str:
        """One line in `lang`: how grave, which node, what is wrong and what to do."""
        message = self.message_zh if lang == "zh" else self.message_en
        return say(f"check.{self.severity}", lang, focus=self.focus, message=message)


def check_triples(triples: Iterable[Triple]) -> tuple[Finding, ...]:
    """What the shapes find in `triples`, the graph of one source; violations first.

    A node's class must be among the triples. Nothing is written; the same triples in any order
    give the same findings.
    """
    given = list(triples)
    data = Data((*given, *date_bounds(given)))
    return tuple(
        sorted(
            {
                replace(
                    template,
                    focus=value(focus),
                    value=None if offending is None else value(offending),
                )
                for shape, template in _shapes()
                for focus, offending in offences(shape, data)
            },
            key=_gravity,
        )
    )


@cache
def shapes_graph() -> Graph:
    """``shapes.ttl`` as a graph, read once."""
    from rdflib import Graph

    text = files(__package__).joinpath("shapes.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


@cache
def _shapes() -> tuple[tuple[Shape, Finding], ...]:
    """Each shape with the finding that it makes, but for focus and value."""
    from rdflib import SH, URIRef

    graph = shapes_graph()
    found: list[tuple[Shape, Finding]] = []
    for shape in compiled(graph):
        node = URIRef(shape.node)
        messages = {lang(text.n3()): str(text) for text in graph.objects(node, SH.message)}
        severity = str(graph.value(node, SH.severity)).removeprefix(t.SH).lower()
        template = Finding(
            severity=next(known for known in _SEVERITIES if known == severity),
            shape=shape.node.removeprefix(_SHAPES),
            focus="",
            path=value(shape.path[0]) if len(shape.path) == 1 else None,
            message_zh=messages["zh"],
            message_en=messages["en"],
        )
        found.append((shape, template))
    return tuple(found)


def date_bounds(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The outer bounds of the dates given, as days: only days can be compared with each other."""
    for subject, predicate, object_ in triples:
        if predicate not in (f"<{t.SINCE}>", f"<{t.UNTIL}>"):
            continue
        try:
            given = PartialDate.parse(value(object_))
        except ValueError:
            continue  # the shapes for since and until tell about its form
        start = predicate == f"<{t.SINCE}>"
        bound, day = (t.EARLIEST_START, given.first) if start else (t.LATEST_END, given.last)
        yield subject, f"<{bound}>", literal(day.isoformat(), datatype=t.XSD_DATE)


def _gravity(finding: Finding) -> tuple[int, str, str, str]:
    return (
        _SEVERITIES.index(finding.severity),
        finding.focus,
        finding.shape,
        finding.value or "",
    )
