"""SPARQL servers for tests: each on loopback, with a folder and ports of its own, ended by its pid.

A server that is not installed is a failure, not a reason to pass a test over: ``.ci/test`` brings
both.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

OXIGRAPH, VIRTUOSO = "oxigraph", "virtuoso"


@dataclass(frozen=True)
class Server:
    """A server at work: where it is asked and written to, and who may write."""

    kind: str
    query: str
    user: str
    password: str
    process: subprocess.Popen[bytes]
    sql: int = 0
    """The port at which Virtuoso takes commands of its own."""

    @property
    def environment(self) -> dict[str, str]:
        """What a user sets besides ``--store``."""
        if not self.user:
            return {}
        return {"BANGFU_USER": self.user, "BANGFU_PASSWORD": self.password}


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[Server]:
    """``oxigraph serve`` over `folder`."""
    program = Path(sys.executable).with_name("oxigraph")
    assert program.exists(), "oxigraph is missing: pip install oxigraph"
    port = free_port()
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running([*command, *options], f"http://127.0.0.1:{port}/query", folder) as process:
        yield Server(OXIGRAPH, f"http://127.0.0.1:{port}/query", "", "", process)


@contextmanager
def virtuoso(folder: Path, *, rows: int = 3_000, buffers: int = 20_000) -> Iterator[Server]:
    """Virtuoso with its files in `folder`, which cuts results after `rows`.

    `buffers` are pages of 8 kB that it holds in memory.
    """
    program = shutil.which("virtuoso-t")
    assert program, "Virtuoso is missing: apt-get install virtuoso-opensource-7"
    folder.mkdir(parents=True, exist_ok=True)
    port, web = free_port(), free_port()
    ini = folder / "virtuoso.ini"
    values = {"rows": rows, "buffers": buffers, "dirty": buffers * 3 // 4}
    told = _INI.format(folder=folder, port=port, web=web, **values)
    ini.write_text(told, encoding="utf-8")
    url = f"http://127.0.0.1:{web}/sparql"
    command = [program, "+configfile", str(ini), "+foreground"]
    with _running(command, url, folder) as process:
        yield Server(VIRTUOSO, url, "dba", "dba", process, port)


@contextmanager
def _running(command: list[str], url: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder)
    try:
        _wait(process, url, folder)
        yield process
    finally:
        process.kill()
        process.wait(20)


def _wait(process: subprocess.Popen[bytes], url: str, folder: Path) -> None:
    end = time.monotonic() + 300  # a busy machine
    while True:
        try:
            answer = httpx.get(url, params={"query": "ASK {}"}, timeout=5, trust_env=False)
            if answer.status_code == 200:
                return
        except httpx.HTTPError:
            pass
        told = (folder / "output.txt").read_text(encoding="utf-8", errors="replace")
        assert process.poll() is None, told
        assert time.monotonic() < end, f"{url} does not answer\n{told}"
        time.sleep(0.1)


_INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
LiteMode = 0
DisableUnixSocket = 1
CaseMode = 2
CheckpointInterval = 0
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DirsAllowed = {folder}
ThreadsPerQuery = 2
AsyncQueueMaxThreads = 4
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = {folder}
ServerThreads = 8
MaxKeepAlives = 8
KeepAliveTimeout = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = {rows}
MaxQueryExecutionTime = 120
"""
