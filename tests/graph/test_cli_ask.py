"""The command ``ask``: free words, options, files."""

import csv
import io
from pathlib import Path

from openpyxl import load_workbook
from shell import Run, one_line

from bangfu.graph.keep import writing
from bangfu.graph.store import put
from bangfu.loaders import load, sample_folder


def kept() -> None:
    with writing(Path("bangfu.db")) as store, sample_folder() as folder:
        put(store, load(folder / "s01-agreement.txt", folder))


def test_free_words_are_understood_and_told(run: Run) -> None:
    kept()
    done = run("ask", "谁在帮扶马边")
    assert done.code == 0
    assert "understood as" in done.err
    assert "bangfu ask who-helps 马边" in done.err
    assert "越城区" in done.out
    same = run("ask", "who", "helps", "马边")
    assert same.out == done.out


def test_what_is_not_understood_ends_with_2(run: Run) -> None:
    kept()
    done = run("ask", "马边", lang="zh")
    assert (done.code, done.out) == (2, "")
    assert "bangfu ask who-helps 马边" in done.err
    assert run("ask", "谁帮扶马边最多", lang="zh").code == 2
    done = run("ask", "who-knows", "马边")
    assert done.code == 2
    assert "who-helps" in done.err


def test_options_reach_the_question(run: Run) -> None:
    kept()
    assert "越城区" in run("ask", "who-helps", "马边", "--as-of", "2022-01-01").out
    assert "2021-06" not in run("ask", "who-helps", "马边", "--as-of", "1990").out
    pairs = run("ask", "pairs-on", "越城区", "2022", "--option", "how=any", "--format", "csv")
    told = list(csv.reader(io.StringIO(pairs.out)))
    assert {"pairing", "secondment"} <= {row[2] for row in told[1:]}
    assert "Searched 1 source" in pairs.err
    for wrong in ("how", "how=sideways", "no-such=1"):
        assert run("ask", "pairs-on", "越城区", "2022", "--option", wrong).code == 2
    # a question that has no such option says so
    assert run("ask", "roles", "越城区", "--as-of", "2022").code == 2


def test_files_are_written(run: Run) -> None:
    kept()
    done = run("ask", "who-helps", "马边", "--csv", "a.csv", "--xlsx", "a.xlsx")
    assert (done.code, done.out) == (0, "")
    assert Path("a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert load_workbook("a.xlsx").sheetnames == ["answer", "passages"]
    assert run("ask", "who-helps", "马边", "--csv", "no/such/folder.csv").code == 2
    assert "--force" in one_line(run("ask", "who-helps", "马边", "--csv", "a.csv"))
    assert run("ask", "who-helps", "马边", "--csv", "a.csv", "--force").code == 0


def test_the_list_is_grouped_and_numbered(run: Run) -> None:
    listed = run("ask", "--list", lang="zh").out
    assert listed.index("— 谁帮谁 —") < listed.index("who-helps") < listed.index("— 数字 —")
    assert "headcounts" in listed
    assert "36" in listed
