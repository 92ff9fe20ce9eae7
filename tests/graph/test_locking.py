from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bangfu.graph.locking import hold
from bangfu.ontology.errors import StoreError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no flock")

HOLDER = """
import sys, time
from pathlib import Path
from bangfu.graph.locking import hold
lock = hold(Path(sys.argv[1]), shared=False)
print("held", flush=True)
time.sleep(60)
"""


def test_readers_share_and_a_writer_is_alone(tmp_path: Path) -> None:
    readers = [hold(tmp_path, shared=True) for _ in range(3)]
    with pytest.raises(StoreError):
        hold(tmp_path, shared=False)
    for reader in readers:
        assert reader is not None
        reader.close()
    writer = hold(tmp_path, shared=False)
    assert writer is not None
    with pytest.raises(StoreError):
        hold(tmp_path, shared=True)
    writer.close()


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError):
            hold(tmp_path, shared=True)
        holder.kill()
    lock = hold(tmp_path, shared=False)
    assert lock is not None
    lock.close()


def test_where_nothing_can_be_locked_nothing_is(tmp_path: Path) -> None:
    assert hold(tmp_path / "none", shared=True) is None
