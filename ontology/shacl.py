"""The part of SHACL core that ``shapes.ttl`` uses, on triples as strings.

pySHACL takes 50 ms and more for a graph of 150 triples and 76 shapes, most of it to look through
the shapes again for every node; this reads them once and takes a few milliseconds. Tests hold it
to pySHACL: the same findings on every fixture and on graphs broken at random. A parameter that it
does not know is an error, never passed over.
https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, TypeAlias

from . import terms as t
from .dates import PartialDate
from .nt import Triple, lang, value

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["Data", "Shape", "compiled", "offences"]

_TYPE = f"<{t.RDF_TYPE}>"
_NOT_CONSTRAINTS = {
    t.RDF_TYPE,
    *(
        t.SH + name
        for name in (
            "targetClass",
            "path",
            "severity",
            "message",
            "qualifiedMinCount",
            "qualifiedMaxCount",
        )
    ),
}


class Data:
    """Triples by subject and predicate, and nodes by class. Not changed once made."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Index `triples`; one that comes twice counts once."""
        self.said: dict[str, dict[str, list[str]]] = {}
        self.of_class: dict[str, list[str]] = {}
        for subject, predicate, object_ in sorted(set(triples)):
            self.said.setdefault(subject, {}).setdefault(predicate, []).append(object_)
            if predicate == _TYPE:
                self.of_class.setdefault(object_, []).append(subject)

    def values(self, node: str, path: tuple[str, ...]) -> list[str]:
        """What `path`, one property after another, leads to from `node`; itself if it is empty."""
        found = [node]
        for predicate in path:
            steps = (self.said.get(one, {}).get(predicate, ()) for one in found)
            found = list(dict.fromkeys(term for step in steps for term in step))
        return found


_Constraint: TypeAlias = Callable[[Data, str, list[str]], Iterable[str | None]]
"""Data, focus and values → the offending values; None stands for the focus as a whole."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape read from the graph: `node` is its IRI, `targets` are classes (terms)."""

    node: str
    targets: tuple[str, ...]
    path: tuple[str, ...]
    constraints: tuple[_Constraint, ...]

    def offending(self, data: Data, focus: str) -> Iterator[str | None]:
        """The values of `focus` that break a constraint."""
        values = data.values(focus, self.path)
        for constraint in self.constraints:
            yield from constraint(data, focus, values)

    def holds(self, data: Data, focus: str) -> bool:
        """Whether `focus` breaks no constraint."""
        return next(iter(self.offending(data, focus)), _NOTHING) is _NOTHING


_NOTHING: Any = object()


def compiled(shapes: Graph) -> tuple[Shape, ...]:
    """The shapes of `shapes` that have a target.

    Raises :class:`NotImplementedError` for a parameter that is not in the part of SHACL known here.
    """
    from rdflib import SH

    nodes = sorted(set(shapes.subjects(SH.targetClass)), key=str)
    return tuple(_shape(shapes, node) for node in nodes)


def offences(shape: Shape, data: Data) -> Iterator[tuple[str, str | None]]:
    """Each focus of `shape` in `data` that breaks it, with the offending value."""
    for focus in dict.fromkeys(
        node for kind in shape.targets for node in data.of_class.get(kind, ())
    ):
        for offending in shape.offending(data, focus):
            yield focus, offending


def _shape(graph: Graph, node: Node) -> Shape:
    from rdflib import SH

    path = graph.value(node, SH.path)
    return Shape(
        node=str(node),
        targets=tuple(sorted(_term(kind) for kind in graph.objects(node, SH.targetClass))),
        path=() if path is None else tuple(_list(graph, path)) or (_term(path),),
        constraints=tuple(
            _constraint(graph, node, str(parameter), given)
            for parameter, given in sorted(graph.predicate_objects(node))
            if str(parameter) not in _NOT_CONSTRAINTS
        ),
    )


def _constraint(graph: Graph, node: Node, parameter: str, given: Node) -> _Constraint:
    name = parameter.removeprefix(t.SH)
    text, term = str(given), _term(given)
    match name:
        case "minCount":
            return lambda _, __, values: () if len(values) >= int(text) else (None,)
        case "maxCount":
            return lambda _, __, values: () if len(values) <= int(text) else (None,)
        case "hasValue":
            return lambda _, __, values: () if term in values else (None,)
        case "uniqueLang":
            return lambda _, __, values: _languages_told_twice(values)
        case "qualifiedValueShape":
            return _qualified(graph, node, _shape(graph, given))
        case "disjoint":
            return lambda data, focus, values: [
                one for one in values if one in data.values(focus, (term,))
            ]
        case "lessThan" | "lessThanOrEquals":
            return _less(term, or_equal=name == "lessThanOrEquals")
        case _:
            holds = _test(graph, name, given)
            return lambda data, _, values: [one for one in values if not holds(data, one)]


def _test(graph: Graph, name: str, given: Node) -> Callable[[Data, str], bool]:
    """A parameter that each value meets or not, by itself."""
    text, term = str(given), _term(given)
    match name:
        case "in":
            allowed = frozenset(_list(graph, given))
            return lambda _, one: one in allowed
        case "class":
            return lambda data, one: term in data.values(one, (_TYPE,))
        case "datatype":
            return lambda _, one: _has_type(one, term)
        case "languageIn":
            tags = {value(tag) for tag in _list(graph, given)}
            return lambda _, one: lang(one) in tags
        case "pattern":
            pattern = re.compile(text)
            return lambda _, one: pattern.search(value(one)) is not None
        case "minLength":
            return lambda _, one: len(value(one)) >= int(text)
        case "maxLength":
            return lambda _, one: len(value(one)) <= int(text)
        case "minInclusive":
            return lambda _, one: (number := _number(one)) is not None and number >= Decimal(text)
        case "maxInclusive":
            return lambda _, one: (number := _number(one)) is not None and number <= Decimal(text)
        case "not":
            refused = _shape(graph, given)
            return lambda data, one: not refused.holds(data, one)
        case "or" | "and":
            parts = [_shape(graph, part) for part in graph.items(given)]
            some = any if name == "or" else all
            return lambda data, one: some(part.holds(data, one) for part in parts)
    raise NotImplementedError(f"a shape uses sh:{name}, which is not read here")


def _qualified(graph: Graph, node: Node, shape: Shape) -> _Constraint:
    from rdflib import SH

    least, most = (graph.value(node, kind) for kind in (SH.qualifiedMinCount, SH.qualifiedMaxCount))
    low = 0 if least is None else int(str(least))
    high = None if most is None else int(str(most))

    def check(data: Data, _: str, values: list[str]) -> Iterable[str | None]:
        count = sum(shape.holds(data, one) for one in values)
        return () if low <= count and (high is None or count <= high) else (None,)

    return check


def _less(other: str, *, or_equal: bool) -> _Constraint:
    def check(data: Data, focus: str, values: list[str]) -> Iterable[str | None]:
        for one in values:
            for two in data.values(focus, (other,)):
                first, second = _comparable(one), _comparable(two)
                # what cannot be compared does not satisfy the constraint
                if first[0] != second[0] or not (
                    first[1] <= second[1] if or_equal else first[1] < second[1]
                ):
                    yield one

    return check


def _languages_told_twice(values: list[str]) -> Iterable[str | None]:
    tags = [tag for tag in map(lang, values) if tag is not None]
    return [None for tag in dict.fromkeys(tags) if tags.count(tag) > 1]


def _datatype(term: str) -> str:
    """The datatype of a literal as a term; "" for an IRI and for text in a language."""
    if term.endswith('"'):
        return f"<{t.XSD_STRING}>"
    return "" if term.startswith("<") or lang(term) is not None else term[term.rindex("^^") + 2 :]


def _has_type(term: str, wanted: str) -> bool:
    """Whether `term` is of the datatype `wanted`, and well written for it."""
    if _datatype(term) != wanted:
        return False
    if wanted == f"<{t.XSD_INTEGER}>":
        return re.fullmatch(r"[+-]?\d+", value(term), re.ASCII) is not None
    if wanted in (f"<{t.XSD_DATE}>", f"<{t.XSD_G_YEAR_MONTH}>", f"<{t.XSD_G_YEAR}>"):
        try:
            return f"<{t.XSD}{PartialDate.parse(value(term)).datatype}>" == wanted
        except ValueError:
            return False
    return True


def _number(term: str) -> Decimal | None:
    if _datatype(term) not in (f"<{t.XSD_INTEGER}>", f"<{t.XSD_DECIMAL}>"):
        return None
    try:
        return Decimal(value(term))
    except InvalidOperation:
        return None


def _comparable(term: str) -> tuple[str, Any]:
    number = _number(term)
    return ("number", number) if number is not None else (_datatype(term), value(term))


def _term(node: Node) -> str:
    from rdflib import URIRef
    from rdflib.term import Literal

    if isinstance(node, Literal):
        return node.n3() if node.datatype is None else f'"{node}"'
    return f"<{node}>" if isinstance(node, URIRef) else str(node)


def _list(graph: Graph, head: Node) -> Iterator[str]:
    return (_term(item) for item in graph.items(head))
