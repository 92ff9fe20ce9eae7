"""RDF in: Turtle, TriG, N-Quads, N-Triples and JSON-LD, behind the shapes.

What another store of this program exported comes back as the sources that it was; everything else
is one source of its own. What the shapes refuse stays out and is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ..ontology import terms as t
from ..ontology.check import Finding
from ..ontology.errors import SourceError
from ..ontology.graphs import SourceGraph, graph_of, source_graph
from ..ontology.identity import source_iri
from ..ontology.nt import Triple, value
from ..ontology.records import Note, NoteKind, Reading, Source
from .rdf_blank import named
from .rdf_conform import Left, conforming
from .rdf_map import mapped
from .rdf_mapping import RdfMapping, read_mapping, shipped
from .rdf_native import completed
from .rdf_parse import FORMATS, Quad, quads_of
from .received import address_of, bytes_of

__all__ = ["RdfReading", "read_quads", "read_rdf"]

_WORKED_OUT = (t.DERIVED_GRAPH, t.ONTOLOGY_GRAPH, t.JUDGEMENTS_GRAPH)
_A_SOURCE = (f"<{t.RDF_TYPE}>", f"<{t.A_SOURCE}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class RdfReading:
    """The sources that RDF gave, each for ``Store.put(graph.iri, graph.triples)``.

    `left` tells what stayed out, by source; it stands in the graphs too, as notes. `findings` are
    all that the shapes found, `ignored` the graphs passed over with their number of statements.
    """

    graphs: tuple[SourceGraph, ...]
    left: tuple[tuple[str, Left], ...]
    findings: tuple[Finding, ...]
    ignored: tuple[tuple[str, int], ...]


def read_rdf(path: Path, base: Path, mapping: Path | None = None) -> RdfReading:
    """What the file `path` says; `base` is the folder that its address counts from.

    `mapping` is a mapping file, or the name of a shipped one, for other vocabularies. Raises
    :class:`SourceError` for a file that cannot be read, or holds nothing that can be used.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise SourceError("rdf.no-format", path=path, known=" ".join(FORMATS))
    rules = None if mapping is None else read_mapping(mapping)
    data = bytes_of(path)
    address = address_of(path, base)
    return read_quads(
        quads_of(data, form, path, source_iri(address)),
        Source(iri=source_iri(address), address=address, sha256=sha256(data).hexdigest()),
        where=path,
        size=len(data.decode("utf-8-sig")),
        mapping=rules,
    )


def read_quads(
    quads: list[Quad], source: Source, *, where: object, size: int, mapping: RdfMapping | None
) -> RdfReading:
    """What `quads` say: graphs that are sources as such, all the rest in the name of `source`.

    `size` is the length of what was received, in characters. Raises as :func:`read_rdf`.
    """
    graphs: dict[str, list[Triple]] = defaultdict(list)
    for graph, *triple in named(quads, where):
        graphs[graph].append((triple[0], triple[1], triple[2]))
    ignored = tuple((graph, len(graphs.pop(graph))) for graph in _WORKED_OUT if graph in graphs)
    own = {graph: graphs.pop(graph) for graph in sorted(graphs) if _is_source(graph, graphs[graph])}
    old: dict[str, str] = {}
    rest = sorted({triple for triples in graphs.values() for triple in triples})
    if rest and mapping is None:
        given = sorted({s for s, p, o in rest if (p, o) == _A_SOURCE})
        if len(given) > 1:
            raise SourceError("rdf.many-sources", path=where, count=len(given))
        if given:
            own.setdefault(value(given[0]), []).extend(rest)
        else:
            own[source.iri], old = completed(rest, source, size)
    elif rest and mapping is not None:
        reading = mapped(rest, mapping, source, size)
        if reading.facts or reading.entities or reading.notes:
            own[source.iri] = list(graph_of(reading).triples)
    told: list[SourceGraph] = []
    left: list[tuple[str, Left]] = []
    findings: list[Finding] = []
    for iri, triples in own.items():
        kept = conforming(triples, iri)
        out = [
            replace(one, subject=_old(one.subject, old), detail=_old(one.detail, old))
            for one in kept.left
        ]
        left.extend((iri, one) for one in out)
        findings.extend(
            replace(one, focus=value(_old(f"<{one.focus}>", old))) for one in kept.findings
        )
        if any(predicate == _A_SOURCE[0] and s != f"<{iri}>" for s, predicate, _ in kept.triples):
            told.append(source_graph(iri, [*kept.triples, *_notes(kept.triples, iri, out)]))
        elif kept.triples and iri != source.iri:
            told.append(source_graph(iri, list(kept.triples)))
    if not told:
        raise SourceError("rdf.nothing", path=where, left=len(left), known=", ".join(shipped()))
    return RdfReading(
        graphs=tuple(told), left=tuple(left), findings=tuple(findings), ignored=ignored
    )


def _old(term: str, old: Mapping[str, str]) -> str:
    """The term as the file has it, for whoever looks for it there."""
    return old.get(term, term)


def _is_source(graph: str, triples: Iterable[Triple]) -> bool:
    return (f"<{graph}>", *_A_SOURCE) in triples


def _notes(kept: Iterable[Triple], iri: str, left: Iterable[Left]) -> list[Triple]:
    """What stayed out, for the report of the source: words once each, with how often they came."""
    words: Counter[tuple[str, str]] = Counter()
    quotes: list[tuple[str, str]] = []
    for one in left:
        if one.reason in ("rdf-foreign", "rdf-derived"):
            words[one.reason, one.detail] += 1
        else:
            quotes.append((one.reason, f"{one.subject} {one.detail}"))
    quotes.extend((reason, f"{word} ×{count}") for (reason, word), count in sorted(words.items()))
    if not quotes:
        return []
    source = _described(kept, iri)
    notes = tuple(
        Note(kind=NoteKind.UNRESOLVED, reason=reason, quote=quote, raw_start=0, raw_end=0)
        for reason, quote in quotes
    )
    graph = graph_of(Reading(source=source, notes=notes))
    return [triple for triple in graph.triples if triple[0] != f"<{iri}>"]


def _described(kept: Iterable[Triple], iri: str) -> Source:
    said: Mapping[str, str] = {p: o for s, p, o in kept if s == f"<{iri}>"}
    address, digest = said[f"<{t.DCT_SOURCE}>"], said[f"<{t.SHA256}>"]
    return Source(iri=iri, address=value(address), sha256=value(digest))
