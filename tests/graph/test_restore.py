"""A backup brought back: what is done besides copying."""

from __future__ import annotations

import os
from pathlib import Path

import pytest  # noqa: TC002
from leaky import leaky_store

from bangfu.graph import erasing, keep, restore
from bangfu.graph.backup import backup
from bangfu.graph.erasing import erase_if_free, owed
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


def test_copies_that_are_read_need_no_second_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leaky_store(tmp_path)
    backup(path, tmp_path / "bk")
    forget(path, "欧阳听雪", why=Why.REQUEST, who="王", when=PartialDate.parse("2024-06-01"))
    written, real = [], erasing._rewrite
    monkeypatch.setattr(erasing, "_rewrite", lambda one: (written.append(one), real(one)))
    monkeypatch.setattr(erasing, "drop_views", lambda _: False)
    restore.restore(tmp_path / "bk", path, force=True)
    assert written == [path]
    assert owed(path)


def test_what_was_decided_since_is_on_the_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leaky_store(tmp_path)
    day = PartialDate.parse("2024-06-01")
    forget(path, "欧阳听雪", why=Why.REQUEST, who="王", when=day)
    backup(path, tmp_path / "bk")
    forget(path, "凌霜降", why=Why.REQUEST, who="王", when=day)
    synced: dict[int, int] = {}
    real = os.fsync

    def watched(descriptor: int) -> None:
        os.write(descriptor, b"")  # systems are there that sync nothing but what can be written
        real(descriptor)
        about = os.fstat(descriptor)
        synced[about.st_ino] = about.st_size

    monkeypatch.setattr(os, "fsync", watched)
    restore.restore(tmp_path / "bk", path, force=True)
    about = (tmp_path / "suppressions.tsv").stat()
    assert synced[about.st_ino] == about.st_size
