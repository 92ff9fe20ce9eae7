"""The rows of the question ``path``, walked on the network: a passage a step."""

from __future__ import annotations

from collections.abc import Mapping

from ...ontology.errors import QueryError
from ...ontology.messages import Lang, say
from .. import evidence
from ..asked import Asked
from ..engine import Store
from ..evidence import Passage
from ..queries import Step, ways

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Path, step, from, relation, to, passage and facts of each step between the two ends.

    Raises :class:`QueryError` (``ask.same-ends``).
    """
    one, other = asked.found
    options = asked.options
    if one.iri == other.iri:
        raise QueryError("ask.same-ends", label=one.label)
    walked = ways(
        store,
        one.iri,
        other.iri,
        max_length=int(options["max_length"]),
        limit=int(options["limit"]),
        include_planned=options["planned"] == "true",
        reference=options["reference"] == "true",
    )
    facts = {fact for path in walked for step in path for fact in step.facts}
    proofs = evidence.passages(store, sorted(facts))
    told: list[tuple[str, ...]] = []
    for number, path in enumerate(walked, start=1):
        for place, step in enumerate(path, start=1):
            quote, proving = _reason(step, proofs, lang)
            told.append(
                (
                    str(number),
                    str(place),
                    step.from_label,
                    f"{step.relation} →" if step.forward else f"← {step.relation}",
                    step.to_label,
                    quote,
                    " ".join(proving),
                )
            )
    return told


def _reason(
    step: Step, proofs: Mapping[str, tuple[Passage, ...]], lang: Lang
) -> tuple[str, tuple[str, ...]]:
    """The shortest passage behind a step, and the facts it stands for.

    No passage states that a body lies in a place: the one that names the body is shown, else the
    statement itself.
    """
    quotes = sorted(
        (
            step.relation == "location" and step.inner not in passage.quote,
            len(passage.quote),
            passage.quote,
            fact,
        )
        for fact in step.facts
        for passage in proofs.get(fact, ())
    )
    if not quotes:
        return say("ask.lies-in", lang, name=step.inner, place=step.outer), step.facts
    quote, fact = quotes[0][2:]
    return quote, (fact,) if step.relation == "location" else step.facts
