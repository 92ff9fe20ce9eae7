"""Files of a project → triples: every kind, in one process or several, and a build that is killed."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from rdf_samples import NATIVE, ORG

from bangfu.graph.build import build
from bangfu.graph.export import export
from bangfu.graph.keep import reading
from bangfu.loaders import sample_folder
from bangfu.loaders.project import project_files, read_project
from bangfu.loaders.project_read import read_files
from bangfu.ontology.errors import BangfuError

TEXT = """jobs = 2
[[source]]
path = "news"
[[source]]
path = "*.ttl"
[[source]]
path = "org.trig"
mapping = "org"
"""

RUN = """
import sys
from pathlib import Path
from bangfu.graph.build import build
from bangfu.loaders.project import project_files, read_project
from bangfu.loaders.project_read import read_files
project = read_project(Path(sys.argv[1]))
files, _ = project_files(project)
by_key = {one.key: one for one in files}
build(
    project.store,
    [(one.key, one.digest) for one in files],
    lambda keys: read_files([by_key[key] for key in keys], project.base, project.jobs),
)
"""


@pytest.fixture
def project(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    with sample_folder() as sample:
        for path in sorted(sample.glob("*.txt")):
            shutil.copy(path, news / path.name)
    (news / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "own.ttl").write_text(NATIVE, encoding="utf-8")
    (tmp_path / "org.trig").write_text(ORG, encoding="utf-8")
    (tmp_path / "bangfu.toml").write_text(TEXT, encoding="utf-8")
    return read_project(tmp_path)


def built(project):
    files, failures = project_files(project)
    assert not failures
    by_key = {one.key: one for one in files}
    return build(
        project.store,
        [(one.key, one.digest) for one in files],
        lambda keys: read_files([by_key[key] for key in keys], project.base, project.jobs),
    )


def exported(path):
    out = io.BytesIO()
    with reading(path) as store:
        export(store, "nquads", out, with_text=True)
    return out.getvalue()


def test_processes_give_what_one_gives(project):
    files, _ = project_files(project)
    alone = list(read_files(files, project.base, 1))
    assert [key for key, _ in alone] == [one.key for one in files]
    together = dict(read_files(files, project.base, 2))
    for key, said in alone:
        if key.endswith("empty.txt"):
            assert isinstance(said[0], BangfuError)
            assert together[key][0].told("zh") == said[0].told("zh")
        else:
            assert together[key] == said
            assert said[0].facts > 0


def test_builds_from_a_project_and_again_without_work(project):
    first = built(project)
    assert first.sources == first.added == first.read - 1
    assert len(first.failures) == 1
    again = built(project)
    assert (again.read, again.sources, again.facts) == (0, first.sources, first.facts)
    assert again.failures == first.failures


def test_a_fault_of_the_program_costs_one_file(project, monkeypatch):
    files, _ = project_files(project)
    read = dict(read_files(files, project.base))

    def broken(*_):
        raise ZeroDivisionError("in\nthe reader")

    monkeypatch.setattr("bangfu.loaders.rdf.quads_of", broken)
    for key, said in read_files(files, project.base):
        if key.endswith((".ttl", ".trig")):
            (one,) = said
            assert one.key == "cluster.fault"
            assert key in one.told("en")
            assert "ZeroDivisionError: in the reader" in one.told("en")
            assert "\n" not in one.told("zh")
        elif not key.endswith("empty.txt"):
            assert said == read[key]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_killed_while_processes_read_and_started_again(project, tmp_path):
    command = [sys.executable, "-c", RUN, str(tmp_path)]
    process = subprocess.Popen(command, start_new_session=True)
    manifest = project.store / "build.jsonl"
    until = time.monotonic() + 120
    while not (manifest.exists() and manifest.stat().st_size) and time.monotonic() < until:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait(300)
    subprocess.run(command, check=True, timeout=120)
    killed = exported(project.store)
    shutil.rmtree(project.store)
    built(project)
    assert exported(project.store) == killed
    until = time.monotonic() + 120
    while _group_lives(process.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _group_lives(process.pid), "reading processes outlive the one they work for"


def _group_lives(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
