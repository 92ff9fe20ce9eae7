"""People who asked to be left out: a text file that does not say who they are.

Beside the store stands ``suppressions.tsv``, one person a line, six columns with tabs between::

    id <TAB> names <TAB> scopes <TAB> why <TAB> who <TAB> when

`names` are the forms of the name, each as its length and a keyed hash; `scopes` are keyed hashes of
the name with a body or a place where this person is known, or ``*`` for everywhere. The key is in
:mod:`.secret`; without it no line tells a name, and none works. Every source passes by here before
it is stored (:mod:`.entry`), so a page loaded again says no more than before.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.errors import StoreError
from ..ontology.identity import canonical_body_iri
from ..ontology.nt import Triple, iri, literal, value
from ..ontology.records import Kind
from .masking import Masker, plain
from .secret import known_key
from .withhold import names_of, withheld

__all__ = [
    "COLUMNS",
    "EVERYWHERE",
    "FILE_NAME",
    "Suppression",
    "Suppressions",
    "Why",
    "body_keys",
    "name_hash",
    "read_suppressions",
    "suppression_line",
]

FILE_NAME: Final = "suppressions.tsv"
EVERYWHERE: Final = "*"
COLUMNS: Final = ("id", "names", "scopes", "why", "who", "when")
_TYPE, _PERSON = f"<{t.RDF_TYPE}>", f"<{t.A_PERSON}>"
_BODIES: Final = {f"<{t.A_SCHOOL}>": Kind.SCHOOL, f"<{t.A_INSTITUTION}>": Kind.INSTITUTION}
_POSTS: Final = frozenset(f"<{one}>" for one in (t.ORGANIZATION, t.FROM, t.TO))


class Why(StrEnum):
    """The reason codes of a suppression, as its tombstone shows them."""

    REQUEST = "request"
    MINOR = "minor"
    ERROR = "error"
    LAW = "law"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One person left out. `names` maps keyed hashes to the length of the form hashed."""

    id: str
    names: Mapping[str, int]
    scopes: frozenset[str]
    why: Why
    who: str
    when: PartialDate


@dataclass(frozen=True, slots=True)
class Suppressions:
    """All people left out, and the key that their names were hashed with."""

    entries: tuple[Suppression, ...]
    key: bytes

    def applied(self, graph: str, triples: Iterable[Triple]) -> list[Triple]:
        """The `triples` of the source `graph` without these people; where any is, with tombstones.

        A person is meant who has such a name, and a body among the scopes of that name; or no body
        at all, in a source that speaks of a body or place among them. A namesake at another body
        stays, and the name in the texts with him. If no namesake has a node there, the name goes
        out of all texts of a source that speaks of such a body or place.
        """
        triples = sorted(set(triples))
        people = {s for s, p, o in triples if p == _TYPE and o == _PERSON}
        called = names_of(triples, people)
        posts = _posts(triples, people)
        keys = body_keys(triples)
        around = {key for found in keys.values() for key in found}
        persons: set[str] = set()
        met: dict[str, Suppression] = {}
        for person in people:
            at = {key for body in posts.get(person, ()) for key in keys.get(body, ())}
            for name in called.get(person, ()):
                for one in self._called(name, at or around):
                    persons.add(person)
                    met[one.id] = one
        hidden = {name for person in persons for name in called.get(person, ())}
        others = {plain(name) for person in people - persons for name in called.get(person, ())}
        lengths = {length for one in self.entries for length in one.names.values()}
        for name in _candidates(triples, lengths) - others:
            for one in self._called(name, around):
                hidden.add(name)
                met[one.id] = one
        if not met:
            return triples
        places = names_of(triples, {node for node in keys if _place(node)})
        kept = {*others, *(name for found in places.values() for name in found)}
        found = withheld(triples, persons, Masker(hidden, kept), self.key)
        return sorted({*found, *(triple for one in met.values() for triple in _tomb(graph, one))})

    def _called(self, name: str, keys: Collection[str]) -> Iterator[Suppression]:
        """Who left out has this name and one of these bodies or places."""
        code = name_hash(self.key, name)
        for one in self.entries:
            if code in one.names and (
                EVERYWHERE in one.scopes
                or any(name_hash(self.key, name, key) in one.scopes for key in keys)
            ):
                yield one


def name_hash(key: bytes, name: str, *scope: str) -> str:
    """The keyed hash of a name as it is compared, alone or with a body (HMAC-SHA-256, 128 bits)."""
    text = "\x00".join((plain(name), *scope))
    return hmac.digest(key, text.encode(), "sha256").hex()[:32]


def body_keys(triples: Collection[Triple]) -> dict[str, set[str]]:
    """Body or place (term) → what it is known by in every source: place and core name, or name."""
    kinds = {s: _BODIES[o] for s, p, o in triples if p == _TYPE and o in _BODIES}
    said: dict[str, dict[str, set[str]]] = {}
    for s, p, o in triples:
        if s in kinds or _place(s):
            said.setdefault(s, {}).setdefault(p[1:-1], set()).add(o)
    found: dict[str, set[str]] = {}
    for node, has in said.items():
        if node not in kinds:
            found[node] = {value(node)}
            continue
        names = {value(one) for one in has.get(t.SKOS_PREF_LABEL, ())}
        cores = {value(one) for one in has.get(t.CORE_NAME, ())} or names
        codes = {value(one).rpartition("/")[2] for one in has.get(t.LOCATED_IN, ())}
        found[node] = {canonical_body_iri(kinds[node], c, core) for c in codes for core in cores}
        found[node] |= {f"name:{plain(name)}" for name in names}
    return found


def read_suppressions(path: Path) -> Suppressions | None:
    """The suppressions beside the store at `path`; None if there are none.

    Raises StoreError for a line that cannot be understood, and if the key is missing: without it
    people who were promised to be left out would come back unnoticed.
    """
    file = path.resolve().parent / FILE_NAME
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("privacy.file", path=file, line=0) from error
    entries = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if not line.strip() or line.startswith("#") or cells == COLUMNS:
            continue
        try:
            id_, names, scopes, why, who, when = cells
            forms = dict(form.split(":")[::-1] for form in names.split())
            entry = Suppression(
                id=id_,
                names={code: int(length) for code, length in forms.items()},
                scopes=frozenset(scopes.split()),
                why=Why(why),
                who=who,
                when=PartialDate.parse(when),
            )
        except ValueError as error:
            raise StoreError("privacy.file", path=file, line=number) from error
        entries.append(entry)
    if not entries:
        return None
    key = known_key(path)
    if key is None:
        raise StoreError("privacy.key-missing", path=file)
    return Suppressions(tuple(entries), key)


def suppression_line(one: Suppression) -> str:
    """The line of the file for `one`."""
    names = " ".join(f"{length}:{code}" for code, length in sorted(one.names.items()))
    return "\t".join((one.id, names, " ".join(sorted(one.scopes)), one.why, one.who, str(one.when)))


def _place(node: str) -> bool:
    return node.startswith(f"<{t.ID}place/")


def _posts(triples: Iterable[Triple], people: Collection[str]) -> dict[str, set[str]]:
    """Person → the bodies and places that facts of the source give them."""
    of: dict[str, set[str]] = {}
    ends: dict[str, set[str]] = {}
    for s, p, o in triples:
        if p == f"<{t.PERSON}>" and o in people:
            of.setdefault(s, set()).add(o)
        elif p in _POSTS:
            ends.setdefault(s, set()).add(o)
    found: dict[str, set[str]] = {}
    for fact, persons in of.items():
        for person in persons:
            found.setdefault(person, set()).update(ends.get(fact, ()))
    return found


def _candidates(triples: Iterable[Triple], lengths: Collection[int]) -> set[str]:
    """Every stretch of one of these lengths in any text, as it is compared."""
    texts = {plain(o[1 : o.rindex('"')]) for _, _, o in triples if not o.startswith("<")}
    return {
        text[at : at + length]
        for text in texts
        for length in lengths
        for at in range(len(text) - length + 1)
    }


def _tomb(graph: str, one: Suppression) -> list[Triple]:
    node = iri(f"{t.ID}tombstone/{one.id}")
    day = literal(str(one.when), datatype=t.XSD + one.when.datatype)
    return [
        (iri(graph), iri(t.WITHHELD), node),
        (node, iri(t.RDF_TYPE), iri(t.A_TOMBSTONE)),
        (node, iri(t.REASON), literal(one.why)),
        (node, iri(t.DCT_DATE), day),
    ]
