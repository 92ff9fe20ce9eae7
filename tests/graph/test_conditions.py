"""What the machine is like: disks that are full or closed, clocks, languages, other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from made import exported, made_store

from bangfu.graph.backup import backup
from bangfu.graph.store import open_store
from bangfu.graph.verify import verify
from bangfu.ontology.errors import StoreError

_LOAD = """
import resource, signal, sys, time
from pathlib import Path
path, count, most, clock = Path(sys.argv[1]), *map(int, sys.argv[2:])
if clock:
    told = time.time
    time.time = lambda: told() + clock
    time.time_ns = lambda: int((told() + clock) * 1e9)
from made import exported, made_store
from bangfu.ontology.errors import BangfuError
if most:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    made_store(path, count)
except BangfuError as error:
    sys.exit("told: " + error.told("en"))
sys.stdout.buffer.write(exported(path))
"""


def loaded(
    path: Path, count: int = 3, *, most: int = 0, clock: int = 0, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """A load in a process of its own, then all that the store says."""
    return subprocess.run(
        [sys.executable, "-c", _LOAD, str(path), str(count), str(most), str(clock)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **env},
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return exported(made_store(tmp_path_factory.mktemp("home") / "db", 3))


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "zh_CN.GB18030", "TZ": "America/Anchorage", "PYTHONHASHSEED": "2"},
    ],
)
def test_no_byte_depends_on_language_zone_or_hash(
    tmp_path: Path, wanted: bytes, env: dict[str, str]
) -> None:
    done = loaded(tmp_path / "db", **env)
    assert done.stdout == wanted, done.stderr


@pytest.mark.parametrize("years", [-40, 60])
def test_no_byte_depends_on_the_clock(tmp_path: Path, wanted: bytes, years: int) -> None:
    done = loaded(tmp_path / "db", clock=years * 31_557_600)
    assert done.stdout == wanted, done.stderr


def test_a_clock_that_went_back_hides_no_change(tmp_path: Path, wanted: bytes) -> None:
    loaded(tmp_path / "db", 2, clock=86_400)
    assert loaded(tmp_path / "db", clock=-86_400).stdout == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, wanted: bytes) -> None:
    path = made_store(tmp_path / "db", 1)
    before = exported(path)
    full = 0
    for most in (2_000, 20_000, 200_000, 600_000):
        done = loaded(path, 400, most=most)
        if done.returncode:
            full += 1
            assert done.stderr.decode().count("\n") == 1, done.stderr.decode()
            assert done.stderr.startswith(b"told: ")
    assert full >= 2
    with open_store(path, create=False, read_only=True) as store:
        held = set(store.graphs())
    assert {line.rpartition(b" <")[2][:-3].decode() for line in before.splitlines()} - held <= {
        "https://w3id.org/bangfu/graph/derived"
    }
    again = loaded(path, 400)
    calm = loaded(tmp_path / "calm", 400)
    assert again.stdout == calm.stdout != b""
    assert verify(path).problems == ()


def test_a_full_disk_leaves_no_half_backup(tmp_path: Path) -> None:
    path = made_store(tmp_path / "db", 1)
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from bangfu.graph.backup import backup\n"
        "from bangfu.ontology.errors import StoreError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try:\n    backup(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "except StoreError as error:\n    print(error.key)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), str(tmp_path / "bk")],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.stdout.split() == ["backing.unwritable"], done.stderr
    assert not (tmp_path / "bk").exists()
    backup(path, tmp_path / "bk")


def test_a_second_writer_is_told_and_harms_nothing(tmp_path: Path, wanted: bytes) -> None:
    path = made_store(tmp_path / "db", 3)
    with open_store(path):
        done = loaded(path, 4)
    assert done.returncode == 1
    assert b"in use" in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert exported(path) == wanted
    assert loaded(path, 3).stdout == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_folder_that_may_only_be_read(tmp_path: Path, wanted: bytes) -> None:
    path = made_store(tmp_path / "db", 3)
    folders = [path, *(one for one in path.rglob("*") if one.is_dir())]
    for one in folders:
        one.chmod(0o555)
    for file in path.rglob("*"):
        if file.is_file():
            file.chmod(0o444)
    # root may write anywhere, so only another user sees the closed folder; what is to be
    # imported is imported before, from where that user may not look
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom made import exported, made_store\n"
        "from bangfu.ontology.errors import BangfuError\n"
        "exported(made_store(Path(sys.argv[2]), 1))\n"
        "if os.getuid() == 0:\n    os.setgid(65534)\n    os.setuid(65534)\n"
        "sys.stdout.buffer.write(exported(Path(sys.argv[1])))\n"
        "sys.stdout.flush()\n"
        "try:\n    made_store(Path(sys.argv[1]), 4)\n"
        "except BangfuError as error:\n    sys.stderr.write(error.key)\n"
    )
    above = [one for one in path.parents if not one.stat().st_mode & 0o001]
    modes = {one: one.stat().st_mode for one in above}
    try:
        for one in above:
            one.chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", code, str(path), str(tmp_path / "warm")],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True, check=False, timeout=300,
        )  # fmt: skip
    finally:
        for one, mode in modes.items():
            one.chmod(mode)
        for one in folders:
            one.chmod(0o755)
    assert done.stdout == wanted, done.stderr.decode()
    assert done.stderr == b"store.not-writable"


def test_the_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        verify(tmp_path / "none")
    assert caught.value.key == "store.missing"
