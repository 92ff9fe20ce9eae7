from __future__ import annotations

import pytest

from bangfu.graph.journal import STAMP
from bangfu.graph.updates import amendment, change, differences, lines, named, replacement, term
from bangfu.ontology.errors import StoreError

A, B = ("<urn:a>", "<urn:p>", '"1"'), ("<urn:b>", "<urn:p>", '"2"@zh')


def test_the_stamp_goes_first_and_comes_last() -> None:
    texts = list(differences("<urn:g>", {A, STAMP}, {B, STAMP}, "here"))
    assert [text[:6] for text in texts] == ["DELETE", "DELETE", "INSERT", "INSERT"]
    assert "versionInfo" in texts[0]
    assert "versionInfo" in texts[-1]
    assert not list(differences("<urn:g>", {A, STAMP}, {A, STAMP}, "here"))


def test_one_amendment_is_one_update() -> None:
    assert amendment("<urn:g>", [A], [B], "here").count("DATA") == 2
    assert amendment("<urn:g>", [], [B], "here").startswith("INSERT DATA")


@pytest.mark.parametrize("bad", ["<urn:a> .", '"a" "b"', "_:b"])
def test_only_whole_terms_pass(bad: str) -> None:
    with pytest.raises(StoreError):
        lines([(bad, "<urn:p>", "<urn:o>")], "here")
    with pytest.raises(StoreError):
        named("a b", "here")
    assert replacement("urn:g", [A], "here").startswith("DROP SILENT GRAPH <urn:g> ;")
    assert str(term('"1"@zh')) == '"1"@zh'


SHIFTED = [
    ("<urn:a> <urn:p>", "<urn:o> .\n<urn:b>", "<urn:p>"),
    ("<urn:a>", "<urn:p>", "<urn:o> .\n<urn:b> <urn:p> <urn:o>"),
    ("<urn:a>", "<urn:p>", "<urn:o>\n<urn:b>"),
    ('"a"', "<urn:p>", '"a"'),
    ("<urn:a>", '"a"', '"a"'),
    ("<urn:a>", "<urn:p>", '"a\nb"'),
    ("<urn:a>", "<urn:p>", '"a"\n"b"'),
    ("<urn:a>", "<urn:p>", ""),
    ("<urn:a>", "<urn:p>", "<urn:o> . # and"),
    ("<urn:a>", "<urn:p>", "<urn:\\u0041>"),
]


@pytest.mark.parametrize("bad", SHIFTED)
@pytest.mark.parametrize("place", [0, 1999, 2000, 4100])
def test_one_bad_triple_among_many_is_named(bad: tuple[str, str, str], place: int) -> None:
    many = [(f"<urn:{nth}>", "<urn:p>", '"a"') for nth in range(4100)]
    assert lines(many, "here").count(" .\n") == len(many) - 1
    with pytest.raises(StoreError) as caught:
        lines([*many[:place], bad, *many[place:]], "here")
    assert caught.value.values["reason"] == " ".join(bad)


def test_only_what_differs_is_written_where_most_stays() -> None:
    known = {(f"<urn:{nth}>", "<urn:p>", '"1"') for nth in range(9)}
    text = change("urn:g", known, {*known, B} - {min(known)}, "here")
    assert text.count("<urn:p>") == 2
    assert "DROP" not in text
    assert change("urn:g", known, {B}, "here").startswith("DROP")
    assert change("urn:g", set(), {B}, "here").startswith("DROP")
    assert change("urn:g", known, set(), "here").startswith("DROP")
    nameless = ("_:b", "<urn:p>", '"1"')
    assert change("urn:g", {*known, nameless}, {*known, B}, "here").startswith("DROP")
    with pytest.raises(StoreError):
        change("urn:g", known, {*known, nameless}, "here")
