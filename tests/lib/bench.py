"""Where the benchmark lies, if it is there: beside the project, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
BENCH = PROJECT.parent / "shared" / "bench"
SEEDS = BENCH / "seeds"
GOLD = PROJECT / "tests" / "gold" / "train"
OWN = PROJECT / "tests" / "gold" / "own"
PRESS = PROJECT / "tests" / "gold" / "press"
NEWS = PROJECT / "tests" / "gold" / "news"
PAGES = PROJECT / "tests" / "gold" / "pages"
TELLINGS = PROJECT / "tests" / "tellings" / "read"
KEPT = PROJECT / "tests" / "tellings" / "kept"
WEB = PROJECT / "tests" / "tellings" / "web"
WEB_KEPT = PROJECT / "tests" / "tellings" / "webkept"
SAMPLE = PROJECT / "loaders" / "data" / "sample"
