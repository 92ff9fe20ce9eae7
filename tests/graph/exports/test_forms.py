from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import Dataset

from bangfu.graph.exports import FORMS, form_of, written
from bangfu.ontology.errors import QueryError, StoreError

if TYPE_CHECKING:
    from shell import Run


@pytest.mark.parametrize(
    ("name", "told", "form"),
    [
        ("a.xlsx", None, "ledger"),
        ("a.csv", None, "ledger"),
        ("a.csv", "panel", "panel"),
        ("a.gexf", None, "gexf"),
        ("panel.zip", None, "panel"),
        ("2024-ledger.zip", None, "ledger"),
        ("our_Gephi", None, "gephi"),
        ("neo4j", None, "neo4j"),
        ("panel.csv", None, "panel"),
        ("panel.gexf", None, "gexf"),
        ("a.ftm.json", None, "ftm"),
        ("a.nq", None, "nquads"),
        (None, None, "nquads"),
    ],
)
def test_the_form_is_told_or_seen_in_the_name(
    name: str | None, told: str | None, form: str
) -> None:
    assert form_of(None if name is None else Path(name), told) == form


def test_what_is_no_form_is_refused() -> None:
    with pytest.raises(QueryError, match="pdf"):
        form_of(None, "pdf")
    with pytest.raises(QueryError, match=r"a\.doc"):
        form_of(Path("a.doc"), None)
    for unsure in ("all.zip", "panel-ledger.zip", "panels.zip"):
        with pytest.raises(QueryError, match=unsure):
            form_of(Path(unsure), None)


def test_several_files_become_a_folder_or_an_archive(tmp_path: Path) -> None:
    files = [("a.csv", b"1"), ("b.csv", b"2")]
    written(files, tmp_path / "out")
    written(files, tmp_path / "out")
    assert {item.name: item.read_bytes() for item in (tmp_path / "out").iterdir()} == dict(files)
    written(files, tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == dict(files)
    assert {item.name for item in tmp_path.iterdir()} == {"out", "out.zip"}
    with pytest.raises(StoreError):
        written(files, tmp_path / "missing" / "out")


def test_every_form_goes_to_a_file_by_the_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "姓名,派出学校,受援县,受援学校,开始时间\n"
        "翁书亭,福清市融北中学,隆德县,隆德县第二中学,2024-09\n",
        encoding="utf-8",
    )
    assert run("load", "a.csv").code == 0
    for form in FORMS:
        assert run("export", f"out.{form}", "--as", form).code == 0, form
        assert (tmp_path / f"out.{form}").exists()
    data = Dataset()
    data.parse(data=(tmp_path / "out.jsonld").read_text(encoding="utf-8"), format="json-ld")
    assert len(data) > 20
    assert run("export", "x.nq", "--with-text", "--profile", "public").code == 2
    assert run("export", "--as", "gephi").code == 2
    refused = run("export", "out.gexf")
    assert refused.code == 2
    assert "out.gexf" in refused.err
