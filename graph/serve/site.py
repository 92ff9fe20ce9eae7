"""All pages: a path, what was asked, a form and a language in; a page out. Runs in a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader

from ...ontology.errors import QueryError
from ...ontology.messages import Lang, say, table
from ...ontology.nt import Triple
from ...ontology.terms import CONCEPT, ID
from ..engine import Rows, Store
from ..labels import pinyin_keys
from ..profile import Profile
from . import listing, queried, terms, thing
from .index import Index, indexed, kept_index
from .view import Made, View, data_in

__all__ = ["FORMS", "Site"]

FORMS: Final = ("html", "json", "csv", "ttl", "jsonld", "nt", "rdf")
"""The forms of every page; the first is for browsers."""

Asked = list[tuple[str, str]]


@dataclass(slots=True)
class Site:
    """A store as one profile may see it, and the pages on it.

    In `folder`, if there is one, lies what is worth keeping for the next one on the same store.
    """

    store: Store
    profile: Profile
    folder: Path | None = None
    known: list[Index] = field(default_factory=list)

    def index(self) -> Index:
        """The index for the search, made at the first call."""
        if not self.known:
            kept = None if self.folder is None else self.folder / "search.json"
            made = indexed(self.store) if kept is None else kept_index(self.store, kept)
            self.known.append(made)
            pinyin_keys("旺苍")  # what it needs is loaded before somebody waits for it
        return self.known[0]

    def page(self, path: str, asked: Sequence[tuple[str, str]], form: str, lang: Lang) -> Made:
        """The page at `path` in `form`; what there is not is a page of status 404."""
        given = list(asked)
        try:
            view = _view(self, path, given, lang)
        except QueryError as error:
            if not error.key.startswith(("ask.unknown", "serve.no-page")):
                raise
            view = View(
                template="missing.html",
                title=say("serve.missing", lang),
                shown={"said": error.told(lang)},
                told={"error": error.told(lang)},
                status=404,
            )
        if view.place is not None:
            return Made(body=b"", form=form, status=303, place=view.place)
        body = _html(self, view, path, given, lang) if form == "html" else data_in(form, view)
        return Made(body=body, form=form, status=view.status)

    def editor(
        self, text: str, found: Rows | list[Triple] | None, ask: bool, lang: Lang, most: int
    ) -> bytes:
        """The page with the query `text` and its answer, of which there may be `most` rows."""
        view = queried.view(self, text, found, ask, lang, most=most)
        return _html(self, view, "/query", [("query", text)], lang)


def _view(site: Site, path: str, asked: Asked, lang: Lang) -> View:
    match path.strip("/").split("/"):
        case [""]:
            return listing.home(site, lang)
        case ["search"]:
            return listing.search(site, asked, lang)
        case ["suggest"]:
            return listing.suggest(site, asked, lang)
        case ["sources"]:
            return listing.sources(site, asked, lang)
        case ["ask"]:
            return queried.questions_view(lang)
        case ["ask", name]:
            return queried.ask_view(site, name, asked, lang)
        case ["query"]:
            return queried.view(site, "", None, False, lang)
        case ["about"] | [".well-known", "void"]:
            return listing.about(site, asked, lang)
        case ["id", "source", key]:
            return thing.source(site, f"{ID}source/{key}", lang)
        case ["id", kind, key]:
            return thing.resource(site, f"{ID}{kind}/{key}", asked, lang)
        case ["dossier", kind, key]:
            return thing.printed(site, f"{ID}{kind}/{key}", lang)
        case ["concept", scheme, *code] if len(code) < 2:
            return terms.concept(f"{CONCEPT}{'/'.join((scheme, *code))}", lang)
        case ["ontology"]:
            return terms.ontology(lang)
    raise QueryError("serve.no-page", path=path[:200])


def _html(site: Site, view: View, path: str, asked: Asked, lang: Lang) -> bytes:
    plain = [(name, word) for name, word in asked if name not in ("lang", "open", "base")]

    def link(**changed: object) -> str:
        kept = [(name, word) for name, word in plain if name not in changed]
        kept += [(name, str(word)) for name, word in changed.items() if word not in (None, "")]
        return "?" + urlencode(kept)

    def other(form: str) -> str:
        stem = "/home" if path == "/" else quote(path.rstrip("/"))
        return f"{stem}.{form}" + (f"?{urlencode(plain)}" if plain else "")

    shown: dict[str, Any] = {
        "lang": lang,
        "title": view.title,
        "path": path,
        "profile": site.profile,
        "link": link,
        "other": other,
        "asked": dict(plain),
        "t": lambda key, **values: say(f"serve.{key}", lang, **values),
        "code": lambda word: coded(word, lang),
        "href": href,
        **view.shown,
    }
    return _environment().get_template(view.template).render(shown).encode()


def coded(word: str, lang: Lang) -> str:
    """A code in words, where it has some."""
    # a kind of thing before the same word as a unit (34 所学校)
    for key in (f"ask.kind-{word}", f"ask.code-{word}"):
        if key in table():
            return say(key, lang)
    return word


def href(iri: str) -> str:
    """The path of the page on `iri`, "" for what is not ours."""
    start = ID.removesuffix("id/")
    return "/" + quote(iri.removeprefix(start), safe="/#") if iri.startswith(start) else ""


@cache
def _environment() -> Environment:
    loader = PackageLoader(__package__, "templates")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
