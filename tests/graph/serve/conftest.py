"""One server for all tests here: the sample and a source whose every field is hostile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from served import sample_store, served

from bangfu.graph.keep import reading
from bangfu.graph.profile import Profile
from bangfu.graph.serve.limits import Limits
from bangfu.graph.serve.site import Site
from bangfu.ontology.identity import scoped_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Event,
    EventKind,
    Evidence,
    Institution,
    Kind,
    Modality,
    Participation,
    Person,
    Posting,
    Programme,
    Reading,
    Role,
    School,
    Source,
)

EVIL = "</title></script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"'{{7*7}}{% x %}=cmd|\u202e"
SECONDS = 2.0


def hostile() -> Reading:
    """A source in which every text is an attack."""
    address = "evil<script>.txt"
    source = source_iri(address)
    text = f"{EVIL}开头{EVIL}结尾javascript:alert(1)"
    proof = (
        Evidence(quote=text, start=0, end=len(text), raw_start=0, raw_end=len(text), method=EVIL),
    )

    def iri(kind: Kind, key: str) -> str:
        return scoped_iri(source, kind, key)

    school = School(iri=iri(Kind.SCHOOL, "s"), name=f"恶意{EVIL}学校", aliases=(f"恶校{EVIL}",))
    body = Institution(iri=iri(Kind.INSTITUTION, "i"), name=f"javascript:alert(1)//{EVIL}局")
    person = Person(iri=iri(Kind.PERSON, "p"), name=f"张{EVIL}")
    scheme = Programme(iri=iri(Kind.PROGRAMME, "g"), name=f"计划{EVIL}")
    return Reading(
        source=Source(
            iri=source, address=address, sha256="0" * 64, text=text, title=EVIL, publisher=EVIL
        ),
        entities=(school, body, person, scheme),
        facts=(
            Assistance(
                helper=body, recipient=school, evidence=proof, modality=Modality.FUNDING,
                programme=scheme,
            ),
            Posting(person=person, organization=school, title=EVIL, evidence=proof),
            Event(
                event_kind=EventKind.VISIT, name=EVIL, evidence=proof, venue=school,
                participations=(Participation(who=body, role=Role.ORGANIZER),),
            ),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_store(tmp_path_factory.mktemp("served") / "kept.db", hostile())


@pytest.fixture(scope="session")
def site(store: Path) -> Iterator[str]:
    limits = Limits(seconds=SECONDS, rows=500, size=2_000_000, queries=3, pages=1)
    with served(store, Profile.INTERNAL, limits) as address:
        yield address


@pytest.fixture(scope="session")
def pages(store: Path) -> Iterator[Site]:
    """The same pages without a server."""
    with reading(store) as kept:
        yield Site(store=kept, profile=Profile.INTERNAL)


@pytest.fixture(scope="session")
def http(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, timeout=120) as client:
        yield client
