"""Mapping files: how the classes and properties of another vocabulary are said in this one.

A mapping is TOML: prefixes; the properties that give names; a ``[[thing]]`` per class; a
``[[fact]]`` per construct that states one. Examples are shipped in ``data/rdf/``. Paths are
prefixed names joined with ``/``; ``^`` before a name walks it backwards.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from ..ontology.errors import SourceError
from ..ontology.records import EventKind, Modality, Role, SourceClass, Status

__all__ = ["FactRule", "RdfMapping", "Steps", "ThingRule", "read_mapping", "shipped"]

Steps = tuple[tuple[str, bool], ...]
"""A path: IRIs as terms, each with whether it is walked backwards."""

KINDS: Final = {
    "assistance": ("helper", "recipient", "programme", "modality", "status"),
    "posting": ("person", "organization", "title", "rank", "subject", "status"),
    "secondment": ("person", "origin", "destination", "title", "programme", "status"),
    "event": ("name", "venue", "programme", "event_kind", *(str(role) for role in Role)),
}
"""Kind of fact → the fields that a rule may fill."""
_TIMES: Final = ("since", "until", "since_precision", "until_precision")
_CODES: Final = {"modality": Modality, "status": Status, "event_kind": EventKind}
_SELECTORS: Final = ("class", "via", "link")
_THINGS: Final = ("place", "school", "institution", "body", "person", "programme")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingRule:
    """Nodes of one of `classes`, or with a property of `has`, are things of `kind` (all terms).

    `kind` is a Kind, or ``body`` where the name tells a school from an institution.
    """

    classes: frozenset[str]
    has: tuple[str, ...]
    kind: str
    adcode: tuple[Steps, ...]
    located_in: tuple[Steps, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRule:
    """What states a fact of `kind`.

    `how` is ``class`` (each node of the class `term`), ``via`` (each object of the property `term`)
    or ``link`` (each triple with it). `fields` lead from the node, or from the ``subject`` or
    ``object`` of the link, to values; `fixed` are values that hold always.
    """

    kind: str
    how: str
    term: str
    fields: Mapping[str, tuple[tuple[str, Steps], ...]]
    fixed: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RdfMapping:
    """A mapping as read: `same` namespaces stand for others, `codes` turn values into codes."""

    name: str
    version: int
    source_class: SourceClass
    same: Mapping[str, str]
    types: tuple[str, ...]
    main: tuple[Steps, ...]
    other: tuple[Steps, ...]
    things: tuple[ThingRule, ...]
    facts: tuple[FactRule, ...]
    codes: Mapping[str, Mapping[str, str]]

    @property
    def method(self) -> str:
        """How evidence names it: ``rdf/org 1``."""
        return f"rdf/{self.name} {self.version}"


def shipped() -> tuple[str, ...]:
    """The names of the mappings that come with the project."""
    folder = files("bangfu.loaders") / "data" / "rdf"
    names = (item.name for item in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def read_mapping(path: Path) -> RdfMapping:
    """The mapping in the file `path`, or the shipped one of that name.

    Raises :class:`SourceError` for a file that cannot be read or says what no mapping can.
    """
    try:
        if str(path) in shipped() and not path.exists():
            item = files("bangfu.loaders") / "data" / "rdf" / f"{path}.toml"
            said = tomllib.loads(item.read_text(encoding="utf-8"))
        else:
            said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError("rdf.mapping-unreadable", path=path, reason=reason) from None
    here = "?"
    try:
        prefixes = said.get("prefixes", {})
        here = "names"
        names = said.get("names", {})
        main = _paths(names["main"], prefixes)
        other = _paths(names.get("other", []), prefixes)
        here = "thing"
        things = tuple(_thing(rule, prefixes) for rule in said.get("thing", []))
        here = "fact"
        facts = tuple(_fact(rule, prefixes) for rule in said.get("fact", []))
        here = "codes"
        codes = {field: _codes(field, table) for field, table in said.get("codes", {}).items()}
        here = "name, version, source_class, types, same"
        return RdfMapping(
            name=str(said["name"]),
            version=int(said["version"]),
            source_class=SourceClass(said.get("source_class", "unknown")),
            same=dict(sorted(said.get("same", {}).items())),
            types=tuple(_term(one, prefixes) for one in _listed(said.get("types", "rdf:type"))),
            main=main,
            other=other,
            things=things,
            facts=facts,
            codes=codes,
        )
    except KeyError as error:
        reason = f"{error.args[0]}?"
    except (AttributeError, TypeError, ValueError) as error:
        reason = str(error)
    raise SourceError("rdf.mapping-wrong", path=path, where=here, reason=reason)


def _thing(rule: Mapping[str, Any], prefixes: Mapping[str, str]) -> ThingRule:
    _only(rule, ("class", "has", "kind", "adcode", "located_in"))
    if rule["kind"] not in _THINGS:
        raise ValueError(f"kind = {rule['kind']!r}; {', '.join(_THINGS)}")
    return ThingRule(
        classes=frozenset(_term(one, prefixes) for one in _listed(rule.get("class", []))),
        has=tuple(_term(one, prefixes) for one in _listed(rule.get("has", []))),
        kind=rule["kind"],
        adcode=_paths(rule.get("adcode", []), prefixes),
        located_in=_paths(rule.get("located_in", []), prefixes),
    )


def _fact(rule: Mapping[str, Any], prefixes: Mapping[str, str]) -> FactRule:
    kind = rule["kind"]
    if kind not in KINDS:
        raise ValueError(f"kind = {kind!r}; {', '.join(KINDS)}")
    _only(rule, ("kind", "values", *_SELECTORS, *KINDS[kind], *_TIMES))
    how = [name for name in _SELECTORS if name in rule]
    if len(how) != 1:
        raise ValueError(f"{kind}: {' | '.join(_SELECTORS)}")
    fixed = {field: str(given) for field, given in rule.get("values", {}).items()}
    _only(fixed, KINDS[kind])
    for field, codes in _CODES.items():
        if field in fixed:
            codes(fixed[field])
    return FactRule(
        kind=kind,
        how=how[0],
        term=_term(rule[how[0]], prefixes),
        fields={
            field: tuple(_from(one, prefixes) for one in _listed(rule[field]))
            for field in (*KINDS[kind], *_TIMES)
            if field in rule
        },
        fixed=fixed,
    )


def _codes(field: str, table: Mapping[str, str]) -> dict[str, str]:
    if field not in _CODES:
        raise ValueError(f"{field}; {', '.join(_CODES)}")
    return {text: str(_CODES[field](code)) for text, code in table.items()}


def _only(rule: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for name in rule:
        if name not in known:
            raise ValueError(f"{name}; {', '.join(known)}")


def _from(path: str, prefixes: Mapping[str, str]) -> tuple[str, Steps]:
    """Where a field's path starts, and its steps."""
    head, _, rest = path.partition("/")
    if head in ("subject", "object"):
        return head, _steps(rest, prefixes) if rest else ()
    return "object", _steps(path, prefixes)


def _paths(given: str | list[str], prefixes: Mapping[str, str]) -> tuple[Steps, ...]:
    return tuple(_steps(path, prefixes) for path in _listed(given))


def _steps(path: str, prefixes: Mapping[str, str]) -> Steps:
    return tuple(
        (_term(step.removeprefix("^"), prefixes), step.startswith("^")) for step in path.split("/")
    )


def _term(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    if prefix == "rdf" and prefix not in prefixes:
        return f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#{local}>"
    if not colon or prefix not in prefixes:
        raise ValueError(f"{name}: prefix?")
    return f"<{prefixes[prefix]}{local}>"


def _listed(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else list(given)
