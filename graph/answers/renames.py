"""The rows of the question ``renames``: former names, and under which name their material stands.

Former names of places are told by the reference table, if it is loaded; those of bodies by
judgements that call two of different names the same.
"""

from __future__ import annotations

from ...ontology import terms as t
from ...ontology.messages import Lang
from ...ontology.nt import iri, literal
from .. import evidence
from ..asked import Asked
from ..engine import Store
from ..fill import rows as told_by
from ..told import names_of

__all__ = ["rows"]

_BF = f"PREFIX bf: <{t.BF}>\nPREFIX skos: <{t.PREFIXES['skos']}>\n"
_REFERENCE = t.concept("sourceClass", "reference")
_FORMER = f"""{_BF}SELECT DISTINCT ?f ?c ?name ?code ?until WHERE {{
  ?f a bf:FormerName ; bf:ofPlace ?p ; skos:prefLabel ?name . ?p bf:canonical ?c .
  OPTIONAL {{ ?f bf:formerCode ?code }} OPTIONAL {{ ?f bf:until ?until }} }}"""
# Asked of one place at a time: of all at once, engines go through all facts for each name.
_TOUCHING = f"""{_BF}SELECT DISTINCT ?s WHERE {{
  ?p0 bf:canonical ?c . GRAPH ?s {{ ?fact ?end ?p0 }}
  FILTER(?end NOT IN (bf:ofPlace, bf:targetPlace, bf:locatedIn, bf:partOf, bf:canonical))
  ?s a bf:Source FILTER NOT EXISTS {{ ?s bf:sourceClass <{_REFERENCE}> }} }} LIMIT 1"""
_WITHIN = f"{_BF}SELECT DISTINCT ?e WHERE {{ ?e bf:within? ?entity }}"
_JUDGED = f"""{_BF}SELECT DISTINCT ?c WHERE {{
  GRAPH <{t.JUDGEMENTS_GRAPH}> {{ ?j bf:decision "same" ; bf:concerns ?x }}
  {{ ?x bf:canonical ?c }} UNION {{ ?m bf:canonical ?x BIND(?x AS ?c) }}
  FILTER NOT EXISTS {{ ?c a bf:Person }} }}"""
_FACTS = f"""{_BF}SELECT (COUNT(DISTINCT ?f) AS ?count) WHERE {{
  ?e bf:canonical ?c . ?f ?end ?e ; bf:evidence ?proof FILTER(?end != bf:ofPlace) }}"""
_USING = f"""{_BF}SELECT DISTINCT ?s WHERE {{
  ?e bf:canonical ?c . GRAPH ?s {{ ?e ?how ?name }} ?s a bf:Source
  FILTER(?how IN (skos:prefLabel, skos:altLabel))
  FILTER NOT EXISTS {{ ?s bf:sourceClass <{_REFERENCE}> }} }}"""
_CALLED = f"""{_BF}SELECT DISTINCT ?name WHERE {{
  ?e bf:canonical ?c . ?e skos:prefLabel ?name FILTER(LANG(?name) = "zh") }}"""
_CODE = f"{_BF}SELECT DISTINCT ?code WHERE {{ ?c bf:adcode ?code }}"


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Former name and code, today's, until when, who still uses it, facts, basis, passage."""
    inside = None
    if asked.found:
        inside = {e for (e,) in told_by(store, _WITHIN, entity=iri(asked.found[0].iri))}
    former = [row for row in told_by(store, _FORMER) if inside is None or row[1] in inside]
    places = sorted({row[1] for row in former})
    touched = {place for place in places if told_by(store, _TOUCHING, c=iri(place))}
    former = [row for row in former if row[1] in touched]
    judged = [row for row in told_by(store, _JUDGED) if inside is None or row[0] in inside]
    names = names_of(store, {*(row[1] for row in former), *(row[0] for row in judged)})
    proofs = evidence.passages(store, {row[0] for row in former})
    found: set[tuple[str, ...]] = set()
    for fact, place, name, code, until in former:
        quote = min((proof.quote for proof in proofs[fact]), key=len, default="")
        more = (until, _using(store, place, name), _count(store, place), "reference", quote, fact)
        found.add((name, code, names.get(place, place), _code(store, place), *more))
    for (canonical,) in judged:
        for (name,) in told_by(store, _CALLED, c=iri(canonical)):
            if name != names.get(canonical):
                told = ("", _using(store, canonical, name), _count(store, canonical))
                now = names.get(canonical, canonical)
                found.add((name, "", now, _code(store, canonical), *told, "judgement", "", ""))
    return sorted(found, key=lambda row: (row[2], row[4], row))


def _using(store: Store, thing: str, name: str) -> str:
    terms = (literal(name, language="zh"), literal(name))
    using = {s for term in terms for (s,) in told_by(store, _USING, c=iri(thing), name=term)}
    return str(len(using))


def _count(store: Store, thing: str) -> str:
    return told_by(store, _FACTS, c=iri(thing))[0][0]


def _code(store: Store, thing: str) -> str:
    return min((code for (code,) in told_by(store, _CODE, c=iri(thing))), default="")
