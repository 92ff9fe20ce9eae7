from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bangfu.graph.question import questions

PROJECT = Path(__file__).resolve().parents[1]


def test_the_benchmark_asks_every_question_and_each_has_rows(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--facts", "240", "--limit", "20",
         "--rdflib-most", "0", "--edges", "500", "--quads", "3000", "--out", str(tmp_path)],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads((tmp_path / "240.json").read_text(encoding="utf-8"))
    rows = {row["name"]: row for row in told["rows"]}
    assert {f"ask {one.name}" for one in questions()} <= rows.keys()
    assert [
        name for name, row in rows.items() if name.startswith("ask ") and row["note"] == "0 rows"
    ] == []
    assert "MB at most" in rows["projection, 500 edges"]["note"]
    (large,) = (name for name in rows if name.endswith(" quads"))
    assert int(large.removeprefix("bulk load, ").removesuffix(" quads").replace(",", "")) >= 3000
    before, after = rows["compact"]["note"].removesuffix(" MB after").split(" MB before, ")
    assert float(after) <= float(before)
    assert all(row["wall"] > 0 for row in rows.values())
    assert "| ask who-helps |" in (tmp_path / "results.md").read_text(encoding="utf-8")


def test_generated_readings_are_always_the_same() -> None:
    code = (
        "from benchmarks.generate import readings\n"
        "from benchmarks.rare import rare_sources\n"
        "from bangfu.ontology.quads import reading_triples\n"
        "from hashlib import sha256\n"
        "made = [reading_triples(r) for r in readings(5)] + rare_sources()\n"
        "print(sha256(repr(made).encode()).hexdigest())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""}, timeout=300,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
