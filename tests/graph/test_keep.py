"""A store at work: derived when it should be, sources found by what users type."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from leaky import leaky_store

from bangfu.graph import erasing
from bangfu.graph.completing import names_beginning
from bangfu.graph.edgecache import FILES, LOG, edge_table
from bangfu.graph.edgelog import NAMES
from bangfu.graph.erasing import owe, owed
from bangfu.graph.forgetting import forget
from bangfu.graph.keep import find_source, query_text, reading, writing
from bangfu.graph.locking import hold
from bangfu.graph.store import open_store, put
from bangfu.graph.suppression import Why
from bangfu.loaders import load
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import JudgementError, QueryError, SourceError, StoreError
from bangfu.ontology.terms import DERIVED_GRAPH, ONTOLOGY_GRAPH

ARTICLE = "自2021年起，绍兴市越城区对口帮扶马边彝族自治县。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    page = tmp_path / "a.txt"
    page.write_text(ARTICLE, encoding="utf-8")
    with writing(tmp_path / "s.db") as store:
        put(store, load(page, tmp_path))
    return tmp_path / "s.db"


def test_writing_leaves_the_derived_graph_and_the_vocabulary(path: Path) -> None:
    with reading(path) as store:
        assert any("helps" in triple[1] for triple in store.triples(DERIVED_GRAPH))
        assert len(store.triples(ONTOLOGY_GRAPH)) > 500


def test_a_load_cut_short_is_made_good_at_the_next_reading(path: Path) -> None:
    with open_store(path) as store:
        store.replace_graph(DERIVED_GRAPH, [])
    (path / "underived").touch()
    with reading(path) as store:
        assert store.triples(DERIVED_GRAPH)
    assert not (path / "underived").exists()


def test_new_judgements_are_followed(path: Path) -> None:
    with reading(path) as store:
        before = store.graphs()
    line = "https://w3id.org/bangfu/id/person/aa\tunsure\thttps://w3id.org/bangfu/id/person/bb\tme\t2024\twhy"
    (path.parent / "judgements.tsv").write_text(line + "\n", encoding="utf-8")
    with reading(path) as store:
        assert len(store.graphs()) == len(before) + 1


def test_bad_judgements_stop_before_anything_is_written(path: Path) -> None:
    (path.parent / "judgements.tsv").write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(JudgementError), writing(path):
        raise AssertionError("not reached")


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError), reading(tmp_path / "none.db"):
        pass
    with pytest.raises(StoreError), writing(tmp_path / "none.db", create=False):
        pass
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("text", ["a.txt", "somewhere/a.txt"])
def test_a_source_is_found_by_address_or_file_name(path: Path, text: str) -> None:
    with reading(path) as store:
        found = find_source(store, text)
        assert found.address == "a.txt"
        assert find_source(store, found.iri) == found
        with pytest.raises(QueryError):
            find_source(store, "b.txt")


def test_query_text(tmp_path: Path) -> None:
    assert query_text("ASK {}") == "ASK {}"
    (tmp_path / "q.rq").write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert query_text(str(tmp_path / "q.rq")) == "ASK { ?s ?p ?o }"
    (tmp_path / "b.rq").write_bytes(b"\xff\xfe\xff")
    for name in ("b.rq", "none.rq"):
        with pytest.raises(SourceError):
            query_text(str(tmp_path / name))


def test_what_was_kept_goes_when_somebody_is_to_be_left_out(tmp_path: Path) -> None:
    """Decided elsewhere, and come with the file: nobody ran a command here that could do it."""
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    path = leaky_store(tmp_path / "here")
    forget(
        leaky_store(tmp_path / "there"),
        "凌霜降",
        why=Why.REQUEST,
        who="王",
        when=PartialDate.parse("2024-06-01"),
    )
    with reading(path) as store:
        edge_table(store)
    assert names_beginning(path, "凌霜降", {"person"}) == ["凌霜降"]
    for name in ("suppressions.tsv", "suppressions.key"):
        shutil.copy(tmp_path / "there" / name, tmp_path / "here" / name)
    with reading(path) as store:
        assert not [one for one in (*FILES, LOG, NAMES) if (path / one).exists()]
        assert "凌霜降" not in str(edge_table(store).nodes.to_pylist())
    assert names_beginning(path, "凌霜降", {"person"}) == []


def test_the_start_of_a_command_waits_for_no_table() -> None:
    code = (
        "import sys, bangfu.graph.keep as k; sys.exit(len({'pyarrow', 'numpy'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_readers_do_not_wait_for_what_is_yet_to_be_erased(path: Path) -> None:
    """It is done when nobody else reads; until then readers come and go."""
    owe(path)
    lock = hold(path, shared=True)
    assert lock is not None
    with reading(path) as one, reading(path) as other:
        assert one.graphs() == other.graphs()
    assert owed(path)
    lock.close()
    with reading(path):
        assert not owed(path)


def test_what_keeps_it_from_being_erased_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> bool:
        raise OSError(28, "no space left on device")

    owe(path)
    monkeypatch.setattr(erasing, "drop_views", full)
    with pytest.raises(StoreError) as caught, reading(path):
        pass
    assert caught.value.key == "store.full"
    with pytest.raises(StoreError) as caught, writing(path):
        pass
    assert caught.value.key == "store.full"
    assert owed(path)
