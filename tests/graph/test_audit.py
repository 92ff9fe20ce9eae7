from pathlib import Path

from bangfu.graph.audit import Entry, audit, line_of, read_audit


def test_the_log_only_grows_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "bangfu.db"
    assert read_audit(path) == ()
    one = Entry(when="2024-06-01", who="王", what="forget", about="ab12", why="request")
    two = Entry(when="2024-06-02", who="李", what="undo", about="posting/1")
    audit(path, one)
    first = (tmp_path / "audit.tsv").read_bytes()
    audit(path, two)
    assert (tmp_path / "audit.tsv").read_bytes().startswith(first)
    assert read_audit(path) == (one, two)


def test_no_text_can_make_a_line_of_its_own() -> None:
    assert line_of(("a\tb\nc", " d ")) == "a b c\td\n"
