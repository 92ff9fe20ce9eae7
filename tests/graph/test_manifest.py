"""What a build remembers: the last line of a file counts, half a line does not."""

from __future__ import annotations

import pytest

from bangfu.graph.manifest import Entry, Given, Manifest
from bangfu.ontology.errors import StoreError

ONE = Entry(digest="1", sources={"http://e.org/a": Given(2, 1, "ab")})
TWO = Entry(digest="2", faults=(("坏了", "broken"),))


def test_what_is_said_is_there_at_once_and_after_reopening(tmp_path):
    manifest = Manifest.load(tmp_path)
    assert manifest.entries == {}
    with manifest.open():
        manifest.say("b", ONE.begun())
        assert not Manifest.load(tmp_path).entries["b"].done
        manifest.say("b", ONE)
        manifest.say("a", TWO)
        assert Manifest.load(tmp_path).entries == {"a": TWO, "b": ONE}


def test_former_sources_are_remembered_until_the_end():
    after = TWO.after(ONE)
    assert after.former == ("http://e.org/a",)
    assert after.every == ("http://e.org/a",)
    assert ONE.after(after).former == ()


def test_closing_forgets_the_rest_and_sorts(tmp_path):
    manifest = Manifest.load(tmp_path)
    with manifest.open():
        for key in ("c", "b", "a"):
            manifest.say(key, TWO.after(ONE))
        manifest.close(["b", "a", "never-read"])
    assert Manifest.load(tmp_path).entries == {"a": TWO, "b": TWO}
    lines = (tmp_path / "build.jsonl").read_text(encoding="utf-8").splitlines()
    assert [line[:12] for line in lines] == ['{"file":"a",', '{"file":"b",']


@pytest.mark.parametrize("tail", ['{"file":"b","dig', "\x00\xff", "[]", '{"file":"b"}', "null"])
def test_line_that_is_no_entry_counts_for_nothing(tmp_path, tail):
    manifest = Manifest.load(tmp_path)
    with manifest.open():
        manifest.say("a", ONE)
    with (tmp_path / "build.jsonl").open("ab") as stream:
        stream.write(tail.encode("latin-1"))
    again = Manifest.load(tmp_path)
    assert again.entries == {"a": ONE}
    # Opening writes whole lines again, so that nothing is added to half a line
    with again.open():
        again.say("b", TWO)
    assert Manifest.load(tmp_path).entries == {"a": ONE, "b": TWO}


def test_folder_in_the_way(tmp_path):
    (tmp_path / "build.jsonl").mkdir()
    with pytest.raises(StoreError) as caught:
        Manifest.load(tmp_path)
    assert caught.value.key == "build.manifest"
