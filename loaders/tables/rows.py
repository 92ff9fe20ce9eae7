"""Lines of a sheet → facts, findings and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ...ontology.dates import PartialDate
from ...ontology.records import Event, Evidence, Fact, Kind, Measure, Mention, Note, NoteKind
from .bodies import Named
from .cells import amount_of, bare, dates_of, letters, masked
from .facts import Entry, facts_of, modality_of
from .findings import Finding
from .goods import goods_of, measure_of
from .lines import Line, Page, sort_of
from .plan import Plan, Row, plan_of, row_of

__all__ = ["Rows", "read_page"]

_NAME = re.compile(
    "[\u3007\u3400-\u9fff\ue000-\uf8ff\U00020000-\U0003ffff]{2,4}"
    "|[\u3400-\u9fff]{1,8}(?:[·•・‧．･.][\u3400-\u9fff]{1,10}){1,3}|[A-Za-z][A-Za-z .'-]{2,39}"
)
_ASIDE = re.compile(r"[(\[].*?[)\]]|[*★]")
_NUMERALS = "一二三四五六七八九"
_DOUBTED = 0.8
"""Confidence where an end could not be tied to a place or is no known kind of body."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a sheet gives; `forms` are the ends as written, by kind and key."""

    facts: list[Fact[Mention]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    forms: dict[tuple[Kind, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Doubts:
    """Collects what should be checked in one row; every cell and reason once."""

    sheet: str
    row: int
    plan: Plan
    found: dict[tuple[str, int], Finding] = field(default_factory=dict)

    def add(self, code: str, role: str, value: str = "", other: str = "") -> None:
        column = self.plan.column(role)
        address = f"{letters(column)}{self.row + 1}"
        one = Finding(self.sheet, self.row, column, address, code, masked(value), other)
        self.found.setdefault((code, column), one)


def read_page(page: Page, method: str) -> Rows:
    """All that the rows under the heads say. `method` begins the method of each passage."""
    assert page.columns is not None
    plan = plan_of(page.columns, carry=page.sheet.merges is None)
    rows = Rows()
    before: dict[int, str] = {}
    seen: dict[tuple[object, ...], str] = {}
    facts: list[Fact[Mention]] = []
    first_row, last_row = plan.columns.head_rows
    for line in page.lines:
        if line.row <= last_row:
            if line.row < first_row and any(line.cells):
                rows.notes.append(_note(line, "banner", NoteKind.CUT))
            continue
        sort = sort_of(line, plan.columns, plan.named)
        if sort == "blank":
            continue
        if sort != "data":
            rows.notes.append(_note(line, sort, NoteKind.CUT))
            continue
        row = row_of(line, plan, before)
        before = dict(row.cells)
        doubts = _Doubts(page.sheet.name, line.row, plan)
        entry = _entry(row, doubts, method, rows.forms)
        made = facts_of(entry, plan.columns.kind)
        if made:
            _repeated(entry, row, doubts, seen)
        else:
            rows.notes.append(_note(line, "unused-row", NoteKind.NOT_UNDERSTOOD))
        rows.findings.extend(doubts.found.values())
        facts.extend(made)
    rows.facts.extend(_joined(facts))
    return rows


def _entry(row: Row, doubts: _Doubts, method: str, forms: dict[tuple[Kind, str], str]) -> Entry:
    """The row's ends and values, with what is doubtful about them."""
    ends: dict[str, Mention | None] = {}
    sure = True
    known: dict[tuple[str, ...], tuple[Named | None, str]] = {}
    for side, roles in row.plan.sides.items():
        # Of a person's row, a side and where the person belongs are often the same columns
        among = tuple(role for role in roles if role in row.plan.filled)
        named, role = known[among] if among in known else row.end(side)
        known[among] = named, role
        ends[side] = None if named is None else named.mention
        if named is None:
            doubts.add("missing-end", role)
            continue
        forms.setdefault((named.mention.kind, named.mention.key), bare(named.written))
        if named.fault:
            sure = False
            doubts.add(named.fault, role, named.written)
    since, until = _dates(row, doubts)
    programme = _programme(row.value("programme"))
    return Entry(
        evidence=(_evidence(row, doubts.sheet, method, 1.0 if sure else _DOUBTED),),
        person=_person(row, ends.get("origin") or ends.get("destination"), doubts),
        helper=ends["helper"],
        recipient=ends["recipient"],
        origin=ends.get("origin"),
        destination=ends.get("destination"),
        title=bare(row.value("title")) or None,
        home_title=bare(row.value("home_title")) or None,
        rank=bare(row.value("rank")) or None,
        subject=bare(row.value("subject")) or None,
        since=since,
        until=until,
        programme=programme,
        batch=_batch(row.value("batch"), programme, doubts),
        modality=modality_of(row.value("modality")),
        amount=_amount(row, doubts),
        measure=_measure(row, "amount"),
        goods_measure=_measure(row, "quantity", "goods"),
        goods=goods_of(row.value("goods"), row.value("quantity")),
    )


def _evidence(row: Row, sheet: str, method: str, confidence: float) -> Evidence:
    line = row.line
    last = f"{letters(len(line.cells) - 1)}{line.row + 1}"
    return Evidence(
        quote=line.text,
        start=line.start,
        end=line.end,
        raw_start=line.start,
        raw_end=line.end,
        method=f"{method} {sheet + '!' if sheet else ''}A{line.row + 1}:{last}",
        confidence=confidence,
    )


def _person(row: Row, at: Mention | None, doubts: _Doubts) -> Mention | None:
    written = row.value("person")
    name = _ASIDE.sub("", bare(written))
    if not name:
        return None
    if not _NAME.fullmatch(name):
        doubts.add("odd-name", "person", written)
        return None
    # A name alone is nobody: two people of one name in two schools stay two
    key = name if at is None else f"{name}/{at.key}"
    return Mention(kind=Kind.PERSON, name=name, key=key, start=0, end=0)


def _dates(row: Row, doubts: _Doubts) -> tuple[PartialDate | None, PartialDate | None]:
    """From and to, each by its own column, else by the period's; a reversed pair is left out."""
    dates: dict[str, PartialDate | None] = {}
    for role in ("since", "until", "period"):
        said = dates_of(row.value(role))
        if said.fault:
            doubts.add(said.fault, role, row.value(role))
        if role == "until":
            dates.setdefault("until", said.since)
        else:
            for name, value in (("since", said.since), ("until", said.until)):
                if value is not None:
                    dates[name] = dates.get(name) or value
    since, until = dates.get("since"), dates.get("until")
    if since is not None and until is not None and until.last < since.first:
        role = next((r for r in ("until", "period") if row.value(r)), "since")
        doubts.add("reversed-dates", role, row.value(role))
        return None, None
    return since, until


def _programme(cell: str) -> Mention | None:
    name = bare(cell)
    if not name:
        return None
    return Mention(kind=Kind.PROGRAMME, name=name, key=name, start=0, end=0)


def _batch(cell: str, programme: Mention | None, doubts: _Doubts) -> Mention | None:
    """第三批, 3 or 三 as a round of the programme."""
    text = bare(cell)
    if not text:
        return None
    found = re.search(rf"第?(\d{{1,3}}|[{_NUMERALS}十]{{1,3}})(?:批|期|轮|届|$)", text)
    ordinal = _number(found[1]) if found else 0
    if found is None or not ordinal:
        doubts.add("unknown-batch", "batch", cell)
        return None
    key = f"{programme.key if programme else ''}/{ordinal}"
    name = text if text.startswith("第") else f"第{text}批" if text == found[1] else text
    return Mention(kind=Kind.BATCH, name=name, key=key, count=ordinal, start=0, end=0)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, mark, ones = text.rpartition("十")
    high = (_NUMERALS.find(tens) + 1 if tens else 1) if mark else 0
    return high * 10 + (_NUMERALS.find(ones) + 1 if ones else 0)


def _amount(row: Row, doubts: _Doubts) -> int | None:
    cell = row.value("amount")
    if not cell:
        return None
    head = row.plan.columns.heads.get(row.plan.column("amount"), "")
    value = amount_of(cell, head)
    if value is None:
        doubts.add("unknown-amount", "amount", cell)
    return value


def _measure(row: Row, *roles: str) -> Measure | None:
    """In what sense the numbers of a row count, by the heads of the columns that they stand in."""
    plan = row.plan
    heads = (
        plan.columns.heads.get(plan.column(role), "") for role in roles if role in plan.by_role
    )
    return next((found for head in heads if (found := measure_of(head)) is not None), None)


def _repeated(entry: Entry, row: Row, doubts: _Doubts, seen: dict[tuple[object, ...], str]) -> None:
    """A finding where an earlier row says the same of the same people or sides."""
    key = (
        *(entry.person, entry.helper, entry.recipient, entry.origin, entry.destination),
        *(entry.title, entry.since, entry.until, entry.programme, entry.batch),
        *(entry.modality, entry.amount, entry.goods),
    )
    role = "person" if entry.person is not None else "recipient"
    here = f"{doubts.sheet + '!' if doubts.sheet else ''}{row.plan.address(role, row.line.row)}"
    first = seen.setdefault(key, here)
    if first != here:
        code = "duplicate-person" if entry.person is not None else "duplicate-row"
        doubts.add(code, role, row.value(role), first)


def _joined(facts: Iterable[Fact[Mention]]) -> list[Fact[Mention]]:
    """Trainings at one place and time become one event with all who took part."""
    found: list[Fact[Mention]] = []
    courses: dict[tuple[object, ...], list[Event[Mention]]] = {}
    for fact in facts:
        if isinstance(fact, Event) and fact.venue is not None:
            key = (fact.name, fact.venue, fact.since, fact.until, fact.programme)
            courses.setdefault(key, []).append(fact)
        else:
            found.append(fact)
    for told in courses.values():
        parts = dict.fromkeys(part for one in told for part in one.participations)
        proofs = tuple(proof for one in told for proof in one.evidence)
        found.append(replace(told[0], participations=tuple(parts), evidence=proofs))
    return found


def _note(line: Line, reason: str, kind: NoteKind) -> Note:
    return Note(
        kind=kind,
        reason=reason,
        quote=line.text,
        raw_start=line.start,
        raw_end=line.end,
        start=line.start,
        end=line.end,
    )
