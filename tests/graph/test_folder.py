from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bangfu.graph import folder
from bangfu.graph.store import open_store
from bangfu.ontology.errors import StoreError


def test_a_new_store_says_what_it_is(tmp_path: Path) -> None:
    open_store(tmp_path / "db").close()
    text = (tmp_path / "db" / "meta.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"bangfu-store": folder.FORMAT}
    folder.verify(tmp_path / "db", create=False)


def test_an_empty_folder_may_become_a_store_but_is_none(tmp_path: Path) -> None:
    folder.verify(tmp_path, create=True)
    with pytest.raises(StoreError) as caught:
        folder.verify(tmp_path, create=False)
    assert caught.value.key == "store.missing"


def test_a_damaged_meta_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_bytes(b"\xff\xfe")
    with pytest.raises(StoreError) as caught:
        folder.verify(tmp_path, create=True)
    assert caught.value.key == "store.broken"


def test_a_file_that_the_engine_takes_away_meanwhile_is_a_state_too(tmp_path, monkeypatch):
    from pathlib import Path

    from bangfu.graph.folder import data, state
    from bangfu.graph.store import open_store

    with open_store(tmp_path / "db"):
        pass
    calm = state(tmp_path / "db")
    assert state(tmp_path / "db") == calm
    (data(tmp_path / "db") / "999999.sst").write_bytes(b"")
    real = Path.stat

    def gone(self, **more):
        if self.name == "999999.sst":
            raise FileNotFoundError(self)
        return real(self, **more)

    monkeypatch.setattr(Path, "stat", gone)
    assert "999999.sst gone" in state(tmp_path / "db")


# Forked, since only a process that has never opened a store may be; at what it does to files, so
# that no clock decides where it is killed.
NEW = """
import itertools, os, signal, sys
from pathlib import Path
from bangfu.graph.store import open_store

def killed(path, last):
    left = itertools.count()

    def watch(event, arguments):
        if any(str(path) in str(one) for one in arguments) and next(left) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    if not (pid := os.fork()):
        sys.addaudithook(watch)
        open_store(path).close()
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert ended in (0, -signal.SIGKILL), ended
    return ended != 0

for n in itertools.count():
    path = Path(sys.argv[1], f"{n}.db")
    if not killed(path, n):
        break
    assert not killed(path, -1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_killed_while_it_is_made_it_can_be_made_again(tmp_path):
    subprocess.run([sys.executable, "-c", NEW, str(tmp_path)], check=True, timeout=300)
    stores = sorted(tmp_path.glob("*.db"))
    assert len(stores) > 10
    for path in stores:
        open_store(path, create=False).close()
        assert {item.name for item in path.iterdir()} >= {"meta.json", folder.HOME}
        assert not (path / "oxigraph.next").exists()


def test_engine_files_are_seen_whole_or_not_at_all(tmp_path, monkeypatch):
    real = folder.ox.Store

    def cut_short(path):
        made = real(path)
        if Path(path).name == "oxigraph.next":
            raise OSError(28, "no space left on device")
        return made

    monkeypatch.setattr(folder.ox, "Store", cut_short)
    with pytest.raises(StoreError):
        open_store(tmp_path / "db")
    assert not (tmp_path / "db" / folder.HOME).exists()
    monkeypatch.undo()
    open_store(tmp_path / "db").close()


@pytest.mark.parametrize("name", ["oxigraph", "oxigraph.next", "oxigraph.whole"])
def test_somebodys_folder_of_that_name_stays(tmp_path, name):
    """The engine is called so, and so may be a folder with its source text in it."""
    kept = tmp_path / "work" / name / "src" / "lib.rs"
    kept.parent.mkdir(parents=True)
    kept.write_text("fn main() {}", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(StoreError) as caught:
            open_store(tmp_path / "work")
        assert caught.value.key == "store.not-a-store"
        assert kept.read_text(encoding="utf-8") == "fn main() {}"
        kept = kept.rename(tmp_path / "work" / name / "notes.txt")
    assert [one.name for one in (tmp_path / "work").iterdir()] == [name]


def test_all_that_the_engine_writes_is_known(tmp_path):
    """A store killed before its last step: only such files, so it can be made again."""
    path = tmp_path / "db"
    for count in range(3):
        with open_store(path) as store:
            store.put(f"urn:{count}", [(f"<urn:{n}>", "<urn:b>", '"c"') for n in range(2_000)])
    (path / "meta.json").unlink()
    for name in ("meta.json.77.part", "meta.json.77.140.part"):
        (path / name).touch()
    open_store(path).close()
    assert (path / "meta.json").exists()


def test_what_a_restoring_left_is_found_by_the_name_of_the_folder(tmp_path, monkeypatch):
    store, link = tmp_path / "stores" / "db", tmp_path / "link"
    store.mkdir(parents=True)
    link.symlink_to(store)
    others = [store.parent / f"{name}{folder.RESTORING}" for name in ("link", "")]
    monkeypatch.chdir(store)
    for given in (link, Path()):
        left = [store.parent / f"db{ending}" for ending in (folder.RESTORING, folder.REPLACED)]
        for one in (*others, *left):
            one.mkdir(exist_ok=True)
        folder.drop_unfinished(given)
        assert not any(one.exists() for one in left)
        assert all(one.exists() for one in others)
