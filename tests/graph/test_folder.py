from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
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


NEW = """
import sys
from pathlib import Path
from bangfu.graph.store import open_store
print("now", flush=True)
with open_store(Path(sys.argv[1])):
    print("made", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_killed_while_it_is_made_it_can_be_made_again(tmp_path):
    chance, killed, long = random.Random(5), 0, 0.1
    for n in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", NEW, str(tmp_path / str(n))], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout.readline() == b"now\n"
            begun = time.monotonic()
            if n:
                time.sleep(long * chance.random())
                process.send_signal(signal.SIGKILL)
            ended = process.stdout.readline() == b"made\n"
            long = time.monotonic() - begun if not n else long
        killed += not ended
        open_store(tmp_path / str(n)).close()
        assert {item.name for item in (tmp_path / str(n)).iterdir()} >= {"meta.json", folder.HOME}
        assert not (tmp_path / str(n) / "oxigraph.next").exists()
    assert killed >= 3


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
