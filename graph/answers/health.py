"""The rows of the question ``health``: the weakest records first."""

from __future__ import annotations

from ...ontology.messages import Lang, say
from ..asked import Asked
from ..engine import Store
from ..health import health
from ..told import ends_of, names_of, told
from ..wording import what

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Kind, what, sources, voices, completeness, what is missing, last evidence, disputes."""
    found = health(store, asked.found[0].iri if asked.found else None)
    shown = {one.facts[0] for one in found}
    facts = told(store, shown)
    facts |= told(store, {one.end("about") for one in facts.values() if one.kind == "observation"})
    names = names_of(store, ends_of(facts.values()))
    joint = "、" if lang == "zh" else ", "
    return [
        (
            one.kind,
            what(facts[one.facts[0]], facts, names),
            str(one.sources),
            str(one.voices),
            f"{len(one.known)}/{len(one.known) + len(one.missing)}",
            joint.join(say(f"ask.field-{field}", lang) for field in one.missing),
            one.last,
            " ".join(one.contradicted),
            " ".join(one.facts),
        )
        for one in found
    ]
