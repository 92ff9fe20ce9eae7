"""Files of decisions on two machines that write to one server."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.graph.corrections import FILE_NAME as CORRECTIONS
from bangfu.graph.embedded import Embedded
from bangfu.graph.remote.decisions import pull, share
from bangfu.graph.secret import KEY_FILE, store_key
from bangfu.graph.suppression import FILE_NAME as SUPPRESSIONS
from bangfu.ontology.errors import StoreError
from bangfu.ontology.terms import DECISIONS_GRAPH


@pytest.fixture
def server() -> Embedded:
    return Embedded(None, create=True, read_only=False)


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders that stand for one server."""
    found = tmp_path / "mine" / "host.remote", tmp_path / "yours" / "host.remote"
    for one in found:
        one.mkdir(parents=True)
    return found


def write(path: Path, name: str, *lines: str) -> None:
    (path.parent / name).write_bytes("".join(f"{line}\n" for line in lines).encode())


def read(path: Path, name: str) -> list[str]:
    file = path.parent / name
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def exchange(server: Embedded, path: Path) -> bool:
    """What an opening for writing does; whether nothing had to be applied."""
    fresh = pull(server, path)
    share(server, path, applied=False)
    share(server, path, applied=True)
    return fresh


def test_nothing_decided_leaves_nothing(server: Embedded, machines: tuple[Path, Path]) -> None:
    assert not exchange(server, machines[0])
    assert server.graphs() == ()
    assert [one.name for one in machines[0].parent.iterdir()] == ["host.remote"]


def test_who_is_left_out_anywhere_stays_out(server: Embedded, machines: tuple[Path, Path]) -> None:
    mine, yours = machines
    write(mine, SUPPRESSIONS, "id\tnames", "1\ta")
    assert not exchange(server, mine)
    assert exchange(server, mine)
    write(yours, SUPPRESSIONS, "id\tnames", "2\tb")
    assert not exchange(server, yours)
    assert read(yours, SUPPRESSIONS) == ["id\tnames", "1\ta", "2\tb"]
    write(mine, SUPPRESSIONS, "id\tnames", "3\tc")  # its own line is lost: it comes back
    exchange(server, mine)
    assert read(mine, SUPPRESSIONS) == ["id\tnames", "1\ta", "2\tb", "3\tc"]


def test_a_correction_taken_back_is_taken_back_everywhere(
    server: Embedded, machines: tuple[Path, Path]
) -> None:
    mine, yours = machines
    write(mine, CORRECTIONS, "fact\tproperty", "f\tsince")
    exchange(server, mine)
    assert exchange(server, yours)
    assert read(yours, CORRECTIONS) == ["fact\tproperty", "f\tsince"]
    write(yours, CORRECTIONS, "fact\tproperty")
    assert not exchange(server, yours)
    assert exchange(server, mine)
    assert read(mine, CORRECTIONS) == ["fact\tproperty"]
    # both at once: all of it, what stands on the server first
    write(mine, CORRECTIONS, "fact\tproperty", "g\ttitle")
    write(yours, CORRECTIONS, "fact\tproperty", "h\ttitle")
    exchange(server, mine)
    exchange(server, yours)
    exchange(server, mine)
    assert read(mine, CORRECTIONS) == ["fact\tproperty", "g\ttitle", "h\ttitle"]
    assert read(yours, CORRECTIONS) == read(mine, CORRECTIONS)
    (mine.parent / CORRECTIONS).unlink()
    assert exchange(server, mine)
    assert read(mine, CORRECTIONS) == read(yours, CORRECTIONS)


def test_what_was_not_applied_is_applied_by_the_next(
    server: Embedded, machines: tuple[Path, Path]
) -> None:
    mine, yours = machines
    write(mine, CORRECTIONS, "fact\tproperty", "f\tsince")
    pull(server, mine)
    share(server, mine, applied=False)  # and the process is gone
    assert not pull(server, yours)
    assert read(yours, CORRECTIONS) == ["fact\tproperty", "f\tsince"]
    share(server, yours, applied=False)
    assert not pull(server, mine)
    share(server, yours, applied=True)
    assert pull(server, mine)


def test_the_key_stays_here_and_another_is_refused(
    server: Embedded, machines: tuple[Path, Path]
) -> None:
    mine, yours = machines
    key = store_key(mine)
    write(mine, SUPPRESSIONS, "id\tnames", "1\ta")
    exchange(server, mine)
    held = "".join("".join(one) for one in server.triples(DECISIONS_GRAPH))
    assert key.decode() not in held
    assert f"{DECISIONS_GRAPH}/key" in held
    pull(server, yours)  # to read, no key is needed
    store_key(yours)
    with pytest.raises(StoreError) as caught:
        pull(server, yours)
    assert caught.value.key == "remote.other-key"
    assert str(yours.parent / KEY_FILE) in caught.value.told("zh")


def test_a_file_that_is_no_text_is_told(server: Embedded, machines: tuple[Path, Path]) -> None:
    (machines[0].parent / CORRECTIONS).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StoreError) as caught:
        pull(server, machines[0])
    assert caught.value.key == "privacy.file"
