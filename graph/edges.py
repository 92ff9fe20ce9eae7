"""The edge table: every relation of a store as rows, and every thing that stands at an end of one.

Networks, roll-ups and measures are computed from this table, never from SPARQL each time: at a
million facts reading it takes seconds where the queries take minutes. Here it is built; keeping it
beside the store is :mod:`.edgecache`'s work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from ..ontology import terms as t
from .engine import Store
from .pairs import pairs
from .things import nodes_table

__all__ = ["KINDS", "EdgeTable", "built"]

KINDS: Final = ("assistance", "secondment", "posting", "event")
"""The kinds of fact that are arrows between two things."""

_BOUNDS: Final = {
    "earliest_start": t.EARLIEST_START,
    "latest_start": t.LATEST_START,
    "earliest_end": t.EARLIEST_END,
    "latest_end": t.LATEST_END,
    "last_evidenced": t.LAST_EVIDENCED,
}
_KEYS: Final = ("kind", "fact", "source", "target", "code", "person")
_TEXT: Final = (
    *_KEYS,
    *("programme", "status", "since", "until", *_BOUNDS, "known_since"),
    *("sources", "classes", "figures"),
)
_SCHEMA: Final = pa.schema(
    [pa.field(name, pa.string()) for name in _TEXT]
    + [
        pa.field("confidence", pa.float64()),
        pa.field("reference", pa.bool_()),
        pa.field("inferred", pa.bool_()),
    ]
)


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """Two Arrow tables, sorted, both without nulls ("" is what is not known).

    `edges`, a row for each fact and pair of ends: ``kind fact source target code person programme
    status since until earliest_start latest_start earliest_end latest_end last_evidenced
    known_since confidence sources classes figures reference inferred``. ``code`` is the modality or
    the role, ``known_since`` the date of the first source, ``classes`` the classes of the sources,
    ``figures`` are ``measure=number`` of persons, ``reference`` says that only reference tables
    state it, ``inferred`` that no passage states it outright. Lists are texts with a space between.

    `nodes`, a row for each thing: ``iri label kind level adcode stage within``, and in
    ``at_county at_prefecture at_province`` what stands for it at that level.
    """

    edges: Any
    nodes: Any


def built(store: Store) -> EdgeTable:
    """The edge table of `store`, from all that it says: a scan a predicate, joined by Arrow."""
    return EdgeTable(edges=_edges(store), nodes=nodes_table(store))


def _edges(store: Store) -> Any:
    who = _least(pairs(store, t.CANONICAL, "raw", "who"), "raw", "who")
    ends = pa.concat_tables([*_arrows(store, who)]).group_by([*_KEYS]).aggregate([])
    told = ends.select([*_KEYS])
    for name, predicate in (("since", t.SINCE), ("until", t.UNTIL), *_BOUNDS.items()):
        told = _with(told, _least(pairs(store, predicate, "fact", name), "fact", name))
    status = _least(_codes(pairs(store, t.STATUS, "fact", "status"), "status"), "fact", "status")
    told = _with(told, status)
    under = _canonical(pairs(store, t.PROGRAMME, "fact", "raw"), who)
    told = _with(told, _least(under.rename_columns(["fact", "programme"]), "fact", "programme"))
    for more in (_proofs(store), _figures(store)):
        told = _with(told, more)
    columns = []
    for field in _SCHEMA:
        column = told[field.name].combine_chunks()
        if field.type == pa.string():
            column = pc.fill_null(column, "unknown" if field.name == "status" else "")
        else:
            column = pc.fill_null(column, False if pa.types.is_boolean(field.type) else 0.0)
        columns.append(column)
    table = pa.table(columns, schema=_SCHEMA)
    return table.sort_by([(name, "ascending") for name in _KEYS])


def _arrows(store: Store, who: Any) -> Iterator[Any]:
    """The ends of every kind of fact, with the columns of `_KEYS`."""
    helper = _canonical(pairs(store, t.HELPER, "fact", "raw"), who, "source")
    recipient = _canonical(pairs(store, t.RECIPIENT, "fact", "raw"), who, "target")
    how = _least(_codes(pairs(store, t.MODALITY, "fact", "code"), "code"), "fact", "code")
    yield _keyed("assistance", _with(_joined(helper, recipient), how))
    person = _canonical(pairs(store, t.PERSON, "fact", "raw"), who, "person")
    body = _canonical(pairs(store, t.ORGANIZATION, "fact", "raw"), who, "target")
    yield _keyed("posting", _joined(person.rename_columns(["fact", "source"]), body))
    origin, goal = (
        _least(_canonical(pairs(store, one, "fact", "raw"), who, name), "fact", name)
        for one, name in ((t.FROM, "source"), (t.TO, "target"))
    )
    sent = _with(_with(person, origin), goal)
    sent = sent.filter(pc.or_(pc.is_valid(sent["source"]), pc.is_valid(sent["target"])))
    for name in ("source", "target"):
        at = sent.column_names.index(name)
        sent = sent.set_column(at, name, pc.coalesce(sent[name], sent["person"]))
    yield _keyed("secondment", sent, code="secondment")
    part = pairs(store, t.PARTICIPATION, "fact", "part")
    takes = _canonical(pairs(store, t.PARTICIPANT, "part", "raw"), who, "source")
    role = _least(_codes(pairs(store, t.ROLE, "part", "code"), "code"), "part", "code")
    event = _with(_joined(part, takes, "part"), role, "part")
    yield _keyed("event", event.append_column("target", event["fact"]))


def _keyed(kind: str, table: Any, **given: str) -> Any:
    """`table` with exactly the columns of `_KEYS`; what is not known is ""."""
    columns = []
    for name in _KEYS:
        if name == "kind" or name in given:
            said = kind if name == "kind" else given[name]
            columns.append(pa.array([said] * table.num_rows, pa.string()))
        elif name in table.column_names:
            columns.append(pc.fill_null(table[name], ""))
        else:
            columns.append(pa.array([""] * table.num_rows, pa.string()))
    return pa.table(columns, names=[*_KEYS])


def _proofs(store: Store) -> Any:
    """Fact → confidence, sources, their classes, when first known, and whether only tables say it.

    A table is what has the class ``reference``; a fact without any source is nobody's.
    """
    proof = pairs(store, t.EVIDENCE, "fact", "proof")
    sure = pairs(store, t.CONFIDENCE, "proof", "confidence")
    sure = sure.set_column(1, "confidence", pc.cast(sure["confidence"], pa.float64()))
    sure = _joined(proof, sure, "proof").group_by("fact").aggregate([("confidence", "max")])
    sure = sure.rename_columns({"confidence_max": "confidence"})
    stance = _codes(pairs(store, t.STANCE, "proof", "stance"), "stance")
    how = _with(proof, _least(stance, "proof", "stance"), "proof")
    guess = pc.fill_null(pc.equal(how["stance"], "inferred"), False)
    how = pa.table({"fact": how["fact"], "inferred": guess})
    how = how.group_by("fact").aggregate([("inferred", "all")])
    how = how.rename_columns({"inferred_all": "inferred"})
    source = _joined(proof, pairs(store, t.SOURCE, "proof", "source"), "proof")
    source = source.select(["fact", "source"]).group_by(["fact", "source"]).aggregate([])
    kind = _codes(pairs(store, t.SOURCE_CLASS, "source", "class"), "class")
    issued = _least(pairs(store, t.DCT_ISSUED, "source", "issued"), "source", "issued")
    source = _with(_with(source, _least(kind, "source", "class"), "source"), issued, "source")
    source = source.set_column(
        source.column_names.index("class"), "class", pc.fill_null(source["class"], "unknown")
    )
    tabled = pc.equal(source["class"], "reference")
    source = source.append_column("tabled", tabled)
    source = source.sort_by([("fact", "ascending"), ("source", "ascending")])
    grouped = source.group_by("fact", use_threads=False).aggregate(
        [("source", "list"), ("class", "list"), ("issued", "min"), ("tabled", "all")]
    )
    told = pa.table(
        {
            "fact": grouped["fact"],
            "sources": pc.binary_join(grouped["source_list"], " "),
            "classes": pc.binary_join(grouped["class_list"], " "),
            "known_since": grouped["issued_min"],
            "reference": grouped["tabled_all"],
        }
    )
    return _with(_with(told, sure), how)


def _figures(store: Store) -> Any:
    """Fact → ``measure=number`` of every exact number of persons that is told about it."""
    about = pairs(store, t.ABOUT, "one", "fact")
    unit = _codes(pairs(store, t.UNIT, "one", "unit"), "unit")
    unit = unit.filter(pc.equal(unit["unit"], "person"))
    measure = _codes(pairs(store, t.MEASURE, "one", "measure"), "measure")
    number = pairs(store, t.VALUE, "one", "number")
    told = _joined(_joined(about, unit, "one"), number, "one")
    told = _with(told, _least(measure, "one", "measure"), "one")
    said = pc.binary_join_element_wise(pc.fill_null(told["measure"], ""), told["number"], "=")
    figures = pa.table({"fact": told["fact"], "figure": said})
    figures = figures.group_by(["fact", "figure"]).aggregate([])
    figures = figures.sort_by([("fact", "ascending"), ("figure", "ascending")])
    found = figures.group_by("fact", use_threads=False).aggregate([("figure", "list")])
    return pa.table({"fact": found["fact"], "figures": pc.binary_join(found["figure_list"], " ")})


def _canonical(table: Any, who: Any, name: str = "who") -> Any:
    """`table` of a key and ``raw`` → the key and the canonical entity behind, without repeats."""
    key = next(one for one in table.column_names if one != "raw")
    found = _joined(table, who, "raw").select([key, "who"])
    return found.group_by([key, "who"]).aggregate([]).rename_columns([key, name])


def _joined(left: Any, right: Any, on: str = "fact") -> Any:
    return left.join(right, on, join_type="inner")


def _with(left: Any, right: Any, on: str = "fact") -> Any:
    """`left` with the columns of `right`, null where it has none."""
    return left.join(right, on, join_type="left outer")


def _least(table: Any, key: str, name: str) -> Any:
    """The least value of each key."""
    found = table.group_by(key).aggregate([(name, "min")])
    return found.select([key, f"{name}_min"]).rename_columns([key, name])


def _codes(table: Any, name: str) -> Any:
    """`table` with the last part of each IRI of a concept in the column `name`."""
    codes = pc.replace_substring_regex(table[name], "^.*/", "")
    return table.set_column(table.column_names.index(name), name, codes)
