from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def test_the_benchmark_runs_and_names_every_question() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--sources", "40", "--repeat", "1", "--limit", "20"],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name in ("who-helps", "whom-it-helps", "evidence", "about", "path", "derive", "rdflib"):
        assert f"{name}" in done.stdout


def test_generated_readings_are_always_the_same() -> None:
    code = (
        "from benchmarks.generate import readings\n"
        "from bangfu.ontology.quads import reading_triples\n"
        "from hashlib import sha256\n"
        "print(sha256(repr([reading_triples(r) for r in readings(5)]).encode()).hexdigest())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""}, timeout=60,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
