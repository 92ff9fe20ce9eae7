"""Names that nothing vouches for but their coming back, always where a name can stand."""

from __future__ import annotations

from ...later import later
from .labels import Spans
from .names import Names

__all__ = ["recurring"]

_PLACE = later(
    r"(?<=[，。、；：！？“”（）,.;:!?()\"\n由和与及叫是的给对向让请跟随到了见听])[一-鿿]"
)


def recurring(names: Names, found: Spans) -> None:
    """A string with the shape of a name that comes back, always where a name can stand."""
    text = names.text
    known = {text[a:b] for a, b in found.items()}
    places: dict[str, list[tuple[float, int, int]]] = {}
    for match in _PLACE.finditer(text):
        start = match.start()
        if names.taken[start] or start in found:
            continue
        for end, score in names.ends(start)[:1]:
            if score >= 1.5 and names.left(start) >= 1:
                places.setdefault(text[start:end], []).append((score, start, end))
    for name, spans in places.items():
        count = text.count(name)
        if name in known or len(spans) < 2 or names.shape(name) < 0:
            continue
        score = max(score for score, _, _ in spans)
        if score < (3.4 if count < 3 else 2.4) or len(spans) * 2 < count:
            continue
        if max(names.left(a) for _, a, _ in spans) >= 2:
            found.update((a, b) for _, a, b in spans)
