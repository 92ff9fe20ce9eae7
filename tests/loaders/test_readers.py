"""Reading processes end with the one that they read for."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from poison import eat, lost

from bangfu.loaders.batch import CHUNK
from bangfu.loaders.readers import Crew, batches
from bangfu.ontology.errors import SourceError

_RUN = """
import sys, time
from pathlib import Path
from bangfu.loaders.batch import load_all
folder = Path(sys.argv[1])
for n, _ in enumerate(load_all(sorted(folder.iterdir()), folder, jobs=2)):
    if n == 0:
        print("reading", flush=True)
        if sys.argv[2] == "fail":
            raise RuntimeError("a failing parent")
        time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_an_item_that_kills_or_stops_its_process_is_given_up_alone(tmp_path: Path) -> None:
    items = [f"{n}" for n in range(40)]
    items[3], items[21], items[22] = "crash", "hang", "crash again"
    items[30] = f"once:{tmp_path / 'mark'}"
    with Crew(eat, 2, lost, patience=4.0) as crew:
        found = list(crew.read(items, 8))
    assert found[3] == ["crash: died"]
    assert found[21] == ["hang: begun", "hang: hung"]
    assert found[22] == ["crash again: died"]
    for item, results in zip(items, found, strict=True):
        if not item.startswith(("crash", "hang")):
            assert results == [f"{item}: one", f"{item}: two"]


@pytest.mark.parametrize("count", [0, 1, 7, 16, 100, 1000])
def test_batches_are_all_items_and_the_last_ones_are_small(count: int) -> None:
    for readers in (1, 2, 5):
        parts = [*batches(count, 16, readers)]
        assert [at for part in parts for at in part] == [*range(count)]
        sizes = [len(part) for part in parts]
        assert sizes == sorted(sizes, reverse=True)
        assert max(sizes, default=1) <= 16
    for sizes in ([len(part) for part in batches(count, 16, 2)],):
        assert sizes[-1:] in ([], [1]), "no reader reads a batch when the other has nothing"
        assert len(sizes) <= count / 16 + 16, "and yet few batches"
    assert len([*batches(count, 16, 1)]) == -(-count // 16), "one reader need not be balanced"


def test_a_crew_reads_again_and_again() -> None:
    with Crew(eat, 1, lost) as crew:
        assert list(crew.read(["a"], 1)) == [["a: one", "a: two"]]
        assert list(crew.read([], 1)) == []
        assert [len(one) for one in crew.read(["b", "c", "d"], 2)] == [2, 2, 2]


def test_results_can_be_passed_on_as_they_come() -> None:
    items = ["a", "crash", "b"]
    with Crew(eat, 1, lost) as crew:
        packed = list(crew.packed(items, 3))
        assert all(type(one) is bytes for found in packed for one in found)
        told = [[pickle.loads(one) for one in found] for found in packed]
        assert told == list(crew.read(items, 3))
    assert told == [["a: one", "a: two"], ["crash: died"], ["b: one", "b: two"]]


def test_work_that_no_process_can_take_up_is_told(tmp_path: Path) -> None:
    (tmp_path / "vanishing.py").write_text("def work(item): yield item", encoding="utf-8")
    sys.path.insert(0, str(tmp_path))
    try:
        from vanishing import work
    finally:
        sys.path.remove(str(tmp_path))
    with (
        pytest.raises(SourceError) as caught,
        Crew(work, 1, lost) as crew,
    ):
        list(crew.read(["a"], 1))
    assert caught.value.key == "cluster.no-readers"


@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
@pytest.mark.parametrize("end", ["kill", "fail"])
def test_no_process_stays_behind(tmp_path: Path, end: str) -> None:
    for n in range(CHUNK * 4):
        (tmp_path / f"{n:02}.txt").write_text(f"滨海新区帮扶旺苍县第{n}次。", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, str(tmp_path), end],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"reading\n"
    process.stdout.close()
    if end == "kill":
        process.send_signal(signal.SIGKILL)
    assert process.wait(300) != 0
    until = time.monotonic() + 120
    while _lives(process.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _lives(process.pid)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
