from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from made import article, exported, made_store

from bangfu.graph.keep import writing
from bangfu.graph.store import open_store
from bangfu.graph.verify import rederive, verify
from bangfu.ontology import terms as t
from bangfu.ontology.errors import BangfuError
from bangfu.ontology.nt import Triple
from bangfu.ontology.quads import reading_triples

ONE = article(0)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_store(tmp_path_factory.mktemp("home") / "db", 3)


def keys(path: Path) -> list[str]:
    return [one.key for one in verify(path).problems]


def test_a_sound_store(store: Path) -> None:
    found = verify(store)
    assert (found.sources, found.problems) == (3, ())
    assert found.quotes == 18
    assert found.statements > 100


@pytest.mark.parametrize(
    ("of", "to", "key"),
    [
        (t.QUOTE, '"别的话"', "quote"),
        (t.START, '"x"', "quote"),
        (t.EVIDENCE, "<https://w3id.org/bangfu/id/evidence/none>", "no-proof"),
    ],
)
def test_what_a_source_says_wrongly(
    store: Path, tmp_path: Path, of: str, to: str, key: str
) -> None:
    path = tmp_path / "db"
    shutil.copytree(store, path)
    triples = reading_triples(ONE)
    old = next(one for one in triples if one[1] == f"<{of}>")
    new: list[Triple] = [one for one in triples if one != old] + [(old[0], old[1], to)]
    with writing(path) as opened:
        opened.put(ONE.source.iri, new)
    found = verify(path).problems
    assert [one.key for one in found] == [key]
    assert ONE.source.address in found[0].told("zh")
    assert "load" in found[0].told("en")


def test_a_graph_that_is_no_source(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "db"
    shutil.copytree(store, path)
    with writing(path) as opened:
        opened.put("https://w3id.org/bangfu/id/source/0", [("<x:a>", "<x:b>", '"c"')])
    assert keys(path) == ["no-source"]


def test_a_derived_graph_that_is_not_what_follows(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "db"
    shutil.copytree(store, path)
    with open_store(path) as opened:
        derived = opened.triples(t.DERIVED_GRAPH)
        opened.replace_graph(t.DERIVED_GRAPH, [*derived[5:], ("<x:a>", "<x:b>", '"c"')])
    found = verify(path).problems
    assert [one.key for one in found] == ["derived"]
    assert "+1" in found[0].told("en")
    rederive(path)
    assert keys(path) == []
    assert exported(path) == exported(store)


def test_flipped_bytes_are_found_or_do_no_harm(store: Path, tmp_path: Path) -> None:
    """In any file of the engine: told by a command, or all that is said is still the same."""
    whole, chance, told = exported(store), random.Random(7), 0
    for file in sorted((store / "oxigraph").iterdir()):
        if file.name.startswith(("LOG", "LOCK")) or not file.stat().st_size:
            continue
        path = tmp_path / "db"
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(store, path)
        broken = path / "oxigraph" / file.name
        data = bytearray(file.read_bytes())
        for _ in range(20):
            data[chance.randrange(len(data))] ^= 0xFF
        broken.write_bytes(data)
        found = verify(path).problems
        if found:
            told += 1
            assert [one.key for one in found] == ["files"], file.name
            assert "bangfu restore" in found[0].told("zh")
        else:
            assert exported(path) == whole, file.name
    assert told >= 3


@pytest.mark.parametrize("gone", ["CURRENT", "MANIFEST", ".sst"])
def test_a_missing_file_is_told_with_what_helps(store: Path, tmp_path: Path, gone: str) -> None:
    path = tmp_path / "db"
    shutil.copytree(store, path)
    next(one for one in sorted((path / "oxigraph").iterdir()) if gone in one.name).unlink()
    assert keys(path) == ["files"]
    with pytest.raises(BangfuError) as caught:
        exported(path)
    assert "bangfu restore" in caught.value.told("en")
