"""Who is who at scale: so many bodies and persons from made-up sources, decided at once and by one.

Each source tells of some bodies and persons of one county. A third of the bodies and of the persons
stand in a second source too, the bodies under their short names. The sources are read in by the
engine itself, many at once: putting them is the business of other benchmarks.

    python -m benchmarks.identity --bodies 100000 --persons 200000

Seconds are those of the processor, so that what else runs on the machine counts little.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time

import pyoxigraph as ox

from bangfu.graph.derive import derive
from bangfu.graph.folder import data
from bangfu.graph.store import open_store, put
from bangfu.ontology import terms as t
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, scoped_iri, source_iri
from bangfu.ontology.quads import reading_triples
from bangfu.ontology.records import (
    Evidence,
    Kind,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Reading,
    School,
    Source,
)

__all__ = ["crowd", "main"]

_NUMERALS = "一二三四五六七八九"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "华明强芳敏静磊军洋勇艳杰娟涛超霞平刚桂英秀兰文玉红梅"
_BODIES, _PERSONS = 10, 20
"""Of one source."""
_PART = 200_000
"""Quads read in at once."""


def crowd(bodies: int, persons: int) -> Iterator[Reading]:
    """Sources with so many bodies and persons together."""
    for number in range(max(bodies // _BODIES, persons // _PERSONS)):
        yield source(number)


def source(number: int) -> Reading:
    """One of the sources; every third repeats what the one before it tells of, in other words."""
    told, short = (number - 1, True) if number % 3 == 2 else (number, False)
    address = f"https://example.org/crowd/{number:07d}.html"
    iri = source_iri(address)
    county = told % 2800
    code = f"{11 + county // 100}{county // 10 % 10 + 1:02d}{county % 10 + 21:02d}"
    province = Place(
        iri=place_iri(f"{code[:2]}0000"),
        name=f"第{code[:2]}省",
        level=PlaceLevel.PROVINCE,
        adcode=f"{code[:2]}0000",
    )
    place = Place(
        iri=place_iri(code),
        name=f"第{code}县",
        level=PlaceLevel.COUNTY,
        adcode=code,
        part_of=province.iri,
    )
    text, facts = "", []
    schools = []
    for nth in range(_BODIES):
        numeral, kind = _NUMERALS[(told // 2800 + nth) % 9], "中" if nth % 2 else "小"
        name = f"{numeral}{kind}" if short else f"第{numeral}{kind}学"
        name = f"{'城关' if nth > 4 else ''}{name}"
        own = scoped_iri(iri, Kind.SCHOOL, name)
        schools.append(School(iri=own, name=name, core_name=name, located_in=place.iri))
    for nth in range(_PERSONS):
        who = told * _PERSONS + nth
        name = _SURNAMES[who % 20] + _GIVEN[who // 20 % 26] + _GIVEN[who // 520 % 26]
        person = Person(iri=scoped_iri(iri, Kind.PERSON, f"{nth}"), name=name)
        start, text = len(text), f"{text}{name}任教。"
        spot = {"start": start, "end": len(text), "raw_start": start, "raw_end": len(text)}
        proof = Evidence(quote=text[start:], method="made:1", **spot)
        facts.append(
            Posting(
                person=person, organization=schools[nth % _BODIES], title="教师", evidence=(proof,)
            )
        )
    return Reading(
        source=Source(
            iri=iri,
            address=address,
            sha256=f"{number:064x}",
            text=text,
            issued=PartialDate(2020 + number % 5),
        ),
        entities=(province, place, *schools),
        facts=tuple(facts),
    )


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.identity", description=__doc__)
    parser.add_argument("--bodies", type=int, default=100_000)
    parser.add_argument("--persons", type=int, default=200_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bangfu-identity-") as folder:
        path = Path(folder) / "bangfu.db"
        # in a process of its own: the engine takes more memory to be filled than to be read
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            count, quads = pool.submit(_fill, path, given.bodies, given.persons).result()
        _tell("sources", f"{count:,}, {quads:,} quads")
        before = _peak()
        with open_store(path) as store:
            start, wall = process_time(), perf_counter()
            derive(store)
            took, passed = process_time() - start, perf_counter() - wall
            _tell("derive all", f"{took:.1f} s ({passed:.0f} s by the clock)")
            _tell("peak memory of it", f"{_peak():,.0f} MB ({before:,.0f} MB before)")
            for extra in range(3):
                put(store, source(count + extra))
                start = process_time()
                derive(store)
                _tell("derive after one more", f"{(process_time() - start) * 1000:.0f} ms")
            canonical = {o for _, _, o in store.statements(t.CANONICAL)}
            _tell("canonical things", f"{len(canonical):,}")


def _fill(path: Path, bodies: int, persons: int) -> tuple[int, int]:
    return _filled(path, crowd(bodies, persons))


def _filled(path: Path, readings: Iterator[Reading]) -> tuple[int, int]:
    """Make a store of `readings` at `path`; how many they were, and of how many quads."""
    open_store(path).close()
    engine = ox.Store(str(data(path)))
    count = quads = 0
    lines: list[str] = []

    def read_in() -> None:
        engine.bulk_load("".join(lines).encode("utf-8"), ox.RdfFormat.N_QUADS)
        lines.clear()

    for reading in readings:
        told = reading_triples(reading)
        lines += (f"{' '.join(triple)} <{reading.source.iri}> .\n" for triple in told)
        count, quads = count + 1, quads + len(told)
        if len(lines) >= _PART:
            read_in()
    read_in()
    engine.flush()
    return count, quads


def _peak() -> float:
    """The most memory that the process had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _tell(what: str, figure: str) -> None:
    print(f"| {what.ljust(24)} | {figure.rjust(32)} |", flush=True)


if __name__ == "__main__":
    main()
