"""A server goes on while its store is loaded into, and then shows what is new."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import httpx
from served import copied, served

from bangfu.graph.keep import writing
from bangfu.graph.profile import Profile
from bangfu.graph.serve.editions import Kept
from bangfu.graph.serve.limits import Limits
from bangfu.graph.store import sources


def test_what_was_not_used_for_longest_goes_first() -> None:
    class Page:
        body = b"x" * 30_000_000

    kept = Kept()
    for name in ("a", "b"):
        kept.keep((name,), Page())  # type: ignore[arg-type]
    kept.pages.move_to_end(("a",))
    kept.keep(("c",), Page())  # type: ignore[arg-type]
    assert list(kept.pages) == [("a",), ("c",)]
    assert kept.size == 60_000_000


def test_a_load_is_let_in_and_served_whole(store: Path) -> None:
    with (
        copied(store) as own,
        served(own, Profile.INTERNAL, Limits(pages=1, queries=1), every=0.1) as address,
        httpx.Client(base_url=address, timeout=120) as http,
    ):

        def count() -> int:
            reply = http.get("/sources.json")
            assert reply.status_code == 200
            return len(reply.json()["sources"])

        before = count()
        seen: set[int] = set()
        done = threading.Event()

        def ask() -> None:
            with httpx.Client(base_url=address, timeout=120) as other:
                while not done.is_set():
                    seen.add(len(other.get("/sources.json").json()["sources"]))
                    time.sleep(0.05)

        asking = threading.Thread(target=ask)
        asking.start()
        with writing(own) as kept:
            for row in sources(kept)[:3]:
                kept.remove(row.iri)
            assert count() == before  # nothing of a load is seen before its end
        end = time.monotonic() + 120
        while count() == before and time.monotonic() < end:
            time.sleep(0.1)
        done.set()
        asking.join()
        assert seen <= {before, before - 3}
        assert count() == before - 3
        while len(list((own / "views").glob("served-*"))) > 1 and time.monotonic() < end:
            time.sleep(0.1)
        assert len(list((own / "views").glob("served-*"))) == 1
        own_views = own / "views"
    assert not own_views.exists()
