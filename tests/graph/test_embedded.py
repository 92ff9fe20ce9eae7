from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.graph.embedded import Embedded
from bangfu.graph.folder import data
from bangfu.graph.store import Change, Store, open_store
from bangfu.ontology.errors import BangfuError, QueryError, StoreError
from bangfu.ontology.nt import Triple, literal, value

G = "https://example.org/g"
P = "<https://example.org/p>"


def about(*texts: str) -> list[Triple]:
    return [(f"<https://example.org/{n}>", P, literal(text)) for n, text in enumerate(texts)]


def fault(call: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(BangfuError) as caught:
        call(*args, **kwargs)  # type: ignore[operator]
    assert "\n" not in caught.value.told("zh")
    assert "\n" not in caught.value.told("en")
    return caught.value.key


@pytest.fixture
def store() -> Store:
    return open_store(None)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    store = open_store(None)
    store.put(G, about(text, text + '" } } ; DROP ALL ; #', text + "\\u0022 } } ; DROP ALL"))
    back = [value(target) for *_, target in store.triples(G)]
    assert back == [text, text + '" } } ; DROP ALL ; #', text + "\\u0022 } } ; DROP ALL"]


@pytest.mark.parametrize(
    "triple",
    [
        ("<https://e/a>", P, '"x" } } ; DROP ALL ; INSERT DATA { <https://e/a> <https://e/b> "y"'),
        ("<https://e/a> <https://e/b>", P, '"x"'),
        ("_:b", P, '"x"'),
        ("<https://e/a>", '"p"', '"x"'),
        ("<https://e/a>", P, "x"),
        ("<https://e/a>", P, '"\ud800"'),
    ],
)
def test_what_is_no_triple_is_refused_and_nothing_is_lost(store: Store, triple: Triple) -> None:
    store.put(G, about("kept"))
    assert fault(store.put, G, [triple]) == "store.bad-triple"
    assert store.triples(G) == about("kept")


def test_a_graph_name_cannot_smuggle(store: Store) -> None:
    assert fault(store.put, "https://e/g> { } } ; DROP ALL #", about("x")) == "store.bad-triple"


def test_numbers_in_another_spelling_are_no_change(store: Store) -> None:
    decimal = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
    share = [("<https://e/a>", P, f'"0.90"{decimal}'), *about("x")]
    assert store.put(G, share) is Change.ADDED
    assert store.put(G, share) is Change.UNCHANGED
    assert store.put(G, [("<https://e/a>", P, f'"0.8"{decimal}'), *about("x")]) is Change.REPLACED


def test_replace_and_remove_leave_nothing_behind(store: Store) -> None:
    store.put(G, about("one", "two"))
    store.put(G + "2", about("one"))
    store.put(G, about("three"))
    assert store.triples(G) == about("three")
    assert store.remove(G)
    assert not store.remove(G)
    assert store.graphs() == (G + "2",)
    store.replace_graph(G + "2", [])
    assert store.graphs() == ()


def test_replacing_a_graph_by_its_difference(store: Store) -> None:
    store.replace_graph(G, about("a", "b", "c"))
    store.replace_graph(G, about("a", "x"))
    assert store.triples(G) == about("a", "x")


def test_bindings_are_terms_never_text(store: Store) -> None:
    store.put(G, about("x", 'y" } #'))
    query = "SELECT ?s ?o WHERE { ?s ?p ?o }"
    term = literal('y" } #')
    assert store.select(query, {"o": term}).rows == (("<https://example.org/1>", term),)
    assert len(store.select(query, {"s": "<https://example.org/0>"}).rows) == 1
    assert fault(store.select, query, {"g": term}) == "store.query-failed"
    assert fault(store.select, query, {"s": "<https://e/ a>"}) == "store.query-failed"


def test_statements_by_property_and_object(store: Store) -> None:
    store.put(G, about("x", "y"))
    store.put(G + "2", about("x"))
    assert len(list(store.statements(P[1:-1]))) == 3
    found = sorted(store.statements(P[1:-1], literal("x")))
    assert [graph for graph, *_ in found] == [G, G + "2"]


def test_rows_come_as_they_are_read_plain_or_as_terms(store: Store) -> None:
    store.put("https://e/s", [("<https://e/a>", "<https://e/p>", '"\\"字\\""@zh')])
    query = "SELECT ?s ?o { GRAPH ?g { ?s <https://e/p> ?o } }"
    inner = store.tracked  # type: ignore[attr-defined]
    assert list(inner.stream(query)) == [("https://e/a", '"字"')]
    assert list(inner.stream(query, plain=False)) == [("<https://e/a>", '"\\"字\\""@zh')]
    with pytest.raises(QueryError):
        list(inner.stream("SELECT ?s {"))


def test_ask_construct_and_their_mix_up(store: Store) -> None:
    store.put(G, about("x"))
    assert value(store.select("ASK { ?s ?p ?o }").rows[0][0] or "") == "true"
    assert store.construct("CONSTRUCT WHERE { ?s ?p ?o }") == about("x")
    assert fault(store.select, "CONSTRUCT WHERE { ?s ?p ?o }") == "store.query-failed"
    assert fault(store.construct, "ASK { ?s ?p ?o }") == "store.query-failed"


def test_a_syntax_error_has_its_place(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.select("SELECT * WHERE {\n ?s ?p }")
    assert (caught.value.values["line"], caught.value.key) == (2, "store.syntax")


def test_the_lock_is_held_and_given_back(tmp_path: Path) -> None:
    first = open_store(tmp_path / "db")
    first.put(G, about("x"))
    assert fault(open_store, tmp_path / "db") == "store.in-use"
    assert fault(open_store, tmp_path / "db", read_only=True) == "store.in-use"
    first.select("SELECT * WHERE { ?s ?p ?o }")
    first.close()
    assert fault(first.graphs) == "store.closed"
    with open_store(tmp_path / "db") as second:
        assert second.triples(G) == about("x")


def test_readers_share_and_cannot_write(tmp_path: Path) -> None:
    with open_store(tmp_path / "db") as store:
        store.put(G, about("x"))
    with (
        open_store(tmp_path / "db", read_only=True) as one,
        open_store(tmp_path / "db", read_only=True) as two,
    ):
        assert one.triples(G) == two.triples(G) == about("x")
        assert fault(one.put, G, about("y")) == "store.read-only"
        assert fault(open_store, tmp_path / "db") == "store.in-use"
    open_store(tmp_path / "db").close()


def test_a_second_process_is_told_that_the_store_is_in_use(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from bangfu.graph.store import open_store\n"
        "from bangfu.ontology.errors import StoreError\n"
        "try: open_store(Path(sys.argv[1]))\n"
        "except StoreError as error: print(error.key)\n"
    )
    with open_store(tmp_path / "db"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "db")],
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
    assert done.stdout.strip() == "store.in-use", done.stderr


def test_folders_that_are_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert fault(open_store, tmp_path / "file") == "store.no-folder"
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.docx").write_text("x", encoding="utf-8")
    assert fault(open_store, tmp_path / "other") == "store.not-a-store"
    (tmp_path / "empty").mkdir()
    open_store(tmp_path / "empty").close()
    for text, key in (
        ('{"bangfu-store": 0}', "store.version"),
        ("{", "store.not-a-store"),
        ("[]", "store.not-a-store"),
    ):
        (tmp_path / "empty" / "meta.json").write_text(text, encoding="utf-8")
        assert fault(open_store, tmp_path / "empty") == key


@pytest.mark.parametrize(
    "damage", ["CURRENT cut", "CURRENT gone", "MANIFEST flipped", "MANIFEST cut"]
)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_broken_store_says_so(tmp_path: Path, damage: str, read_only: bool) -> None:
    with open_store(tmp_path / "db") as store:
        store.put(G, about("x"))
        store.flush()
    name, how = damage.split()
    (file,) = (tmp_path / "db" / "oxigraph").glob(f"{name}*")
    content = file.read_bytes()
    if how == "gone":
        file.unlink()
    elif how == "cut":
        file.write_bytes(content[:10])
    else:
        file.write_bytes(content[:20] + bytes(255 - byte for byte in content[20:60]) + content[60:])
    assert fault(open_store, tmp_path / "db", read_only=read_only) == "store.broken"


def test_the_data_gone_is_not_an_empty_store(tmp_path: Path) -> None:
    open_store(tmp_path / "db").close()
    shutil.rmtree(tmp_path / "db" / "oxigraph")
    assert fault(open_store, tmp_path / "db") == "store.broken"


def test_a_making_cut_short_can_be_taken_up(tmp_path: Path) -> None:
    open_store(tmp_path / "db").close()
    (tmp_path / "db" / "meta.json").unlink()
    with open_store(tmp_path / "db") as store:
        assert store.put(G, about("x")) is Change.ADDED
    assert (tmp_path / "db" / "meta.json").exists()


WRITER = """
import sys
from pathlib import Path
from bangfu.graph.store import open_store
store = open_store(Path(sys.argv[1]))
for version in range(100):
    for n in range(200):
        triples = [(f"<https://e/{n}/{i}>", "<https://e/p>", f'"{version}"') for i in range(50)]
        store.put(f"https://e/g{n}", triples)
        print(n, version, flush=True)
"""


@pytest.mark.parametrize("wait", [40, 150, 260])
def test_killed_at_any_moment_sources_are_whole_or_absent(tmp_path: Path, wait: int) -> None:
    path = tmp_path / "db"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    lines = [writer.stdout.readline() for _ in range(wait)]
    writer.send_signal(signal.SIGKILL)
    lines += writer.stdout.readlines()
    writer.wait(timeout=120)
    writer.stdout.close()
    told = dict(line.split() for line in lines if line.endswith("\n"))
    with open_store(path) as store:
        assert len(store.graphs()) >= len(told)
        for graph in store.graphs():
            triples = store.triples(graph)
            versions = {value(target) for *_, target in triples}
            assert len(triples) == 50
            assert len(versions) == 1
            acknowledged = told.get(graph.removeprefix("https://e/g"), "0")
            assert int(versions.pop()) >= int(acknowledged)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no POSIX permissions")
def test_a_folder_without_permission_to_write() -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        with open_store(folder / "db") as store:
            store.put(G, about("x"))
        for item in (folder, *folder.rglob("*")):
            item.chmod(0o555 if item.is_dir() else 0o444)
        code = (
            "import sys, os; from pathlib import Path\n"
            "from bangfu.graph.store import open_store\n"
            "from bangfu.ontology.errors import StoreError\n"
            "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
            "try: Path(sys.argv[1], 'x').touch(); print('writable')\n"
            "except PermissionError: pass\n"
            "for name in ('db', 'new'):\n"
            "    try: open_store(Path(sys.argv[1], name))\n"
            "    except StoreError as error: print(error.key)\n"
            "with open_store(Path(sys.argv[1], 'db'), read_only=True) as store:\n"
            "    print(len(store.graphs()))\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.stdout.split() == ["store.not-writable", "store.not-writable", "1"], done.stderr
    finally:
        for item in (folder, *folder.rglob("*")):
            item.chmod(0o755)
        shutil.rmtree(folder)


class Counted:
    """An engine that tells what was asked of it."""

    def __init__(self, engine: ox.Store) -> None:
        self.engine = engine
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> object:
        self.asked.append(name)
        return getattr(self.engine, name)


def test_replacing_is_one_scan_of_the_source_and_one_update(tmp_path: Path) -> None:
    versions = [
        [(f"<https://e/{n}>", P, literal(f"{version}/{n}")) for n in range(100)]
        for version in range(2)
    ]
    with Embedded(tmp_path / "ours", create=True, read_only=False) as store:
        store.put(G, versions[0])
        counted = Counted(store._open)
        store._engine = counted  # type: ignore[assignment]
        for n in range(1, 5):
            assert store.put(G, versions[n % 2]) is Change.REPLACED
            assert sorted(counted.asked) == ["quads_for_pattern", "update"]
            counted.asked.clear()
        assert store.put(G, versions[0]) is Change.UNCHANGED
        assert counted.asked == ["quads_for_pattern"]
        counted.engine = None  # type: ignore[assignment]


def test_errors_are_store_errors_with_the_path(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="db"):
        open_store(tmp_path / "db", create=False)


def test_what_is_left_for_the_end_is_done_before_the_lock_is_given_back(tmp_path: Path) -> None:
    path, done = tmp_path / "s.db", []
    store = Embedded(path, create=True, read_only=False)
    store.at_close(lambda: done.append(fault(open_store, path)))
    store.at_close(lambda: done.append(str(len(ox.Store.read_only(str(data(path)))))))
    store.put(G, about("a"))
    store.close()
    store.close()
    assert done == ["store.in-use", "1"]
    failing = Embedded(path, create=False, read_only=False)
    failing.at_close(lambda: [][0])
    with pytest.raises(IndexError):
        failing.close()
    with open_store(path) as again:
        assert again.triples(G) == about("a")


def test_a_source_that_others_wrote_with_nameless_nodes_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        store.put(G, about(*"abcdef"))
    engine = ox.Store(data(path))
    engine.add(ox.Quad(ox.BlankNode("b"), ox.NamedNode(P[1:-1]), ox.Literal("a"), ox.NamedNode(G)))
    engine.flush()
    del engine
    with open_store(path) as store:
        assert store.put(G, about(*"abcdefg")) is Change.REPLACED
        assert store.triples(G) == sorted(about(*"abcdefg"))
