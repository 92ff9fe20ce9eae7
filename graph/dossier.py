"""A dossier: all that is told of one thing as a page to print, each passage a numbered footnote."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from ..ontology.messages import Lang, say, table
from .coverage import coverage_text, covered
from .engine import Store
from .evidence import Passage
from .portrait import Line, Portrait, portrait
from .wholefile import write_whole

__all__ = ["dossier_of", "gaps", "in_words", "write_dossier", "years_of"]


def dossier_of(store: Store, entity: str, lang: Lang) -> str:
    """The dossier on what `entity` names, as one HTML page that needs nothing else.

    Raises :class:`~bangfu.ontology.errors.QueryError` for a name that is unknown or ambiguous.
    """
    from jinja2 import Environment

    one = portrait(store, entity)
    notes: dict[Passage, int] = {}
    for line in one.lines:
        for fact in line.facts:
            for passage in one.passages.get(fact, ()):
                key = _without_fact(passage)
                if not any(_without_fact(known) == key for known in notes):
                    notes[passage] = len(notes) + 1
    numbers = {_without_fact(passage): number for passage, number in notes.items()}

    def marks(line: Line) -> list[int]:
        return sorted(
            {numbers[_without_fact(p)] for fact in line.facts for p in one.passages.get(fact, ())}
        )

    coverage = covered(store, [one.found], "about", planned=True)
    env = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return env.from_string(_template("dossier.html")).render(
        one=one,
        lang=lang,
        css=_template("dossier.css"),
        t=lambda key, **values: say(f"dossier.{key}", lang, **values),
        code=lambda word: _coded(word, lang, kinds=True),
        words=lambda line: in_words(line, lang),
        marks=marks,
        notes=list(notes),
        years=years_of(one),
        gaps=gaps(one, lang),
        coverage=coverage_text(coverage, [one.found], lang, empty=not one.lines),
    )


def write_dossier(store: Store, entity: str, out: Path, *, lang: Lang, force: bool) -> None:
    """Write the dossier on `entity` to `out`, whole or not at all.

    Raises QueryError as :func:`dossier_of`, DrawError when the file exists or cannot be written.
    """
    write_whole(out, dossier_of(store, entity, lang), force=force)


def years_of(one: Portrait) -> list[tuple[str, list[Line]]]:
    """The lines that have a start, year by year."""
    found: dict[str, list[Line]] = {}
    seen: set[tuple[str, ...]] = set()
    for line in one.lines:
        if line.since and line.facts not in seen:
            seen.add(line.facts)
            found.setdefault(line.since[:4], []).append(line)
    return [
        (year, sorted(lines, key=lambda line: (line.since, line.kind, line.facts)))
        for year, lines in sorted(found.items())
    ]


def gaps(one: Portrait, lang: Lang) -> list[str]:
    """What the sources read do not say: none of it says that there was nothing."""
    aid = [line for line in one.lines if line.kind in ("assistance", "secondment")]
    undated = sum(not line.since for line in aid)
    open_end = sum(bool(line.since) and not line.until for line in aid)
    lone = sum(
        len({p.source for fact in line.facts for p in one.passages.get(fact, ())}) == 1
        for line in aid
    )
    found = []
    if "helpedBy" not in one.sections and one.found.kind in ("place", "school"):
        found.append(say("dossier.gap-helped", lang))
    if not one.sections.get("numbers") and not any(line.figures for line in one.lines):
        found.append(say("dossier.gap-numbers", lang))
    for key, count in (("undated", undated), ("open-end", open_end), ("one-source", lone)):
        if count:
            found.append(say(f"dossier.gap-{key}", lang, count=count, total=len(aid)))
    if one.cut:
        found.append(say("dossier.gap-cut", lang))
    return found


def in_words(line: Line, lang: Lang) -> str:
    """When, and how much: the small print of a line."""
    parts = []
    if line.since or line.until:
        same = line.since == line.until
        parts.append(line.since if same else f"{line.since or '?'} – {line.until or '?'}")
    if line.status not in ("unknown", "active"):
        parts.append(_coded(line.status, lang))
    parts += [
        " ".join((number, *(_coded(word, lang) for word in words if word)))
        for number, *words in line.figures
    ]
    return " · ".join(parts)


def _without_fact(passage: Passage) -> tuple[str, int, int]:
    return (passage.source, passage.start, passage.end)


def _coded(word: str, lang: Lang, *, kinds: bool = False) -> str:
    """A code in words; a word that is a unit too (学校) as a kind of thing if `kinds`."""
    keys = (f"ask.code-{word}", f"ask.kind-{word}")
    for key in reversed(keys) if kinds else keys:
        if key in table():
            return say(key, lang)
    return word


@cache
def _template(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")
