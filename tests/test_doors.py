"""Each module's ``__all__`` tells the truth, and the doors are cheap to open."""

import importlib
import subprocess
import sys

import pytest
from bench import PROJECT

MODULES = sorted(
    "bangfu."
    + path.relative_to(PROJECT)
    .with_suffix("")
    .as_posix()
    .replace("/", ".")
    .removesuffix(".__init__")
    for room in ("graph", "loaders", "ontology")
    for path in (PROJECT / room).rglob("*.py")
    if path.name != "__main__.py"
)


@pytest.mark.parametrize("name", MODULES)
def test_all_is_true(name: str) -> None:
    module = importlib.import_module(name)
    names = getattr(module, "__all__", None)
    if names is None:
        return
    assert len(set(names)) == len(names)
    assert all(hasattr(module, one) for one in names)


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        (
            "bangfu.graph.cli",
            ("rdflib", "networkx", "pyvis", "pyshacl", "opencc", "rjieba", "pyoxigraph"),
        ),
        ("bangfu.loaders", ("rdflib", "networkx", "opencc", "rjieba")),
        ("bangfu.loaders.news", ("rdflib", "networkx", "pyvis")),
    ],
)
def test_a_door_opens_without_what_it_does_not_need(module: str, heavy: tuple[str, ...]) -> None:
    """Start-up is what a user of --help waits for."""
    code = f"import sys, {module}; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
