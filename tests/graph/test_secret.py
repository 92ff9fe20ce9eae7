import stat
from pathlib import Path

import pytest

from bangfu.graph.secret import KEY_FILE, content_key, keyed, known_key, store_key
from bangfu.graph.store import open_store
from bangfu.ontology.errors import StoreError


def test_the_key_is_made_once_and_is_its_owners(tmp_path: Path) -> None:
    store = tmp_path / "bangfu.db"
    assert known_key(store) is None
    key = store_key(store)
    assert store_key(store) == known_key(store) == key
    assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600
    (tmp_path / "other").mkdir()
    assert store_key(tmp_path / "other" / "bangfu.db") != key


def test_a_damaged_key_is_told_of(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("kurz\n", encoding="ascii")
    with pytest.raises(StoreError, match="damaged"):
        store_key(tmp_path / "bangfu.db")


def test_a_hash_needs_the_key_and_all_parts() -> None:
    made = {keyed(b"a", "x", "yz"), keyed(b"b", "x", "yz"), keyed(b"a", "xy", "z")}
    assert len(made) == 3
    assert all(len(one) == 16 for one in made)


def test_a_store_in_memory_has_the_key_of_what_it_holds() -> None:
    with open_store(None) as one, open_store(None) as other:
        assert content_key(one) == content_key(other)
        one.put("https://x/1", [("<https://x/1>", "<https://x/p>", '"王平"')])
        assert content_key(one) != content_key(other)
