"""Sides that are named only as a number of things: 黄南州5所学校, 8所高校, 39个县."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention, Modality, Status
from ...gazetteer import divisions
from ...later import later
from ..numbers.numbers import chinese_number
from .claims import Claim

__all__ = ["group_claims", "with_groups"]

_NUMBER = r"(?P<n>\d{1,4}|[一二两三四五六七八九十百]{1,4})(?:余|多)?"
_SCHOOLS = r"(?:所(?:中小学校?|学校|高校|大学|中学|小学|幼儿园|职业学校|职校|乡镇学校|乡村学校)?)"
_AFTER_PLACE = later(rf"的?{_NUMBER}{_SCHOOLS}(?=[^\d]|$)")
_PARTNERS = later(r"结对|对接|一对一|帮扶|支援|联系")
_COUNTIES = later(r"(?:欠发达|重点帮扶|项目|脱贫|国家|省级)+县(?:域)?")
_BARE = later(
    rf"{_NUMBER}(?:所(?P<s>(?:[^，。！？；、\n]{{0,4}}?)(?:高校|大学|中小学|学校|中学|小学))"
    rf"|个(?P<c>[^，。！？；、\n和与\d]{{0,10}}?(?:县域|县|区|旗)(?![级长委城教直属域])))"
)


def with_groups(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions`, where a place with a number of schools after it is one mention of the group."""
    found: list[Mention] = []
    for mention in mentions:
        group = _AFTER_PLACE.match(text, mention.end) if mention.kind is Kind.PLACE else None
        number = None if group is None else _int(group["n"])
        if (
            group is None
            or not number
            or any(mention.end <= other.start < group.end() for other in mentions)
        ):
            found.append(mention)
            continue
        noun = text[group.end("n") : group.end()].lstrip("余多")
        found.append(
            Mention(
                kind=Kind.GROUP,
                name=f"{mention.name}{number}{noun if len(noun) > 1 else '所学校'}",
                start=mention.start,
                end=group.end(),
                key=f"{mention.key}/{number}/school",
                count=number,
            )
        )
    return tuple(found)


def group_claims(
    text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention]
) -> tuple[Claim, ...]:
    """8所高校与39个县结对 as one claim between two groups, never as pairs of invented names.

    The number of counties may stand elsewhere, if the article gives only one.
    """
    prefix = _province(mentions)
    every = _bare(text, 0, len(text), prefix)
    totals = {g.count: g for g in every if g.key.endswith("county")}
    claims = []
    for start, end in sentences:
        if not _PARTNERS.search(text, start, end):
            continue
        inside = [g for g in every if start <= g.start and g.end <= end]
        schools = [g for g in inside if g.key.endswith("school")]
        counties = [g for g in inside if g.key.endswith("county")]
        if len(schools) == 1 and not counties and len(totals) == 1:
            named = _COUNTIES.search(text, schools[0].end, min(end, schools[0].end + 12))
            total = next(iter(totals.values()))
            if named:
                counties = [_moved(total, named.start(), named.end())]
        if len(schools) == 1 and len(counties) == 1 and schools[0].start < counties[0].start:
            verb = _PARTNERS.search(text, counties[0].end, end)
            if verb is not None:
                claims.append(
                    Claim(
                        schools[0], counties[0], Modality.PAIRING, Status.ACTIVE, "groups", 0.8,
                        schools[0].start, verb.end(),
                    )
                )  # fmt: skip
    return tuple(claims)


def _bare(text: str, start: int, end: int, prefix: str) -> list[Mention]:
    found = []
    for group in _BARE.finditer(text, start, end):
        number = _int(group["n"])
        if number is not None and number > 1:
            school = group["s"] is not None
            found.append(
                Mention(
                    kind=Kind.GROUP,
                    name=text[group.start() : group.end()],
                    start=group.start(),
                    end=group.end(),
                    key=f"/{number}/school" if school else f"{prefix}/{number}/county",
                    count=number,
                )
            )
    return found


def _moved(group: Mention, start: int, end: int) -> Mention:
    return Mention(
        kind=group.kind, name=group.name, start=start, end=end, key=group.key, count=group.count
    )


def _province(mentions: Sequence[Mention]) -> str:
    """The code of the one province in which all places of the article lie, else nothing."""
    codes = {
        chain[-1].adcode
        for m in mentions
        if m.kind is Kind.PLACE and (chain := divisions().chain(m.key))
    }
    return codes.pop() if len(codes) == 1 else ""


def _int(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else chinese_number(text)
