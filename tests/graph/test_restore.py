"""A backup brought back: what is done besides copying."""

from __future__ import annotations

from pathlib import Path

import pytest  # noqa: TC002
from leaky import leaky_store

from bangfu.graph import keep, restore
from bangfu.graph.backup import backup
from bangfu.graph.erasing import erase_if_free
from bangfu.graph.forgetting import forget
from bangfu.graph.suppression import Why
from bangfu.ontology.dates import PartialDate


def test_the_files_are_written_anew_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = leaky_store(tmp_path)
    backup(path, tmp_path / "bk")
    forget(path, "欧阳听雪", why=Why.REQUEST, who="王", when=PartialDate.parse("2024-06-01"))
    written = []
    for module, name in ((keep, "erase_if_free"), (restore, "erase")):
        monkeypatch.setattr(module, name, lambda one: (written.append(one), erase_if_free(one)))
    restore.restore(tmp_path / "bk", path, force=True)
    assert written == [path]
    held = [file for file in path.rglob("*") if file.is_file()]
    assert not [file for file in held if "欧阳听雪".encode() in file.read_bytes()]
