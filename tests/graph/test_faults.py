from __future__ import annotations

import pytest

from bangfu.graph.faults import query_fault, store_fault


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (
            OSError("IO error: While lock file: /db/LOCK: Resource temporarily unavailable"),
            "in-use",
        ),
        (OSError("IO error: lock hold by current process: No locks available"), "in-use"),
        (OSError("IO error: No space left on device: While appending to file"), "full"),
        (OSError("IO error: /db/LOCK: Permission denied"), "not-writable"),
        (OSError("IO error: /db/LOCK: Read-only file system"), "not-writable"),
        (RuntimeError("Transaction are only possible on read-write instances"), "read-only"),
        (RuntimeError("Corruption: block checksum mismatch"), "broken"),
        (OSError(), "broken"),
        (SyntaxError("error at 1:2: expected <"), "bad-triple"),
    ],
)
def test_the_engines_words_become_ours(error: Exception, key: str) -> None:
    found = store_fault(error, "my.db")
    assert found.key == f"store.{key}"
    for lang in ("zh", "en"):
        assert "my.db" in found.told(lang)
        assert "\n" not in found.told(lang)


def test_a_query_that_fails_is_told_from_a_store_that_is_broken() -> None:
    assert query_fault(SyntaxError("error at 3:7: expected x"), "db").values["column"] == 7
    assert query_fault(RuntimeError("cannot do"), "db").key == "store.query-failed"
    assert query_fault(RuntimeError("Corruption: bad block"), "db").key == "store.broken"
    assert len(query_fault(ValueError("x" * 9000), "db").told("zh")) < 400
