"""The rows of the question ``contradictions``: two sides in a row, each with its passage."""

from __future__ import annotations

from collections.abc import Mapping

from ...ontology.messages import Lang
from .. import evidence
from ..asked import Asked
from ..contradictions import contradictions
from ..engine import Store
from ..evidence import Passage
from ..opposed import Contradiction, Stand
from ..told import names_of

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """A row for each contradiction: on figures first, then dates, partners, posts, spelling."""
    found = contradictions(store, asked.found[0].iri if asked.found else None)
    names = names_of(store, {one for each in found for one in each.subject})
    facts = {fact for each in found for side in (each.a, each.b) for fact in side.facts}
    proofs = evidence.passages(store, facts)
    return [_row(one, names, proofs, lang) for one in found]


def _row(
    one: Contradiction,
    names: Mapping[str, str],
    proofs: Mapping[str, tuple[Passage, ...]],
    lang: Lang,
) -> tuple[str, ...]:
    joint = " → " if len(one.subject) > 1 and one.kind in ("count", "date") else " / "
    return (
        one.kind,
        joint.join(names.get(part, part) for part in one.subject),
        " ".join(code for code in one.codes if code),
        one.a.shown,
        _sources(one.a, proofs, lang),
        str(one.a.voices),
        one.b.shown,
        _sources(one.b, proofs, lang),
        str(one.b.voices),
        "independent" if one.independent else "oneVoice",
        _quote(one.a, proofs),
        _quote(one.b, proofs),
        " ".join(sorted({*one.a.facts, *one.b.facts})),
    )


def _sources(side: Stand, proofs: Mapping[str, tuple[Passage, ...]], lang: Lang) -> str:
    told = {
        " ".join(part for part in (proof.address, proof.issued) if part)
        for fact in side.facts
        for proof in proofs[fact]
    }
    return ("、" if lang == "zh" else ", ").join(sorted(told))


def _quote(side: Stand, proofs: Mapping[str, tuple[Passage, ...]]) -> str:
    """The shortest passage that holds what is claimed, else the shortest."""
    quotes = [proof.quote for fact in side.facts for proof in proofs[fact]]
    return min(quotes, key=lambda quote: (side.shown not in quote, len(quote), quote), default="")
