"""Pairs told by labels or signs instead of words: 帮扶方：甲｜受帮扶方：乙 · 甲 × 乙.

A label stands before a colon and says which side its value is; the two labels of a record stand
next to each other, in one line or in lines that follow. 同上 repeats the value of the record above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention, Modality, Status
from ...later import later
from .claims import Claim
from .guards import modality_of, status_of
from .tablelines import Line

__all__ = ["labelled_claims", "sign_claims"]

_PART = r"(?:方|学校|单位|高校|院校|园所?|校|地区|[省州市区县旗]|机构|人)"
_HELPER = later(
    rf"(?<![受被])(?:结对帮扶|对口帮扶|对口支援|帮扶|支援|支教|捐赠|捐助|捐资|援助|援建|托管|资助){_PART}\s*[:：]"
)
_RECIPIENT = later(
    rf"(?:受帮扶|被帮扶|受支援|受援|受助|受赠|受捐赠?|接受捐赠|接受|被支援|被托管|受扶|受益){_PART}\s*[:：]"
)
_STOP = later(r"[｜|；;\n\t。]|\s{2,}|\s(?=[\u4e00-\u9fff]{2,6}[:：])")
_AGAIN = later(r"\s*(?:同上|同前|〃|″)\s*$")
_WAY = later(r"(?:帮扶|支援|协作|合作)?(?:方式|形式|类型|内容|项目)\s*[:：][^｜|；;\n\t。]*")
_KIND_OF_LABEL = (
    (later(r"捐|资助|援建|受赠"), Modality.FUNDING),
    (later(r"托管"), Modality.MANAGEMENT),
    (later(r"支教"), Modality.SECONDMENT),
)
_SIGN = later(
    r"^\s*(?:[×✕✖xX]|↔|⇄|←→|<->|——|—|–|➕|\+|&|＆|→)\s*(?:[\u4e00-\u9fff]{2,12}[省市县区州旗盟])?\s*$"
)
_SPEAKS = later(r"结对|帮扶|支援|手拉手|共建协议|对口")
_NUMBERED = later(r"^\W{0,6}(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).．、]?)?\W{0,6}$")


@dataclass(frozen=True, slots=True)
class _Label:
    helper: bool
    start: int
    value: int
    stop: int
    word: str


def labelled_claims(
    text: str, mentions: Sequence[Mention]
) -> tuple[list[Claim], list[tuple[int, int]]]:
    """The pairs whose two ends carry labels in `text`, and where those records stand."""
    labels = _labels(text)
    claims: list[Claim] = []
    spans: list[tuple[int, int]] = []
    known: dict[bool, tuple[Mention, ...]] = {}
    at = 0
    while at < len(labels):
        pair = labels[at : at + 2]
        ends = [_value(text, label, mentions, known) for label in pair]
        if len(pair) < 2 or pair[0].helper is pair[1].helper or not _near(text, *pair):
            at += 1
            continue
        at += 2
        start, stop = pair[0].start, _record_end(text, pair[1], labels[at : at + 1])
        spans.append((start, stop))
        helpers, recipients = ends if pair[0].helper else (ends[1], ends[0])
        claims.extend(
            Claim(
                one, other, *_how(text, pair, stop), "labelled", 0.9, start,
                len(text[:stop].rstrip()),
                support=() if start <= one.start < stop else ((one.start, one.end),),
            )
            for one in helpers
            for other in recipients
            if one.key != other.key
        )  # fmt: skip
    return claims, spans


def _labels(text: str) -> list[_Label]:
    found = []
    for helper, pattern in ((True, _HELPER), (False, _RECIPIENT)):
        for match in pattern.finditer(text):
            stop = _STOP.search(text, match.end() + 1)
            end = stop.start() if stop else len(text)
            found.append(_Label(helper, match.start(), match.end(), end, match[0]))
    return sorted(found, key=lambda label: label.start)


def _value(
    text: str,
    label: _Label,
    mentions: Sequence[Mention],
    known: dict[bool, tuple[Mention, ...]],
) -> tuple[Mention, ...]:
    if _AGAIN.match(text[label.value : label.stop]):
        return known.get(label.helper, ())
    inside = [
        m
        for m in mentions
        if label.value <= m.start and m.end <= label.stop and m.kind is not Kind.PROGRAMME
    ]
    bodies = [m for m in inside if m.kind in (Kind.SCHOOL, Kind.INSTITUTION, Kind.GROUP)]
    places = [m for m in inside if m.kind is Kind.PLACE]
    people = [m for m in inside if m.kind is Kind.PERSON] if label.helper else []
    known[label.helper] = tuple(bodies) or tuple(places[-1:]) or tuple(people[:1])
    return known[label.helper]


def _near(text: str, one: _Label, other: _Label) -> bool:
    between = text[one.stop : other.start]
    return between.count("\n") <= 1 and len(between) <= 30 and "。" not in between


def _record_end(text: str, last: _Label, following: Sequence[_Label]) -> int:
    """A record goes on to the end of its line, unless the next record begins in it."""
    line = text.find("\n", last.stop)
    stop = line if line >= 0 else len(text)
    if following and following[0].start < stop:
        stop = last.stop
    return min(stop, last.stop + 120)


def _how(text: str, pair: Sequence[_Label], stop: int) -> tuple[Modality, Status]:
    way = _WAY.search(text, pair[0].start, stop)
    modality = modality_of(way[0].partition("：")[2] or way[0]) if way else None
    if modality is None:
        words = pair[0].word + pair[1].word
        modality = next((m for p, m in _KIND_OF_LABEL if p.search(words)), Modality.PAIRING)
    return modality, status_of("", text[pair[1].stop : stop], "")


def sign_claims(lines: Sequence[Line]) -> list[Claim]:
    """甲 × 乙 alone in its line, beside a line that speaks of partners: open which one helps."""
    claims = []
    for here, line in enumerate(lines):
        if len(line.mentions) != 2:
            continue
        one, other = line.mentions
        if one.kind is not other.kind or one.key == other.key:
            continue
        before, after = line.text[: one.start - line.start], line.text[other.end - line.start :]
        if not _SIGN.match(line.text[one.end - line.start : other.start - line.start]):
            continue
        if not _NUMBERED.match(before) or not _NUMBERED.match(after):
            continue
        beside = [
            x for x in (*lines[max(0, here - 2) : here], *lines[here + 1 : here + 2])
            if len(x.text) <= 40 and _SPEAKS.search(x.text)
        ]  # fmt: skip
        if beside:
            shown = beside[-1]
            claims.append(
                Claim(
                    one, other, Modality.PAIRING, status_of("", shown.text, ""), "sign", 0.85,
                    min(one.start, shown.start), max(other.end, shown.end),
                    directed=False, group=one.start,
                )
            )  # fmt: skip
    return claims
