"""A build of real articles that is killed again and again ends as if nobody had disturbed it."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bangfu.graph.export import export
from bangfu.graph.keep import reading
from bangfu.loaders import sample_folder

ARTICLES = 4

_RUN = """
import os, random, signal, sys, time
from pathlib import Path
from bangfu.graph.build import build
from bangfu.loaders.project import project_files, read_project
from bangfu.loaders.project_read import read_files

def made(name):
    project = read_project(Path(name))
    files, _ = project_files(project)
    by_key = {one.key: one for one in files}
    build(
        project.store,
        [(one.key, one.digest) for one in files],
        lambda keys: read_files([by_key[key] for key in keys], project.base, 1),
    )

def child(work):
    pid = os.fork()
    if not pid:
        work()
        os._exit(0)
    return pid

calm, often = sys.argv[1:]
# Read once, so that what is forked is ready to read; but no store is opened here: the threads of
# the engine do not live on in a forked process
project = read_project(Path(calm))
files, _ = project_files(project)
list(read_files(files, project.base))
begun = time.monotonic()
os.waitpid(child(lambda: made(calm)), 0)
whole = time.monotonic() - begun
chance = random.Random(20)
killed = 0
for turn in range(20):
    # What is done stays done, so from time to time everything is read again
    for file in files if turn % 2 else ():
        (Path(often) / file.path.relative_to(project.base)).open("a").write(" ")
    pid = child(lambda: made(often))
    time.sleep(whole * chance.uniform(0.02, 0.98))
    os.kill(pid, signal.SIGKILL)
    if os.waitpid(pid, 0)[1] == signal.SIGKILL:
        killed += 1
    else:  # it had ended: the calm one took longer, or what was done before helped
        whole *= 0.7
for file in files:
    (Path(often) / file.path.relative_to(project.base)).write_bytes(file.path.read_bytes())
os.waitpid(child(lambda: made(often)), 0)
print(killed)
"""


def exported(path: Path) -> bytes:
    out = io.BytesIO()
    with reading(path) as store:
        export(store, "nquads", out, with_text=True)
    return out.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="fork and kill -9")
def test_twenty_kills_leave_no_trace(tmp_path: Path) -> None:
    for name in ("calm", "often"):
        (tmp_path / name / "news").mkdir(parents=True)
        (tmp_path / name / "bangfu.toml").write_text(
            '[[source]]\npath = "news"\n', encoding="utf-8"
        )
        with sample_folder() as sample:
            for path in sorted(sample.glob("*.txt"))[:ARTICLES]:
                shutil.copy(path, tmp_path / name / "news" / path.name)
    command = [sys.executable, "-c", _RUN, str(tmp_path / "calm"), str(tmp_path / "often")]
    ended = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    assert int(ended.stdout) >= 10
    stores = [tmp_path / name / "bangfu.db" for name in ("calm", "often")]
    assert exported(stores[0]) == exported(stores[1])
    assert exported(stores[0]).count(b"/assistance/") > ARTICLES
