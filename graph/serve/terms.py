"""The vocabulary as pages: classes, properties, codes, each in two languages."""

from __future__ import annotations

from ...ontology import terms as t
from ...ontology.errors import QueryError
from ...ontology.messages import Lang, say
from ...ontology.nt import lang as tag_of
from ...ontology.nt import value
from .describe import term_triples
from .view import View

__all__ = ["concept", "ontology", "term_names"]

_GROUPS = (
    ("classes", f"{t.OWL}Class"),
    ("links", f"{t.OWL}ObjectProperty"),
    ("values", f"{t.OWL}DatatypeProperty"),
)


def ontology(lang: Lang) -> View:
    """All terms of the vocabulary with what they mean."""
    triples = term_triples(t.BF.removesuffix("#"))
    # without the ontology itself, which is no term
    cards = _cards([triple for triple in triples if value(triple[0]).startswith(t.BF)])
    groups = [
        (key, [card for card in cards if kind in _list(card["types"])]) for key, kind in _GROUPS
    ]
    rows = [(c["iri"], c["zh"], c["en"], c["text_zh"], c["text_en"]) for c in cards]
    return View(
        template="ontology.html",
        title=say("serve.ontology", lang),
        shown={"groups": groups},
        told={"terms": cards},
        heads=("iri", "zh", "en", "definition_zh", "definition_en"),
        rows=[tuple(map(str, row)) for row in rows],
        triples=lambda: triples,
    )


def term_names(lang: Lang) -> dict[str, str]:
    """The local name of each term of the vocabulary → what it is called in `lang`."""
    cards = _cards(term_triples(t.BF))
    return {str(card["iri"]).removeprefix(t.BF): str(card[lang] or card["zh"]) for card in cards}


def concept(iri: str, lang: Lang) -> View:
    """A code with what it means, or a scheme with all its codes."""
    triples = term_triples(iri)
    exact = [one for one in triples if value(one[0]) in (iri, iri + "/")]
    inner = [one for one in triples if value(one[0]).startswith(iri + "/")]
    if not exact and not inner:
        raise QueryError("serve.no-page", path=iri)
    cards = _cards(exact or inner)
    shown = [card for card in _cards(inner) if card["iri"] != iri]
    name = next((str(c[lang] or c["zh"]) for c in cards if c["iri"] == iri), iri.rpartition("/")[2])
    own = next((card for card in cards if card["iri"] == iri), None)
    every = cards + [card for card in shown if card not in cards]
    return View(
        template="concept.html",
        title=name,
        shown={"own": own, "cards": shown, "iri": iri},
        told={"concepts": every},
        heads=("iri", "zh", "en", "definition_zh", "definition_en"),
        rows=[
            tuple(str(c[key]) for key in ("iri", "zh", "en", "text_zh", "text_en")) for c in every
        ],
        triples=lambda: sorted({*exact, *inner}),
    )


def _cards(triples: list[tuple[str, str, str]]) -> list[dict[str, object]]:
    cards: dict[str, dict[str, object]] = {}
    labels = (f"{t.RDFS}label", t.SKOS_PREF_LABEL)
    texts = (f"{t.RDFS}comment", f"{t.SKOS}definition")
    for subject, predicate, target in triples:
        iri, name = value(subject), value(predicate)
        card = cards.setdefault(
            iri,
            {"iri": iri, "zh": "", "en": "", "text_zh": "", "text_en": "", "types": []},
        )
        tag = (tag_of(target) or "")[:2]
        if name in labels and tag in ("zh", "en"):
            card[tag] = value(target)
        elif name in texts and tag in ("zh", "en"):
            card[f"text_{tag}"] = value(target)
        elif name == t.RDF_TYPE:
            card["types"] = [*_list(card["types"]), value(target)]
    return sorted(cards.values(), key=lambda card: str(card["iri"]))


def _list(held: object) -> list[object]:
    return held if isinstance(held, list) else []
