"""Each notebook runs from an empty folder, and is kept without output."""

import json
from pathlib import Path

import pytest
from bench import PROJECT

NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")
def test_it_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat
    from nbclient import NotebookClient

    monkeypatch.chdir(tmp_path)
    book = nbformat.read(path, as_version=4)
    NotebookClient(book, timeout=120, kernel_name="python3").execute()
    outputs = [out for cell in book.cells for out in cell.get("outputs", ())]
    shown = [out["data"]["text/html"] for out in outputs if "text/html" in out.get("data", {})]
    assert any("<blockquote>" in page for page in shown), "a table with passages"
    assert all("<td>" in page or "<iframe" in page for page in shown), "no table is empty"
    assert any("<iframe" in page for page in shown) or path.stem == "02-sparql", "a graph"
    assert not any(out.output_type == "error" for out in outputs)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_stripped(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert all(not cell.get("outputs") and not cell.get("execution_count") for cell in cells)


def test_they_are_all_there() -> None:
    assert [path.stem for path in NOTEBOOKS] == [
        "01-tour",
        "02-sparql",
        "03-network",
        "04-gaps-and-time",
        "05-from-a-workbook",
    ]
