"""The rows of the question ``path``, walked on the network: a passage a step."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Final

from ..ontology.errors import QueryError
from ..ontology.messages import Lang, say
from ..ontology.terms import EVIDENCE, SOURCE, SOURCE_CLASS, concept
from . import evidence
from .engine import Store
from .evidence import Passage
from .fill import rows
from .names import Found

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from .queries import Step

__all__ = ["path_rows"]

_REFERENCE_FACTS: Final = f"""SELECT DISTINCT ?f WHERE {{
  ?f <{EVIDENCE}> ?e . ?e <{SOURCE}> ?s .
  ?s <{SOURCE_CLASS}> <{concept("sourceClass", "reference")}> }}"""


def path_rows(
    store: Store, ends: tuple[Found, ...], options: Mapping[str, str], lang: Lang
) -> list[tuple[str, ...]]:
    """Path, step, from, relation, to, passage and facts of each step between the two `ends`.

    `options` are those of the question, as text. Raises :class:`QueryError` (``ask.same-ends``).
    """
    # NetworkX takes long to import, and only a path needs it
    from .queries import path_network, paths, steps

    one, other = ends
    if one.iri == other.iri:
        raise QueryError("ask.same-ends", label=one.label)
    network = path_network(store, include_planned=options["planned"] == "true")
    if options["reference"] == "false":
        _leave_out(network, {fact for (fact,) in rows(store, _REFERENCE_FACTS)})
    found = paths(
        network,
        one.iri,
        other.iri,
        max_length=int(options["max_length"]),
        limit=int(options["limit"]),
    )
    walked = [steps(network, nodes) for nodes in found]
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


def _leave_out(network: MultiDiGraph[str], facts: Set[str]) -> None:
    """Take `facts` out of the network, and every relation that nothing else proves."""
    for a, b, kind, data in list(network.edges(keys=True, data=True)):
        known: tuple[str, ...] = data["facts"]
        left = tuple(fact for fact in known if fact not in facts)
        if known and not left and kind != "location":
            network.remove_edge(a, b, key=kind)
        else:
            data["facts"] = left


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
