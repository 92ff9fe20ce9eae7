"""Sorted rows of an edge table → the edges of a NetworkX network, a million of them in seconds.

Since the rows are sorted, each pair of ends is opened once and no edge is ever looked for; what
rows share is one object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from hashlib import sha256
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from .edgecache import coded, each, texts_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["KEYS", "TEXTS", "draw_rows", "in_order"]

KEYS: Final = ("at_source", "at_target", "kind", "code", "programme")
"""What makes an edge: its ends as they are drawn, and what is told between them."""
TEXTS: Final = (
    *("fact", "sources", "status", "since", "until"),
    *("figures", "source", "target"),
)
"""The other columns of texts; ``source`` and ``target`` are the ends that the fact itself has."""

_SAID: Final = (*KEYS[2:], *TEXTS[2:], "holds")
_TOGETHER: Final = ("fact", "sources", "confidence", *TEXTS[2:], "holds")
"""What is asked of each row of an edge that has several."""
_BAR: Final = "|"
"""It stands in no IRI, date or code."""

# Which figure stands for an edge: a running total before a stock before a flow.
_MEASURES: Final = ("cumulative", "total", "inPost", "increment", "trained", "attending")
_PLAIN: Final = ("fact", "confidence")
_PART: Final = 20_000


def in_order(edges: Any) -> Any:
    """The columns of `edges` that are read here, sorted by :data:`KEYS` and ``fact``.

    Texts are coded, which makes sorting and moving them about a third of the work; but no two facts
    are one.
    """
    # only for a figure it matters between which bodies it is told
    silent = pc.equal(edges["figures"], "")
    columns: dict[str, Any] = {}
    for name in (*KEYS, *TEXTS, "holds", "confidence"):
        if name in edges.column_names:
            column = edges[name].combine_chunks()
            if name in ("source", "target"):
                column = pc.if_else(silent, "", column)
            columns[name] = column if name in _PLAIN else coded(column)
    ranks = [_ranks(columns[name]) for name in KEYS]
    keys = pa.table([*ranks, columns["fact"]], names=[*KEYS, "fact"])
    order = pc.sort_indices(keys, [(name, "ascending") for name in keys.column_names])
    return pa.table({name: column.take(order) for name, column in columns.items()})


def _ranks(column: Any) -> Any:
    """Numbers that sort as the texts of a column do."""
    return pc.rank(column.dictionary, tiebreaker="dense").take(column.indices)


def draw_rows(graph: nx.MultiDiGraph[str], ordered: Any, labels: Mapping[str, str]) -> None:
    """Give `graph`, which has all nodes and no edge, the edges of the rows of :func:`in_order`.

    `labels` are the names of programmes.
    """
    # `add_edge` looks for the ends and for an edge of that key each time, and copies what it is
    # given twice: a million times that is thrice as long as all the rest. So each stage is done for
    # all edges at once, and each node gets all of its neighbours at once
    tables: Any = graph
    ends = [coded(ordered[name]) for name in KEYS[:2]]
    under = coded(_told(ordered, KEYS[2:]))
    last = _last([*ends, under])
    at = pc.indices_nonzero(last)
    source, target = (one.take(at) for one in ends)
    keys = _keys(source, target, under.take(at))
    edges = _data(ordered.take(at), labels)
    for edge, rows in _several(ordered, last):
        edges[edge].update(_together(rows))
    last = pc.indices_nonzero(_last([source, target]))
    between = [
        {keys[to - 1]: edges[to - 1]}
        if to - at == 1
        else dict(zip(keys[at:to], edges[at:to], strict=True))
        for at, to in _parts(last)
    ]
    del keys, edges
    source, target = source.take(last), target.take(last)
    nodes = {node: node for node in tables._succ}
    _fill(tables._succ, source, target, between, nodes)
    # stable: of the sources of one target the order stays
    order = pc.sort_indices(_ranks(target))
    between = [*map(between.__getitem__, order.to_pylist())]
    _fill(tables._pred, target.take(order), source.take(order), between, nodes)


def _fill(
    table: Mapping[str, dict[str, Any]], ends: Any, others: Any, between: list[Any], nodes: Any
) -> None:
    """Put what is `between` each of `ends` and of `others`, sorted by `ends`, into `table`.

    The others are the very objects of `nodes`: then looking one up is a comparison less.
    """
    found = [*texts_of(others, nodes)]
    last = pc.indices_nonzero(_last([ends]))
    for end, (at, to) in zip(texts_of(ends.take(last)), _parts(last), strict=True):
        table[end].update(zip(found[at:to], between[at:to]))  # noqa: B905 - said again, it costs


def _parts(last: Any) -> Iterator[tuple[int, int]]:
    """From where to where each part goes, where `last` are the places of the last of each."""
    ends = pc.add(last, 1).to_pylist()
    return zip([0, *ends], ends, strict=False)


def _keys(source: Any, target: Any, under: Any) -> list[str]:
    """The keys of edges, which follow from what makes an edge."""
    # a digest of each end, not of each edge: there are fewer, and joining them is Arrow's work
    parts = (
        pa.array([*map(_digest, one.dictionary.to_pylist())], pa.string()).take(one.indices)
        for one in (source, target, under)
    )
    return [*_plain(pc.binary_join_element_wise("e", *parts, "-"))]


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


class _Attributes:
    """What these objects hold, and copies of it, share their keys: a third less memory."""


def _data(rows: Any, labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """The attributes of edges of one row each."""
    sure = rows["confidence"].combine_chunks().dictionary_encode()
    numbers = sure.dictionary.to_pylist()
    count = pc.add(pc.count_substring(pc.cast(rows["sources"], pa.string()), " "), 1)
    count = pc.if_else(pc.equal(pc.cast(rows["sources"], pa.string()), ""), 0, count)
    names = [one for one in _SAID if one in rows.column_names]
    told = (pc.cast(one, pa.string()) for one in (sure.indices, count))
    said = coded(pc.binary_join_element_wise(_told(rows, names), *told, _BAR))

    def template(text: str) -> dict[str, Any]:
        *some, nth, sources = text.split(_BAR)
        data = _said(dict(zip(names, some, strict=True)), labels)
        one = _Attributes()
        for name, said in (
            data | {"sources": int(sources), "confidence": numbers[int(nth)]}
        ).items():
            setattr(one, name, said)
        return vars(one)

    data = [*map(dict.copy, each(said, template))]
    for one, facts in zip(data, zip(_plain(rows["fact"]), strict=True), strict=True):
        one["facts"] = facts
    return data


def _several(ordered: Any, last: Any) -> Iterator[tuple[int, Any]]:
    """Of the edges of several rows the number and the rows."""
    if not len(last):
        return
    first = pa.concat_arrays([pa.array([True]), last.slice(0, len(last) - 1)])
    among = pc.indices_nonzero(pc.invert(pc.and_(first, last)))
    edge = pc.subtract(pc.cumulative_sum(pc.cast(first, pa.int64())), 1).take(among)
    rows = ordered.select([one for one in _TOGETHER if one in ordered.column_names]).take(among)
    columns = [
        _plain(rows[name]) if name in _PLAIN else texts_of(rows[name]) for name in rows.column_names
    ]
    yield from (
        (number, [one[1:] for one in some])
        for number, some in groupby(zip(edge.to_pylist(), *columns, strict=True), itemgetter(0))
    )


def _told(rows: Any, names: Iterable[str]) -> Any:
    """The columns `names` as one text."""
    texts = [pc.cast(rows[one], pa.string()) for one in names]
    return pc.binary_join_element_wise(*texts, _BAR)


def _said(told: Mapping[str, str], labels: Mapping[str, str]) -> dict[str, Any]:
    """The attributes of edges that differ in nothing but ends, fact, sources and confidence."""
    programme, figures, ends = told["programme"], told["figures"], (told["source"], told["target"])
    data: dict[str, Any] = {
        "kind": told["kind"],
        "modality": told["code"] or None,
        "programme": programme or None,
        "programme_label": labels.get(programme),
        "since": told["since"] or None,
        "until": told["until"] or None,
        "status": told["status"],
        "headcount": _headcount([figures], [ends]) if figures else None,
        "facts": (),
        "sources": 0,
        "confidence": 0.0,
    }
    if "holds" in told:
        data["holds"] = told["holds"]
    return data


def _plain(column: Any) -> Iterator[Any]:
    """What a column holds that has few equal values; of all of them at once the list is large."""
    parts = (column.slice(at, _PART).to_pylist() for at in range(0, len(column), _PART))
    return chain.from_iterable(parts)


def _last(columns: Sequence[Any]) -> Any:
    """Whether the next row has something else in one of the coded `columns`, or there is none."""
    if not len(columns[0]):
        return pa.array([], pa.bool_())
    places = (one.indices for one in columns)
    other = (pc.not_equal(one.slice(1), one.slice(0, len(one) - 1)) for one in places)
    return pa.concat_arrays([reduce(pc.or_, other), pa.array([True])])


def _together(rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """What several rows of an edge say together, as far as it differs from what the last says."""
    columns = zip(*rows, strict=True)
    facts, sources, confidence, status, since, until, figures, source, target, *holds = columns
    told = {
        # "~" sorts after "-": of 2015 and 2015-03 the more precise one is taken, and "" comes last
        "since": min(f"{one}~" for one in since)[:-1] or None,
        "until": max(until) or None,
        # active, ended, planned, unknown: the alphabet has the right order
        "status": min(status),
        "headcount": (
            _headcount(figures, [*zip(source, target, strict=True)]) if any(figures) else None
        ),
        "facts": tuple(dict.fromkeys(facts)),
        "sources": len({*" ".join(sources).split()}),
        "confidence": max(confidence),
    }
    # "holds" sorts before "mayHold"; where no day was asked for, there is none
    return told | ({"holds": min(holds[0])} if holds else {})


def _headcount(figures: Sequence[str], ends: Sequence[tuple[str, str]]) -> int | None:
    """The figure for an edge, where only one pair of ends tells any; `ends` are those of bodies."""
    told = [(pair, one) for some, pair in zip(figures, ends, strict=True) for one in some.split()]
    if len({pair for pair, _ in told}) != 1:
        return None
    numbers: dict[str, list[int]] = {}
    for _, one in told:
        measure, _, number = one.partition("=")
        numbers.setdefault(measure, []).append(int(number))
    return max(numbers[next(one for one in (*_MEASURES, *sorted(numbers)) if one in numbers)])
