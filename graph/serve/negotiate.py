"""Which form an answer takes: a suffix or ``format=`` decides, else the header ``Accept``.

RFC 9110, section 12.5.1: the range that fits a type most closely gives its weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["FORMS", "GRAPH_FORMS", "ROW_FORMS", "form_of", "language_of", "media_type"]

FORMS: Final = {
    "html": ("text/html", "application/xhtml+xml"),
    "json": ("application/json",),
    "srj": ("application/sparql-results+json", "application/json"),
    "srx": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "ttl": ("text/turtle", "application/x-turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json",),
    "rdf": ("application/rdf+xml",),
}
"""Every form that anything is given in, with its media types; the first is what it is sent as."""

ROW_FORMS: Final = ("srj", "srx", "csv", "tsv")
GRAPH_FORMS: Final = ("ttl", "nt", "jsonld", "rdf")


def media_type(form: str) -> str:
    """The type that a form is sent as, with the character set where the type has one."""
    kind = FORMS[form][0]
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def form_of(accept: str, offered: Sequence[str]) -> str | None:
    """The form of `offered` (the first is the favourite) that `accept` likes best, or None."""
    ranges = _ranges(accept)
    if not ranges:
        return offered[0]
    best: tuple[float, int] | None = None
    for place, form in enumerate(offered):
        weight = max(_weight(kind, ranges) for kind in FORMS[form])
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, place)
    return None if best is None else offered[best[1]]


def language_of(accept: str, default: str) -> str:
    """``zh`` or ``en``, whichever the header ``Accept-Language`` likes better; else `default`."""
    found = {
        tag.partition("-")[0]: weight
        for tag, weight in sorted(_ranges(accept), key=lambda one: one[1])
    }
    liked = [(found[tag], tag == default, tag) for tag in ("zh", "en") if found.get(tag, 0) > 0]
    return max(liked)[2] if liked else default


def _ranges(header: str) -> list[tuple[str, float]]:
    found = []
    for part in header.split(","):
        name, *parameters = (bit.strip().lower() for bit in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = min(max(float(parameter[2:]), 0.0), 1.0)
                except ValueError:
                    weight = 0.0
        if name:
            found.append((name, weight))
    return found


def _weight(kind: str, ranges: list[tuple[str, float]]) -> float:
    group = kind.partition("/")[0]
    for wanted in (kind, f"{group}/*", "*/*"):
        weights = [weight for name, weight in ranges if name == wanted]
        if weights:
            return weights[0]
    return 0.0
