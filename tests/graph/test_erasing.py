"""Who was left out is in no file of the store, also where the decision came from elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from leaky import article, leaky_store, link

from bangfu.graph import erasing, keep
from bangfu.graph.deciding import judge
from bangfu.graph.erasing import erase, erase_if_free, files_owed, owe, owed
from bangfu.graph.export import export
from bangfu.graph.forgetting import forget
from bangfu.graph.intake import put_all
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.keep import reading, writing
from bangfu.graph.locking import hold
from bangfu.graph.profile import Profile
from bangfu.graph.store import open_store
from bangfu.graph.suppression import Why
from bangfu.graph.views import view_of
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
    with monkeypatch.context() as patched:
        patched.setattr(keep, "erase_if_free", lambda _: None)
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
    monkeypatch.setattr(keep, "erase_if_free", None)
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


def test_a_name_in_a_judgement_reaches_no_file(tmp_path: Path) -> None:
    """Whoever judged, or why, may be the very person who is then left out."""
    path = leaky_store(tmp_path)
    day = PartialDate.parse("2024-05-01")
    ends = [f"https://w3id.org/bangfu/id/school/{one}" for one in "ab"]
    for who, why in ((NAME, "校名牌"), ("王", f"{NAME}说是一所")):
        one = Judgement(a=ends[0], decision=Decision.UNSURE, b=ends[1], who=who, when=day, why=why)
        judge(path.parent / "judgements.tsv", one, {})
        with reading(path):
            pass
        assert holding(path)
        (tmp_path / "judgements.tsv.4711.part").write_text(NAME, encoding="utf-8")
        # the second time the same person, of whom sources say nothing any more
        forget(path, NAME, why=Why.REQUEST, who="王", when=day, at="旺苍县第一中学")
        assert holding(tmp_path) == []
    assert not owed(path)


def test_what_killed_programs_left_goes_too(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    shutil.copytree(path, tmp_path / f"{path.name}.restoring")
    shutil.copytree(path, tmp_path / f"{path.name}.replaced")
    (path / "names.txt.4711.part").write_text(NAME, encoding="utf-8")
    forget(path, NAME, why=Why.REQUEST, who="王", when=PartialDate.parse("2024-06-01"))
    assert holding(tmp_path) == []


def test_it_is_not_done_while_a_server_reads_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leaky_store(tmp_path)
    with open_store(path, create=False, read_only=True) as store:
        view = view_of(store, path, Profile.PARTNER)
    owe(path)
    lock = hold(view, shared=True)
    assert lock is not None
    erase(path)
    assert owed(path)
    with monkeypatch.context() as patched:
        patched.setattr(erasing, "_rewrite", None)  # once is enough
        with reading(path):
            assert owed(path)
        lock.close()
        with reading(path):
            assert not owed(path)
    assert not view.exists()


def test_what_is_owed_while_copies_are_deleted_stays_owed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leaky_store(tmp_path)
    owe(path)
    with monkeypatch.context() as patched:
        patched.setattr(erasing, "drop_views", lambda _: False)
        erase(path)
    assert owed(path)
    assert not files_owed(path)
    lock = hold(path, shared=True)
    assert lock is not None
    erase_if_free(path)
    assert owed(path), "who holds the store may owe more"
    lock.close()

    def dropped(_: Path) -> bool:
        with pytest.raises(StoreError), writing(path):
            pass
        return True

    monkeypatch.setattr(erasing, "drop_views", dropped)
    erase_if_free(path)
    assert not owed(path)


def test_copies_that_are_read_need_no_second_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leaky_store(tmp_path)
    with open_store(path, create=False, read_only=True) as store:
        view = view_of(store, path, Profile.PARTNER)
    lock = hold(view, shared=True)
    assert lock is not None
    written, real = [], erasing._rewrite
    monkeypatch.setattr(erasing, "_rewrite", lambda one: (written.append(one), real(one)))
    forget(path, NAME, why=Why.REQUEST, who="王", when=PartialDate.parse("2024-06-01"))
    assert written == [path]
    assert owed(path)
    lock.close()
