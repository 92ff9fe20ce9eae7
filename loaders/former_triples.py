"""What divisions were called before, as facts: each former name and code with its years and row.

A ``bf:FormerName`` is a fact like any other: its place, the name and code that the place had, from
when to when as far as the table knows, and the row as evidence. Where a division was merged into
another the place is the heir. Names that another division bears today are told here too: they are
history, while the place's ``skos:altLabel`` are names by which it may be asked for.
"""

from __future__ import annotations

from typing import Final

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.nt import Triple, iri, literal
from ..ontology.quads import reading_triples
from ..ontology.records import Entity, Reading, Stance
from .former import names_of
from .gazetteer import divisions
from .lexicon import rows
from .reference import DIVISIONS_RIGHTS, Text, reference_source
from .rowproof import minted, places_of, proof_triples

__all__ = ["former_triples"]

_INFERRED: Final = "stem"
"""The method of rows that were inferred from a common stem of two names."""


def former_triples() -> tuple[str, list[Triple]]:
    """The IRI of the source ``reference/changes``, and all that it says: for ``Store.put``."""
    table = rows("division_changes.csv")
    text = Text.of(table, table[0])
    source = reference_source(
        "reference/changes",
        "行政区划旧名表",
        text.text,
        issued=PartialDate(2026, 9, 11),
        rights=DIVISIONS_RIGHTS,
    )
    places: dict[str, Entity] = {}
    triples: set[Triple] = set()
    for number, row in enumerate(table):
        division = divisions().by_code(row["adcode"])
        assert division is not None
        made = places_of(source.iri, division)
        places |= {one.iri: one for one in made}
        # a name that a place bore twice has one fact a change, so the year is part of it
        fact = minted("formerName", row["adcode"], row["former_name"], row["year"])
        triples.add((fact, iri(t.RDF_TYPE), iri(t.A_FORMER_NAME)))
        triples.add((fact, iri(t.OF_PLACE), iri(made[0].iri)))
        triples.add((fact, iri(t.SKOS_PREF_LABEL), literal(row["former_name"], language="zh")))
        triples.add((fact, iri(t.UNTIL), _year(row["year"])))
        if row["former_adcode"]:
            triples.add((fact, iri(t.FORMER_CODE), literal(row["former_adcode"])))
        for known in names_of()[row["adcode"]].former:
            same = (known.name, str(known.until)) == (row["former_name"], row["year"])
            if same and known.since is not None:
                triples.add((fact, iri(t.SINCE), _year(str(known.since))))
        inferred = row["method"] == _INFERRED
        proof = text.evidence(
            number,
            "reference/changes 1",
            0.7 if inferred else 0.95,
            Stance.INFERRED if inferred else Stance.STATED,
        )
        triples.update(proof_triples(source.iri, fact, proof))
    triples.update(reading_triples(Reading(source=source, entities=tuple(places.values()))))
    return source.iri, sorted(triples)


def _year(year: str) -> str:
    return literal(year, datatype=t.XSD_G_YEAR)
