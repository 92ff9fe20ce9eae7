"""Building a store: only what changed is read, what is gone goes, and a kill does no harm."""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from bangfu.graph.build import build
from bangfu.graph.export import export
from bangfu.graph.keep import reading, writing
from bangfu.ontology.errors import SourceError
from bangfu.ontology.graphs import graph_of
from bangfu.ontology.identity import place_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Evidence,
    Modality,
    Place,
    PlaceLevel,
    Reading,
    Source,
)


def place(code, name):
    return Place(iri=place_iri(code), name=name, adcode=code, level=PlaceLevel.COUNTY)


def graph(address, *codes):
    """One source in which 滨海新区 helps each of the counties."""
    text = "".join(f"滨海新区帮扶{code}。" for code in codes)
    facts = []
    for number, code in enumerate(codes):
        start = number * 13
        proof = Evidence(
            quote=text[start : start + 13],
            start=start,
            end=start + 13,
            raw_start=start,
            raw_end=start + 13,
            method="test 1",
        )
        facts.append(
            Assistance(
                helper=place("120116", "滨海新区"),
                recipient=place(code, f"县{code}"),
                modality=Modality.PAIRING,
                evidence=(proof,),
            )
        )
    source = Source(iri=source_iri(address), address=address, sha256="0" * 64, text=text)
    return graph_of(Reading(source=source, facts=tuple(facts)))


class Files:
    """A folder in memory: key → (digest, what is in it); `asked` are the keys that were read."""

    def __init__(self, **said):
        self.said = said
        self.asked = []

    def listed(self):
        return [(key, digest) for key, (digest, *_) in self.said.items()]

    def read(self, keys):
        for key in keys:
            self.asked.append(key)
            yield key, self.said[key][1:]

    def build(self, path):
        self.asked = []
        return build(path, self.listed(), self.read)


def exported(path):
    out = io.BytesIO()
    with reading(path) as store:
        export(store, "nquads", out, with_text=True)
    return out.getvalue()


def fresh(tmp_path_factory, files):
    """The export of a store built at one go from `files`."""
    path = tmp_path_factory.mktemp("fresh") / "x.db"
    files.build(path)
    return exported(path)


def test_second_build_reads_nothing(tmp_path):
    files = Files(a=("1", graph("a", "510821")), b=("1", graph("b", "510822", "510823")))
    first = files.build(tmp_path / "x.db")
    assert (first.read, first.added, first.sources, first.facts) == (2, 2, 2, 3)
    before = exported(tmp_path / "x.db")
    second = files.build(tmp_path / "x.db")
    assert files.asked == []
    assert (second.read, second.unread, second.sources, second.facts) == (0, 2, 2, 3)
    assert not second.worked
    assert exported(tmp_path / "x.db") == before


def test_only_what_changed_is_read_and_the_rest_goes(tmp_path, tmp_path_factory):
    files = Files(
        a=("1", graph("a", "510821")), b=("1", graph("b", "510822")), c=("1", graph("c", "510823"))
    )
    files.build(tmp_path / "x.db")
    del files.said["a"]
    files.said["b"] = ("2", graph("b", "510824"))
    built = files.build(tmp_path / "x.db")
    assert files.asked == ["b"]
    assert built.removed == (source_iri("a"),)
    assert built.replaced == 1
    assert exported(tmp_path / "x.db") == fresh(tmp_path_factory, files)


def test_file_that_only_goes_needs_no_reading(tmp_path):
    files = Files(a=("1", graph("a", "510821")), b=("1", graph("b", "510822")))
    files.build(tmp_path / "x.db")
    del files.said["b"]
    built = files.build(tmp_path / "x.db")
    assert files.asked == []
    assert built.removed == (source_iri("b"),)
    assert built.sources == 1


def test_file_of_several_sources_that_loses_one(tmp_path, tmp_path_factory):
    files = Files(a=("1", graph("a/1", "510821"), graph("a/2", "510822")))
    files.build(tmp_path / "x.db")
    files.said["a"] = ("2", graph("a/2", "510822"))
    assert files.build(tmp_path / "x.db").removed == (source_iri("a/1"),)
    assert exported(tmp_path / "x.db") == fresh(tmp_path_factory, files)


def test_source_put_in_by_hand_stays(tmp_path):
    with writing(tmp_path / "x.db") as store:
        hand = graph("hand", "510829")
        store.put(hand.iri, hand.triples)
    files = Files(a=("1", graph("a", "510821")))
    files.build(tmp_path / "x.db")
    files.said = {"b": ("1", graph("b", "510822"))}
    files.build(tmp_path / "x.db")
    with reading(tmp_path / "x.db") as store:
        assert hand.iri in store.graphs()
        assert source_iri("a") not in store.graphs()


def test_source_that_was_removed_by_hand_is_read_again(tmp_path):
    files = Files(a=("1", graph("a", "510821")), b=("1", graph("b", "510822")))
    files.build(tmp_path / "x.db")
    before = exported(tmp_path / "x.db")
    with writing(tmp_path / "x.db") as store:
        store.remove(source_iri("a"))
    files.build(tmp_path / "x.db")
    assert files.asked == ["a"]
    assert exported(tmp_path / "x.db") == before


def test_failure_is_told_again_without_reading_again(tmp_path):
    error = SourceError("source.empty", path="b")
    files = Files(a=("1", graph("a", "510821")), b=("1", error))
    first = files.build(tmp_path / "x.db")
    second = files.build(tmp_path / "x.db")
    assert files.asked == []
    assert first.failures == second.failures
    assert second.failures[0].told("en") == error.told("en")
    assert second.failures[0].told("zh") == error.told("zh")


def test_file_that_breaks_takes_its_source_along(tmp_path, tmp_path_factory):
    files = Files(a=("1", graph("a", "510821")), b=("1", graph("b", "510822")))
    files.build(tmp_path / "x.db")
    files.said["b"] = ("2", SourceError("source.empty", path="b"))
    assert files.build(tmp_path / "x.db").removed == (source_iri("b"),)
    assert exported(tmp_path / "x.db") == fresh(tmp_path_factory, files)


def test_same_source_in_several_files_ends_as_a_clean_build(tmp_path, tmp_path_factory):
    """Steps of change, at random but the same each time: always what a clean build gives."""
    chance = random.Random(4)
    files = Files(a=("0", graph("a", "510821")))
    shared = False
    for step in range(9):
        key = chance.choice("abcd")
        if key in files.said and len(files.said) > 1 and chance.random() < 0.4:
            del files.said[key]
        else:
            address = chance.choice(("same", "same", key))
            files.said[key] = (str(step), graph(address, f"5108{step + 10}"))
        files.said = dict(sorted(files.said.items()))
        built = files.build(tmp_path / "x.db")
        shared = shared or bool(built.shared)
        assert exported(tmp_path / "x.db") == fresh(tmp_path_factory, files), step
    assert shared


def test_line_cut_short_counts_for_nothing(tmp_path):
    files = Files(a=("1", graph("a", "510821")), b=("1", graph("b", "510822")))
    files.build(tmp_path / "x.db")
    before = exported(tmp_path / "x.db")
    manifest = tmp_path / "x.db" / "build.jsonl"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[:-20])
    files.build(tmp_path / "x.db")
    assert files.asked == ["b"]
    assert manifest.read_bytes() == whole
    assert exported(tmp_path / "x.db") == before


SLOW = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from test_build import Files, graph
files = Files(**{f"f{n:03}": ("1", graph(f"f{n}", f"51{n + 1000}")) for n in range(40)})
read = files.read
def slowly(keys):
    for one in read(keys):
        time.sleep(0.01)
        yield one
files.read = slowly
files.build(Path(sys.argv[2]))
"""


def started(tmp_path, path):
    script = tmp_path / "slow.py"
    script.write_text(SLOW, encoding="utf-8")
    folder = __file__.rpartition("/")[0]
    return subprocess.Popen([sys.executable, str(script), folder, str(path)])


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_killed_build_started_again_ends_as_if_undisturbed(tmp_path):
    begun = time.monotonic()
    assert started(tmp_path, tmp_path / "calm.db").wait(300) == 0
    whole = time.monotonic() - begun
    killed = 0
    chance = random.Random(7)
    path = tmp_path / "killed.db"
    kills = int(os.environ.get("BANGFU_KILLS", "6"))
    for _ in range(kills):
        process = started(tmp_path, path)
        time.sleep(whole * chance.uniform(0.3, 0.9))
        process.send_signal(signal.SIGKILL)
        if process.wait(300) == -signal.SIGKILL:
            killed += 1
        else:
            # it had ended: a start on a busy machine was measured, or what a kill left done helped
            whole *= 0.6
    assert killed >= kills // 3
    assert started(tmp_path, path).wait(300) == 0
    assert exported(path) == exported(tmp_path / "calm.db")
    manifest = (path / "build.jsonl").read_bytes()
    assert manifest == (tmp_path / "calm.db" / "build.jsonl").read_bytes()
