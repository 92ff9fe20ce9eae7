"""Pages on one thing: an entity with all that is told of it, a source with its text, a fact."""

from __future__ import annotations

import itertools
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ...ontology import terms as t
from ...ontology.errors import QueryError
from ...ontology.messages import Lang, say
from ...ontology.nt import iri as as_iri
from ...ontology.nt import value
from ..coverage import coverage_text, covered
from ..dossier import dossier_of, in_words, years_of
from ..evidence import Passage, passages
from ..fill import rows
from ..portrait import Line, Portrait, portrait
from ..refs import kind_of, references
from .describe import described
from .ego import ego
from .view import View

if TYPE_CHECKING:
    from .site import Site

__all__ = ["printed", "resource", "source"]

_ENTITIES = ("place", "school", "institution", "person", "programme", "batch", "group")
_PROVEN = f"""SELECT DISTINCT ?f ?e WHERE {{ GRAPH ?source {{ ?f <{t.EVIDENCE}> ?e }} }}"""
_FACT_OF = f"SELECT DISTINCT ?f WHERE {{ ?f <{t.EVIDENCE}>|<{t.PARTICIPATION}> ?e }}"
_TOLD = "SELECT DISTINCT ?p ?o WHERE { ?s ?p ?o }"
_STANDS_FOR = f"SELECT DISTINCT ?x WHERE {{ ?x <{t.CANONICAL}> ?s }} LIMIT 1"
_CANONICAL = f"SELECT DISTINCT ?c WHERE {{ ?s <{t.CANONICAL}> ?c }}"


def resource(site: Site, iri: str, asked: list[tuple[str, str]], lang: Lang) -> View:
    """The page on any IRI of ours; what a source alone calls so leads to the thing itself."""
    kind = kind_of(iri)
    if kind in _ENTITIES:
        if rows(site.store, _STANDS_FOR, s=_term(iri)):
            return _entity(site, iri, asked, lang)
        canonical = sorted(c for (c,) in rows(site.store, _CANONICAL, s=_term(iri)))
        if canonical:
            return View(template="missing.html", title="", place=_path(canonical[0]))
    if kind in ("evidence", "participation"):
        facts = sorted(f for (f,) in rows(site.store, _FACT_OF, e=_term(iri)))
        if facts:
            return View(template="missing.html", title="", place=_path(facts[0]))
    return _plain(site, iri, lang)


def printed(site: Site, iri: str, lang: Lang) -> View:
    """The dossier on a thing, as it is printed."""
    text = dossier_of(site.store, _known(site, iri), lang)
    return View(template="raw.html", title="", shown={"text": text})


def _known(site: Site, iri: str) -> str:
    if not rows(site.store, _STANDS_FOR, s=_term(iri)):
        raise QueryError("serve.no-page", path=_path(iri))
    return iri


def _entity(site: Site, iri: str, asked: list[tuple[str, str]], lang: Lang) -> View:
    one = portrait(site.store, iri)
    opened = [f"{t.ID}{word}" for name, word in asked if name == "open"][:6]
    picture = ego(one, opened, lambda other: portrait(site.store, other), lang)
    coverage = coverage_text(
        covered(site.store, [one.found], "about", planned=True),
        [one.found],
        lang,
        empty=not one.lines,
    )
    told = [(section, line) for section, lines in one.sections.items() for line in lines]
    return View(
        template="entity.html",
        title=one.found.label,
        shown={
            "one": one,
            "me": one.found,
            "picture": picture if one.lines else "",
            "years": years_of(one),
            "coverage": coverage,
            "words": lambda line: in_words(line, lang),
            "proofs": lambda line: _proofs(one, line),
            "sections": list(one.sections.items()),
        },
        told={
            "iri": iri,
            "label": one.found.label,
            "kind": one.found.kind,
            "level": one.found.level,
            "names": list(one.names),
            "around": [asdict(ref) for ref in one.around],
            "sections": {name: [asdict(x) for x in lines] for name, lines in one.sections.items()},
            "passages": {f: [asdict(p) for p in some] for f, some in one.passages.items()},
            "coverage_line": coverage,
            "cut": one.cut,
        },
        heads=(
            "section",
            "kind",
            "code",
            "from",
            "to",
            "person",
            "programme",
            "text",
            "since",
            "until",
            "status",
            "sources",
            "facts",
        ),
        rows=[
            (
                section,
                line.kind,
                line.code,
                *(end.label if end else "" for end in (line.source, line.target, line.person)),
                line.programme.label if line.programme else "",
                line.text,
                line.since,
                line.until,
                line.status,
                str(len({p.source for p in _proofs(one, line)})),
                " ".join(line.facts),
            )
            for section, line in told
        ],
        triples=lambda: described(site.store, [iri], one.passages),
    )


def _proofs(one: Portrait, line: Line) -> list[Passage]:
    return [passage for fact in line.facts for passage in one.passages.get(fact, ())]


def source(site: Site, iri: str, lang: Lang) -> View:
    """A source: what it is, its text with every passage marked, and what each passage proves."""
    said = _said(site, iri)
    if not said:
        raise QueryError("serve.no-page", path=_path(iri))
    query = _PROVEN.replace("?source", _term(iri))
    facts = sorted({f for f, _ in rows(site.store, query)})
    proofs = passages(site.store, facts)
    here = sorted(
        {p for some in proofs.values() for p in some if p.source == iri},
        key=lambda p: (p.start, p.end, p.fact),
    )
    text = next(iter(said.get(t.CLEAN_TEXT, ())), "")
    first = {name: values[0] for name, values in said.items()}
    title = first.get(f"{t.DCT}title") or first.get(f"{t.DCT}source") or iri
    return View(
        template="source.html",
        title=title,
        shown={
            "iri": iri,
            "address": first.get(f"{t.DCT}source", ""),
            "publisher": first.get(f"{t.DCT}publisher", ""),
            "issued": first.get(f"{t.DCT}issued", ""),
            "kind": first.get(t.SOURCE_CLASS, "").rpartition("/")[2],
            "pieces": marked(text, here) if text else [],
            "here": here,
            "kinds": {p.fact: kind_of(p.fact) for p in here},
        },
        told={
            "iri": iri,
            "title": title,
            **{
                name.rpartition("/")[2].rpartition("#")[2]: values[0]
                for name, values in said.items()
                if name != t.CLEAN_TEXT
            },
            "passages": [asdict(p) for p in here],
        },
        heads=("fact", "quote", "start", "end", "confidence", "stance"),
        rows=[
            (p.fact, p.quote, str(p.start), str(p.end), f"{p.confidence:.2f}", p.stance)
            for p in here
        ],
        triples=lambda: described(site.store, [iri], facts),
    )


def marked(text: str, proofs: list[Passage]) -> list[tuple[str, tuple[str, ...]]]:
    """`text` in pieces, each with the facts that it proves, in order: joined they are `text`."""
    cuts = sorted({0, len(text), *(x for p in proofs for x in (p.start, p.end) if x <= len(text))})
    return [
        (
            text[start:end],
            tuple(dict.fromkeys(p.fact for p in proofs if p.start <= start and end <= p.end)),
        )
        for start, end in itertools.pairwise(cuts)
    ]


def _plain(site: Site, iri: str, lang: Lang) -> View:
    """Whatever else has an IRI: what is said of it, and its passages."""
    said = _said(site, iri)
    if not said:
        raise QueryError("serve.no-page", path=_path(iri))
    ends = [one for values in said.values() for one in values if one.startswith(t.ID)]
    named = references(site.store, ends)
    proofs = passages(site.store, [iri]).get(iri, ())
    listed: list[tuple[str, list[tuple[str, str]]]] = []
    for name, values in sorted(said.items()):
        if name in (t.EVIDENCE, t.CLEAN_TEXT):
            continue
        listed.append((name, [_shown(one, named) for one in values]))
    label = next(iter(said.get(t.SKOS_PREF_LABEL, ())), "")
    kind = kind_of(iri)
    data: dict[str, Any] = {name: values for name, values in said.items() if name != t.CLEAN_TEXT}
    return View(
        template="resource.html",
        title=label or f"{say('serve.statement', lang)} {iri.removeprefix(t.ID)}",
        shown={"iri": iri, "kind": kind, "listed": listed, "proofs": proofs},
        told={"iri": iri, "said": data, "passages": [asdict(p) for p in proofs]},
        heads=("property", "value"),
        rows=[(name, one) for name, values in data.items() for one in values],
        triples=lambda: described(site.store, [iri]),
    )


def _shown(text: str, named: dict[str, Any]) -> tuple[str, str]:
    """What a value shows, and where it leads."""
    if text in named:
        return named[text].label, named[text].iri
    ours = text.startswith((t.ID, t.CONCEPT, t.BF))
    return (
        text.removeprefix(t.ID).removeprefix(t.CONCEPT).removeprefix(t.BF),
        text if ours else "",
    )


def _said(site: Site, iri: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    query = _TOLD.replace("?s", _term(iri))
    for name, target in site.store.select(query).rows:
        if name is not None and target is not None:
            found.setdefault(value(name), []).append(value(target))
    return {name: sorted(values) for name, values in found.items()}


def _term(iri: str) -> str:
    try:
        return as_iri(iri)
    except ValueError as error:
        raise QueryError("serve.no-page", path=iri[:200]) from error


def _path(iri: str) -> str:
    return "/id/" + iri.removeprefix(t.ID)
