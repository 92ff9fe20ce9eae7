"""How the benchmark tells a query that was ended from one that never ends."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from runaway import RUNAWAY

from benchmarks.runaway import ended


class Endpoint(BaseHTTPRequestHandler):
    """Ends one query as it should, says nothing to another, and hangs up on the next."""

    def do_GET(self) -> None:
        (query,) = parse_qs(urlsplit(self.path).query)["query"]
        if query == RUNAWAY["paths"]:
            time.sleep(3)
        if query == RUNAWAY["text join"]:
            return
        self.send_response(200 if query.startswith("ASK") else 503)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_an_end_a_silence_and_a_broken_line_are_told_apart() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Endpoint) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        told = {one["query"]: one for one in ended(f"http://127.0.0.1:{server.server_port}/", 1.5)}
        server.shutdown()
    assert told.keys() == RUNAWAY.keys()
    assert told["cross product"]["answer"] == "503"
    assert told["paths"]["answer"] == "none"
    assert told["paths"]["seconds"] >= 1.5
    assert told["text join"]["answer"] == "RemoteProtocolError"
    assert {one["next_answer"] for one in told.values()} == {"200"}
