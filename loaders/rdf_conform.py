"""What of a graph may go in: terms of the vocabulary, and nodes that the shapes find no fault with.

Whatever stays out is told with the reason; a fact goes out with the thing that it is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..ontology import terms as t
from ..ontology.check import Finding, check_triples
from ..ontology.errors import TermError
from ..ontology.forms import ENTITIES, FACTS
from ..ontology.nt import Triple, value
from ..ontology.quads import reading_from

__all__ = ["Conforming", "Left", "conforming"]

_TYPE = f"<{t.RDF_TYPE}>"
_DERIVED = frozenset(
    f"<{name}>"
    for name in (
        t.HELPS,
        t.ARRANGED_TO_HELP,
        t.IDENTITY_KEY,
        t.TEXT_KEY,
        t.CANONICAL,
        t.WITHIN,
        t.EARLIEST_START,
        t.LATEST_START,
        t.EARLIEST_END,
        t.LATEST_END,
        t.LAST_EVIDENCED,
        t.A_HELPER_REGION,
        t.A_RECIPIENT_COUNTY,
        t.A_JUDGEMENT,
        t.DECISION,
        t.CONCERNS,
    )
)
"""What nobody asserts: it is worked out, or decided in the file of judgements."""
_FACTS = frozenset(
    f"<{name}>"
    for name in (
        t.A_ASSISTANCE,
        t.A_GROUP_ASSISTANCE,
        t.A_POSTING,
        t.A_SECONDMENT,
        t.A_EVENT,
        t.A_OBSERVATION,
        t.A_PARTICIPATION,
        t.A_EVIDENCE,
    )
)
_OWNS = (f"<{t.EVIDENCE}>", f"<{t.PARTICIPATION}>")
_KINDS = frozenset(form.rdf_type for form in (*ENTITIES, *FACTS))


@dataclass(frozen=True, slots=True)
class Left:
    """What stayed out: `reason` is a code of the reader's report, `subject` and `detail` terms."""

    reason: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Conforming:
    """The triples that go in, sorted; what stayed out and why; all findings of the shapes."""

    triples: tuple[Triple, ...]
    left: tuple[Left, ...]
    findings: tuple[Finding, ...]


def conforming(triples: Iterable[Triple], source: str) -> Conforming:
    """The part of the graph of `source` (an IRI) that may go in; empty if the source itself errs.

    Findings are those of the whole graph, before anything was taken out of it.
    """
    known, left = _in_vocabulary(triples)
    findings = check_triples(known)
    node = f"<{source}>"
    found = findings
    while True:
        bad = {f"<{one.focus}>": one.shape for one in found if one.severity == "violation"}
        bad.update(_unproven(known, node))
        if not bad and (undescribed := _undescribed(known, node)) is not None:
            bad[undescribed[0]] = undescribed[1]
        if not bad:
            break
        if node in bad:
            left.extend(Left("rdf-shape", one, shape) for one, shape in bad.items())
            return Conforming((), tuple(sorted(left, key=_order)), findings)
        known, gone = _without(known, bad)
        left.extend(gone)
        found = check_triples(known)
    return Conforming(tuple(sorted(known)), tuple(sorted(left, key=_order)), findings)


def _order(left: Left) -> tuple[str, str, str]:
    return left.subject, left.reason, left.detail


@cache
def _vocabulary() -> frozenset[str]:
    """Every class and property that a source may use; whatever `terms` gains counts by itself."""
    words = (word for name, word in vars(t).items() if name.isupper() and isinstance(word, str))
    return frozenset(f"<{word}>" for word in words) - _DERIVED


def _in_vocabulary(triples: Iterable[Triple]) -> tuple[set[Triple], list[Left]]:
    known: set[Triple] = set()
    left: list[Left] = []
    for triple in triples:
        subject, predicate, target = triple
        word = target if predicate == _TYPE else predicate
        if word in _vocabulary():
            known.add(triple)
        else:
            left.append(Left("rdf-derived" if word in _DERIVED else "rdf-foreign", subject, word))
    return known, left


def _unproven(known: set[Triple], source: str) -> dict[str, str]:
    """Passages that do not stand where they say: offsets that do not hold the quote."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    wanted = {f"<{name}>" for name in (t.QUOTE, t.START, t.END, t.CLEAN_TEXT, t.SOURCE)}
    kind = f"<{t.A_EVIDENCE}>"
    passages: list[str] = []
    for subject, predicate, target in sorted(known):
        if predicate in wanted:
            said[subject][predicate] = target
        elif predicate == _TYPE and target == kind:
            passages.append(subject)
    text = said[source].get(f"<{t.CLEAN_TEXT}>")
    clean = None if text is None else value(text)
    bad = _two_things(known)
    for one in passages:
        quote, start, end = (said[one].get(f"<{name}>") for name in (t.QUOTE, t.START, t.END))
        if quote is None or start is None or end is None:
            bad[one] = "evidence-quote"
            continue
        first, last, words = _number(start), _number(end), value(quote)
        if last - first != len(words) or first < 0 or said[one].get(f"<{t.SOURCE}>") != source:
            bad[one] = "evidence-offsets"
        elif clean and clean[first:last] != words:
            bad[one] = "evidence-quote"
    return bad


def _two_things(known: set[Triple]) -> dict[str, str]:
    """Nodes that are a school and a person at once, or the like: no record holds them."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, target in known:
        if predicate == _TYPE and target in _KINDS:
            kinds[subject].add(target)
    return {node: "two-kinds" for node, found in sorted(kinds.items()) if len(found) > 1}


def _number(term: str) -> int:
    try:
        return int(value(term))
    except ValueError:
        return -1


def _undescribed(known: set[Triple], source: str) -> tuple[str, str] | None:
    """A node that no record can be made of, and what is why; None if all is well.

    That is the source itself where the graph has none or several, or the records contradict.
    """
    try:
        reading_from(sorted(known))
    except TermError as error:
        detail = error.values.get("value", error.values.get("term"))
        if "node" in error.values:
            return f"<{error.values['node']}>", str(detail)
        return source, error.key
    except ValueError as error:
        return source, str(error)
    return None


def _without(known: set[Triple], bad: dict[str, str]) -> tuple[set[Triple], list[Left]]:
    """`known` without the nodes in `bad`, the facts about them, and what belongs to those."""
    gone = dict(bad)
    facts = {s for s, p, o in known if p == _TYPE and o in _FACTS}
    parts = {o for _, p, o in known if p in _OWNS}
    pointing: dict[str, list[Triple]] = defaultdict(list)
    owned: dict[str, list[Triple]] = defaultdict(list)
    for triple in sorted(known):
        pointing[triple[2]].append(triple)
        if triple[1] in _OWNS:
            owned[triple[0]].append(triple)
    reasons = dict.fromkeys(bad, "rdf-shape")
    todo = list(bad)
    while todo:
        node = todo.pop()
        for subject, predicate, _ in pointing[node]:
            # A passage that is none is no reason against the others that the fact may have
            if subject in facts and subject not in gone and predicate != _OWNS[0]:
                gone[subject], reasons[subject] = node, "rdf-depends"
                todo.append(subject)
        for _, _, part in owned[node]:
            holders = {s for s, p, _ in pointing[part] if p in _OWNS}
            if part not in gone and holders <= gone.keys():
                gone[part], reasons[part] = node, "rdf-depends"
                todo.append(part)
    kept = {one for one in known if one[0] not in gone and one[2] not in gone}
    links = [
        Left("rdf-link", s, p)
        for s, p, o in known
        if o in gone and s not in gone and p not in _OWNS
    ]
    told = (one for one in gone if one in bad or (one in facts and one not in parts))
    return kept, [*(Left(reasons[one], one, gone[one]) for one in told), *links]
