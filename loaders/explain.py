"""How a source was read: its text with marked passages, the facts beside, what was left out."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..ontology.messages import Lang, say
from ..ontology.records import Entity, Institution, NoteKind, Place, Reading, School
from .marking import Span, marked, named_spans
from .telling import Piece, Told, kind_of, told_facts, told_notes

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["explain_html", "explain_text"]

LONGEST = 200
"""So many characters of a passage that was cut are shown in plain text: a script can be long."""

_KINDS = ("place", "school", "institution", "person", "programme", "batch", "group")


def explain_text(reading: Reading, lang: Lang = "zh") -> str:
    """The reading as plain text: source, facts in the order of the text, names, notes, totals.

    No line of the source can pass for a line of the explanation: line breaks become spaces, and
    unseen and control characters are left out.
    """
    told, notes = told_facts(reading, lang), told_notes(reading, lang)
    lines = [_plain(_title(reading))]
    lines += [_labelled(label, value, lang) for label, value in _source(reading, lang)]
    lines += ["", f"{say('explain.facts', lang)} ({len(told)})"]
    if not told:
        lines.append(say("explain.no-facts", lang))
    for fact in told:
        lines += ["", f"{fact.number}. {fact.kind_words}{_colon(lang)}{_words(fact.head)}"]
        lines += [f"   {_labelled(label, _words(value), lang)}" for label, value in fact.rows]
        for proof in fact.evidence:
            basis = say(
                "explain.basis-told",
                lang,
                method=_plain(proof.method),
                confidence=round(proof.confidence * 100),
                stance=say(f"ask.code-{proof.stance}", lang),
            )
            quote = say("explain.quoted", lang, quote=_plain(proof.quote))
            lines += [
                f"   {_labelled(say('explain.basis', lang), basis, lang)}",
                f"   {_labelled(say('explain.quote', lang), quote, lang)}",
                f"   {_labelled(say('explain.offsets', lang), _offsets(proof, lang), lang)}",
            ]
    lines += ["", f"{say('explain.names', lang)} ({len(reading.entities)})"]
    for thing in reading.entities:
        lines.append(f"- {say(f'ask.kind-{kind_of(thing)}', lang)}{_colon(lang)}{_plain(thing.name)}")
        lines += [f"   {_plain(about)}" for about in _details(thing, _names(reading), lang)]
    for kind in NoteKind:
        some = [note for note in notes if note.kind is kind]
        lines += ["", f"{say(f'explain.notes-{kind}', lang)} ({len(some)})"]
        if not some:
            lines.append(say("explain.none", lang))
        for one in some:
            lines.append(f"- {_plain(one.reason)} ({_offsets(one.note, lang)})")
            if one.note.quote:
                quote = say("explain.quoted", lang, quote=_shortened(one.note.quote, lang))
                lines.append(f"   {quote}")
    lines += ["", f"{say('explain.counts', lang)}{_colon(lang)}{_summary(reading, lang)}"]
    for words, count in _tally(told):
        lines.append(f"- {words} {count}")
    for kind in NoteKind:
        count = sum(note.kind is kind for note in reading.notes)
        lines.append(f"- {say(f'explain.notes-{kind}', lang)} {count}")
    return "\n".join(lines) + "\n"


def explain_html(reading: Reading, lang: Lang = "zh") -> str:
    """The reading as one HTML page that needs nothing else and asks for nothing.

    The article with its marked passages stands left, the facts and notes right; each points at the
    other. The page's Content-Security-Policy forbids every request and every foreign script.
    """
    told, notes = told_facts(reading, lang), told_notes(reading, lang)
    source = reading.source
    spans = [
        Span(start=proof.start, end=proof.end, key=f"f{fact.number}", tone=fact.kind)
        for fact in told
        for proof in fact.evidence
    ]
    proofs = [(span.start, span.end) for span in spans]
    for one in notes:
        if one.note.start is not None and one.note.end is not None:
            spans.append(
                Span(start=one.note.start, end=one.note.end, key=f"n{one.number}", tone=one.kind)
            )
    known = _names(reading)
    css, script = _part("explain.css"), _part("explain.js")
    return _template().render(
        lang=lang,
        say=lambda key, **values: say(f"explain.{key}", lang, **values),
        word=lambda key: say(f"ask.{key}", lang),
        title=_title(reading),
        summary=_summary(reading, lang),
        source=_source(reading, lang),
        link=source.address if source.address.startswith(("https://", "http://")) else None,
        paragraphs=marked(source.text, spans, named_spans(source.text, reading.entities, proofs)),
        told=told,
        tally=list(Counter((fact.kind, fact.kind_words) for fact in told).items()),
        notes=[
            (kind.value, some)
            for kind in reversed(NoteKind)
            if (some := [one for one in notes if one.kind is kind])
        ],
        names=[
            (kind, [(thing.name, _details(thing, known, lang)) for thing in some])
            for kind in _KINDS
            if (some := [thing for thing in reading.entities if kind_of(thing) == kind])
        ],
        offsets=lambda passage: _offsets(passage, lang),
        css=css,
        script=script,
        css_hash=_csp_hash(css),
        script_hash=_csp_hash(script),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    env = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return env.from_string(_part("explain.html"))


@cache
def _part(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _csp_hash(part: str) -> str:
    """The name of an inline part in the Content-Security-Policy: nothing else of its kind runs."""
    return "sha256-" + base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()


def _title(reading: Reading) -> str:
    return reading.source.title or reading.source.address


def _source(reading: Reading, lang: Lang) -> list[tuple[str, str]]:
    """What is known of the source: label and value."""
    source = reading.source
    rows = [
        ("source", source.address),
        ("publisher", source.publisher),
        ("author", source.author),
        ("issued", source.issued),
        ("class", say(f"explain.class-{source.source_class}", lang)),
        ("sha256", source.sha256),
    ]
    return [(say(f"explain.{key}", lang), str(value)) for key, value in rows if value is not None]


def _names(reading: Reading) -> dict[str, str]:
    return {thing.iri: thing.name for thing in reading.entities}


def _details(thing: Entity, known: dict[str, str], lang: Lang) -> list[str]:
    """What else is known of a thing: its code, where it lies, its other forms."""
    found = []
    if isinstance(thing, Place):
        found += [say(f"ask.kind-{thing.level}", lang)]
        found += [thing.adcode] if thing.adcode else []
        where = thing.part_of
    else:
        where = thing.located_in if isinstance(thing, School | Institution) else None
    if where in known:
        found.append(say("explain.lies-in", lang, place=known[where]))
    if thing.aliases:
        comma = "、" if lang == "zh" else ", "
        found.append(say("explain.aliases", lang, names=comma.join(thing.aliases)))
    return found


def _tally(told: tuple[Told, ...]) -> list[tuple[str, int]]:
    """How many facts there are of each kind, in the order in which the kinds appear."""
    return list(Counter(fact.kind_words for fact in told).items())


def _summary(reading: Reading, lang: Lang) -> str:
    return say(
        "explain.summary",
        lang,
        facts=len(reading.facts),
        names=len(reading.entities),
        notes=len(reading.notes),
        characters=len(reading.source.text),
    )


def _offsets(passage: Any, lang: Lang) -> str:
    """Where a passage stands in the clean text, if it does, and in the page as received."""
    key = "explain.offsets-raw" if passage.start is None else "explain.offsets-told"
    return say(
        key,
        lang,
        start=passage.start,
        end=passage.end,
        raw_start=passage.raw_start,
        raw_end=passage.raw_end,
    )


def _words(pieces: tuple[Piece, ...]) -> str:
    return " ".join(_plain(words) for words, _ in pieces)


def _colon(lang: Lang) -> str:
    return "：" if lang == "zh" else ": "


def _labelled(label: str, value: str, lang: Lang) -> str:
    return f"{label}{_colon(lang)}{_plain(value)}"


def _plain(text: str) -> str:
    """`text` on one line, without what a terminal would obey or nobody can see."""
    line = " ".join(text.split())
    return "".join(sign for sign in line if sign.isprintable())


def _shortened(text: str, lang: Lang) -> str:
    line = _plain(text)
    if len(line) <= LONGEST:
        return line
    return f"{line[:LONGEST]}… ({say('explain.more-of', lang, count=len(line))})"
