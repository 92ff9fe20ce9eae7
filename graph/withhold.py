"""A person taken out of what a source says: no node, no fact, no name in any text.

Whatever else the source says stays. The result is the same whether several persons are taken out
at once or one after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import Triple, value
from .tainted import OPEN, hashed_links, kind_of, reached, rekeyed

__all__ = ["dependent", "masked", "names_of", "withheld"]

_NAMES: Final = frozenset(
    f"<{one}>" for one in (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL, t.SKOS_HIDDEN_LABEL, t.RDFS_LABEL)
)
_OWNED: Final = frozenset((f"<{t.EVIDENCE}>", f"<{t.PARTICIPATION}>"))
_ENDS: Final = frozenset(
    f"<{one}>" for one in (t.PERSON, t.HELPER, t.RECIPIENT, t.PARTICIPANT, t.ABOUT)
)
_FIXED: Final = frozenset(f"<{one}>" for one in (t.SHA256, t.METHOD, t.ADCODE, t.WAS))
_QUOTES: Final = frozenset((f"<{t.QUOTE}>", f"<{t.CLEAN_TEXT}>"))


def names_of(triples: Iterable[Triple], nodes: Collection[str]) -> dict[str, set[str]]:
    """Each of `nodes` (terms) with all its names."""
    found: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, target in triples:
        if predicate in _NAMES and subject in nodes:
            found[subject].add(value(target))
    return found


def withheld(
    triples: Iterable[Triple],
    persons: Collection[str],
    mask: Callable[[str], str],
    key: bytes,
) -> list[Triple]:
    """The `triples` without `persons` (terms), all texts as `mask` gives them back, sorted.

    `mask` keeps the length of a text and may be given one with N-Triples escapes. What was hashed
    from something that goes gets an IRI that only `key` gives.
    """
    triples = list(triples)
    gone = dependent(triples, set(persons))
    links = hashed_links(triples)
    # an event without one of its participants is still the event, but its IRI would tell of him
    seeds = {s[1:-1] for s, _, o in triples if o in gone and kind_of(s[1:-1]) != "thing"}
    shown: list[Triple] = []
    for subject, predicate, target in triples:
        if subject in gone or target in gone:
            continue
        new = target if predicate in _FIXED else masked(target, mask)
        if new != target and predicate not in _QUOTES:
            seeds.add(subject[1:-1])
        if new != target and kind_of(subject[1:-1]) == "note":
            seeds.add(subject[1:-1])
        shown.append((subject, predicate, new))
    changed = {
        iri
        for iri in reached(seeds, links)
        if kind_of(iri) not in OPEN and kind_of(iri) != "source" and f"<{iri}>" not in gone
    }
    renames = {f"<{iri}>": f"<{rekeyed(key, iri)}>" for iri in changed}
    return sorted({(renames.get(s, s), p, renames.get(o, o)) for s, p, o in shown})


def masked(term: str, mask: Callable[[str], str]) -> str:
    """A literal as `mask` gives it back; an IRI, a number and the like as they are."""
    end = term.rfind('"')
    # what is no literal is left to the store, which refuses what is no term at all
    if not term.startswith('"') or end == 0 or term.startswith("^^", end + 1):
        return term
    text = mask(term[1:end])
    return term if text == term[1:end] else f'"{text}{term[end:]}'


def dependent(triples: list[Triple], persons: set[str]) -> set[str]:
    """`persons`, the facts that have them for an end, and what belongs to these alone."""
    by_end: Mapping[str, list[str]] = _by(triples, _ENDS)
    owned: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, target in triples:
        if predicate in _OWNED:
            owned[subject].append(target)
    gone: set[str] = set()
    queue = list(persons)
    while queue:
        node = queue.pop()
        if node not in gone:
            gone.add(node)
            queue += [*by_end.get(node, ()), *owned.get(node, ())]
    return gone


def _by(triples: list[Triple], predicates: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, target in triples:
        if predicate in predicates:
            found[target].append(subject)
    return found
