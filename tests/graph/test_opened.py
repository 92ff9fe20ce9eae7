"""The front door: one name is enough to load, ask, compute and draw."""

from __future__ import annotations

from pathlib import Path

import pytest
from served import sample_store

import bangfu.graph
from bangfu.graph import open_store
from bangfu.graph.ask import ask, questions
from bangfu.graph.keep import reading, writing
from bangfu.graph.opened import Opened
from bangfu.graph.profile import Profile
from bangfu.graph.store import sources
from bangfu.ontology.errors import QueryError, SourceError, StoreError


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_store(tmp_path_factory.mktemp("door") / "kept.db")


def test_the_door_has_its_names_and_no_others() -> None:
    assert bangfu.graph.open_store is open_store
    assert bangfu.graph.Opened is Opened
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = bangfu.graph.nothing


def test_a_missing_store_is_told_at_once_unless_it_may_be_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path / "none.db")
    assert caught.value.key == "store.missing"
    store = open_store(tmp_path / "new.db", create=True)
    wrong = SourceError("cli.nothing-to-load", paths="x")
    assert store.put([wrong]).failures == (wrong,)
    assert not (tmp_path / "new.db").exists()
    with pytest.raises(StoreError):
        store.coverage()


def test_it_answers_as_the_functions_do(kept: Path) -> None:
    store = open_store(str(kept), lang="en")
    with reading(kept) as plain:
        assert store.ask("who-helps", "马边彝族自治县", planned=True) == ask(
            plain, "who-helps", "马边彝族自治县", lang="en", planned=True
        )
    found = store.sparql("SELECT DISTINCT ?t { ?s a ?t } ORDER BY ?t")
    assert found.columns == ("t",)
    assert ("https://w3id.org/bangfu/ontology#School",) in found.rows
    triples = store.sparql("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 2")
    assert triples.columns == ("subject", "predicate", "object")
    assert "Searched" in store.ask("who-helps", "马边彝族自治县")._repr_html_()
    assert len(store.questions()) == len(questions())
    assert "10 sources" in store.coverage()
    with pytest.raises(QueryError):
        store.sparql("DROP ALL")


def test_the_network_and_the_page_come_from_it(kept: Path) -> None:
    store = open_store(kept)
    labels = {data["label"] for _, data in store.project("county").nodes(data=True)}
    assert {"越城区", "马边彝族自治县"} <= labels
    shown = store.draw("马边彝族自治县")._repr_mimebundle_()["text/html"]
    assert "<iframe" in shown
    assert "sandbox" in shown


def test_nothing_stays_open_and_what_is_new_is_seen(kept: Path) -> None:
    store = open_store(kept)
    with store.reading() as opened:
        rows = sources(opened)
    with writing(kept) as plain:  # would be refused if anything held the store
        plain.remove(rows[-1].iri)
    with store.reading() as opened:
        assert len(sources(opened)) == len(rows) - 1


def test_a_profile_sees_what_it_may(kept: Path) -> None:
    query = "SELECT DISTINCT ?o { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o }"
    all_names = set(open_store(kept).sparql(query).rows)
    public = open_store(kept, profile="public")
    assert public.profile is Profile.PUBLIC
    assert len(all_names - set(public.sparql(query).rows)) > 10
