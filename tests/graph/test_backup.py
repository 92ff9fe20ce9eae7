from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from made import article, exported, made_store

from bangfu.graph.backup import backup, read_backup
from bangfu.graph.compact import compact
from bangfu.graph.forgetting import forget
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from bangfu.graph.restore import restore
from bangfu.graph.secret import store_key
from bangfu.graph.store import open_store
from bangfu.graph.suppression import Why
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import StoreError
from bangfu.ontology.records import Secondment

DAY = PartialDate.parse("2024-05-01")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = made_store(tmp_path_factory.mktemp("home") / "db", 4)
    (path.parent / "judgements.tsv").write_text("a\tdecision\tb\twho\twhen\twhy\n", "utf-8")
    store_key(path)
    return path


def key_of(where: pytest.ExceptionInfo[StoreError]) -> str:
    assert where.value.told("zh").count("\n") == where.value.told("en").count("\n") == 0
    return where.value.key


def test_what_is_put_away_comes_back(store: Path, tmp_path: Path) -> None:
    (store / "edges.parquet").write_bytes(b"can be made again")
    (store / "views").mkdir(exist_ok=True)
    with reading(store):
        done = backup(store, tmp_path / "bk")
    (store / "edges.parquet").unlink()
    found = read_backup(tmp_path / "bk")
    assert done.key
    assert done.files == len(found.files)
    assert set(found.beside) == {"judgements.tsv", "suppressions.key"}
    assert not any("edges" in name or "views" in name for name in found.files)
    assert (tmp_path / "bk/beside/suppressions.key").stat().st_mode & 0o777 == 0o600
    back = restore(tmp_path / "bk", tmp_path / "new" / "db")
    assert (back.files, back.kept) == (done.files, 0)
    assert exported(tmp_path / "new" / "db") == exported(store)
    key = (store.parent / "suppressions.key").read_text("ascii")
    assert (tmp_path / "new" / "suppressions.key").read_text("ascii") == key
    assert (tmp_path / "new" / "suppressions.key").stat().st_mode & 0o777 == 0o600


def test_a_backup_has_no_clock_in_it(store: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        backup(store, tmp_path / name)
    lists = [(tmp_path / name / "backup.json").read_bytes() for name in ("one", "two")]
    assert lists[0] == lists[1]


def test_where_a_backup_cannot_be_made(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "bk")
    for path, target, key in (
        (store, tmp_path / "bk", "backing.exists"),
        (store, tmp_path / "bk2.zip", "backing.archive"),
        (store, tmp_path / "bk2.tar.GZ", "backing.archive"),
        (store, store / "bk", "backing.inside"),
        (tmp_path / "none", tmp_path / "bk2", "store.missing"),
    ):
        with pytest.raises(StoreError) as caught:
            backup(path, target)
        assert key_of(caught) == key
    with open_store(store), pytest.raises(StoreError) as caught:
        backup(store, tmp_path / "bk2")
    assert key_of(caught) == "store.in-use"
    assert not (tmp_path / "bk2").exists()


def test_a_damaged_backup_is_not_brought_back(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "bk")
    for name in sorted(read_backup(tmp_path / "bk").files):
        file = tmp_path / "bk" / name
        whole = file.read_bytes()
        if not whole:
            continue
        middle = len(whole) // 2
        file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        with pytest.raises(StoreError) as caught:
            restore(tmp_path / "bk", tmp_path / "new" / "db")
        assert key_of(caught) == "backing.damaged"
        file.unlink()
        with pytest.raises(StoreError) as caught:
            restore(tmp_path / "bk", tmp_path / "new" / "db")
        assert key_of(caught) == "backing.damaged"
        file.write_bytes(whole)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"bangfu-backup": 2},
        {"bangfu-store": 0},
        {"files": {"../db/meta.json": [1, "0"]}},
        {"files": {"store/../../x": [1, "0"]}},
        {"files": {"beside/passwd": [1, "0"]}},
        {"files": []},
    ],
)
def test_a_list_of_another_kind_is_refused(
    store: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    backup(store, tmp_path / "bk")
    listing = tmp_path / "bk" / "backup.json"
    said = json.loads(listing.read_text("utf-8"))
    listing.write_text(json.dumps({**said, **change}), "utf-8")
    with pytest.raises(StoreError) as caught:
        restore(tmp_path / "bk", tmp_path / "db")
    assert key_of(caught) in ("backing.none", "backing.version")
    assert not (tmp_path / "db").exists()


def test_what_is_there_stays_unless_force(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "bk")
    path = made_store(tmp_path / "home" / "db", 1)
    before = exported(path)
    with pytest.raises(StoreError) as caught:
        restore(tmp_path / "bk", path)
    assert key_of(caught) == "backing.there"
    assert exported(path) == before
    restore(tmp_path / "bk", path, force=True)
    assert exported(path) == exported(store)
    assert not [one for one in path.parent.iterdir() if one.name.startswith("db.")]
    (path.parent / "suppressions.key").write_text("f" * 64, "ascii")
    with pytest.raises(StoreError) as caught:
        restore(tmp_path / "bk", path, force=True)
    assert key_of(caught) == "backing.other-key"


def test_who_was_left_out_since_stays_out(tmp_path: Path) -> None:
    path = made_store(tmp_path / "db", 3)
    store_key(path)
    backup(path, tmp_path / "bk")
    name = next(one.person.name for one in article(0).facts if isinstance(one, Secondment))
    assert name.encode() in exported(path)
    forget(path, name, why=Why("request"), who="t", when=DAY, at="第一省", everywhere=True)
    left = exported(path)
    assert name.encode() not in left
    backup(path, tmp_path / "later")
    for source, kept in (("bk", 1), ("later", 0)):
        done = restore(tmp_path / source, path, force=True)
        assert done.kept == kept
        assert exported(path) == left
        assert not any(
            name.encode() in file.read_bytes() for file in path.rglob("*") if file.is_file()
        )
    audit = (tmp_path / "audit.tsv").read_text("utf-8").splitlines()
    assert len(audit) == len(set(audit)) == 2


def test_a_restore_cut_between_its_renamings_is_made_good(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "bk")
    path = made_store(tmp_path / "home" / "db", 1)
    before = exported(path)
    path.rename(path.with_name("db.replaced"))
    with pytest.raises(StoreError) as caught:
        restore(tmp_path / "bk", path)
    assert key_of(caught) == "backing.there"
    assert exported(path) == before


def test_compacting_keeps_what_is_said_and_frees_the_rest(tmp_path: Path) -> None:
    path = made_store(tmp_path / "db", 3)
    for _ in range(3):
        put_all(path, [article(1, pairs=30)])
        put_all(path, [article(1)])
    (path / "views").mkdir()
    (path / "views" / ".public-left").mkdir()
    before = exported(path)
    done = compact(path)
    assert done.after < done.before / 2
    assert exported(path) == before
    assert not list(path.glob("views/.*"))
    shutil.rmtree(path)
    with pytest.raises(StoreError) as caught:
        compact(path)
    assert key_of(caught) == "store.missing"
