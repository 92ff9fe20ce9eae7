"""Which names within one article mean one body: short for long, 县教育局, 社市委, 该校.

Bodies are one if core and place agree; a name without a place joins the only body of that core. A
level word (县, 市) stands for the place of that level named nearest before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ....ontology.bodynames import lengthened
from ....ontology.records import Kind, Mention
from ...gazetteer import divisions
from ...later import later
from ...naming import PARTIES, is_sent, parse_body_in
from .clipped import BodyRead, introduced, whole_faculty
from .groups import Group, grouped
from .hits import BodyHit, PlaceHit
from .joining import bared, joined
from .joints import without_joint
from .leftwards import TEAMS
from .levels import Named, home_of, homes, of_level, placed, unplaced
from .ownnames import is_own_college
from .seats import address_of, is_station, place_key
from .units import main_college, unit_of
from .words import Words

__all__ = ["settle"]

_NUMBERED = later("([一二三四五六七八九十]+)中")
#: The place in the name is that of the giver or sender: 某商会某某希望小学, 某市政府驻某地办事处.
_ELSEWHERE = later(
    "(?:公司|集团|商会|协会|基金会).+希望小学$|驻.+(?:办事处|委员会|工委|党委)$"
    "|(?:银行|公司|集团).+(?:分行|支行|分公司)$"
)
_LEAGUE = later("(.{2,12}?)团([省市县区州旗])委")
#: Bodies that act far from the place in their names, so that 市 on their page is of another.
_FROM_AFAR = ("company", "foundation")
_LONG = ("地区", "新区", "自治区", "开发区", "特区", "街道")


def settle(
    words: Words,
    bodies: Sequence[BodyHit],
    places: Sequence[PlaceHit],
    publisher: str | None = None,
) -> list[Mention]:
    """The bodies as mentions: one name and key for each body; what stays unknown is left out.

    A level (县教育局) that the text has no place for is of the place where `publisher` sits.
    """
    text = words.text
    context = frozenset(place.division.adcode for place in places if place.division)
    starts = {place.start: place for place in places}
    inside = {position for hit in bodies for position in range(hit.start, hit.end)}
    told = frozenset(
        place.division.adcode
        for place in places
        if place.division and (place.form == place.name or place.start not in inside)
    )
    reads: list[BodyRead] = []
    seats: dict[str, str] = {}
    college = main_college(text, bodies, publisher)
    firms = {p for hit in bodies if _from_afar(hit) for p in range(hit.start, hit.end)}
    ours = home_of(publisher, len(text))
    stops = {p.start for p in places if is_station(text, p.end)}
    own = [p for p in places if p.start not in firms | stops]
    sought = Named((*homes(text, bodies, own), *ours))
    levels = {place.name[-1] for place in (*places, *ours)}
    for hit in bodies:
        hit = without_joint(text, hit, reads[-1].hit.end if reads else -1)
        if hit.anchor == "university" and not college and is_own_college(words, hit):
            hit = replace(hit, kind=Kind.SCHOOL, category="higher", anchor="word")
        if hit.anchor == "university":
            hit = whole_faculty(text, hit, bodies)
        wording = _wording(text, hit, sought, reads, college) or unplaced(text, hit, levels)
        if wording is not None:
            parsed = parse_body_in(_formal(wording), context)
            seat = parsed.place if hit.anchor == "word" and hit.start not in starts else None
            if seat and seat.name not in wording and seat.parent not in context:
                parsed = replace(parsed, place=None, core=lengthened(wording))  # 荷塘 is none
                seats[wording] = ""
            elif _ELSEWHERE.search(wording):
                seats[wording] = ""
            elif (posted := _posted(hit, wording, starts)) is not None:
                seats[wording] = posted
            elif (address := address_of(text, hit, starts)) is not None:
                seats[wording] = place_key(address)
            reads.append(BodyRead(hit, wording, parsed))
    reads = bared(_unshortened(introduced(text, reads), told), words)
    groups = grouped(text, reads)
    target = {key: joined(key, groups) for key in groups}
    members: dict[Group, list[BodyRead]] = defaultdict(list)
    for key, found in groups.items():
        members[_last(key, target)].extend(found)
    mentions: list[Mention] = []
    for found in members.values():
        name = max((read.wording for read in found), key=len)
        mentions += [
            Mention(
                kind=read.hit.kind,
                name=name,
                start=read.hit.start,
                end=read.hit.end,
                key=name,
                seat=seats.get(name),
            )
            for read in found
        ]
    return sorted(mentions, key=lambda mention: mention.start)


def _from_afar(hit: BodyHit) -> bool:
    """Whether the place in the name says nothing of where the page is set: 甲市乙县商会."""
    return hit.category in _FROM_AFAR or hit.suffix in ("商会", "同乡会")


def _posted(hit: BodyHit, name: str, starts: Mapping[int, PlaceHit]) -> str | None:
    """Where a team is that its name sends to a place: 甲市驻|乙县|工作组, 甲省工作队|乙县|小组.

    Empty if the name sends it somewhere that the table of places does not know.
    """
    if hit.category not in TEAMS or not is_sent(name):
        return None
    last = max((at for at in range(hit.start + 1, hit.end) if at in starts), default=None)
    return "" if last is None else place_key(starts[last])


def _last(key: Group, target: dict[Group, Group]) -> Group:
    """Where the way from group to longer group ends; of a ring the least."""
    way = [key]
    while target[way[-1]] not in way:
        way.append(target[way[-1]])
    ring = way[way.index(target[way[-1]]) :]
    return min(ring, key=lambda group: group[1:])


def _unshortened(reads: Sequence[BodyRead], told: frozenset[str]) -> list[BodyRead]:
    """镜湖中学 where 绍兴市镜湖中学 stands: the end of that name, and no school of 镜湖区.

    A place that a name seems to begin with, but that the article does not name, is no place there
    if the article has the whole name, and only one such.
    """
    whole: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    wordings = {(read.hit.kind, read.wording): read for read in reads}
    for kind, other in wordings:
        for cut in range(2, min(len(other) - 1, 12)):
            head = other[:cut]
            place = head.endswith(("镇", "乡", "街道")) or divisions().candidates(head)
            if (kind, other[cut:]) in wordings and place:
                whole[kind, other[cut:]].add(other)
    found: list[BodyRead] = []
    for read in reads:
        seat = read.parsed.place
        names = whole.get((read.hit.kind, read.wording), set())
        if seat is not None and seat.adcode not in told and len(names) == 1:
            read = replace(wordings[read.hit.kind, next(iter(names))], hit=read.hit)
        found.append(read)
    return found


def _wording(
    text: str,
    hit: BodyHit,
    places: Named,
    before: Sequence[BodyRead],
    college: str | None,
) -> str | None:
    """The name with what it leaves to the reader put in; None if nobody can tell what that is."""
    wording = "".join(text[hit.start : hit.end].split()).replace("研支团", "研究生支教团")
    if hit.wording:
        return hit.wording
    if hit.anchor == "heir":
        parent = next((read for read in reversed(before) if read.hit.end <= hit.start), None)
        return _inherited(wording, hit, parent)
    if match := re.match(r"(?![九民农致台中共])(.{2,12}?[省市县区州])委会", wording):
        party = next((p for r in reversed(before) for p in PARTIES if r.wording.startswith(p)), "")
        if hit.anchor == "place":
            return f"{party}{wording}" if match else wording
    if hit.anchor == "place" and (league := _LEAGUE.match(wording)) is not None:
        level = "" if league[1].endswith(league[2]) else league[2]
        return f"共青团{league[1]}{level}委{wording[league.end() :]}"
    if hit.anchor == "university":
        if unit_of(wording) or not college:
            return wording if unit_of(wording) else None
        return f"{college}{_without_short(wording, college)}"
    if wording.startswith("社") and hit.anchor == "party":
        wording = f"九三学{wording}"
    elif wording.startswith("盟") and hit.anchor == "party":
        wording = f"民{wording}"
    elif wording.startswith("团") and hit.anchor == "party":
        wording = f"共青{wording}"
    if hit.kind is Kind.SCHOOL and wording.endswith(("镇中", "乡中")):
        wording = f"{wording}学"
    if hit.anchor != "level" and not _bare_committee(wording):
        return f"{_county_of(hit, places)}{wording}"
    head = len(wording) - len(wording.lstrip("九三学社共青团中"))
    level = next((w for w in _LONG if wording.startswith(w, head)), wording[head])
    if head == 0 and (committee := _party_of(wording, before)) is not None:
        return committee
    rest = wording[head + len(level) :]
    if level in "校院":
        return f"{college}{rest}" if college else None
    if wording[0] == "团" and rest == "委":
        place = of_level(level, hit.start, places)
        return None if place is None else f"共青团{placed(place, places)}委"
    numbered = _NUMBERED.fullmatch(rest)
    place = of_level(level, hit.start, places)
    if numbered and f"我{level}" in text:
        # 市三中 on a page that says 我市 is of the city that the page begins with
        place = next(iter(places.of(level)), place)
    if numbered:
        # 市二中 on a page that has named the second school of one of its cities
        own = f"{level}第{numbered[1]}中学"
        if len(told := {read.wording for read in before if read.wording.endswith(own)}) == 1:
            return told.pop()
    if place is None:
        return None
    rest = f"第{numbered[1]}中学" if numbered else rest
    return f"{wording[:head]}{placed(place, places)}{rest}"


_SHORT = later("([一-龥]{1,3}大)(?=[一-龥]{2,10}学院$)")


def _without_short(wording: str, college: str) -> str:
    """普洱茶学院 for 滇西大普洱茶学院, where the letters before it are those of the university."""
    short = _SHORT.match(wording)
    letters = iter(college)
    whole = short is not None and all(letter in letters for letter in short[1])
    return wording[short.end() :] if short is not None and whole else wording


def _county_of(hit: BodyHit, places: Named) -> str:
    """The county to put before 柳塘镇中学, as the article writes it; empty for other names."""
    town = places.at.get(hit.start)
    if town is None or town.division is not None or town.parent is None:
        return ""
    county = PlaceHit(0, 0, town.parent.name, town.parent)
    return placed(county, places)


def _formal(wording: str) -> str:
    """绍兴民进 is the party's committee of that place."""
    for party in PARTIES:
        if wording.endswith(party) and len(wording) > len(party) + 1:
            return f"{party}{wording.removesuffix(party)}委员会"
    return wording


def _bare_committee(wording: str) -> bool:
    rest = wording.removeprefix("九三学社").removeprefix("共青团").removeprefix("中共")
    return rest != wording and len(rest) > 1 and rest[0] in "省市县区州" and rest[1] in "委工"


def _inherited(wording: str, hit: BodyHit, parent: BodyRead | None) -> str | None:
    """县委常委、统战部部长; 县教育工委委员、教育局局长: of the place, or the body, just named."""
    if parent is None or hit.start - parent.hit.end > 16:
        return None
    if hit.category == "party_department":
        return f"{parent.wording}{wording}" if parent.wording.endswith("委") else None
    town = parent.wording.removesuffix(parent.hit.suffix)
    if town.endswith(("镇", "乡", "街道")) and wording.endswith("政府"):
        return f"{town}{wording}"
    if parent.parsed.place is None:
        return None
    if (wording[-1] == "厅") != (parent.parsed.place.parent is None):
        return None
    place = parent.parsed.place
    for form in (place.name, *place.short_names):
        if (at := parent.wording.find(form)) >= 0:
            return f"{parent.wording[: at + len(form)]}{wording}"
    return f"{place.name}{wording}"


def _party_of(wording: str, before: Sequence[BodyRead]) -> str | None:
    """市委会, 省民进: the committee of the party that the article has named in full."""
    named = next((party for party in PARTIES[:8] if wording.startswith(party, 1)), None)
    if named is not None:
        own = (r for r in reversed(before) if r.parsed.core == f"{named}委员会" and r.parsed.place)
        found = next((r for r in own if f"{wording[0]}委" in r.wording), None)
        return f"{found.wording}{wording[1 + len(named) :]}" if found else None
    if not wording.endswith("委会") and "委会" not in wording[:4]:
        return None
    head = wording[: wording.index("委会")]
    for read in reversed(before):
        core = read.parsed.core
        party = core.endswith("委员会") and read.wording.startswith(PARTIES[:8])
        if party and read.parsed.place and f"{head[-1]}委" in read.wording:
            return f"{read.wording}{wording[len(head) + 2 :]}"
    return None
