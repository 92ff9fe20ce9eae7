"""How a source was read, as one HTML page: its text with marked passages, the facts beside."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..ontology.messages import Lang, say
from ..ontology.records import NoteKind, Reading
from .marking import Span, marked, named_spans
from .particulars import details, offsets, sorted_things, source_rows, summary, title_of
from .telling import Remark, Told, kind_of, told_facts, told_notes

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["explain_html"]

_SIGNS = {
    NoteKind.CUT: "✕",
    NoteKind.REPAIRED: "✓",
    NoteKind.DAMAGED: "!",
    NoteKind.NOT_UNDERSTOOD: "?",
    NoteKind.UNRESOLVED: "~",
}
"""What stands in the text at the end of a passage that a note is about."""

_FIRST = (
    NoteKind.NOT_UNDERSTOOD,
    NoteKind.UNRESOLVED,
    NoteKind.DAMAGED,
    NoteKind.REPAIRED,
    NoteKind.CUT,
)
"""The order of the notes on the page: first what may want a person's eye."""


def explain_html(reading: Reading, lang: Lang = "zh") -> str:
    """The reading as one HTML page that needs nothing else and asks for nothing.

    The article with its marked passages stands left, the facts and notes right; each points at the
    other. The page's Content-Security-Policy forbids every request and every foreign script.
    """
    told, notes = told_facts(reading, lang), told_notes(reading, lang)
    source = reading.source
    spans, proofs = _spans(told, notes)
    css, script = _part("explain.css"), _part("explain.js")
    names: dict[str, list[tuple[str, list[str]]]] = {}
    for thing, around in sorted_things(reading):
        names.setdefault(kind_of(thing), []).append((thing.name, details(thing, around, lang)))
    shown = [str(value) for value in (source.publisher, source.issued) if value is not None]
    return _template().render(
        lang=lang,
        say=lambda key, **values: say(f"explain.{key}", lang, **values),
        word=lambda key: say(f"ask.{key}", lang),
        offsets=lambda passage: offsets(passage, lang),
        title=title_of(reading),
        summary=" · ".join([*shown, summary(reading, lang)]),
        source=source_rows(reading, lang),
        link=source.address if source.address.startswith(("https://", "http://")) else None,
        paragraphs=marked(source.text, spans, named_spans(source.text, reading.entities, proofs)),
        told=told,
        tally=list(Counter((fact.kind, fact.kind_words) for fact in told).items()),
        notes=[
            (kind, some) for kind in _FIRST if (some := [one for one in notes if one.kind is kind])
        ],
        in_text={span.tone for span in spans},
        signs=_SIGNS,
        names=names,
        css=css,
        script=script,
        css_hash=_csp_hash(css),
        script_hash=_csp_hash(script),
    )


def _spans(
    told: tuple[Told, ...], notes: tuple[Remark, ...]
) -> tuple[list[Span], list[tuple[int, int]]]:
    """Every passage to mark, and where the proofs of facts stand."""
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
    return spans, proofs


@cache
def _template() -> Template:
    # not at the top: a reader who asks for no page does not wait for jinja2
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
