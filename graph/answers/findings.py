"""The rows of the question ``findings``: what of a source was not read, placed or recognised."""

from __future__ import annotations

from ...ontology import terms as t
from ...ontology.messages import Lang, say, table
from ...ontology.nt import iri
from .. import evidence
from ..asked import Asked
from ..engine import Store
from ..fill import rows as told_by
from ..notes import notes_of
from ..spelling import near

__all__ = ["rows"]

_BF = f"PREFIX bf: <{t.BF}>\nPREFIX skos: <{t.PREFIXES['skos']}>\n"
_THINGS = f"""{_BF}SELECT DISTINCT ?e ?type ?name WHERE {{ GRAPH ?source {{
  VALUES ?type {{ bf:School bf:Institution bf:Person bf:Place }}
  ?e a ?type ; skos:prefLabel ?name FILTER(LANG(?name) = "zh") }} }}"""
_FACTS = f"""{_BF}SELECT DISTINCT ?e ?f WHERE {{ GRAPH ?source {{
  VALUES ?end {{ bf:helper bf:recipient bf:person bf:organization bf:from bf:to bf:venue }}
  ?f ?end ?e ; bf:evidence ?proof }} }}"""
_PLACED = f"""{_BF}SELECT DISTINCT ?e ?p WHERE {{ GRAPH ?source {{
  ?e bf:locatedIn|bf:partOf ?p }} }}"""
_CODED = f"{_BF}SELECT DISTINCT ?e WHERE {{ GRAPH ?source {{ ?e bf:adcode ?code }} }}"
_ELSEWHERE = f"""{_BF}SELECT DISTINCT ?s WHERE {{
  ?e bf:canonical ?c . ?other bf:canonical ?c . GRAPH ?s {{ ?other a ?type }} ?s a bf:Source
  FILTER NOT EXISTS {{ ?s bf:sourceClass <{t.concept("sourceClass", "reference")}> }} }} LIMIT 2"""
_NEIGHBOURS = f"""{_BF}SELECT DISTINCT ?name WHERE {{
  ?e bf:canonical ?me . ?me bf:locatedIn ?p . ?other bf:locatedIn ?p . ?other a ?type
  FILTER(?other != ?me)
  GRAPH <{t.DERIVED_GRAPH}> {{ ?other skos:prefLabel ?name }} FILTER(LANG(?name) = "zh") }}"""
_DONE = ("cut", "repaired")
_HARMLESS = {"mapping", "head-row", "banner", "footnote"}


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """What, kind, why, near names and passage: rows left out, things without place, strangers.

    A thing is a stranger where no other report knows it; near names are of the same place.
    """
    source = asked.found[0].iri
    found: list[tuple[str, ...]] = [
        ("", "", _told(str(note.kind), note.reason, lang), "", note.quote.replace("\n", " / "), "")
        for note in notes_of(store, source)
        if str(note.kind) not in _DONE or note.reason in ("unused-row", "hidden-sheet")
        if note.reason not in _HARMLESS
    ]
    term = iri(source)
    facts: dict[str, set[str]] = {}
    for thing, fact in told_by(store, _FACTS, source=term):
        facts.setdefault(thing, set()).add(fact)
    placed = {thing for thing, _ in told_by(store, _PLACED, source=term)}
    placed |= {thing for (thing,) in told_by(store, _CODED, source=term)}
    proofs = evidence.passages(store, {fact for some in facts.values() for fact in some})
    for thing, type_, name in sorted(told_by(store, _THINGS, source=term), key=lambda row: row[1:]):
        kind = type_.removeprefix(t.BF).lower()
        if thing not in facts:
            continue
        reasons = []
        if kind != "person" and thing not in placed:
            reasons.append(say("ask.finding-no-place", lang))
        if kind != "place" and len(told_by(store, _ELSEWHERE, e=iri(thing))) < 2:
            reasons.append(say("ask.finding-only-here", lang))
        if not reasons:
            continue
        around = [] if kind == "person" else _near(store, thing, type_, name)
        some = sorted(facts[thing])
        quotes = [proof.quote for fact in some for proof in proofs[fact]]
        best = min(quotes, key=lambda quote: (name not in quote, len(quote), quote), default="")
        joint = "；" if lang == "zh" else "; "
        found.append((name, kind, joint.join(reasons), "、".join(around), best, " ".join(some)))
    return found


def _near(store: Store, thing: str, type_: str, name: str) -> list[str]:
    """Names like this one among bodies of the same place."""
    names = {other for (other,) in told_by(store, _NEIGHBOURS, e=iri(thing), type=iri(type_))}
    return list(near(name, sorted(names)))


def _told(kind: str, reason: str, lang: Lang) -> str:
    key = f"reader.{reason}"
    head = say(f"reader.kind-{kind}", lang)
    return f"{head}: {say(key, lang)}" if key in table() else f"{head}: {reason}"
