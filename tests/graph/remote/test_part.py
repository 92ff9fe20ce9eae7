"""What is fetched of a server for a question is enough for all its rows, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from made import readings

from bangfu.graph.ask import ask, question_sparql
from bangfu.graph.derive import derive
from bangfu.graph.happenings import happenings
from bangfu.graph.names import find_entity
from bangfu.graph.question import Question, question, questions
from bangfu.graph.remote.part import NOTHING_DERIVED, answering
from bangfu.graph.store import Store, open_store, put
from bangfu.graph.vocabulary import keep_vocabulary
from bangfu.loaders import find_files, sample_folder
from bangfu.loaders.batch import load_all
from bangfu.loaders.target_triples import target_triples
from bangfu.loaders.targets import read_target_list
from bangfu.ontology.errors import QueryError
from bangfu.ontology.nt import value
from bangfu.ontology.records import Reading
from bangfu.ontology.terms import CLEAN_TEXT, DERIVED_GRAPH, QUOTE, RDF_TYPE

_LIST = """code = "9"
name = "名单"
[members]
names = ["马边彝族自治县", "隆德县", "安龙县", "纳雍县"]
"""
_COUNTY, _HELPER = "第一省第一市第一县", "第十六省第一市第一县"


class Unsure:
    """A store whose questions are answered of a part; `asked` are the queries sent to it."""

    unsure = True

    def __init__(self, inner: Store) -> None:
        self.inner = inner
        self.asked: list[str] = []

    def select(self, query: str) -> Any:
        self.asked.append(query)
        return self.inner.select(query)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample, made-up sources that share places and programmes, and a target list."""
    path = tmp_path_factory.mktemp("lists") / "nine.toml"
    path.write_text(_LIST, encoding="utf-8")
    with open_store(None) as store, sample_folder() as sample:
        keep_vocabulary(store)
        for _, one in load_all(find_files([sample]), sample):
            assert isinstance(one, Reading)
            put(store, one)
        for one in readings(90):
            put(store, one)
        store.put(*target_triples(read_target_list(path)))
        derive(store)
        yield store


def _arguments(asked: Question) -> Iterator[tuple[str, ...]]:
    """What a question may be asked about: its own example, made-up places, whole provinces."""
    if asked.name == "coverage":
        yield ("9",)
        return
    yield asked.example
    kinds = [one.kind for one in asked.parameters]
    if kinds and kinds[0] in ("entity", "party", "thing"):
        more = {"date": ("2022-05",), "year": ("2021",)}.get(kinds[-1], ())
        first = _HELPER if asked.name in ("evidence", "whom-it-helps") else _COUNTY
        for name in (first, first[:4].rstrip("第"), "四川省", "携手计划一"):
            if not (kinds[0] == "party" and name.startswith("携手")):
                yield (name, *more)
    if asked.name == "evidence":
        yield (_HELPER, _COUNTY)
        yield ("浙江省", "四川省")
    if asked.name == "number":
        yield (_COUNTY, "7")


@pytest.mark.parametrize("name", [one.name for one in questions() if one.shape != "walk"])
def test_a_part_gives_all_rows(store: Store, name: str) -> None:
    asked = question(name)
    flags = {one.name: one.default != "true" for one in asked.options if one.kind == "flag"}
    told = 0
    for arguments in _arguments(asked):
        for options in ({}, flags):
            try:
                wanted = ask(store, name, *arguments, **options)
            except QueryError as error:
                if not error.key.startswith("ask.unknown"):
                    raise
                continue
            unsure = Unsure(store)
            given = ask(unsure, name, *arguments, **options)  # type: ignore[arg-type]
            assert given.rows == wanted.rows, (arguments, options)
            assert given.passages == wanted.passages
            assert all("COALESCE" not in query for query in unsure.asked)
            told += len(wanted.rows)
    assert told or name == "batches"


def test_what_stands_before_a_server_is_no_more_trusted(store: Store) -> None:
    behind = Unsure(store)

    class Before:
        """Lets all through, and says nothing of what stands behind it but where it is."""

        tracked = behind
        select = behind.select
        construct = store.construct
        statements = store.statements
        triples = store.triples

    answer = ask(Before(), "who-helps", "马边彝族自治县")  # type: ignore[arg-type]
    assert answer.rows == ask(store, "who-helps", "马边彝族自治县").rows
    assert behind.asked
    assert all("COALESCE" not in query for query in behind.asked)


def test_a_fact_may_be_asked_about(store: Store) -> None:
    fact = ask(store, "who-helps", "马边彝族自治县").rows[0][-1].split()[0]
    wanted = ask(store, "evidence", fact).rows
    assert ask(Unsure(store), "evidence", fact).rows == wanted  # type: ignore[arg-type]
    assert wanted


def test_a_part_is_no_more_than_what_speaks_of_it(store: Store) -> None:
    text = question_sparql(store, "who-helps", _COUNTY)
    unsure: Any = Unsure(store)
    part = answering(unsure, text)
    sources = [graph for graph in part.graphs() if "/source/" in graph]
    assert 10 < len(sources) < 20
    assert len(unsure.asked) < len(sources)  # no request for each source
    some = set(part.triples(sources[0]))
    told = store.triples(sources[0])
    assert some == {one for one in told if value(one[1]) in {value(p) for _, p, _ in some}}
    assert QUOTE in {value(p) for _, p, _ in some}
    assert CLEAN_TEXT not in {value(p) for _, p, _ in some}
    assert answering(store, "ASK {}") is store


def test_of_a_source_all_is_fetched_if_any_property_is_asked_for(store: Store) -> None:
    county = find_entity(store, _COUNTY).iri
    anything = f"SELECT ?s ?p ?o {{ <{county}> a ?kind . ?s ?p ?o . }} ORDER BY ?s ?p ?o"
    part = answering(Unsure(store), anything)  # type: ignore[arg-type]
    sources = [graph for graph in part.graphs() if "/source/" in graph]
    assert sources
    assert part.triples(sources[0]) == store.triples(sources[0])
    sorted_only = f"SELECT ?s ?p ?o {{ <{county}> a ?kind }} ORDER BY ?s ?p ?o"
    part = answering(Unsure(store), sorted_only)  # type: ignore[arg-type]
    assert {value(p) for _, p, _ in part.triples(sources[0])} == {RDF_TYPE}


def test_of_what_is_passed_over_nothing_is_derived(store: Store) -> None:
    said = {s for graph in store.graphs() for s, _, _ in store.triples(graph)}
    derived = {s for s, _, _ in store.triples(DERIVED_GRAPH)}
    assert any(one.startswith(NOTHING_DERIVED) for one in said)
    assert not any(one.startswith(NOTHING_DERIVED) for one in derived)


@pytest.mark.parametrize("focus", [None, _COUNTY, "四川省"])
def test_what_took_place_is_told_of_a_part(store: Store, focus: str | None) -> None:
    one = None if focus is None else find_entity(store, focus).iri
    unsure = Unsure(store)
    wanted = happenings(store, one)
    assert happenings(unsure, one) == wanted  # type: ignore[arg-type]
    assert wanted
    assert not [query for query in unsure.asked if "COALESCE" in query or "CONTAINS" in query]
