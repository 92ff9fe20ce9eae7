"""What the derived graph says of one canonical thing: its classes, names, places and old IRIs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, lang, literal, value
from .clusters import Clusters
from .lookup import hidden_forms
from .said import PLACES, Said, chosen

__all__ = ["ABOUT", "LINKS", "about", "identity"]

LINKS: Final = (t.LOCATED_IN, t.PART_OF, t.PART_OF_ORGANIZATION)
ABOUT: Final = frozenset(
    (
        t.RDF_TYPE,
        t.ADCODE,
        *LINKS,
        t.SKOS_PREF_LABEL,
        t.SKOS_ALT_LABEL,
        t.SKOS_HIDDEN_LABEL,
        t.IDENTITY_KEY,
    )
)
"""The properties that :func:`about` and :func:`identity` give a canonical thing."""
_TYPE, _ADCODE = iri(t.RDF_TYPE), iri(t.ADCODE)
_PREF, _ALT, _HIDDEN = iri(t.SKOS_PREF_LABEL), iri(t.SKOS_ALT_LABEL), iri(t.SKOS_HIDDEN_LABEL)


def about(
    said: Said, who: Mapping[str, str], canonical: str, members: Iterable[str]
) -> Iterator[Triple]:
    """What the `members` of `canonical` are together; `who` gives the ends of links."""
    node = f"<{canonical}>"
    kinds: set[str] = set()
    names: set[str] = set()
    every: set[str] = set()
    for entity in members:
        kinds |= said.types[entity]
        names.update(said.names.get(entity, ()))
        every.update(said.aliases.get(entity, ()))
        for code in said.links[t.ADCODE].get(entity, ()):
            yield node, _ADCODE, literal(code)
        for predicate in LINKS:
            for target in said.links[predicate].get(entity, ()):
                yield node, iri(predicate), iri(who.get(target, target))
    every |= names
    for kind in kinds:
        yield node, _TYPE, iri(kind)
    best = names if len(names) == 1 else chosen(names)
    for name in every:
        yield node, _PREF if name in best else _ALT, name
    for form in hidden_forms(
        (value(name) for name in every if lang(name) == "zh"),
        place=not kinds.isdisjoint(PLACES),
        committee=t.A_INSTITUTION in kinds,
    ):
        yield node, _HIDDEN, literal(form, language="zh")


def identity(found: Clusters, entities: Iterable[str]) -> Iterator[Triple]:
    """Each entity's canonical one; and where IRIs lead that a canonical thing bore or may bear."""
    links, keyed = iri(t.CANONICAL), iri(t.IDENTITY_KEY)
    for entity in entities:
        yield f"<{entity}>", links, f"<{found.canonical[entity]}>"
    for canonical, keys in found.keys.items():
        for key in keys:
            if key != canonical:
                yield f"<{key}>", links, f"<{canonical}>"
                yield f"<{canonical}>", keyed, f"<{key}>"
    for canonical, keys in found.spare.items():
        for key in keys:
            yield f"<{canonical}>", keyed, f"<{key}>"
