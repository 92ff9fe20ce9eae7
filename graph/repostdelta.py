"""Which sources repost others, after some sources changed: only texts near them are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.nt import Triple, literal, value
from .reposts import CROWD, Text, alike, comparable, key_triples, stories, story_triples, text_of
from .view import View

__all__ = ["repost_changes"]


def repost_changes(view: View) -> tuple[set[Triple], set[Triple]]:
    """What leaves the derived graph and what enters it."""
    return _Near(view).changes()


class _Near:
    """The texts near those that changed."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.text = cache(self._text)
        self.keys = cache(self._keys)
        self.before = cache(self._before)
        self.bearing = cache(self._bearing)

    def changes(self) -> tuple[set[Triple], set[Triple]]:
        """What leaves the derived graph and what enters it."""
        view = self.view
        near = set(view.changed)
        touched = {key for source in near for key in (*self.keys(source), *_old(view, source))}
        for key in touched:
            if (len(self.before(key)) > CROWD) != (len(self.bearing(key)) > CROWD):
                near |= self.before(key) | self.bearing(key)
        for source in view.changed:
            near.update(self._partners(source))
        near = {one for source in near for one in self._story(source)}
        texts = {source: text for source in near if (text := self.text(source)) is not None}
        found = stories(texts, lambda key: len(self.bearing(key)) > CROWD)
        removed = {
            triple for source in near for triple in view.derived_triples(source, (t.REPOST_OF,))
        }
        added: set[Triple] = set()
        for story in found:
            added.update(story_triples(story, {s: day for s in story for day in self._days(s)}))
        for source in view.changed:
            removed |= view.derived_triples(source, (t.TEXT_KEY,))
            if (text := self.text(source)) is not None:
                added.update(key_triples(text))
        return removed, added

    def _partners(self, source: str) -> Iterator[str]:
        """The sources whose text is like the one of `source`."""
        mine = self.text(source)
        if mine is None:
            return
        shared: Counter[str] = Counter()
        others: set[str] = set()
        for key in mine.sketch:
            bearing = self.bearing(key) - {source}
            shared.update(bearing)
            if len(bearing) < CROWD:
                others |= bearing
        for other in sorted(others):
            # two keys that are known to be shared are enough; else what the other one has is asked
            if shared[other] > 1 or comparable(mine, Text(other, (), self.keys(other))):
                theirs = self.text(other)
                if theirs is not None and alike(mine, theirs):
                    yield other

    def _story(self, source: str) -> set[str]:
        """The sources that told one story with `source`, and itself."""
        found = {source}
        for original in self.view.ends(source, t.REPOST_OF) or (source,):
            found |= {original, *self.view.leading_to(t.REPOST_OF, original)}
        return found

    def _text(self, source: str) -> Text | None:
        for graph, predicate, term in self.view.store.about(source, source):
            if predicate == t.CLEAN_TEXT and graph == source:
                return text_of(source, value(term))
        return None

    def _keys(self, source: str) -> tuple[int, ...]:
        """The keys of a source as they are now."""
        if source in self.view.changed:
            text = self.text(source)
            return () if text is None else text.sketch
        return tuple(sorted(_old(self.view, source)))

    def _before(self, key: int) -> set[str]:
        """The sources that had `key`: all of them, or so many that it stays crowded."""
        found = self.view.store.statements(t.TEXT_KEY, literal(f"{key:016x}"))
        sources = (value(source) for graph, source, _ in found if graph == t.DERIVED_GRAPH)
        return set(islice(sources, CROWD + len(self.view.changed) + 1))

    def _bearing(self, key: int) -> set[str]:
        """The sources that have `key` now."""
        kept = self.before(key) - self.view.changed
        return kept | {source for source in self.view.changed if key in self.keys(source)}

    def _days(self, source: str) -> Iterator[tuple[str, str]]:
        lines = [line for line in self.view.lines(source) if line[0] == source]
        spans = [
            (day.first.isoformat(), day.last.isoformat())
            for line in lines
            if line[2] == t.DCT_ISSUED
            for day in (PartialDate.parse(value(line[3])),)
        ]
        yield from sorted(spans)[:1]


def _old(view: View, source: str) -> list[int]:
    """The keys that the derived graph has for `source`."""
    return [int(key, 16) for key in view.ends(source, t.TEXT_KEY)]
