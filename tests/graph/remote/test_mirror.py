"""A mirror answers as its server does, whatever was written there, by whom and how."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import httpx
import pytest
from made import readings
from servers import VIRTUOSO, Server
from shell import Run, one_line

from bangfu.graph import mirror
from bangfu.graph.ask import ask
from bangfu.graph.derive import derive
from bangfu.graph.embedded import Embedded
from bangfu.graph.export import export
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from bangfu.graph.locking import hold
from bangfu.graph.mirror import is_kept, make, mirror_of
from bangfu.graph.profile import Profile
from bangfu.graph.question import questions
from bangfu.graph.remote import connected, read_address
from bangfu.graph.remote.store import Remote
from bangfu.graph.said import NO_SOURCES
from bangfu.graph.serve.snapshot import Snapshot, state
from bangfu.graph.store import open_store
from bangfu.loaders import find_files, sample_folder
from bangfu.ontology.errors import QueryError, StoreError
from bangfu.ontology.terms import A_SOURCE, CHANGES_GRAPH, RDF_TYPE


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Copies of the sample's articles."""
    with sample_folder() as sample:
        files = [shutil.copy(file, tmp_path) for file in find_files([sample])]
    return sorted(map(Path, files))


def _bytes(path: Path, profile: Profile = Profile.INTERNAL) -> bytes:
    out = io.BytesIO()
    with reading(path, profile) as store:
        export(store, "nquads", out, with_text=profile is Profile.INTERNAL)
    return out.getvalue()


def _there(folder: Path) -> bytes:
    """What the server itself holds."""
    out = io.BytesIO()
    with open_store(folder, read_only=True) as store:
        export(store, "nquads", out, with_text=True)
    return out.getvalue()


def _reads_here(folder: Path) -> bool:
    with reading(folder) as store:
        return isinstance(store, Embedded)


def test_only_what_changed_is_fetched(
    signed_in: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(12))
    make(folder)
    put_all(connected(signed_in.query, work=tmp_path / "yours"), readings(15))
    fetched: list[str] = []
    triples = Remote.triples

    def noted(self: Remote, graph: str) -> object:
        fetched.append(graph)
        return triples(self, graph)

    monkeypatch.setattr(Remote, "triples", noted)
    monkeypatch.setattr(Remote, "quads", lambda _: pytest.fail("all was fetched"))
    assert _reads_here(folder)
    added = {one.source.iri for one in list(readings(15))[12:]}
    assert {one for one in fetched if one not in NO_SOURCES} == added
    assert _bytes(folder) == _there(folder)


def test_it_answers_as_the_server_and_follows_it(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    there = ("--store", signed_in.query, "--work", tmp_path)
    yours = ("--store", signed_in.query, "--work", tmp_path / "yours")
    assert run("load", *articles[:6], *there).code == 0
    folder = connected(signed_in.query, work=tmp_path)
    assert not _reads_here(folder)
    before = _bytes(folder)
    made = json.loads(run("mirror", "--json", *there).out)
    assert made["mirror"] == str(mirror_of(folder))
    assert (made["sources"], made["statements"]) == (6, before.count(b"\n"))
    assert _reads_here(folder)
    assert _bytes(folder) == before == _there(folder)

    # somebody else adds, changes and takes away
    (tmp_path / "yours").mkdir()
    for file in articles:
        shutil.copy(file, tmp_path / "yours")
    theirs = [tmp_path / "yours" / one.name for one in articles]
    theirs[1].write_text(theirs[1].read_text(encoding="utf-8") + "\n又及。\n", encoding="utf-8")
    assert run("load", *theirs[1:8], *yours).code == 0
    assert run("remove", theirs[2].name, *yours).code == 0
    assert _reads_here(folder)
    assert _bytes(folder) == _there(folder) != before
    # what they judge comes too
    with reading(folder) as store:
        found = store.select(
            "SELECT DISTINCT ?c { ?s <https://w3id.org/bangfu/ontology#canonical> ?c ."
            " ?c a <https://w3id.org/bangfu/ontology#School> } ORDER BY ?c LIMIT 2"
        ).rows
    said = ("--why", "同名不同校", "--who", "甲", "--on", "2026-01-02")
    a, b = (str(row[0])[1:-1] for row in found)
    assert run("judge", a, "different", b, *said, *yours).code == 0
    assert _bytes(folder) == _there(folder)
    # and what is written from here
    assert run("load", *articles, *there).code == 0
    assert _bytes(folder) == _there(folder)
    assert run("mirror", "--drop", *there).code == 0
    assert not mirror_of(folder).exists()
    assert not _reads_here(folder)


def test_every_question_has_the_same_rows(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    folder, here = connected(signed_in.query, work=tmp_path), tmp_path / "x.db"
    there = ("--store", signed_in.query, "--work", tmp_path)
    for where in (there, ("--store", here)):
        assert run("load", *articles, *where).code == 0
    assert run("mirror", *there).code == 0
    asked = 0
    with reading(folder) as mirrored, reading(here) as store:
        assert isinstance(mirrored, Embedded)
        for one in questions():
            try:
                wanted = ask(store, one.name, *one.example, lang="zh")
            except QueryError:
                continue
            found = ask(mirrored, one.name, *one.example, lang="zh")
            assert (found.rows, found.passages) == (wanted.rows, wanted.passages), one.name
            asked += 1
    assert asked >= 30
    assert _bytes(folder, Profile.PUBLIC) == _bytes(here, Profile.PUBLIC)
    assert list((mirror_of(folder) / "views").glob("public-*"))


@pytest.mark.parametrize(("verb", "end"), [("DELETE", ""), ("INSERT", "/x")])
def test_what_others_write_past_us_is_seen(
    signed_in: Server, tmp_path: Path, verb: str, end: str
) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(5))
    make(folder)
    source = f"<{next(iter(readings(5))).source.iri}{end}>"
    text = f"{verb} DATA {{ GRAPH {source} {{ {source} <{RDF_TYPE}> <{A_SOURCE}> }} }}"
    virtuoso = signed_in.kind == VIRTUOSO
    auth = httpx.DigestAuth(signed_in.user, signed_in.password) if virtuoso else None
    url = signed_in.query
    url = f"{url}-auth" if virtuoso else url.replace("query", "update")
    done = httpx.post(url, data={"update": text}, auth=auth, trust_env=False)
    assert done.is_success, done.text
    assert _bytes(folder) == _there(folder)


def test_who_is_left_out_leaves_its_files_too(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    there = ("--store", signed_in.query, "--work", tmp_path)
    yours = ("--store", signed_in.query, "--work", tmp_path / "yours")
    assert run("load", *articles, *there).code == 0
    folders = [connected(signed_in.query, work=work) for work in (tmp_path, tmp_path / "yours")]
    for words in (there, yours):
        assert run("mirror", *words).code == 0

    def held(folder: Path) -> bool:
        files = [one for one in mirror_of(folder).rglob("*") if one.is_file()]
        return any("骆明川".encode() in one.read_bytes() for one in files)

    assert all(map(held, folders))
    assert run("forget", "骆明川", *there).code == 0
    assert not held(folders[0])
    assert run("sources", *yours).code == 0
    assert not held(folders[1])
    assert _bytes(folders[0]) == _bytes(folders[1]) == _there(folders[0])


def test_while_somebody_is_at_work_on_it_the_server_answers(
    signed_in: Server, tmp_path: Path
) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(5))
    make(folder)
    lock = hold(mirror_of(folder), shared=False)
    assert lock is not None
    assert not _reads_here(folder)
    with pytest.raises(StoreError) as caught:
        mirror.drop(folder)
    assert caught.value.key == "store.in-use"
    lock.close()
    reader = hold(mirror_of(folder), shared=True)
    assert _reads_here(folder)
    put_all(folder, readings(6))
    assert not _reads_here(folder), "it holds what the server held before"
    assert reader is not None
    reader.close()
    assert _reads_here(folder)
    assert _bytes(folder) == _there(folder)


def test_a_copy_of_what_changes_meanwhile_is_none(
    signed_in: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(5))
    make(folder)
    before = (mirror_of(folder) / "follows.json").read_bytes()
    yours = connected(signed_in.query, work=tmp_path / "yours")
    quads = Remote.quads

    def while_written(self: Remote) -> object:
        put_all(yours, readings(7))
        return quads(self)

    monkeypatch.setattr(Remote, "quads", while_written)
    with pytest.raises(StoreError) as caught:
        make(folder)
    assert caught.value.key == "remote.unsteady"
    assert (mirror_of(folder) / "follows.json").read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if "part" in one.name] == []
    monkeypatch.undo()
    assert _bytes(folder) == _there(folder)


@pytest.mark.parametrize("broken", ["", "{}", "[1]", '{"revision": 1}'])
def test_a_state_that_says_nothing_is_made_anew(
    signed_in: Server, tmp_path: Path, broken: str
) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(3))
    make(folder)
    (mirror_of(folder) / "follows.json").write_text(broken, encoding="utf-8")
    put_all(folder, readings(5))
    assert _reads_here(folder)
    assert _bytes(folder) == _there(folder)
    assert is_kept(folder)


def test_a_folder_is_no_server(run: Run, tmp_path: Path) -> None:
    told = one_line(run("mirror", "--store", tmp_path / "bangfu.db"))
    assert "--store URL" in told or "--store 网址" in told


def test_what_a_killed_run_left_does_no_harm(
    signed_in: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    part = mirror_of(folder).with_name(mirror_of(folder).name + ".part")
    part.mkdir()
    (part / "rest").write_text("x", encoding="utf-8")
    put_all(folder, readings(4))
    make(folder)
    assert not part.exists()
    put_all(connected(signed_in.query, work=tmp_path / "yours"), readings(6))

    def killed(*_: object) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(mirror, "derive", killed)
        with pytest.raises(KeyboardInterrupt):
            _reads_here(folder)
    assert _reads_here(folder)
    assert _bytes(folder) == _there(folder)


def test_without_the_log_of_changes_the_server_is_asked(signed_in: Server, tmp_path: Path) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(4))
    make(folder)
    with Remote(read_address(folder), folder) as store:
        store.replace_graph(CHANGES_GRAPH, [])
    put_all(folder, readings(5))
    assert not _reads_here(folder)
    make(folder)
    assert _reads_here(folder)


def test_an_older_state_put_back_is_copied(signed_in: Server, tmp_path: Path) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(4))
    make(folder)
    put_all(folder, readings(5))
    assert _reads_here(folder)
    fifth = list(readings(5))[4].source.iri
    with Remote(read_address(folder), folder) as store:
        store.replace_graph(CHANGES_GRAPH, [])
        store.replace_graph(fifth, store.triples(fifth)[:-1])
        store.changes.keep()
    assert _bytes(folder) == _there(folder)


def test_what_is_written_while_it_is_fetched_is_not_missed(
    signed_in: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    yours = connected(signed_in.query, work=tmp_path / "yours")
    put_all(folder, readings(4))
    make(folder)
    put_all(yours, readings(5))

    def then_written(*given: object) -> object:
        put_all(yours, readings(6))
        return derive(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(mirror, "derive", then_written)
        assert not _reads_here(folder)
    assert _reads_here(folder)
    assert _bytes(folder) == _there(folder)


def test_what_is_served_follows_too(signed_in: Server, tmp_path: Path) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(4))
    assert state(folder) == "remote"
    make(folder)
    first = Snapshot(folder, Profile.INTERNAL)
    assert state(folder) == first.state != "remote"
    put_all(connected(signed_in.query, work=tmp_path / "yours"), readings(5))
    assert state(folder) not in (first.state, None)
    first.drop()
    second = Snapshot(folder, Profile.INTERNAL)
    assert second.store != folder
    assert _bytes(second.store) == _there(folder)
    second.drop()
