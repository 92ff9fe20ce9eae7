"""Administrative divisions: codes, full, short and former names, and what lies in what.

The table and its checks are described in ``data/SOURCES.md``. Unknown stays unknown: a name that
several divisions share is resolved by context or not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ..ontology.records import PlaceLevel
from .lexicon import Row, rows

__all__ = ["Division", "Gazetteer", "divisions"]

_LEVELS = {
    "province": PlaceLevel.PROVINCE,
    "prefecture": PlaceLevel.PREFECTURE,
    "county": PlaceLevel.COUNTY,
    "functional": PlaceLevel.FUNCTIONAL,
}
_RANK = (PlaceLevel.PROVINCE, PlaceLevel.PREFECTURE, PlaceLevel.COUNTY, PlaceLevel.FUNCTIONAL)


@dataclass(frozen=True, slots=True)
class Division:
    """One division. `adcode` is GB/T 2260, or a local code that starts with F for a new area.

    The last three fields hold those of its forms that need care: forms that other divisions share,
    forms that are ordinary words (合作, 资源), forms that look like a person's name (玉山).
    """

    adcode: str
    name: str
    level: PlaceLevel
    parent: str | None
    short_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    common_words: frozenset[str] = frozenset()
    person_like: frozenset[str] = frozenset()

    @property
    def code(self) -> str | None:
        """The GB/T 2260 code; None where the division only has a local one."""
        return None if self.adcode.startswith("F") else self.adcode

    @property
    def forms(self) -> tuple[str, ...]:
        """The full name, the short and the former ones."""
        return (self.name, *self.short_names, *self.former_names)


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All divisions, by code and by name."""

    _codes: Mapping[str, Division]
    _names: Mapping[str, tuple[Division, ...]] = field(repr=False)

    def by_code(self, adcode: str) -> Division | None:
        """The division of that code, None if there is none today."""
        return self._codes.get(adcode)

    def all(self) -> tuple[Division, ...]:
        """Every division, in the order of the table."""
        return tuple(self._codes.values())

    def names(self) -> tuple[str, ...]:
        """Every form that :meth:`candidates` knows, sorted."""
        return tuple(sorted(self._names))

    def candidates(self, name: str) -> tuple[Division, ...]:
        """The divisions that bear `name`: in full first, else as a short, else as a former name."""
        return self._names.get(name, ())

    def may_begin(self, text: str, at: int) -> bool:
        """Whether any form has the two characters of `text` at `at`; asked before all lengths."""
        return text[at : at + 2] in _beginnings(self)

    def chain(self, adcode: str) -> tuple[Division, ...]:
        """The division and everything that it lies in, the smallest first."""
        return _chain(self, adcode)

    def within(self, adcode: str, ancestor: str) -> bool:
        """Whether the first lies in the second, or is the second."""
        return ancestor in _codes_over(self, adcode)

    def resolve(self, name: str, context: Collection[str] = ()) -> Division | None:
        """The one division that `name` means among places with the codes in `context`.

        A name that only one division bears needs no context. Otherwise the candidate that stands in
        the context wins, then the one nearest below a place of the context; a tie is None.
        """
        found = self.candidates(name)
        if len(found) <= 1:
            return found[0] if found else None
        return self.nearest(found, context)

    def nearest(
        self, found: Collection[Division], context: Collection[str] = ()
    ) -> Division | None:
        """The one of `found` that stands in the context or nearest to it; a tie is None."""
        near = context if isinstance(context, frozenset) else frozenset(context)
        scored = [
            (self._nearness(division, near), division)
            for division in {d.adcode: d for d in found}.values()
        ]
        highest = max((score for score, _ in scored), default=0)
        winners = [division for score, division in scored if score == highest]
        return winners[0] if highest and len(winners) == 1 else None

    def _nearness(self, division: Division, context: frozenset[str]) -> int:
        chain = self.chain(division.adcode)
        if division.adcode in context:
            return 9
        shared = [3 - step for step, above in enumerate(chain[1:]) if above.adcode in context]
        below = division.adcode in _reached(self, context)
        return max(*shared, int(below), 0)

    def reached(self, context: Collection[str]) -> frozenset[str]:
        """The codes of the places in `context` and of all that they lie in."""
        return frozenset(above.adcode for code in context for above in self.chain(code))


@lru_cache(maxsize=256)
def _reached(gazetteer: Gazetteer, context: frozenset[str]) -> frozenset[str]:
    """A roster asks thousands of times with the thousand places that it names."""
    return gazetteer.reached(context)


@cache
def _beginnings(gazetteer: Gazetteer) -> frozenset[str]:
    """The first two characters of every form."""
    return frozenset(name[:2] for name in gazetteer.names())


@lru_cache(maxsize=8_192)  # more than there are divisions: long pages ask again and again
def _chain(gazetteer: Gazetteer, adcode: str) -> tuple[Division, ...]:
    found: list[Division] = []
    at = gazetteer.by_code(adcode)
    while at is not None:
        found.append(at)
        at = gazetteer.by_code(at.parent) if at.parent else None
    return tuple(found)


@lru_cache(maxsize=8_192)
def _codes_over(gazetteer: Gazetteer, adcode: str) -> tuple[str, ...]:
    return tuple(division.adcode for division in _chain(gazetteer, adcode))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _short(name: str, cell: str) -> tuple[str, ...]:
    """The short names, and for 威宁彝族回族苗族自治县 with 威宁县 also 威宁自治县."""
    short = _split(cell)
    if name[-3:-1] != "自治":
        return short
    if not any(form[-1] == name[-1] for form in short):
        short = (*(f"{form}{name[-1]}" for form in short if len(form) < 4), *short)
    longer = [f"{form[:-1]}{name[-3:]}" for form in short if form[-1] == name[-1]]
    return (*short, *(form for form in longer if form != name))


def _division(row: Row, reusable: Mapping[str, frozenset[str]]) -> Division:
    former = _split(row["former_names"])
    return Division(
        adcode=row["adcode"],
        name=row["name"],
        level=_LEVELS[row["level"]],
        parent=row["parent_adcode"] or None,
        short_names=_short(row["name"], row["short_names"]),
        former_names=tuple(f for f in former if f not in reusable.get(row["adcode"], frozenset())),
        ambiguous=frozenset(_split(row["ambiguous_short"]))
        | (frozenset({row["name"]}) if row["name_shared"] else frozenset()),
        common_words=frozenset(_split(row["common_word_short"])),
        person_like=frozenset(_split(row["person_like_short"])),
    )


@cache
def divisions() -> Gazetteer:
    """The divisions that ship with the package, read once.

    Former names that another division bears today, or that are generic (郊区), are no aliases.
    """
    unusable: dict[str, set[str]] = {}
    for row in rows("division_changes.csv"):
        if row["name_reused_in_province"] or row["generic_name"]:
            unusable.setdefault(row["adcode"], set()).add(row["former_name"])
    barred = {code: frozenset(names) for code, names in unusable.items()}
    table = {row["adcode"]: _division(row, barred) for row in rows("divisions.csv")}
    names: dict[str, tuple[Division, ...]] = {}
    for tier in ("name", "short_names", "former_names"):
        fresh: dict[str, list[Division]] = {}
        for division in table.values():
            forms = getattr(division, tier)
            for form in (forms,) if isinstance(forms, str) else forms:
                fresh.setdefault(form, []).append(division)
        for form, found in fresh.items():
            names.setdefault(form, tuple(found))
    return Gazetteer(table, {form: _ranked(found) for form, found in names.items()})


def _ranked(found: tuple[Division, ...]) -> tuple[Division, ...]:
    return tuple(sorted(found, key=lambda item: (_RANK.index(item.level), item.adcode)))
