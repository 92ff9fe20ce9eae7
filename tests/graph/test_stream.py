"""A source of any size: whole or absent, in parts that nobody sees."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from bangfu.graph import stream
from bangfu.graph.store import Change, Store, open_store
from bangfu.graph.updates import lines
from bangfu.ontology.errors import StoreError
from bangfu.ontology.nt import Triple, literal

G = "https://example.org/g"
P = "<https://example.org/p>"


def about(*texts: str) -> list[Triple]:
    return [(f"<https://example.org/{n}>", P, literal(text)) for n, text in enumerate(texts)]


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(stream, "_PART", 3)
    return open_store(tmp_path / "db" if request.param == "disk" else None)


def test_a_stream_is_put_replaced_and_left_alone(store: Store) -> None:
    store.put(G + "2", about("other"))
    many = about(*map(str, range(10)))
    assert store.put_stream(G, iter(many)) is Change.ADDED
    assert store.triples(G) == sorted(many)
    assert store.put_stream(G, iter(reversed(many))) is Change.UNCHANGED
    assert store.put_stream(G, iter(many[3:7])) is Change.REPLACED
    assert store.triples(G) == sorted(many[3:7])
    assert store.put(G, about("x")) is Change.REPLACED
    assert store.triples(G + "2") == about("other")
    store.close()


def test_a_stream_that_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    with open_store(tmp_path / "db") as store:
        store.put(G, about("x"))
        with pytest.raises(StoreError, match="bad"):
            store.put_stream(G, iter([*about("1", "2"), ("<https://e/a>", P, 'bad " .')]))
        assert store.triples(G) == about("x")
        store.put(G, about("y"))
        assert store.triples(G) == about("y")


@pytest.mark.parametrize("kind", [KeyboardInterrupt, ZeroDivisionError, OSError, StoreError])
@pytest.mark.parametrize("place", ["disk", "memory"])
def test_what_goes_wrong_in_making_a_source_is_told_as_it_was(
    kind: type[BaseException], place: str, tmp_path: Path
) -> None:
    def told() -> Iterator[Triple]:
        yield from about("1", "2")
        raise kind("reader.stopped")

    engine = ox.Store(str(tmp_path / "e")) if place == "disk" else ox.Store()
    bulk = stream.Bulk(f"<{G}>", lambda part: lines(part, "here"))
    with pytest.raises(kind) as caught:
        stream.load_parts(engine, bulk, told())
    assert caught.value.args[:1] == ("reader.stopped",) or caught.value.key == "reader.stopped"


def test_a_large_source_takes_no_more_room_than_the_engine_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Handed over in parts, each part would have files of its own, with its own copy of terms."""
    monkeypatch.setattr(stream, "_PART", 100)
    many = about(*map(str, range(4000)))
    engine = ox.Store(str(tmp_path))
    stream.load_parts(engine, stream.Bulk(f"<{G}>", lambda part: lines(part, "x")), many)
    assert len(engine) == len(many)
    assert len([*tmp_path.glob("*.sst")]) < 2 * 8


@pytest.mark.parametrize("size", [1, 2, 3, 100, -1, None])
def test_a_text_is_read_in_pieces_of_any_size(size: int | None) -> None:
    text = stream.Text(iter([b"abc", b"de", b"f"]))
    assert text.read(0) == b""
    read = []
    while part := text.read(size):
        assert text.read(0) == b""
        read.append(part)
    assert b"".join(read) == b"abcdef"
    assert all(len(one) <= (3 if size in (None, -1) else size) for one in read)  # type: ignore[operator]
    assert text.read(size) == b""


_RUN = """
import os, sys
from pathlib import Path
from bangfu.graph import folder, stream
from bangfu.graph.store import open_store
path, moment = Path(sys.argv[1]), sys.argv[2]
stream._PART = 3
rename, count = Path.rename, 0
def counted(self, target):
    global count
    count += 1
    if moment == f"before-{count}":
        os._exit(9)
    found = rename(self, target)
    if moment == f"after-{count}":
        os._exit(9)
    return found
Path.rename = counted
def told():
    for n in range(10):
        if moment == f"row-{n}":
            os._exit(9)
        yield f"<https://example.org/{n}>", "<https://example.org/p>", f'"new {n}"'
with open_store(path) as store:
    store.put_stream("https://example.org/g", told())
"""


@pytest.mark.parametrize(
    ("moment", "new"),
    [
        ("row-2", False),
        ("row-8", False),
        ("before-1", False),
        ("after-1", True),
        ("before-2", True),
        ("after-2", True),
        ("before-3", True),
        ("after-3", True),
        ("never", True),
    ],
)
def test_killed_at_any_step_it_is_whole_or_absent(tmp_path: Path, moment: str, new: bool) -> None:
    path = tmp_path / "db"
    with open_store(path) as store:
        store.put(G, about("old"))
    ended = subprocess.run([sys.executable, "-c", _RUN, str(path), moment], check=False)
    assert ended.returncode == (0 if moment == "never" else 9)
    wanted = about(*(f"new {n}" for n in range(10))) if new else about("old")
    for read_only in (True, False, True):
        with open_store(path, create=False, read_only=read_only) as store:
            assert store.triples(G) == sorted(wanted)
    assert {item.name for item in path.iterdir()} == {"lock", "meta.json", "oxigraph"}
