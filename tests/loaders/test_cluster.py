"""A Dask cluster reads what one process reads, whatever happens to its workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("distributed")

# Dask starts processes: a plain script with a guard is what its workers can be started from.
# Those of a cluster elsewhere are processes, those of `cluster(None, …)` stand in this one.
_ELSEWHERE = """
import os, signal, sys
from contextlib import contextmanager
from distributed import LocalCluster
from bangfu.loaders.cluster import cluster

@contextmanager
def elsewhere(workers, **given):
    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None,
                      silence_logs=50) as there:
        there.wait_for_workers(workers)
        with cluster(there.scheduler_address, 1, **given) as many:
            yield many
"""

_RUN = """
from poison import eat, lost

def main():
    mark = sys.argv[1]
    items = [f"{n}" for n in range(60)]
    items[7], items[33] = "crash", "hang"
    with elsewhere(2, patience=2.0) as many:
        found = []
        for n, one in enumerate(many.read(eat, items, 4, lost)):
            found.append(one)
            if n == 2:
                pids = sorted(many._client.run(os.getpid).values())
                os.kill(pids[0], signal.SIGKILL)
    expected = [[f"{item}: one", f"{item}: two"] for item in items]
    expected[7], expected[33] = ["crash: died"], ["hang: begun", "hang: hung"]
    print(found == expected, len(pids))

if __name__ == "__main__":
    main()
"""


_LOAD = """
from bangfu.loaders import find_files, sample_folder
from bangfu.loaders.batch import load_all

def main():
    with sample_folder() as sample, elsewhere(2) as many:
        files = [one for one in find_files([sample]) if one.suffix == ".txt"][:6] * 6
        begun = load_all(files, sample, cluster=many)
        found = [next(begun)]
        os.kill(max(many._client.run(os.getpid).values()), signal.SIGKILL)
        found += begun
        print(found == list(load_all(files, sample)), len(found))

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_load_whose_worker_is_killed_reads_the_same(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(_ELSEWHERE + _LOAD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.stdout.split() == ["True", "36"], done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_poison_is_told_alone_and_a_killed_worker_changes_nothing(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(_ELSEWHERE + _RUN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "mark")],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stdout.split() == ["True", "2"], done.stderr


_HERE = """
import psutil
from bangfu.loaders.cluster import cluster
from poison import eat, lost

def children():
    found = set()
    for one in psutil.Process().children(recursive=True):
        try:
            if "bangfu.loaders.reader" in " ".join(one.cmdline()):
                found.add(one.pid)
        except psutil.NoSuchProcess:
            continue
    return found

def main():
    items = [f"{n}" for n in range(40)]
    items[7], items[33] = "crash", "hang"
    with cluster(None, 2, patience=2.0) as many:
        found = list(many.read(eat, items, 4, lost))
        readers = children()
    expected = [[f"{item}: one", f"{item}: two"] for item in items]
    expected[7], expected[33] = ["crash: died"], ["hang: begun", "hang: hung"]
    print(found == expected, bool(readers), children())

if __name__ == "__main__":
    main()
"""


def test_here_poison_is_told_alone_and_no_reader_outlives_the_cluster(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(_HERE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "mark")],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stdout.split() == ["True", "True", "set()"], done.stderr
