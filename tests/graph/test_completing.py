from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from made import article, made_store

from bangfu.graph import completing
from bangfu.graph.completing import MOST, values_beginning
from bangfu.graph.edgelog import NAMES, drop_table
from bangfu.graph.keep import writing
from bangfu.graph.profile import Profile
from bangfu.graph.store import open_store, put
from bangfu.graph.suppression import FILE_NAME

INTERNAL = Profile.INTERNAL
_RUN = "import sys; sys.argv = ['bangfu']; from bangfu.graph.cli import main; main()"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return made_store(tmp_path / "bangfu.db", 30)


def test_names_begin_as_what_is_written(kept: Path) -> None:
    found = values_beginning(kept, INTERNAL, "who-helps", (), "第一省第一市")
    assert "第一省第一市第一县" in found
    assert "第一省第一市第一县第一中学" in found
    assert found == sorted(found)
    assert all(one.startswith("第一省第一市") for one in found)
    assert values_beginning(kept, INTERNAL, "who-helps", (), "第一省 第一市") == found
    assert values_beginning(kept, INTERNAL, "who-helps", (), "无此") == []


def test_so_many_are_offered_and_no_more(kept: Path) -> None:
    assert len(values_beginning(kept, INTERNAL, "who-helps", (), "")) == MOST


def test_what_fits_the_parameter_is_offered(kept: Path) -> None:
    assert values_beginning(kept, INTERNAL, "programme", (), "携手计划二") != []
    assert values_beginning(kept, INTERNAL, "who-helps", (), "携手") == [], "a scheme is no party"
    assert values_beginning(kept, INTERNAL, "who-helps", ("第一省",), "第") == [], "it takes one"
    assert values_beginning(kept, INTERNAL, "path", ("第一省",), "第二") != []
    assert values_beginning(kept, INTERNAL, "flows", (), "pr") == ["prefecture", "province"]
    assert values_beginning(kept, INTERNAL, "official-only", (), "who-") == ["who-helps"]
    assert values_beginning(kept, INTERNAL, "official-only", ("who-helps",), "第一") != []
    assert values_beginning(kept, INTERNAL, "no-question", (), "第一") == []


def test_nobody_is_named_to_others(kept: Path) -> None:
    for profile in (Profile.PARTNER, Profile.PUBLIC):
        assert values_beginning(kept, profile, "who-helps", (), "第一") == []


def test_names_are_kept_until_the_store_changes(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    rows = completing.rows
    monkeypatch.setattr(completing, "rows", lambda *some: (asked.append(some), rows(*some))[1])
    known = {one.name for number in range(30) for one in article(number).entities}
    new = next(one.name for one in article(201).entities if one.name not in known)
    for _ in range(2):
        assert values_beginning(kept, INTERNAL, "who-helps", (), new) == []
        assert len(asked) == 2, "names and other names, once"
    with writing(kept) as store:
        put(store, article(201))
    assert values_beginning(kept, INTERNAL, "who-helps", (), new) != []
    drop_table(kept)
    assert not (kept / NAMES).exists()


def test_what_is_kept_is_read_without_the_store(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = values_beginning(kept, INTERNAL, "who-helps", (), "第一省第一市")
    assert found
    monkeypatch.setattr(completing, "open_store", None)
    assert values_beginning(kept, INTERNAL, "who-helps", (), "第一省第一市") == found
    assert values_beginning(kept, INTERNAL, "who-helps", (), "无此") == []


def test_nobody_is_named_whom_the_file_beside_the_store_leaves_out(kept: Path) -> None:
    assert values_beginning(kept, INTERNAL, "who-helps", (), "第一省") != []
    (kept.parent / FILE_NAME).write_text("changed by hand\n", encoding="utf-8")
    assert values_beginning(kept, INTERNAL, "who-helps", (), "第一省") == []


def test_a_store_that_cannot_be_read_now_offers_nothing(kept: Path, tmp_path: Path) -> None:
    with open_store(kept):
        assert values_beginning(kept, INTERNAL, "who-helps", (), "第一") == []
    assert values_beginning(tmp_path / "none.db", INTERNAL, "who-helps", (), "第一") == []
    assert not (tmp_path / "none.db").exists()


def test_the_shell_offers_them(kept: Path) -> None:
    line = f"bangfu ask --store {kept} whom-it-helps 第十六省第一市第一县第"
    done = subprocess.run(
        [sys.executable, "-c", _RUN], capture_output=True, encoding="utf-8",
        check=False, timeout=300,
        env={**os.environ, "_BANGFU_COMPLETE": "complete_bash", "COMP_WORDS": line,
             "COMP_CWORD": "5", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert "第十六省第一市第一县第一中学" in done.stdout.split("\n"), done
