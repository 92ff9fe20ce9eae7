"""How a source was read, for people: plain text here, one HTML page in ``explain_page``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..ontology.messages import Lang, say
from ..ontology.records import NoteKind, Reading
from .explain_page import explain_html
from .particulars import details, offsets, sorted_things, source_rows, summary, title_of
from .telling import Piece, Remark, Told, kind_of, told_facts, told_notes

__all__ = ["explain_html", "explain_text"]

LONGEST = 200
"""So many characters of a passage that was left out are shown: a script can be long."""


def explain_text(reading: Reading, lang: Lang = "zh") -> str:
    """The reading as plain text: source, facts in the order of the text, names, notes, totals.

    No line of the source can pass for a line of the explanation: line breaks become spaces, and
    unseen and control characters are left out.
    """
    told, notes = told_facts(reading, lang), told_notes(reading, lang)
    lines = [_plain(title_of(reading))]
    lines += [_labelled(label, value, lang) for label, value in source_rows(reading, lang)]
    lines += ["", _headed("facts", len(told), lang)]
    if not told:
        lines.append(say("explain.no-facts", lang))
    for fact in told:
        lines += ["", *_fact(fact, lang)]
    lines += ["", _headed("names", len(reading.entities), lang)]
    for thing, around in sorted_things(reading):
        parts = _joined([thing.name, *details(thing, around, lang)], lang)
        lines.append(f"- {_labelled(say(f'ask.kind-{kind_of(thing)}', lang), parts, lang)}")
    for kind in NoteKind:
        some = [one for one in notes if one.kind is kind]
        lines += ["", _headed(f"notes-{kind}", len(some), lang)]
        for one in some:
            lines += _note(one, lang)
    lines += ["", _labelled(say("explain.counts", lang), summary(reading, lang), lang)]
    for words, count in Counter(fact.kind_words for fact in told).items():
        lines.append(f"- {words} {count}")
    for kind in NoteKind:
        count = sum(one.kind is kind for one in notes)
        lines.append(f"- {say(f'explain.notes-{kind}', lang)} {count}")
    return "\n".join(lines) + "\n"


def _fact(fact: Told, lang: Lang) -> list[str]:
    head = _labelled(fact.kind_words, _words(fact.head), lang)
    lines = [f"{fact.number}. {head}"]
    rows = [_labelled(label, _words(value), lang) for label, value in fact.rows]
    if fact.about is not None:
        rows.append(say("explain.fact-number", lang, number=fact.about))
    if rows:
        lines.append(f"   {_joined(rows, lang)}")
    for proof in fact.evidence:
        basis = say(
            "explain.basis-told",
            lang,
            method=proof.method,
            confidence=round(proof.confidence * 100),
            stance=say(f"ask.code-{proof.stance}", lang),
        )
        quote = say("explain.quoted", lang, quote=proof.quote)
        for key, value in (
            ("basis", basis),
            ("quote", quote),
            ("offsets", offsets(proof, lang)),
        ):
            lines.append(f"   {_labelled(say(f'explain.{key}', lang), value, lang)}")
    return lines


def _note(one: Remark, lang: Lang) -> list[str]:
    lines = [f"- {_plain(one.reason)} ({offsets(one.note, lang)})"]
    quote = _plain(one.note.quote)
    if len(quote) > LONGEST:
        quote = f"{quote[:LONGEST]}… ({say('explain.more-of', lang, count=len(quote))})"
    if quote:
        lines.append(f"   {say('explain.quoted', lang, quote=quote)}")
    return lines


def _headed(key: str, count: int, lang: Lang) -> str:
    return f"{say(f'explain.{key}', lang)} ({count})"


def _words(pieces: Iterable[Piece]) -> str:
    return " ".join(words for words, _ in pieces)


def _joined(parts: list[str], lang: Lang) -> str:
    return ("；" if lang == "zh" else "; ").join(parts)


def _labelled(label: str, value: str, lang: Lang) -> str:
    return f"{label}{'：' if lang == 'zh' else ': '}{_plain(value)}"


def _plain(text: str) -> str:
    """`text` on one line, without what a terminal would obey or nobody can see."""
    line = " ".join(text.split())
    return "".join(sign for sign in line if sign.isprintable())
