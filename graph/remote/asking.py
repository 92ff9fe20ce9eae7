"""Questions to a server, answered to the last row: where it cuts an answer, the rest is asked for.

Virtuoso cuts in silence but for a header. Of a server that nobody tried it is not known whether it
cuts; there, an answer of a suspiciously round number of rows is counted again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, final

from ...ontology.errors import QueryError, StoreError
from ...ontology.nt import Triple, value
from ...ontology.terms import ONTOLOGY_GRAPH
from ..ahead import ahead
from ..engine import Rows
from .address import Address
from .answers import GRAPH, TABLE, rows_of, triples_of
from .client import Client
from .engines import Engine, engine_of, sibling
from .paging import asks, counted, ordered, page, solutions, unlimited

if TYPE_CHECKING:
    import httpx

__all__ = ["Asking"]

_ROUND: Final = 500
"""Limits of servers are multiples of it: an answer of such a length may be a part."""

_COUNTED: Final = "SELECT (COUNT(*) AS ?n) %s"

_PARTED: Final = f"""ASK {{
  GRAPH <{ONTOLOGY_GRAPH}> {{ ?s ?p ?o }} FILTER NOT EXISTS {{ ?s ?p ?o }} }}"""
"""Whether something in a graph is not in the default graph."""


@final
class Asking:
    """The server at `address`, which was asked what it is."""

    def __init__(self, address: Address) -> None:
        """Connect. Raises StoreError for a server that does not answer as a SPARQL server does."""
        self._address = address
        self.url: Final = address.query
        self.http: Final = Client(address.query)
        try:
            answer = self.http.query(self.url, "ASK {}", TABLE, {})
            self.engine: Final[Engine] = engine_of(answer.headers.get("server", ""))
            rows_of(answer, self.engine)
            if self.engine.altering and value(self._asked(_PARTED)[1].rows[0][0] or "") == "true":
                raise StoreError("remote.no-union", url=self.url)
        except QueryError as error:
            self.close()
            reason = error.values["reason"]
            raise StoreError("remote.not-found", url=self.url, status=400, reason=reason) from error
        except BaseException:
            self.close()
            raise

    @cached_property
    def update(self) -> str:
        """Where updates go. Raises StoreError where nobody knows."""
        return self._address.update or self._sibling("--update")[0]

    @cached_property
    def graph_store(self) -> str:
        """Where graphs are put. Raises StoreError where nobody knows."""
        return self._address.graph_store or self._sibling("--graph-store")[1]

    @cached_property
    def _most(self) -> int | None:
        """How many rows the server gives at most, if it holds as many; it tells when it cuts."""
        return self._limit(
            self.http.query(self.url, "SELECT ?p WHERE { ?s ?p ?o }", "text/csv", {})
        )

    def rows(self, query: str) -> Iterator[tuple[str, ...]]:
        """The rows of a query that binds all its columns."""
        for row in self.select(query).rows:
            yield tuple(cell or "" for cell in row)

    def distinct(self, query: str) -> Iterator[tuple[str, ...]]:
        """The rows of a query that has no order and gives none twice; all its columns are bound.

        Their number says whether pages cut without an order are whole: sorting so many would take a
        server four times as long.
        """
        answer, found = self._asked(query)
        size, count = self._cut(answer, query, len(found.rows)), counted(query)
        if size is None:
            rows = found.rows
        else:
            parts = [found.rows]
            while len(parts[-1]) == size:
                text = f"{query} LIMIT {size} OFFSET {size * len(parts)}"
                parts.append(self._asked(text)[1].rows)
            rows = tuple({row for part in parts for row in part})
            if count is None or len(rows) != self.count(count):
                rows = self._paged(query, found.columns, size).rows
        for row in rows:
            yield tuple(cell or "" for cell in row)

    def select(self, query: str) -> Rows:
        """Answer a SELECT or ASK, whole. Raises QueryError, also for what cannot be had whole."""
        answer, found = self._asked(query)
        if found.columns == ("ask",):
            return found
        cut = self._cut(answer, query, len(found.rows))
        return found if cut is None else self._paged(query, found.columns, cut)

    def count(self, query: str) -> int:
        """The one number that a query gives."""
        rows = self._asked(query)[1].rows
        try:
            return int(value(rows[0][0] or ""))
        except (IndexError, ValueError) as error:
            raise StoreError("remote.garbage", url=self.url) from error

    def construct(self, query: str) -> set[Triple]:
        """Answer a CONSTRUCT or DESCRIBE; refused if the server would cut it unsaid."""
        if self.engine.cut_header and (text := solutions(query)) is not None:
            count = self.count(text)
            if self._most is not None and count >= self._most:
                raise QueryError("remote.cut", url=self.url, rows=self._most)
        return self.graph(query)

    def whole(self, where: str) -> set[Triple]:
        """All triples ?s ?p ?o of a pattern that gives none twice.

        As a graph, which takes Virtuoso a sixth of the time of rows, but which it cuts without a
        word where it is long: then they are counted.
        """
        found = self.pages("?s ?p ?o", where)
        if found is None:
            return {(s, p, o) for s, p, o in self.distinct(f"SELECT ?s ?p ?o {where}")}
        return found

    def pages(self, line: str, where: str) -> set[Triple] | None:
        """All triples that a `line` of variables makes of a pattern which gives none of them twice.

        Of many, pages without an order, some at a time; None where their number says that they are
        not whole.
        """
        text = f"CONSTRUCT {{ {line} }} {where}"
        found = self.graph(text) if self.engine.cut_header else None
        if found is not None and self._is_short(found):
            return found
        count = self.count(_COUNTED % where)
        if found is None:
            found = self.graph(text) if count else set()
        elif found and len(found) != count:
            found.update(*self._further(text, len(found), count))
        return found if len(found) == count else None

    def each(self, line: str, where: str) -> Iterator[Triple]:
        """The same as they come, page by page, where the server tells when it cuts: any number.

        Raises StoreError at the end if the pages are not whole.
        """
        text = f"CONSTRUCT {{ {line} }} {where}"
        page = self.graph(text)
        yield from page
        if self._is_short(page):
            return
        count, seen = self.count(_COUNTED % where), {*map(hash, page)}
        for more in self._further(text, len(page), count):
            seen.update(map(hash, more))
            yield from more
        if len(seen) != count:
            raise StoreError("remote.unsteady", url=self.url)

    def _is_short(self, page: set[Triple]) -> bool:
        return len(page) < min(_ROUND, self._most or _ROUND)

    def _further(self, text: str, size: int, count: int) -> Iterator[set[Triple]]:
        """The pages after the first, which has `size` triples of `count`: the next on its way."""
        starts = range(size, count, size)
        texts = (f"{text} LIMIT {size} OFFSET {start}" for start in starts)
        yield from ahead(partial(self.graph, one) for one in texts)

    def graph(self, query: str) -> set[Triple]:
        """What the server gives for a CONSTRUCT or DESCRIBE, cut or not."""
        text = self.engine.wording(query)
        answer = self.http.query(self.url, text, GRAPH, self.engine.query_fields)
        self._in_time(answer)
        return triples_of(answer, self.engine)

    def close(self) -> None:
        """Give the connections back."""
        self.http.close()

    def _asked(self, query: str) -> tuple[httpx.Response, Rows]:
        text = self.engine.wording(query)
        form = GRAPH if self.engine.rows_as_graph and not asks(query) else TABLE
        answer = self.http.query(self.url, text, form, self.engine.query_fields)
        self._in_time(answer)
        return answer, rows_of(answer, self.engine)

    def _in_time(self, answer: httpx.Response) -> None:
        if answer.headers.get("x-sql-state", "").startswith("S1TAT"):
            # Virtuoso's "anytime" answers: what it had found when its time was up
            raise QueryError("remote.partial", url=self.url)

    def _cut(self, answer: httpx.Response, query: str, rows: int) -> int | None:
        """After how many rows the answer was cut; None if it is whole."""
        if not self.engine.cuts or not rows:
            return None
        limit = self._limit(answer)
        if self.engine.cut_header is not None:
            return limit if limit is not None and rows >= limit else None
        if rows % _ROUND or (count := counted(query)) is None:
            return None
        whole = self.count(count)
        return rows if whole > rows else None

    def _limit(self, answer: httpx.Response) -> int | None:
        told = answer.headers.get(self.engine.cut_header or "", "")
        return int(told) if told.isdigit() and int(told) else None

    def _paged(self, query: str, columns: tuple[str, ...], size: int) -> Rows:
        text, most = unlimited(query)
        parts = ordered(text, columns)
        if parts is None:
            raise QueryError("remote.cut", url=self.url, rows=size)
        rows: list[tuple[str | None, ...]] = []
        while True:
            found = self._asked(page(parts, columns, size, len(rows)))[1]
            rows.extend(found.rows)
            if len(found.rows) < size or (most is not None and len(rows) >= most):
                return Rows(columns, tuple(rows[:most]))

    def _sibling(self, option: str) -> tuple[str, str]:
        found = sibling(self.url, self.engine)
        if found is None:
            raise StoreError("remote.no-write", url=self.url, option=option)
        return found
