from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import copied

from bangfu.graph.keep import reading, writing
from bangfu.graph.profile import Profile
from bangfu.graph.serve.snapshot import Snapshot, state
from bangfu.graph.store import sources
from bangfu.ontology.errors import StoreError


@pytest.fixture
def own(store: Path) -> Iterator[Path]:
    with copied(store) as path:
        yield path


def test_it_stays_as_it_was_while_the_store_goes_on(own: Path) -> None:
    taken = Snapshot(own, Profile.INTERNAL)
    with reading(own) as kept:
        rows = sources(kept)
    with writing(own) as kept:  # nothing holds the store
        kept.remove(rows[0].iri)
    with reading(taken.store) as kept:
        assert sources(kept) == rows
    assert state(own) != taken.state
    taken.drop()
    taken.drop()
    assert list((own / "views").iterdir()) == []
    with reading(own) as kept:
        assert len(sources(kept)) == len(rows) - 1


def test_equal_content_is_an_equal_state_and_writing_is_none(own: Path) -> None:
    before = state(own)
    with reading(own):
        pass
    assert state(own) == before
    with writing(own):
        assert state(own) is None
        with pytest.raises(StoreError) as caught:
            Snapshot(own, Profile.INTERNAL)
    assert caught.value.key == "store.in-use"
    assert list((own / "views").iterdir()) == []
    (own.parent / "judgements.tsv").write_text("", encoding="utf-8")
    assert state(own) != before


def test_what_a_killed_server_left_is_swept_away_and_what_another_holds_is_not(own: Path) -> None:
    held = Snapshot(own, Profile.INTERNAL)
    code = (
        "import os; from pathlib import Path; from bangfu.graph.profile import Profile;"
        "from bangfu.graph.serve.snapshot import Snapshot;"
        f"one = Snapshot(Path({str(own)!r}), Profile.INTERNAL); print(one.folder); os._exit(9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8"
    )
    left = Path(done.stdout.strip())
    assert left.is_dir()
    fresh = Snapshot(own, Profile.INTERNAL)
    assert not left.exists()
    assert held.store.is_dir()
    for one in (held, fresh):
        one.drop()


def test_the_view_of_a_profile_is_taken_along_and_says_the_same(own: Path) -> None:
    query = (
        "SELECT DISTINCT ?o { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o } ORDER BY ?o"
    )
    with reading(own, Profile.PUBLIC) as kept:
        before = kept.select(query)
    made = {view.name for view in (own / "views").iterdir()}
    taken = Snapshot(own, Profile.PUBLIC)
    with reading(taken.store, Profile.PUBLIC) as kept:
        assert kept.select(query) == before
    assert {view.name for view in (taken.store / "views").iterdir()} == made
    taken.drop()


def test_where_nothing_can_be_written_it_lies_elsewhere(
    own: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from bangfu.graph.serve import snapshot

    (own / "views").write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(snapshot, "gettempdir", lambda: str(tmp_path))
    taken = Snapshot(own, Profile.INTERNAL)
    assert taken.folder.parent == tmp_path
    with reading(taken.store) as kept:
        assert sources(kept)
    taken.drop()
    shutil.rmtree(tmp_path)
    with pytest.raises(StoreError):
        Snapshot(own, Profile.INTERNAL)
