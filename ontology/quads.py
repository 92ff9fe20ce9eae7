"""Facts ⇄ RDF, side by side: what one direction writes, the other reads.

The triples of a reading stand in the graph that its source names.
"""

from __future__ import annotations

from .canonical import canonical
from .from_triples import reading_from
from .to_triples import reading_triples, triples_of

__all__ = ["canonical", "reading_from", "reading_triples", "triples_of"]
