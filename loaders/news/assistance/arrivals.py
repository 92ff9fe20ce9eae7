"""Those who came, and those who came to learn, where only their home is named.

支教教师分别来自甲1、甲2 tells of the one county of the page; 来自乙来此地跟岗的校长 learn with the
place whose education office the page is about. Both are marked as inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Modality
from ...gazetteer import divisions
from ...later import later
from ..entities.sides import codes_of, contains, is_government
from .claims import Claim
from .guards import is_refused, status_of
from .symbols import END, View

__all__ = ["arrived", "hosts", "learners"]

_OTHER = "[^\ue000-\ue003。！？；\n]"
_LIST = rf"{END}(?:(?:、|和|及){END}){{0,9}}"
_ARRIVED = later(
    rf"(?:支教|帮扶|援教|援派|组团式){_OTHER}{{0,6}}(?:教师|老师|队员|专家|人才|团队|校长)"
    rf"{_OTHER}{{0,14}}?来自(?P<h>{_LIST})"
)
_HOSTS = later(rf"(?P<h>{_LIST})(?:分别|各|依次|共)?接收(?:了)?\d+[名人]")
_LEARNERS = later(
    rf"(?P<r>{_LIST})(?P<x>(?!，){_OTHER}{{0,12}}?来(?!自){_OTHER}{{0,2}}?(?:跟岗|跟班|研修))"
)


def arrived(found: View, places: Sequence[Mention], context: frozenset[str]) -> Iterator[Claim]:
    """支教教师分别来自甲1、甲2: they help the one county that the page names beside their own."""
    for match in _ARRIVED.finditer(found.symbols):
        senders = found.at(*match.span("h"))
        counties = {
            m.key: m
            for m in places
            if len(codes_of(m)) > 2 and not any(contains(m, one, context) for one in senders)
        }
        if len(counties) != 1 or is_refused("", match[0], ""):
            continue
        (county,) = counties.values()
        for sender in senders:
            if not contains(sender, county, context):
                yield Claim(
                    sender, county, Modality.SECONDMENT, status_of("", match[0], ""), "arrived",
                    0.7, found.places[match.start()], found.ends[match.end() - 1], inferred=True,
                    support=((county.start, county.end),),
                )  # fmt: skip


def hosts(found: View, claims: Sequence[Claim]) -> Iterator[Claim]:
    """乙的教师赴甲市跟岗,甲1、甲2分别接收18名和14名: who takes them in helps 乙 too."""
    for match in _HOSTS.finditer(found.symbols):
        start, end = found.places[match.start()], found.ends[match.end() - 1]
        before = [
            c
            for c in claims
            if c.modality is Modality.TRAINING
            and c.rule in ("learn", "learn-at")
            and found.places[0] <= c.start
            and c.end <= start
        ]
        if len({c.recipient.key for c in before}) != 1:
            continue
        for host in found.at(*match.span("h")):
            if host.key != before[0].recipient.key:
                yield Claim(
                    host, before[0].recipient, Modality.TRAINING, before[0].status, "hosts", 0.75,
                    before[0].start, end, inferred=True,
                )  # fmt: skip


def learners(found: View, mentions: Sequence[Mention], context: frozenset[str]) -> Iterator[Claim]:
    """来自乙来此地跟岗的教师: they learn where the one education office is that is not theirs."""
    for match in _LEARNERS.finditer(found.symbols):
        takers = found.at(*match.span("r"))
        hosts = {
            code: m
            for m in mentions
            if is_government(m)
            and "教" in m.name
            and not any(contains(m, taker, context) for taker in takers)
            for code in codes_of(m, context)[:1]
        }
        if len(hosts) != 1 or is_refused("", match["x"], ""):
            continue
        code, office = next(iter(hosts.items()))
        division = divisions().by_code(code)
        if division is None:
            continue
        host = Mention(
            kind=Kind.PLACE, name=division.name, start=office.start, end=office.end, key=code
        )
        for taker in takers:
            if not contains(taker, host, context):
                yield Claim(
                    host, taker, Modality.TRAINING, status_of("", match["x"], ""), "learners",
                    0.7, found.places[match.start()], found.ends[match.end() - 1], inferred=True,
                    support=((office.start, office.end),),
                )  # fmt: skip
