"""What a profile sees is well formed, and as much as can be shown."""

from collections.abc import Iterator

import pytest
from leaky import leaky_store

from bangfu.graph.checking import check_store
from bangfu.graph.keep import reading
from bangfu.graph.profile import Profile
from bangfu.graph.redact import redacted
from bangfu.graph.store import Store
from bangfu.ontology.nt import value
from bangfu.ontology.terms import (
    A_NOTE,
    CANONICAL,
    END,
    EVIDENCE,
    QUOTE,
    RDF_TYPE,
    SKOS_ALT_LABEL,
    START,
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    path = leaky_store(tmp_path_factory.mktemp("redact"))
    with reading(path) as store, reading(path, Profile.PUBLIC) as view:
        yield store, view


def test_nothing_but_names_and_words_goes(both: tuple[Store, Store]) -> None:
    store, view = both
    for predicate in (RDF_TYPE, EVIDENCE, CANONICAL):
        assert len(list(store.statements(predicate))) == len(list(view.statements(predicate)))


def test_it_satisfies_the_shapes_as_the_store_does(both: tuple[Store, Store]) -> None:
    store, view = both
    assert [one.finding.constraint if hasattr(one.finding, "constraint") else str(one.finding.severity)
            for one in check_store(view)] == [
        one.finding.constraint if hasattr(one.finding, "constraint") else str(one.finding.severity)
        for one in check_store(store)]  # fmt: skip


def test_offsets_hold_the_passage_that_is_left(both: tuple[Store, Store]) -> None:
    _, view = both
    quotes = {s: value(o) for _, s, o in view.statements(QUOTE)}
    start, end = ({s: int(value(o)) for _, s, o in view.statements(p)} for p in (START, END))
    assert quotes
    for node, quote in quotes.items():
        assert end[node] - start[node] == len(quote)


def test_what_the_reader_did_not_understand_is_blank(both: tuple[Store, Store]) -> None:
    _, view = both
    notes = {s for _, s, _ in view.statements(RDF_TYPE, f"<{A_NOTE}>")}
    assert notes
    assert {value(o).strip("○") for _, s, o in view.statements(QUOTE) if s in notes} == {""}


def test_hidden_persons_have_no_other_names(both: tuple[Store, Store]) -> None:
    _, view = both
    assert not [s for _, s, _ in view.statements(SKOS_ALT_LABEL) if "/id/person/" in s]


def test_the_same_store_gives_the_same_triples(both: tuple[Store, Store]) -> None:
    store, _ = both
    one, other = (list(redacted(store, Profile.PARTNER, b"key")) for _ in range(2))
    assert one == other
    assert list(redacted(store, Profile.PARTNER, b"another")) != one
