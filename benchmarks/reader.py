"""How quick the news reader is, stage by stage: clean text → names → facts → things.

    python -m benchmarks.reader [--size 10000 100000 1000000]

One core, CPU time. First the articles of the project are read, each once, after others of them
have been read (tables and models are open by then); then texts of the given sizes, made of all
articles one after the other, so that a stage that is not linear shows.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any, Final

import bangfu.loaders.news as news
from bangfu.loaders.source import Document

__all__ = ["STAGES", "articles", "by_stage", "main"]

STAGES: Final = (
    "clean",
    "find_mentions",
    "find_persons",
    "seen_by_model",
    "find_postings",
    "find_secondments",
    "find_assistance",
    "find_events",
    "find_observations",
    "resolve",
)
"""The functions that the page of the reader calls, in its order."""
_PROJECT: Final = Path(__file__).resolve().parents[1]
_FOLDERS: Final = (
    _PROJECT / "tests" / "gold" / "own",
    _PROJECT / "loaders" / "data" / "sample",
    _PROJECT / "tests" / "gold" / "train",
)


def articles() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Articles to open tables and models with, and articles to measure with."""
    texts = [
        tuple(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
        for folder in _FOLDERS
    ]
    return (*texts[0], *texts[1]), texts[2]


def by_stage(texts: tuple[str, ...]) -> dict[str, float]:
    """Seconds of CPU that each stage takes for `texts`, and ``whole``: the reader from raw text."""
    pages = [_document(text) for text in texts]
    spent = dict.fromkeys(STAGES, 0.0)
    with _timed(spent):
        start = process_time()
        for page in pages:
            news.read(page)
        return {**spent, "whole": process_time() - start}


def main(sizes: list[int]) -> None:
    """Print a table: one row a stage, seconds, characters a second, and part of the whole."""
    first, measured = articles()
    by_stage(first)
    _print("the articles", measured)
    joined = "\n".join((*first, *measured))
    for size in sizes:
        _print(f"{size:,} characters in one", ((joined * (size // len(joined) + 1))[:size],))


def _print(name: str, texts: tuple[str, ...]) -> None:
    size = sum(map(len, texts))
    spent = by_stage(texts)
    print(f"{name}: {size:,} characters")
    for stage, seconds in spent.items():
        rate = size / seconds if seconds else 0.0
        part = seconds / spent["whole"]
        print(f"  {stage:18}{seconds:10.3f} s{rate:14,.0f} char/s{part:8.1%}", flush=True)


def _document(text: str) -> Document:
    data = text.encode("utf-8", "replace")
    return Document(address="a", name="a", sha256=hashlib.sha256(data).hexdigest(), raw=text)


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    """Every stage adds what it takes to `spent`."""
    kept = {name: getattr(news, name) for name in STAGES}
    for name, stage in kept.items():
        setattr(news, name, _clocked(name, stage, spent))
    try:
        yield
    finally:
        for name, stage in kept.items():
            setattr(news, name, stage)


def _clocked(name: str, stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def run(*given: Any) -> Any:
        start = process_time()
        try:
            return stage(*given)
        finally:
            spent[name] += process_time() - start

    return run


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--size", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    main(parser.parse_args().size)
