"""kill -9 at any moment: the store reopens, nothing is half written, nothing acknowledged lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import killing
import pytest

KILLS = os.environ.get("BANGFU_KILLS", "2")
"""Of each kind; more for a thorough run."""


@pytest.mark.skipif(sys.platform == "win32", reason="fork and kill -9")
@pytest.mark.parametrize("what", sorted(killing.WORK))
def test_kills_leave_no_trace(tmp_path: Path, what: str) -> None:
    done = subprocess.run(
        [sys.executable, killing.__file__, str(tmp_path), what, KILLS],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > int(KILLS) // 2
