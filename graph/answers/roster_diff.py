"""The rows of the question ``roster-diff``: what stands in one source only, and what differs.

People of two lists are held against each other by name, since a list gives no more to know them by.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...ontology.errors import QueryError
from ...ontology.messages import Lang, say
from ...ontology.nt import iri
from ...ontology.terms import EVIDENCE
from .. import evidence
from ..asked import Asked
from ..compared import Difference, compared, details
from ..engine import Store
from ..evidence import Passage
from ..fill import rows as told_by
from ..told import Told, ends_of, key_of, names_of, told
from ..wording import what

__all__ = ["rows"]

_FACTS = f"SELECT DISTINCT ?f WHERE {{ GRAPH ?source {{ ?f <{EVIDENCE}> ?e }} }}"
_ORDER = ("differs", "onlyA", "onlyB")


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """State, what, the fields that differ, both states, both passages.

    Raises :class:`QueryError` (``ask.same-ends``) for one source against itself.
    """
    first, second = asked.found
    if first.iri == second.iri:
        raise QueryError("ask.same-ends", label=first.label)
    a, b = (_facts(store, source.iri) for source in (first, second))
    facts = a | b
    names = names_of(store, ends_of(facts.values()))

    def name(end: str) -> str:
        return names.get(end, end) if "/person/" in end else end

    def whole(one: Told) -> tuple[str, ...]:
        return tuple(name(part) for part in key_of(one, facts))

    def subject(one: Told) -> tuple[str, ...]:
        """Whom a line is about, whoever the other side is."""
        about = facts.get(one.end("about"))
        if about is not None:
            figure = (one.says.get("unit", ""), one.says.get("measure", ""))
            return (one.kind, *subject(about), *figure, one.says.get("goods", ""))
        end = one.end("person") or one.end("recipient")
        return (one.kind, name(end), one.says.get("modality", "")) if end else ()

    found = compared(a, b, (whole, subject), name)
    proofs = evidence.passages(store, {f for one in found for f in (*one.before, *one.after)})
    told_rows = [_row(one, facts, names, proofs, lang) for one in found]
    return sorted(set(told_rows), key=lambda row: (_ORDER.index(row[0]), row))


def _facts(store: Store, source: str) -> dict[str, Told]:
    return told(store, {f for (f,) in told_by(store, _FACTS, source=iri(source))})


def _row(
    one: Difference,
    facts: Mapping[str, Told],
    names: Mapping[str, str],
    proofs: Mapping[str, tuple[Passage, ...]],
    lang: Lang,
) -> tuple[str, ...]:
    state = "differs" if one.before and one.after else "onlyA" if one.before else "onlyB"
    sides = [facts[side[0]] if side else None for side in (one.before, one.after)]
    shown = next(side for side in sides if side is not None)
    fields = one.fields or ("modality", "title", "since", "until", "value")
    texts = [
        "；".join(text for text in details(side, fields, names).values() if text) if side else ""
        for side in sides
    ]
    quotes = [
        min((proof.quote for proof in proofs[side[0]]), key=len, default="") if side else ""
        for side in (one.before, one.after)
    ]
    joint = "、" if lang == "zh" else ", "
    return (
        state,
        what(shown, facts, names),
        joint.join(say(f"ask.field-{field}", lang) for field in one.fields),
        *texts,
        *quotes,
        " ".join((*one.before, *one.after)),
    )
