"""Sorted rows of an edge table → the edges of a NetworkX network, a million of them in seconds.

Since the rows are sorted, each pair of ends is opened once and no edge is ever looked for; what
rows share is one object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeAlias

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
_BAR: Final = "|"
"""It stands in no IRI, date or code."""

_Rest: TypeAlias = tuple[str, str, str, str, tuple[str, str], str]
"""Status, since, until, figures, the ends of the fact, whether it holds."""
_Row: TypeAlias = tuple[str, str, float, str, str, str, str, tuple[str, str], str]
"""Fact, sources, confidence, and the rest."""
_Said: TypeAlias = tuple[str, dict[str, Any], _Rest]
"""The end of the text that an edge's key is made from, its attributes, and the rest."""
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
    # given twice: a million times that is twice as long as all the rest
    tables: Any = graph
    succ, pred = tables._succ, tables._pred
    begun, taken = "", {}
    waiting: list[_Row] = []
    for source, target, said, follows, fact, sources, confidence in _rows(
        ordered, labels, {node: node for node in succ}
    ):
        tail, template, rest = said
        if follows:
            waiting.append((fact, sources, confidence, *rest))
            continue
        data = template.copy()
        if waiting:
            data.update(_together([*waiting, (fact, sources, confidence, *rest)]))
            waiting = []
        else:
            data["facts"] = (fact,)
            data["sources"] = len({*sources.split()}) if " " in sources else int(sources != "")
            data["confidence"] = confidence
        key = f"e-{sha256(f'{source}|{target}|{tail}'.encode()).digest()[:8].hex()}"
        if source != begun:
            begun, taken = source, succ[source]
        keys = taken.get(target)
        if keys is None:
            taken[target] = pred[target][source] = {key: data}
        else:
            keys[key] = data


def _rows(ordered: Any, labels: Mapping[str, str], same: Mapping[str, str]) -> Iterator[Any]:
    """Ends, what is said, whether the next row is of the same edge, fact, sources and confidence.

    The ends are the very objects of `same`: then looking one up is a comparison less.
    """
    names = [one for one in _SAID if one in ordered.column_names]
    texts = {one: pc.cast(ordered[one], pa.string()) for one in names}
    said = pc.binary_join_element_wise(*texts.values(), _BAR)
    under = coded(pc.binary_join_element_wise(*(texts[one] for one in KEYS[2:]), _BAR))
    return zip(
        *(texts_of(ordered[name], same) for name in KEYS[:2]),
        each(said, lambda text: _said(dict(zip(names, text.split(_BAR), strict=True)), labels)),
        _following([*(coded(ordered[name]) for name in KEYS[:2]), under]),
        _plain(ordered["fact"]),
        texts_of(ordered["sources"]),
        _plain(ordered["confidence"]),
        strict=True,
    )


def _said(told: Mapping[str, str], labels: Mapping[str, str]) -> _Said:
    """What rows say that differ in nothing but ends, fact, sources and confidence."""
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
    rest = (told["status"], told["since"], told["until"], figures, ends, told.get("holds", ""))
    return _BAR.join(told[one] for one in KEYS[2:]), data, rest


def _plain(column: Any) -> Iterator[Any]:
    """What a column holds that has few equal values; of all of them at once the list is large."""
    parts = (column.slice(at, _PART).to_pylist() for at in range(0, len(column), _PART))
    return chain.from_iterable(parts)


def _following(columns: Sequence[Any]) -> list[bool]:
    """Whether the next row has the same in all coded `columns`."""
    if not len(columns[0]):
        return []
    places = (one.indices for one in columns)
    same = (pc.equal(one.slice(1), one.slice(0, len(one) - 1)) for one in places)
    return [*reduce(pc.and_, same).to_pylist(), False]


def _together(rows: Iterable[_Row]) -> dict[str, Any]:
    """What several rows of an edge say together, as far as it differs from what the last says."""
    facts, sources, confidence, status, since, until, figures, ends, holds = zip(*rows, strict=True)
    told = {
        # "~" sorts after "-": of 2015 and 2015-03 the more precise one is taken, and "" comes last
        "since": min(f"{one}~" for one in since)[:-1] or None,
        "until": max(until) or None,
        # active, ended, planned, unknown: the alphabet has the right order
        "status": min(status),
        "headcount": _headcount(figures, ends) if any(figures) else None,
        "facts": tuple(dict.fromkeys(facts)),
        "sources": len({*" ".join(sources).split()}),
        "confidence": max(confidence),
    }
    # "holds" sorts before "mayHold"; where no day was asked for, all are ""
    return told | {"holds": found} if (found := min(holds)) else told


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
