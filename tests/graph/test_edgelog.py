from __future__ import annotations

from pathlib import Path

import pytest
from made import article, made_store

from bangfu.graph import edgelog
from bangfu.graph.edgecache import edge_table
from bangfu.graph.edgelog import (
    FILES,
    LOG,
    MOST,
    NAMES,
    Changes,
    changes_of,
    drop_table,
    note_changes,
    noted,
    revision,
)
from bangfu.graph.edgelog import table_state as state_of
from bangfu.graph.keep import reading, writing
from bangfu.graph.store import open_store, put
from bangfu.ontology.errors import StoreError
from bangfu.ontology.records import Reading


def changes(*facts: str) -> Changes:
    return Changes(facts=frozenset(facts), things=frozenset("t"), moved=frozenset())


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = made_store(tmp_path / "bangfu.db", 12)
    with reading(path) as store:
        edge_table(store)
    return path


def test_a_note_leads_from_the_table_to_now(kept: Path) -> None:
    before = state_of(kept)
    assert before == revision(kept)
    with writing(kept) as store:
        put(store, article(30))
        put(store, article(2, pairs=2))
    found = noted(kept, before)
    assert found is not None
    mine = _facts(article(30)) | _facts(article(2)) | _facts(article(2, pairs=2))
    assert mine == found.facts
    assert found.things >= {one.iri for one in article(30).entities if "第五县" in one.name}
    assert noted(kept, "another state") is None
    with open_store(kept) as store:
        put(store, article(31))
    assert noted(kept, before) is None, "somebody wrote without a note"


def _facts(told: Reading) -> set[str]:
    with open_store(None) as store:
        put(store, told)
        subjects = {subject[1:-1] for subject, _, _ in store.triples(told.source.iri)}
    kinds = ("/assistance/", "/posting/", "/secondment/", "/event/")
    return {one for one in subjects if any(kind in one for kind in kinds)}


def test_notes_are_joined_and_given_up_when_they_grow(kept: Path) -> None:
    before = state_of(kept)
    note_changes(kept, before, changes("a"))
    note_changes(kept, revision(kept), changes("b"))
    assert noted(kept, before) == changes("a", "b")
    note_changes(kept, revision(kept), changes(*map(str, range(MOST))))
    assert noted(kept, before) is None
    assert not (kept / LOG).exists()


def test_without_a_table_nothing_is_noted(tmp_path: Path) -> None:
    path = made_store(tmp_path / "bangfu.db", 2)
    assert state_of(path) == ""
    with writing(path) as store:
        put(store, article(3))
    assert not (path / LOG).exists()


def test_what_is_derived_anew_is_not_followed(kept: Path) -> None:
    with writing(kept) as store:
        assert changes_of(store) == Changes(
            facts=frozenset(), things=frozenset(), moved=frozenset()
        )
        store.replace_graph("https://w3id.org/bangfu/graph/derived", [])
        assert changes_of(store) is None
    assert not (kept / LOG).exists()


def test_a_judgement_makes_the_table_anew(kept: Path) -> None:
    before = state_of(kept)
    one, other = (next(iter(_schools(number))) for number in (0, 1))
    line = f"{one}\tdifferent\t{other}\ttester\t2024-01-01\tseen\n"
    (kept.parent / "judgements.tsv").write_text(line, encoding="utf-8")
    with reading(kept):
        pass
    assert noted(kept, before) is None


def _schools(number: int) -> list[str]:
    return [fact.helper.iri for fact in article(number).facts if hasattr(fact, "helper")][1:]


def test_nobody_can_write_between_the_last_change_and_the_note_of_it(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = []

    def beside(folder: Path, before: str, found: Changes | None) -> None:
        with pytest.raises(StoreError) as caught, open_store(kept) as other:
            put(other, article(32))
        refused.append(caught.value.key)
        note_changes(folder, before, found)

    before = state_of(kept)
    monkeypatch.setattr(edgelog, "note_changes", beside)
    with writing(kept) as store:
        put(store, article(30))
    assert refused == ["store.in-use"]
    assert noted(kept, before) is not None
    with open_store(kept) as again:  # the lock was given back
        assert again.triples(article(30).source.iri)


def test_what_killed_programs_left_of_the_table_goes_with_it(kept: Path) -> None:
    left = [kept / f"{name}.4711.part" for name in (*FILES, LOG, NAMES)]
    for file in left:
        file.touch()
    (kept / "build.jsonl.4711.part").touch()
    drop_table(kept)
    assert not [file for file in left if file.exists()]
    assert not (kept / FILES[0]).exists()
    assert (kept / "build.jsonl.4711.part").exists(), "that is no part of it"
