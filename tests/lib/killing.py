"""What a store is asked to do while it is killed: ``python killing.py FOLDER WHAT KILLS``.

Run by itself, since only a process that has never opened a store may be forked for one that does.
Prints how many were killed; stops with an error where a kill left a trace.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from made import exported, made_store, readings

from bangfu.graph.backup import backup, read_backup
from bangfu.graph.deciding import judge
from bangfu.graph.forgetting import forget
from bangfu.graph.intake import put_all
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.keep import reading, writing
from bangfu.graph.restore import restore
from bangfu.graph.store import open_store
from bangfu.graph.suppression import Why
from bangfu.graph.verify import verify
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import StoreError
from bangfu.ontology.quads import reading_triples
from bangfu.ontology.records import Person, Reading
from bangfu.ontology.terms import DERIVED_GRAPH

BEFORE, AFTER = 5, 12
THOROUGH = 4
"""Of so many kills one is followed by a reading of every index."""
DAY = PartialDate.parse("2024-05-01")
EVERY = list(readings(AFTER))


def persons() -> list[Person]:
    found = [one.person for one in EVERY[0].facts + EVERY[1].facts if hasattr(one, "person")]
    return [one for one in found if isinstance(one, Person)]


def load(home: Path, say: Callable[[str], None]) -> None:
    def told() -> Iterator[Reading]:
        for one in EVERY:
            yield one
            say(one.source.iri)  # asked for the next, so this one is written

    put_all(home / "db", told())


def derive(home: Path, say: Callable[[str], None]) -> None:
    with writing(home / "db") as store:
        store.replace_graph(DERIVED_GRAPH, ())


def decide(home: Path, say: Callable[[str], None]) -> None:
    one, other = persons()[0], persons()[-1]
    new = Judgement(a=one.iri, decision=Decision.SAME, b=other.iri, who="t", when=DAY, why="t")
    judge(home / "judgements.tsv", new, {})
    say("judged")
    with reading(home / "db"):
        pass


def leave_out(home: Path, say: Callable[[str], None]) -> None:
    name = persons()[0].name
    forget(home / "db", name, why=Why("request"), who="t", when=DAY, at="第一省", everywhere=True)
    say("forgotten")


def put_away(home: Path, say: Callable[[str], None]) -> None:
    if not (home / "bk").exists():
        backup(home / "db", home / "bk")
    say("put away")


WORK = {"load": load, "derive": derive, "judge": decide, "forget": leave_out, "backup": put_away}


def child(work: Callable[[], object]) -> int:
    pid = os.fork()
    if not pid:
        code = 1
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        os._exit(code)
    return pid


def done(work: Callable[[], object]) -> None:
    """Do `work` in a process of its own, to its end."""
    assert os.waitstatus_to_exitcode(os.waitpid(child(work), 0)[1]) == 0


def digest(home: Path) -> str:
    """All that the store says, and what was judged.

    But for the tombstone of somebody who was left out: asked for a second time it is a second one.
    """
    lines = exported(home / "db").splitlines()
    found = hashlib.sha256(b"\n".join(one for one in lines if b"/tombstone/" not in one))
    if (home / "judgements.tsv").exists():
        found.update((home / "judgements.tsv").read_bytes())
    return found.hexdigest()


def examine(what: str, home: Path, said: list[str], *, thorough: bool) -> None:
    """After a kill: every source is whole or as it was before, and what was said is so.

    Reading every index costs most of a turn: it is done now and then (`thorough`).
    """
    if what == "backup":
        examine_backup(home, said)
    wanted = {one.source.iri: sorted(reading_triples(one)) for one in EVERY}
    with open_store(home / "db", create=False, read_only=True) as store:
        held = {graph: store.triples(graph) for graph in store.graphs() if graph in wanted}
    if what == "load":
        assert set(said) <= set(held), "acknowledged and lost"
    if what != "forget":
        scratch = open_store(None)
        for iri, triples in held.items():
            scratch.put(iri, wanted[iri])
            assert scratch.triples(iri) == triples, f"{iri} is half written"
    with reading(home / "db"):
        pass
    if thorough:
        problems = verify(home / "db").problems
        assert not problems, problems
    if what == "forget" and said:
        name = persons()[0].name.encode()
        assert name not in exported(home / "db")
        for file in (home / "db").rglob("*"):
            assert not file.is_file() or name not in file.read_bytes(), file


def examine_backup(home: Path, said: list[str]) -> None:
    """What bears the name of a backup is a whole one."""
    if said:
        assert (home / "bk").exists()
    if (home / "bk").exists():
        assert len(read_backup(home / "bk").files) > 5
        restore(home / "bk", home / "again" / "db")
        assert exported(home / "again" / "db") == exported(home / "db")
        shutil.rmtree(home / "again")
    for name in ("bk.part", "nothing"):
        try:
            read_backup(home / name)
        except StoreError:
            continue
        # the last step but the renaming: whole, under the name of a part
        assert (home / name / "backup.json").exists()


def main(folder: Path, what: str, kills: int) -> None:
    """Kill `what` so often at moments that a seed gives; then let it end, and compare."""
    base, calm = folder / "base", folder / "calm"
    base.mkdir()
    done(lambda: made_store(base / "db", BEFORE if what == "load" else AFTER))
    (base / "suppressions.key").write_text("0123456789abcdef" * 4 + "\n", encoding="ascii")
    shutil.copytree(base, calm)
    begun = time.monotonic()
    done(lambda: WORK[what](calm, lambda _: None))
    whole = time.monotonic() - begun
    wanted = told(lambda: digest(calm))
    chance = random.Random(20)
    killed = 0
    for turn in range(kills * 4):
        if killed == kills:
            break
        home = folder / "often"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(base, home)
        into, out = os.pipe()
        pid = child(lambda home=home, out=out: WORK[what](home, lambda t: note(out, t)))
        os.close(out)
        time.sleep(whole * chance.uniform(0.05, 0.85))
        os.kill(pid, signal.SIGKILL)
        if os.waitpid(pid, 0)[1] == signal.SIGKILL:
            killed += 1
        else:  # it had ended: the calm one took longer, on a busy machine
            whole *= 0.7
        with os.fdopen(into, encoding="utf-8") as said:
            lines = said.read().splitlines()
        thorough = turn % THOROUGH == 0
        after = told(lambda: made_good(what, home, lines, thorough=thorough))  # noqa: B023
        assert after == wanted, "not the same bytes"
    print(killed)


def made_good(what: str, home: Path, lines: list[str], *, thorough: bool) -> str:
    """What the store says when it was examined and the work was done to its end."""
    examine(what, home, lines, thorough=thorough)
    WORK[what](home, lambda _: None)
    return digest(home)


def note(out: int, text: str) -> None:
    os.write(out, f"{text}\n".encode())


def told(work: Callable[[], str]) -> str:
    """What `work` gives, done in a process of its own."""
    into, out = os.pipe()
    pid = child(lambda: note(out, work()))
    os.close(out)
    with os.fdopen(into, encoding="utf-8") as said:
        text = said.read().strip()
    assert os.waitpid(pid, 0)[1] == 0
    return text


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
