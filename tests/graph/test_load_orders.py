from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from bangfu.graph.derive import derive
from bangfu.graph.export import export
from bangfu.graph.store import Store, open_store
from bangfu.loaders import load, sample_folder
from bangfu.ontology.quads import reading_triples

GOLD = Path(__file__).resolve().parents[1] / "gold" / "train"
ORDERS = 50


def exported(store: Store) -> bytes:
    out = io.BytesIO()
    export(store, "nquads", out, with_text=True)
    return out.getvalue()


@pytest.fixture(scope="module")
def articles() -> dict[str, list[tuple[str, str, str]]]:
    """Every article of the sample and of the marked ones, read once."""
    found = {}
    with sample_folder() as sample:
        for folder in (sample, GOLD):
            for path in sorted(folder.rglob("*.txt")):
                reading = load(path, folder)
                found[reading.source.iri] = reading_triples(reading)
    return found


def test_the_order_of_loading_never_shows(
    articles: dict[str, list[tuple[str, str, str]]],
) -> None:
    chance = random.Random(5)
    names = sorted(articles)
    chosen = chance.sample(names, min(8, len(names)))
    exports = set()
    for number in range(ORDERS):
        store = open_store(None)
        order = chance.sample(chosen, len(chosen))
        for place, source in enumerate(order):
            store.put(source, articles[source])
            if number % 10 == 0 and place in (2, 5):
                derive(store)  # in between, so that differences are derived too
        derive(store)
        exports.add(exported(store))
    assert len(exports) == 1


def test_all_articles_one_way_and_the_other(
    articles: dict[str, list[tuple[str, str, str]]],
) -> None:
    exports = set()
    for order in (sorted(articles), sorted(articles, reverse=True)):
        store = open_store(None)
        for source in order:
            store.put(source, articles[source])
        derive(store)
        exports.add(exported(store))
    assert len(exports) == 1
