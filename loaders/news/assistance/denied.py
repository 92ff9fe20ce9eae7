"""Claims of help that the page takes back itself: no gift, or none of the school of who retired."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ....ontology.records import Kind
from ..entities.retired import retired_from
from .claims import Claim
from .guards import is_denied

__all__ = ["undenied"]


def undenied(
    text: str, sentences: Sequence[tuple[int, int]], claims: Iterable[Claim]
) -> list[Claim]:
    """The claims that their own sentence does not take back; who retired acts for no school."""
    begins = [start for start, _ in sentences]
    kept = []
    for claim in claims:
        at = bisect_right(begins, claim.start) - 1
        low, high = sentences[at] if at >= 0 else (claim.start, claim.end)
        if is_denied(text, low, claim.start, min(claim.end, high), high):
            continue
        if claim.helper.kind is not Kind.SCHOOL or not retired_from(text, claim.helper):
            kept.append(claim)
    return kept
