"""The commands ``serve``, ``dossier`` and ``sparql --timeout``."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from served import sample_store
from shell import Run, one_line

PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_store(tmp_path_factory.mktemp("kept") / "kept.db")


def test_another_address_needs_a_profile(run: Run, kept: Path) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "example.org"):
        done = run("serve", "--store", kept, "--host", host)
        assert "--profile" in one_line(done)


def test_a_missing_store_is_one_line(run: Run, tmp_path: Path) -> None:
    assert "none.db" in one_line(run("serve", "--store", tmp_path / "none.db", "--port", 0))


def test_it_serves_until_interrupted(kept: Path) -> None:
    command = [sys.executable, "-m", "bangfu.graph", "serve", "--store", str(kept), "--port", "0", "--lang", "en"]  # fmt: skip
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stderr is not None
    address = process.stderr.readline().split()[0]
    assert address.startswith("http://127.0.0.1:")
    assert httpx.get(f"{address}ask", timeout=120).status_code == 200
    process.send_signal(signal.SIGINT)
    assert process.wait(120) in (0, -signal.SIGINT, 130)
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()


def test_a_query_of_the_shell_ends_in_time(run: Run, kept: Path) -> None:
    begun = time.monotonic()
    assert "1" in one_line(run("sparql", "--store", kept, "--timeout", 1, PRODUCT))
    assert time.monotonic() - begun < 20
    plain = run(
        "sparql", "--store", kept, "--format", "csv", "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3"
    )
    timed = run(
        "sparql",
        "--store",
        kept,
        "--format",
        "csv",
        "--timeout",
        20,
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3",
    )
    assert plain.out == timed.out
    assert timed.code == 0


def test_a_dossier_is_written(run: Run, kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "d.html"
    done = run("dossier", "马边彝族自治县", "--store", kept, "--out", out)
    assert done.code == 0
    assert "越城区" in out.read_text(encoding="utf-8")
    assert str(out) in one_line(run("dossier", "马边彝族自治县", "--store", kept, "--out", out))
