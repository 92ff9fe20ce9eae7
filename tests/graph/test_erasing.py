"""Who was left out is in no file of the store, also where the decision came from elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from leaky import article, leaky_store, link

from bangfu.graph import keep
from bangfu.graph.erasing import erase, owe, owed
from bangfu.graph.export import export
from bangfu.graph.forgetting import forget
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from bangfu.graph.locking import hold
from bangfu.graph.profile import Profile
from bangfu.graph.suppression import Why
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import StoreError

NAME = "欧阳听雪"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store beside which somebody else's decisions were put."""
    for name in ("mine", "theirs"):
        (tmp_path / name).mkdir()
    mine, theirs = leaky_store(tmp_path / "mine"), leaky_store(tmp_path / "theirs")
    with reading(mine, Profile.PARTNER):
        pass
    forget(theirs, NAME, why=Why.REQUEST, who="王", when=PartialDate.parse("2024-06-01"))
    assert not holding(theirs)
    assert not owed(theirs)
    assert holding(mine)
    for file in ("suppressions.tsv", "suppressions.key"):
        shutil.copy(theirs.parent / file, mine.parent / file)
    return mine


def holding(path: Path) -> list[Path]:
    """The files of the store in which the name stands."""
    files = [file for file in path.rglob("*") if file.is_file()]
    return [file for file in files if NAME.encode() in file.read_bytes()]


def test_a_decision_from_elsewhere_reaches_the_files(path: Path) -> None:
    with reading(path) as store:
        assert store.graphs()
    assert holding(path) == []
    assert not owed(path)


def test_what_was_not_done_is_done_at_the_next_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> None:
        raise StoreError("store.in-use", path=path)

    with monkeypatch.context() as patched:
        patched.setattr(keep, "erase", fails)
        with reading(path):
            pass
    assert owed(path)
    assert holding(path)
    with reading(path):
        pass
    assert holding(path) == []
    assert not owed(path)


def test_what_is_read_after_the_decision_needs_no_second_writing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep, "erase", None)
    new = path.parent / "new.db"
    assert put_all(new, [article(), link()]).added == 2
    assert holding(new) == []


def test_nothing_is_lost_and_nobody_is_disturbed(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    export_to = [tmp_path / "before.nq", tmp_path / "after.nq"]
    for n, out in enumerate(export_to):
        with reading(path) as store:
            export(store, "nquads", out, with_text=True)
        if not n:
            owe(path)
            lock = hold(path, shared=True)
            assert lock is not None
            with pytest.raises(StoreError):
                erase(path)
            assert owed(path)
            lock.close()
            erase(path)
    assert export_to[0].read_bytes() == export_to[1].read_bytes()
