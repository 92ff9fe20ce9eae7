from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.graph.judgements import Decision, judgement_triples, read_judgements
from bangfu.ontology.errors import JudgementError

A, B = "https://w3id.org/bangfu/id/person/a", "https://w3id.org/bangfu/id/person/b"
LINE = f"{A}\tdifferent\t{B}\t李老师\t2024-05\t一个是部长，一个是教授"


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "judgements.tsv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_no_file_is_no_judgement(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "none.tsv") == ()


def test_a_file_with_head_comment_and_blank_lines(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeffa\tdecision\tb\twho\twhen\twhy", "# 注", "", LINE + "\r")
    (judgement,) = read_judgements(path)
    assert (judgement.a, judgement.decision, judgement.b) == (A, Decision.DIFFERENT, B)
    assert (judgement.who, str(judgement.when), judgement.why[:2]) == ("李老师", "2024-05", "一个")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (f"{A}\tsame", "judgement-columns"),
        (LINE.replace("different", "gleich"), "judgement-decision"),
        (LINE.replace(A, "张华"), "judgement-iri"),
        (LINE.replace(A, "https://e/a b"), "judgement-iri"),
        (LINE.replace(B, A), "judgement-itself"),
        (LINE.replace("2024-05", "去年"), "judgement-date"),
        (LINE.replace("2024-05", "2024-13"), "judgement-date"),
        (LINE.replace("李老师", ""), "judgement-blank"),
    ],
)
def test_a_line_that_cannot_be_understood_is_named(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(JudgementError) as caught:
        read_judgements(written(tmp_path, "# one", LINE, line))
    assert caught.value.key == f"store.{key}"
    assert caught.value.values["line"] == 3
    assert "3" in caught.value.told("zh")


PLACE = A.replace("person/a", "place/330602")


@pytest.mark.parametrize(
    ("a", "b", "key"),
    [
        (A, PLACE, "two-kinds"),
        (PLACE, A.replace("person", "school"), "two-kinds"),
        (PLACE, PLACE.replace("330602", "640423"), "two-places"),
    ],
)
def test_what_can_never_be_one_is_refused_in_a_file_too(
    tmp_path: Path, a: str, b: str, key: str
) -> None:
    line = f"{a}\tsame\t{b}\t李老师\t2024-05\t"
    with pytest.raises(JudgementError) as caught:
        read_judgements(written(tmp_path, LINE, line))
    assert caught.value.key == f"store.judgement-{key}"
    assert caught.value.values["line"] == 2
    assert a in caught.value.told("zh")
    assert len(read_judgements(written(tmp_path, line.replace("same", "different")))) == 1
    school, body = (A.replace("person", one) for one in ("school", "institution"))
    same = f"{school}\tsame\t{body}\t李老师\t2024-05\t"
    assert len(read_judgements(written(tmp_path, same))) == 1


@pytest.mark.parametrize(
    "b", ["urn:uuid:6e8bc430", "https://other.org/staff/7", "http://www.wikidata.org/entity/Q1"]
)
def test_of_what_kind_things_of_others_are_nobody_knows(tmp_path: Path, b: str) -> None:
    for one, other in ((A, b), (b, A), (b, "urn:isbn:7"), (b, PLACE)):
        same = f"{one}\tsame\t{other}\t李老师\t2024-05\t"
        (judgement,) = read_judgements(written(tmp_path, same))
        assert (judgement.a, judgement.b) == (one, other)


def test_other_encodings_and_folders_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_bytes(LINE.encode("gb18030"))
    for given in (path, tmp_path):
        with pytest.raises(JudgementError):
            read_judgements(given)


def test_triples_do_not_depend_on_order_or_side(tmp_path: Path) -> None:
    other = f"{B}\tdifferent\t{A}\t李老师\t2024-05\t一个是部长，一个是教授"
    third = LINE.replace("different", "unsure")
    one = judgement_triples(read_judgements(written(tmp_path, LINE, third)))
    two = judgement_triples(read_judgements(written(tmp_path, third, other, LINE)))
    assert one == two
    assert len({subject for subject, *_ in one}) == 2
