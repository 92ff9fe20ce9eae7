"""A store's graphs as a profile may see them: triples that can leak nothing.

Nothing here hides a name from a page or a table. The name is not in the data that they get.

- In every literal the names of hidden persons are blanked, character by character; their labels
  become roles, their other names go.
- IRIs are hashes of content, and who has a list of names could try them all. So what was hashed
  from a hidden name, or from anything that was, gets an IRI that only the store's key gives.
- Passages are cut to the length that the source's rights and the profile allow, around what they
  prove. Full texts, the reader's remarks and who judged stay in the store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import Triple, literal, value
from .engine import Store
from .hidden import People, hidden_people
from .masking import BLANK, Masker
from .profile import Profile
from .quoting import cap, cut
from .secret import keyed
from .tainted import OPEN, hashed_links, kind_of, reached, rekeyed

__all__ = ["redacted"]

_HELD: Final = 1_000_000
"""Triples kept between the two readings of a store: half a gigabyte; the rest is read again."""
_ALWAYS: Final = frozenset(("note", "judgement", "correction"))
"""Kinds whose IRIs are hashes of words that a profile does not show."""
_NAMES: Final = frozenset(
    f"<{one}>" for one in (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL, t.SKOS_HIDDEN_LABEL, t.RDFS_LABEL)
)
_GONE: Final = frozenset(f"<{one}>" for one in (t.CLEAN_TEXT, t.PROV_WAS_ATTRIBUTED_TO, t.WAS))
_PREF: Final = f"<{t.SKOS_PREF_LABEL}>"
_QUOTE, _START, _END = (f"<{one}>" for one in (t.QUOTE, t.START, t.END))
_EVIDENCE, _OF_SOURCE = f"<{t.EVIDENCE}>", f"<{t.OF_SOURCE}>"
_REASON: Final = f"<{t.REASON}>"
_ADDRESS: Final = f"<{t.DCT_SOURCE}>"
_NO_TEXT: Final = tuple(
    f"^^<{t.XSD}{kind}>" for kind in ("integer", "decimal", "date", "gYear", "gYearMonth")
)
"""Numbers and days, half of all literals: no name is in them."""
_SHORT, _TOLD = 60, 50_000
_QUOTES: Final = frozenset((_QUOTE, f"<{t.CLEAN_TEXT}>"))


@dataclass(slots=True)
class _View:
    """What one redaction knows: who is hidden, how names go, which IRIs change to what."""

    profile: Profile
    key: bytes
    people: People
    mask: Masker
    tainted: set[str] = field(default_factory=set)
    told: dict[tuple[str, frozenset[str]], str] = field(default_factory=dict)
    """Short literals as they are shown: the same titles and names come again and again."""
    addressed: set[str] = field(default_factory=set)
    """What only stands in a source whose address has a name in it."""

    def renamed(self, iri: str) -> str:
        """The IRI that stands for `iri`: itself, or a hash that needs the key."""
        if (
            iri in self.tainted
            or iri in self.addressed
            or (kind_of(iri) == "person" and iri not in self.people.shown)
        ):
            return self.rekeyed(iri)
        if (not iri.isascii() or "%" in iri) and self.mask(iri) != iri:
            return self.rekeyed(iri)
        return iri

    def rekeyed(self, iri: str) -> str:
        """`iri` with the key's hash for its own; of the same kind."""
        return rekeyed(self.key, iri, self.profile)

    def term(self, term: str, spared: frozenset[str]) -> str:
        """Any term without hidden names."""
        if term.startswith("<"):
            return f"<{self.renamed(term[1:-1])}>"
        if term.endswith(_NO_TEXT):
            return term
        known = self.told.get((term, spared))
        if known is not None:
            return known
        end = term.rindex('"')
        text = self.mask(term[1:end], spared)
        told = term if text == term[1:end] else f'"{text}{term[end:]}'
        if len(term) < _SHORT:
            if len(self.told) > _TOLD:
                self.told.clear()
            self.told[term, spared] = told
        return told


def redacted(store: Store, profile: Profile, key: bytes) -> Iterator[tuple[str, list[Triple]]]:
    """Each graph of `store` by its new name, with its triples as `profile` may see them, sorted.

    Not for ``internal``, which sees the store itself. `key` is the secret of the store.
    """

    def order(person: str) -> str:
        return keyed(key, profile, person)

    people = hidden_people(store, profile, order)
    view = _View(profile, key, people, Masker(people.names, _places(store)))
    graphs = [graph for graph in store.graphs() if graph != t.ONTOLOGY_GRAPH]
    held: dict[str, list[Triple]] = {}
    room = _HELD
    for graph in graphs:
        triples = store.triples(graph)
        view.tainted |= _tainted(view, graph, triples)
        if len(triples) <= room:
            held[graph] = triples
            room -= len(triples)
    view.tainted |= _canonical(store, view)
    if t.ONTOLOGY_GRAPH in store.graphs():
        yield t.ONTOLOGY_GRAPH, store.triples(t.ONTOLOGY_GRAPH)
    for graph in graphs:
        triples = held.pop(graph) if graph in held else store.triples(graph)
        yield view.renamed(graph), sorted(set(_shown(view, graph, triples)))


def _canonical(store: Store, view: _View) -> set[str]:
    """What stands for a tainted thing in the derived graph, and every key that it has there."""
    links: dict[str, list[str]] = defaultdict(list)
    for predicate in (t.CANONICAL, t.IDENTITY_KEY):
        for _, one, other in store.statements(predicate):
            if kind_of(one[1:-1]) not in OPEN and kind_of(other[1:-1]) not in OPEN:
                links[one[1:-1]].append(other[1:-1])
                links[other[1:-1]].append(one[1:-1])
    renamed = {one for one in links if view.renamed(one) != one}
    found = reached(renamed - view.addressed, links)
    # a body that other sources know too has its IRI from its place and name, from no address
    found |= {one for one in links if renamed.issuperset(links[one])}
    return found - view.people.shown


def _places(store: Store) -> Iterator[str]:
    """The names of places: 和平 may be a person's, in 和平区 it is none."""
    places = {subject for _, subject, _ in store.statements(t.ADCODE)}
    for predicate in (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL):
        for _, subject, term in store.statements(predicate):
            if subject in places:
                yield value(term)


def _tainted(view: _View, graph: str, triples: Iterable[Triple]) -> set[str]:
    """The IRIs of one graph that somebody with a list of names could undo."""
    spared = view.people.spared.get(graph, frozenset())
    labels = view.people.labels
    triples = list(triples)
    seeds = {subject[1:-1] for subject, _, _ in triples if kind_of(subject[1:-1]) in _ALWAYS}
    for subject, predicate, target in triples:
        node = subject[1:-1]
        if target.startswith("<") or predicate in _QUOTES or node in labels:
            continue
        changed = view.term(target, spared) != target
        if node == graph and predicate == _ADDRESS and (changed or BLANK in target):
            # every IRI of the graph was hashed from the source's address
            nodes = {subject[1:-1] for subject, _, _ in triples}
            view.addressed |= {node for node in nodes if kind_of(node) not in {*OPEN, "programme"}}
        if changed and node != graph and kind_of(node) not in OPEN:
            seeds.add(node)
    links = hashed_links(triples)
    hidden = {one for one in links if one in labels}
    return reached(seeds | hidden, links) - hidden


def _shown(view: _View, graph: str, triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples of one graph as they may be seen."""
    triples = list(triples)
    spared = view.people.spared.get(graph, frozenset())
    labels = view.people.labels
    quotes = _quotes(view, graph, triples)
    node = kind = new = ""
    for subject, predicate, target in triples:
        if predicate in _GONE:
            continue
        if subject[1:-1] != node:  # they come one subject after the other
            node = subject[1:-1]
            kind, new = kind_of(node), f"<{view.renamed(node)}>"
        if node in labels and predicate in _NAMES:
            if predicate == _PREF:
                text = view.mask(labels[node])
                yield new, predicate, literal(text, language="zh")
            continue
        if (subject, predicate) in quotes:
            target = quotes[subject, predicate]
        if kind in _ALWAYS and predicate == _REASON and kind in ("judgement", "correction"):
            continue
        # a place is called what it is called, and so is somebody who is shown
        own_name = predicate in _NAMES and kind in ("place", "person") and target[0] == '"'
        yield new, predicate, target if own_name else view.term(target, spared)


def _quotes(view: _View, graph: str, triples: Iterable[Triple]) -> dict[tuple[str, str], str]:
    """Passages that are too long, cut: (evidence, property) → the term that stands instead.

    What the reader did not understand may hold names that it did not find: all of it is blanked.
    """
    by_node: dict[str, dict[str, str]] = defaultdict(dict)
    facts: dict[str, str] = {}
    said: dict[str, list[str]] = defaultdict(list)
    notes: set[str] = set()
    about: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, target in triples:
        if predicate in (_QUOTE, _START, _END):
            by_node[subject][predicate] = target
        elif predicate == _EVIDENCE:
            facts[target] = subject
        elif predicate == _OF_SOURCE:
            notes.add(subject)
        elif predicate in _NAMES or predicate == f"<{t.TITLE}>":
            said[subject].append(value(target))
        elif target.startswith("<"):
            about[subject].append(target)
    limit = cap(view.profile, graph, triples)
    found: dict[tuple[str, str], str] = {}
    for node, has in by_node.items():
        if _QUOTE not in has:
            continue
        if node in notes:
            text = value(has[_QUOTE])
            found[node, _QUOTE] = _as(has[_QUOTE], BLANK * len(text))
            continue
        quote = value(has[_QUOTE])
        if len(quote) <= limit:
            continue
        fact = facts.get(node, "")
        words = [word for end in (fact, *about.get(fact, ())) for word in said.get(end, ())]
        at, short = cut(quote, limit, words)
        found[node, _QUOTE] = _as(has[_QUOTE], short)
        for offset, number in ((_START, at), (_END, at + len(short) - len(quote))):
            if offset in has:
                found[node, offset] = _as(has[offset], str(int(value(has[offset])) + number))
    return found


def _as(term: str, text: str) -> str:
    """A literal like `term` with another text."""
    return literal(text) + term[term.rindex('"') + 1 :]
