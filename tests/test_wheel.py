"""The wheel holds exactly the files of the tree."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from bench import PROJECT

ROOMS = ("graph", "loaders", "ontology")


def files_of(folder: Path) -> set[str]:
    return {
        f"bangfu/{path.relative_to(folder).as_posix()}"
        for room in ROOMS
        for path in (folder / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_equals_the_tree(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    for name in (*ROOMS, "pyproject.toml", "README.md"):
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / name)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(tree)],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert shipped == files_of(tree)
