"""What speaks against a fact, as a line for its reader: the page's view of contradictions."""

from __future__ import annotations

from collections import defaultdict

from ..ontology.messages import Lang, say
from .contradictions import contradictions
from .extras import LANGS
from .opposed import Contradiction
from .store import Store

__all__ = ["disputes"]


def disputes(store: Store, entity: str | None = None) -> dict[str, tuple[dict[Lang, str], ...]]:
    """Fact → a line for each contradiction it takes part in, in both languages.

    With the IRI of an `entity`, of the facts about it and what lies in it.
    """
    found: dict[str, list[dict[Lang, str]]] = defaultdict(list)
    for one in contradictions(store, entity):
        line = {lang: _line(one, lang) for lang in LANGS}
        for fact in sorted({*one.a.facts, *one.b.facts}):
            if line not in found[fact]:
                found[fact].append(line)
    return {fact: tuple(lines) for fact, lines in sorted(found.items())}


def _line(one: Contradiction, lang: Lang) -> str:
    return say(
        "page.against-line" if one.independent else "page.against-repost",
        lang,
        kind=say(f"page.against-{one.kind}", lang),
        a=one.a.shown,
        b=one.b.shown,
        one=one.a.voices,
        other=one.b.voices,
    )
