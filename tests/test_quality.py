"""The reader keeps to its floors on the project's own gold articles, and the exam stays the same.

``floors.json`` pins a digest of every article and gold file with the least F1 of each category.
``python tests/test_quality.py`` prints what the reader reaches now and re-pins: it raises floors,
and lowers one only when told to with ``--lower``.
"""

import hashlib
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import GOLD, KEPT, NEWS, OWN, PAGES, PRESS, SAMPLE, TELLINGS, WEB, WEB_KEPT
from gold import Tally, compare
from gold import load as load_gold

from bangfu.loaders import load
from bangfu.loaders.extract import as_prediction
from bangfu.ontology.records import Reading

FOLDERS = (SAMPLE, OWN, GOLD, PRESS, NEWS, PAGES, TELLINGS, KEPT, WEB, WEB_KEPT)
FLOORS = Path(__file__).parent / "gold" / "floors.json"
NOISE = 0.005
"""A floor lies this far below what was reached: ties in matching may fall otherwise elsewhere."""


def articles(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix in (".txt", ".html") and gold_of(path).exists()
    )


def gold_of(article: Path) -> Path:
    return article.with_name(f"{article.stem}.gold.json")


def digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for article in articles(folder):
        for path in (article, gold_of(article)):
            whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def reached(folder: Path) -> tuple[dict[str, float], list[Reading]]:
    """F1 of each category over the folder, and the readings."""
    total: dict[str, Tally] = {}
    readings = []
    for article in articles(folder):
        reading = load(article, folder)
        readings.append(reading)
        tallies = compare(load_gold(gold_of(article)), as_prediction(reading))
        for category, tally in tallies.items():
            total[category] = total.get(category, Tally()) + tally
    return {category: round(tally.f1, 4) for category, tally in total.items()}, readings


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_floors_and_offsets(folder: Path) -> None:
    pinned = load_gold(FLOORS)[folder.name]
    assert digest(folder) == pinned["digest"], "the exam has changed: re-pin on purpose"
    scores, readings = reached(folder)
    assert {c: s for c, s in scores.items() if s < pinned["floors"][c]} == {}
    for reading in readings:
        text = reading.source.text
        for fact in reading.facts:
            assert fact.evidence
            for proof in fact.evidence:
                assert text[proof.start : proof.end] == proof.quote


def main(lower: bool) -> int:
    pinned = load_gold(FLOORS) if FLOORS.exists() else {}
    for folder in FOLDERS:
        scores, _ = reached(folder)
        before = pinned.get(folder.name, {}).get("floors", {})
        floors = {}
        for category, score in scores.items():
            floor = round(max(0.0, score - NOISE), 4)
            old = before.get(category, 0.0)
            if floor < old and not lower:
                print(
                    f"{folder.name} {category}: {score} is below the floor {old}; --lower to accept"
                )
                floor = old
            floors[category] = floor
            print(f"{folder.name:8} {category:12} reached {score:.4f}  floor {floor:.4f}")
        pinned[folder.name] = {"digest": digest(folder), "floors": floors}
    FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--lower" in sys.argv))
