"""Lists: the start page, the search, the sources, and what the server knows of itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from ...ontology.messages import Lang, say
from ...ontology.nt import value
from ..coverage import store_coverage
from ..question import questions
from ..store import sources as all_sources
from .describe import dataset_triples, described
from .index import FACETS, Entry
from .terms import term_names
from .view import View

if TYPE_CHECKING:
    from .site import Site

__all__ = ["about", "home", "search", "sources", "suggest"]

PAGE: Final = 40


def home(site: Site, lang: Lang) -> View:
    """What there is, and where to begin."""
    index = site.index()
    kinds = Counter(entry.kind for entry in index.entries)
    newest = sorted(all_sources(site.store), key=lambda one: (one.issued or "", one.address))
    busy = [entry for entry in index.entries if entry.kind == "place" and entry.weight][:12]
    helpers = [e for e in index.entries if e.kind in ("school", "institution") and e.weight][:12]
    told: dict[str, Any] = {"kinds": dict(kinds), "coverage": store_coverage(site.store, lang)}
    return View(
        template="home.html",
        title=say("serve.name", lang),
        shown={
            "kinds": kinds,
            "coverage": told["coverage"],
            "sources": newest[::-1][:8],
            "count": len(newest),
            "busy": busy,
            "bodies": helpers,
            "questions": sorted(questions(), key=lambda one: (not one.number, one.number))[:8],
        },
        told=told,
        heads=("kind", "count"),
        rows=[(kind, str(count)) for kind, count in sorted(kinds.items())],
        triples=lambda: dataset_triples(site.store, "http://localhost"),
    )


def search(site: Site, asked: list[tuple[str, str]], lang: Lang) -> View:
    """What has a name like the one asked for, with counts to narrow it down by."""
    given = dict(asked)
    text = given.get("q", "")[:200].strip()
    chosen = {facet: given[facet] for facet in FACETS if given.get(facet)}
    index = site.index()
    found = index.find(text, chosen)
    number = given.get("page", "1")
    last = max(1, -(-len(found) // PAGE))
    page = min(int(number), last) if number.isdecimal() and 0 < len(number) < 7 else 1
    part = found[(max(page, 1) - 1) * PAGE :][:PAGE]
    counts = {}
    for facet in FACETS:
        rest = {one: word for one, word in chosen.items() if one != facet}
        base = found if rest == chosen else index.find(text, rest)
        counts[facet] = index.counts(base)[facet][:14]
    return View(
        template="search.html",
        title=say("serve.search", lang),
        shown={
            "text": text,
            "found": part,
            "total": len(found),
            "page": max(page, 1),
            "last": last,
            "facets": counts,
            "chosen": chosen,
        },
        told={"query": text, "total": len(found), "results": [_entry(one) for one in found[:1000]]},
        heads=("iri", "label", "kind", "level", "around", "statements"),
        rows=[
            (one.iri, one.label, one.kind, one.level, one.around, str(one.weight)) for one in found
        ],
        triples=lambda: described(site.store, [one.iri for one in found[:200]]),
    )


def suggest(site: Site, asked: list[tuple[str, str]], lang: Lang) -> View:
    """The first names that fit what is being typed."""
    text = dict(asked).get("q", "")[:100]
    found = site.index().find(text, {})[:10] if text.strip() else []
    told = [
        {**_entry(one), "said": say(f"ask.kind-{one.level or one.kind}", lang)} for one in found
    ]
    return View(template="missing.html", title="", told={"results": told})


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "iri": one.iri,
        "label": one.label,
        "kind": one.kind,
        "level": one.level,
        "around": one.around,
        "statements": one.weight,
    }


def sources(site: Site, asked: list[tuple[str, str]], lang: Lang) -> View:
    """All sources, the newest first; `q` narrows them down by title, address and outlet."""
    text = dict(asked).get("q", "")[:200].strip()
    rows = sorted(all_sources(site.store), key=lambda one: (one.issued or "", one.address))[::-1]
    found = [
        row
        for row in rows
        if text in " ".join((row.address, row.title or "", row.publisher or "", row.issued or ""))
    ]
    return View(
        template="sources.html",
        title=say("serve.sources", lang),
        shown={"rows": found[:500], "total": len(found), "text": text},
        told={
            "sources": [
                {
                    "iri": row.iri,
                    "address": row.address,
                    "title": row.title,
                    "publisher": row.publisher,
                    "issued": row.issued,
                    "facts": row.facts,
                }
                for row in found
            ]
        },
        heads=("iri", "address", "title", "publisher", "issued", "facts"),
        rows=[
            (row.iri, row.address, row.title, row.publisher, row.issued, str(row.facts))
            for row in found
        ],
        triples=lambda: described(site.store, [row.iri for row in found[:300]]),
    )


def about(site: Site, asked: list[tuple[str, str]], lang: Lang) -> View:
    """The whole store as a dataset: VoID and DCAT."""
    base = dict(asked).get("base", "http://localhost")
    said = term_names(lang)
    triples = dataset_triples(site.store, base)
    rows = [tuple(value(term) for term in triple) for triple in triples]
    return View(
        template="about.html",
        title=say("serve.about", lang),
        shown={
            "coverage": store_coverage(site.store, lang),
            "classes": sorted(
                (name := s.rpartition("class-")[2], said.get(name, name), o)
                for s, p, o in rows
                if p.endswith("#entities")
            ),
        },
        told={"triples": [list(row) for row in rows]},
        heads=("subject", "predicate", "object"),
        rows=rows,
        triples=lambda: triples,
    )
