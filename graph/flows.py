"""Flow matrices: how many facts of help lead from where to where, by programme and by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from ..ontology.errors import QueryError
from .edgecache import Network, edge_table, texts_of
from .edges import EdgeTable
from .rollup import Selection, rolled, selected
from .things import STEPS, label_of

__all__ = ["BY", "Flow", "Flows", "flows", "matrix"]

BY: Final = ("programme", "year", "modality")
"""By what a matrix can be split."""

_COUNTED: Final = ("kind", "status", "fact", "source", "target", "since")
_COLUMNS: Final = {"programme": "programme", "year": "year", "modality": "code"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One cell: `facts` facts lead from `source` to `target` (IRIs), under the values of `by`."""

    source: str
    target: str
    source_label: str
    target_label: str
    by: tuple[str, ...]
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """A flow matrix in long form, with what it was made from.

    `cells` are sorted by ends; those with the same place on both sides are in it. `facts` is the
    number of facts in all cells, each once; it is the sum of the cells unless one fact has several
    pairs of ends. `wider` are labels of ends that have no place of the `level` and stand for
    themselves.
    """

    level: str
    by: tuple[str, ...]
    selection: Selection
    cells: tuple[Flow, ...]
    facts: int
    wider: tuple[str, ...]


def flows(
    store: Network,
    level: str = "province",
    *,
    by: tuple[str, ...] = (),
    selection: Selection | None = None,
) -> Flows:
    """The flow matrix of `store` at `level`, split `by` programme, year and modality.

    The year is that in which a fact began, "" where that is not known; for the facts in force in a
    year give the selection an ``as_of``. Raises :class:`QueryError` for an unknown level or `by`.
    """
    if unknown := [one for one in by if one not in BY]:
        raise QueryError("network.by", given=unknown[0], known=", ".join(BY))
    chosen = selection or Selection()
    table = _read(store, level, by, chosen)
    rows = rolled(table, selected(table.edges, chosen), level)
    rows = rows.append_column("year", pc.utf8_slice_codeunits(rows["since"], 0, 4))
    keys = ["at_source", "at_target", *(_COLUMNS[one] for one in by)]
    found = rows.select([*keys, "fact"]).group_by(keys).aggregate([("fact", "count_distinct")])
    found = found.sort_by([(key, "ascending") for key in keys])
    wanted = {*texts_of(found["at_source"]), *texts_of(found["at_target"])}
    if "programme" in by:
        wanted |= set(texts_of(found["programme"]))
    named = table.nodes.filter(pc.is_in(table.nodes["iri"], pa.array(sorted(wanted), pa.string())))
    labels = dict(zip(named["iri"].to_pylist(), named["label"].to_pylist(), strict=True))
    levels = dict(zip(named["iri"].to_pylist(), named["level"].to_pylist(), strict=True))
    cells = tuple(
        Flow(
            source=source,
            target=target,
            source_label=label_of(labels, source),
            target_label=label_of(labels, target),
            by=tuple(label_of(labels, one) if one in labels else one for one in under),
            facts=count,
        )
        for source, target, count, *under in zip(
            texts_of(found["at_source"]),
            texts_of(found["at_target"]),
            found["fact_count_distinct"].to_pylist(),
            *(texts_of(found[key]) for key in keys[2:]),
            strict=True,
        )
    )
    ends = {end for cell in cells for end in (cell.source, cell.target)}
    odd = {label_of(labels, end) for end in ends if level != "body" and levels.get(end) != level}
    return Flows(
        level=level,
        by=by,
        selection=chosen,
        cells=cells,
        facts=pc.count_distinct(rows["fact"]).as_py(),
        wider=tuple(sorted(odd)),
    )


def _read(store: Network, level: str, by: tuple[str, ...], chosen: Selection) -> EdgeTable:
    """The edge table, with no more columns than are counted by: texts are long to read."""
    if chosen.as_of is not None or chosen.known is not None or chosen.classes:
        return edge_table(store)
    edges = {*_COUNTED, *(_COLUMNS[one] for one in by if one != "year")}
    edges |= {"reference"} if not chosen.reference else set()
    edges |= {"programme"} if chosen.programmes else set()
    edges |= {"code"} if chosen.modalities else set()
    at = [f"at_{level}"] if level in STEPS[1:] else []
    return edge_table(store, sorted(edges), ["iri", "label", "level", *at])


def matrix(found: Flows) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Heads and rows of the square form: helpers down, recipients across, facts in the cells.

    Cells of one pair under several values of `by` are added: they hold different facts.
    """
    across = sorted({(cell.target_label, cell.target) for cell in found.cells})
    down = sorted({(cell.source_label, cell.source) for cell in found.cells})
    counts: dict[tuple[str, str], int] = {}
    for cell in found.cells:
        key = (cell.source, cell.target)
        counts[key] = counts.get(key, 0) + cell.facts
    rows = tuple(
        (label, *(str(counts.get((source, target), "")) for _, target in across))
        for label, source in down
    )
    return ("", *(label for label, _ in across)), rows
