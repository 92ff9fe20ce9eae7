"""Sources that tell of help between places: the least that networks can be tested on."""

from __future__ import annotations

from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, scoped_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Entity,
    Evidence,
    Institution,
    Kind,
    Modality,
    Observation,
    Place,
    PlaceLevel,
    Reading,
    School,
    Source,
    SourceClass,
    Status,
)

CODES = {
    "贵州省": "520000",
    "毕节市": "520500",
    "七星关区": "520502",
    "广东省": "440000",
    "广州市": "440100",
    "天河区": "440106",
    "四川省": "510000",
    "广元市": "510800",
    "旺苍县": "510821",
    "剑阁县": "510823",
}


def place(name: str) -> Place:
    """A place of the list above, with its parent."""
    code = CODES[name]
    parent = next(
        (c for c in (f"{code[:4]}00", f"{code[:2]}0000") if c != code and c in CODES.values()), None
    )
    level = (
        PlaceLevel.PROVINCE
        if code.endswith("0000")
        else PlaceLevel.PREFECTURE
        if code.endswith("00")
        else PlaceLevel.COUNTY
    )
    around = place_iri(parent) if parent else None
    return Place(iri=place_iri(code), name=name, adcode=code, level=level, part_of=around)


class Telling:
    """One source in the making."""

    def __init__(
        self, number: int, issued: str, source_class: SourceClass = SourceClass.NOTICE
    ) -> None:
        self.address = f"news/{number}.txt"
        self.iri = source_iri(self.address)
        self.issued = issued
        self.source_class = source_class
        self.text = ""
        self.facts: list[Assistance[Entity] | Observation[Entity]] = []

    def end(self, name: str) -> Entity:
        """A place, or a school or body as 地名/名称."""
        where, _, body = name.partition("/")
        if not body:
            return place(where)
        kind = Kind.SCHOOL if body.endswith(("学", "校")) else Kind.INSTITUTION
        make = School if kind is Kind.SCHOOL else Institution
        own = scoped_iri(self.iri, kind, where + body)
        around = place_iri(CODES[where]) if where else None
        return make(iri=own, name=where + body, core_name=body, located_in=around)

    def helps(
        self,
        helper: str,
        recipient: str,
        *,
        since: str = "",
        until: str = "",
        status: Status = Status.UNKNOWN,
        modality: Modality = Modality.PAIRING,
    ) -> Assistance[Entity]:
        """One more fact."""
        fact = Assistance(
            helper=self.end(helper),
            recipient=self.end(recipient),
            evidence=self.quote(f"{helper}帮扶{recipient}。"),
            modality=modality,
            status=status,
            since=PartialDate.parse(since) if since else None,
            until=PartialDate.parse(until) if until else None,
        )
        self.facts.append(fact)
        return fact

    def quote(self, said: str) -> tuple[Evidence, ...]:
        """A passage at the end of the text."""
        start, self.text = len(self.text), self.text + said
        spot = {"start": start, "end": len(self.text)}
        raw = {"raw_start": start, "raw_end": len(self.text)}
        return (Evidence(quote=said, method="test:1", confidence=0.9, **spot, **raw),)

    def reading(self) -> Reading:
        """All of it, as a loader gives it."""
        return Reading(
            source=Source(
                iri=self.iri,
                address=self.address,
                sha256="0" * 64,
                text=self.text,
                issued=PartialDate.parse(self.issued),
                source_class=self.source_class,
            ),
            entities=tuple(place(name) for name in CODES),
            facts=tuple(self.facts),
        )
