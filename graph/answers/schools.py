"""The rows of ``school-partners``, read with all that they rest on in one go.

The SPARQL of the question says the same and is for every other engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from ...ontology import terms as t
from ..asked import Asked
from ..evidence import Passage
from ..parts import in_parts, only, parts_of, text_of_parts
from ..refs import kind_of
from ..scan import Streaming
from .grounds import DERIVED, Fact, Grounded, Grounds, Row, facts_of, grounds_of, names_of

__all__ = ["grounded"]

_ROLES: Final = {"helpedBy": (t.RECIPIENT, t.HELPER), "helps": (t.HELPER, t.RECIPIENT)}
"""What a school is in a fact → what leads there to it, and what to the other."""
_PATTERN: Final = f"""
  {DERIVED} {{ ?near <{t.WITHIN}>? %s . ?near a ?kind }}
  FILTER(SAMETERM(?kind, <{t.A_SCHOOL}>) || SAMETERM(?kind, <{t.A_GROUP}>))
  {DERIVED} {{ ?x0 <{t.CANONICAL}> ?near }}
  GRAPH ?in {{ ?f <%s> ?x0 ; <%s> ?y0 }}
  {DERIVED} {{ ?y0 <{t.CANONICAL}> ?far }}"""
_OF_GROUP: Final = (t.MEMBER_UNIT, t.MEMBER_COUNT, t.MEMBER)
_GROUPS: Final = f"""SELECT ?f ?side ({text_of_parts(_OF_GROUP)} AS ?said) {{
  VALUES ?f {{ %s }} GRAPH ?in {{ ?f ?side ?group . ?group ?p ?o }}
  {only((t.HELPER, t.RECIPIENT)).replace("?p", "?side")} }} GROUP BY ?f ?side ?group"""
_Key = tuple[str, ...]


class _Members(NamedTuple):
    """What a source says of a group: of what it is one, of how many, and which of them it names."""

    units: Sequence[str] = ()
    counts: Sequence[str] = ()
    named: Sequence[str] = ()

    @property
    def schools(self) -> bool:
        """A group of counties is none of schools; one that does not say what it counts may be."""
        return any(one.endswith("/school") for one in self.units) or not self.units


class _SchoolRow(Row):
    """What facts of one row say together, and of the groups at its ends."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        super().__init__()
        self.members: tuple[list[_Members], list[_Members]] = ([], [])

    def unnamed(self, end: int) -> str:
        """How many a group at this end counts, less those that are named; "" if it counts none."""
        some = self.members[end]
        counted = max((int(count) for one in some for count in one.counts or ("-1",)), default=-1)
        known = {name for one in some for name in one.named}
        return "" if counted < 0 else str(counted - len(known))


def grounded(store: Streaming, name: str, asked: Asked) -> Grounded | None:
    """The rows with their passages; None for what is left to the SPARQL."""
    planned = asked.options["planned"] == "true"
    found = [
        (role, one, states)
        for role, sides in _ROLES.items()
        for one in facts_of(
            store, ("near", "far", "kind"), _PATTERN % (asked.terms["place"], *sides), (t.MATCHING,)
        )
        if one.modalities and (states := one.states(planned))
    ]
    groups = _groups(store, sorted({one.iri for _, one, _ in found if _of_group(one)}))
    if groups is None:
        return None
    grounds = grounds_of(store, {one.iri for _, one, _ in found})
    if grounds is None:
        return None
    called = names_of(store, {it for _, one, _ in found for it in (*one.ends[:2], *one.programmes)})
    rows: dict[_Key, _SchoolRow] = defaultdict(_SchoolRow)
    for role, one, states in found:
        members = [groups.get((one.iri, side), _Members()) for side in _ROLES[role]]
        if one.ends[2] == t.A_GROUP and not members[0].schools:
            continue
        for key, passage in _rows_of(one, role, grounds, called):
            if asked.options["reference"] == "true" or key[-1] == "report":
                rows[key].add(one, states, passage, grounds)
                for end in (0, 1):
                    rows[key].members[end].append(members[end])
    told = {_cells(key, row) for key, row in rows.items()}
    return Grounded(sorted(told, key=_order), grounds.passages)


def _of_group(one: Fact) -> bool:
    return one.ends[2] == t.A_GROUP or kind_of(one.ends[1]) == "group"


def _groups(store: Streaming, facts: Sequence[str]) -> dict[tuple[str, str], _Members] | None:
    """(fact, side) → what is said of the group there; None if several things stand at one side."""
    found: dict[tuple[str, str], _Members] = {}
    for some in in_parts(facts):
        for fact, side, said in store.stream(_GROUPS % some):
            if (fact, side) in found:
                return None
            found[fact, side] = _Members(*parts_of(said, len(_OF_GROUP)))
    return found


def _rows_of(
    one: Fact, role: str, grounds: Grounds, called: Mapping[str, Sequence[str]]
) -> Iterator[tuple[_Key, Passage]]:
    """What a fact is a row by, once for each of its passages."""
    near, far, _ = one.ends
    schools, partners = (called.get(end, ("",)) for end in (near, far))
    ways = _codes(one.parts[5]) or ("",)
    for passage in grounds.passages[one.iri]:
        cells = product(schools, (role,), partners, ways, one.modalities, one.under(called))
        for row in cells:
            yield (near, far, *row, grounds.basis(passage)), passage


def _cells(key: _Key, row: _SchoolRow) -> tuple[str, ...]:
    _, _, school, role, partner, matching, modality, programme, basis = key
    ends = (school, row.unnamed(0), role, partner, row.unnamed(1))
    when = (row.since, row.until)
    return (*ends, matching, modality, programme, *when, basis, row.passage, row.told)


def _order(row: tuple[str, ...]) -> tuple[str, ...]:
    school, unnamed, role, partner, _, matching, modality, programme, _, _, basis, _, facts = row
    return (unnamed, school, role, partner, modality, programme, matching, basis, facts)


def _codes(concepts: Iterable[str]) -> list[str]:
    return [one.partition("/matching/")[2] for one in concepts]
