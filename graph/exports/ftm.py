"""FollowTheMoney entities, one JSON object a line: what Aleph, OpenSanctions' tools and Yente read.

Schemata: https://followthemoney.tech/explorer/. A place is an Address, since the model has no
places; help is an UnknownLink, which may join any two things, with its modality as the role.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ...ontology import terms as t
from ...ontology.nt import value
from ..engine import Store
from ..things import Thing
from .facts import FactRow, facts_in

__all__ = ["ftm"]

_SCHEMATA: Final = {
    "place": "Address",
    "school": "Organization",
    "institution": "Organization",
    "group": "Organization",
    "person": "Person",
    "programme": "Project",
    "event": "Event",
}
_COUNTRY: Final = "cn"


def ftm(store: Store) -> bytes:
    """All facts of `store` and the things at their ends, sorted by id."""
    titles = {value(fact): value(title) for _, fact, title in store.statements(t.TITLE)}
    found: dict[str, dict[str, Any]] = {}
    for row in facts_in(store).rows:
        for thing, places in (
            (row.source, row.source_places),
            (row.target, row.target_places),
        ):
            found.setdefault(_id(thing.iri), _thing(thing, places))
        for one in _links(row, titles):
            found[one["id"]] = one
    lines = [json.dumps(found[key], ensure_ascii=False, sort_keys=True) for key in sorted(found)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _thing(thing: Thing, places: Mapping[str, str]) -> dict[str, Any]:
    schema = _SCHEMATA.get(thing.kind, "Organization")
    said: dict[str, list[str]] = {"name": [thing.label]}
    if schema == "Address":
        said |= {"full": [thing.label], "country": [_COUNTRY]}
        said |= {"state": [places["province"]]} if "province" in places else {}
        said |= {"keywords": [thing.adcode]} if thing.adcode else {}
    elif schema == "Organization":
        around = "".join(
            dict.fromkeys(places.get(n, "") for n in ("province", "prefecture", "county"))
        )
        said |= {"country": [_COUNTRY], "classification": [thing.kind]}
        said |= {"address": [around]} if around else {}
    return {"id": _id(thing.iri), "schema": schema, "properties": said}


def _links(row: FactRow, titles: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    one = row.relation
    said: dict[str, list[str]] = {"recordId": [one.fact]}
    for name, days in (("startDate", one.since), ("endDate", one.until)):
        if days:
            said[name] = [days]
    if one.status != "unknown":
        said["status"] = [one.status]
    if row.passages:
        first = row.passages[0]
        said["summary"] = [first.quote]
        said |= {"publisher": [first.publisher]} if first.publisher else {}
        if first.address.startswith(("http://", "https://")):
            said["sourceUrl"] = [first.address]
    if row.figures or row.programme:
        said["description"] = [
            "; ".join((*([row.programme] if row.programme else ()), *row.figures))
        ]
    role = titles.get(one.fact) or one.code
    ends = (_id(row.source.iri), _id(row.target.iri))
    organized = _SCHEMATA.get(row.target.kind, "Organization") == "Organization"
    if one.kind == "posting" and row.source.kind == "person" and organized:
        schema, names = "Employment", ("employee", "employer")
    else:
        schema, names = "UnknownLink", ("subject", "object")
    said |= {names[0]: [ends[0]], names[1]: [ends[1]]} | ({"role": [role]} if role else {})
    key = _id(one.fact) if one.kind != "event" else f"{_id(one.fact)}-{_id(one.source)}-{role}"
    yield {"id": f"link-{key}", "schema": schema, "properties": said}


def _id(iri: str) -> str:
    """The kind and the key of an IRI of ours: school-00ff…"""
    return iri.removeprefix(t.ID).replace("/", "-")
