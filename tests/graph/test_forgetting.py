"""Who asked to be left out is out: of answers, of files, and of pages read again."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from leaky import article, leaky_store, link

from bangfu.graph import forgetting
from bangfu.graph.erasing import files_owed
from bangfu.graph.forgetting import forget
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading, writing
from bangfu.graph.profile import Profile
from bangfu.graph.suppression import Why, read_suppressions
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import QueryError, StoreError
from bangfu.ontology.identity import scoped_iri, source_iri
from bangfu.ontology.nt import value
from bangfu.ontology.records import Kind, Person, Posting, Reading, School, Source
from bangfu.ontology.terms import (
    A_TOMBSTONE,
    CLEAN_TEXT,
    DCT_DATE,
    END,
    EVIDENCE,
    QUOTE,
    RDF_TYPE,
    REASON,
    START,
)

DAY = PartialDate.parse("2024-06-01")
NAME = "凌霜降"


def said(path: Path, profile: Profile = Profile.INTERNAL) -> str:
    with reading(path, profile) as store:
        return "\n".join(" ".join(t) for g in store.graphs() for t in store.triples(g))


def namesake() -> Reading:
    """Another of that name, at a school far away."""
    iri = source_iri("news/other.txt")
    text = "吉林市第一中学校长凌霜降讲话。"
    person = Person(iri=scoped_iri(iri, Kind.PERSON, NAME), name=NAME)
    school = School(iri=scoped_iri(iri, Kind.SCHOOL, "吉林一中"), name="吉林市第一中学")
    proof = replace(
        article().facts[0].evidence[0], quote=text, start=0, end=len(text), raw_end=len(text)
    )
    return Reading(
        source=Source(iri=iri, address="news/other.txt", sha256="1" * 64, text=text),
        facts=(Posting(person=person, organization=school, title="校长", evidence=(proof,)),),
    )


def test_the_name_is_nowhere_and_does_not_come_back(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    done = forget(path, NAME, why=Why.REQUEST, who=f"{NAME}本人", when=DAY)
    assert done.sources == 2
    for _ in range(2):
        for profile in Profile:
            assert NAME not in said(path, profile)
        for file in tmp_path.rglob("*"):
            assert NAME not in file.name
            assert not file.is_file() or NAME.encode() not in file.read_bytes(), file
        assert put_all(path, [article(), link()]).unchanged == 2
    # an article that the store did not know yet
    put_all(path, [replace(article(), source=replace(article().source, sha256="2" * 64))])
    assert NAME not in said(path)


def test_all_else_stays_and_offsets_stay_true(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    forget(path, NAME, why=Why.REQUEST, who="王", when=DAY)
    told = said(path)
    assert "沈校之" in told
    assert "欧阳听雪" in told
    with reading(path) as store:
        texts = {graph: value(o) for graph, _, o in store.statements(CLEAN_TEXT)}
        quotes = {s: (graph, value(o)) for graph, s, o in store.statements(QUOTE)}
        proofs = {o for _, _, o in store.statements(EVIDENCE)}
        start, end = (
            {s: int(value(o)) for _, s, o in store.statements(one)} for one in (START, END)
        )
    assert proofs
    for proof in proofs:
        graph, quote = quotes[proof]
        assert texts[graph][start[proof] : end[proof]] == quote
    assert any("○○○" in quote for _, quote in quotes.values())


def test_a_tombstone_stays_without_the_name(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    done = forget(path, NAME, why=Why.MINOR, who="王", when=DAY)
    with reading(path) as store:
        tombs = {s for _, s, _ in store.statements(RDF_TYPE, f"<{A_TOMBSTONE}>")}
        assert {value(tomb).rpartition("/")[2] for tomb in tombs} == {done.id}
        assert {value(o) for _, s, o in store.statements(REASON) if s in tombs} == {"minor"}
        assert {value(o) for _, s, o in store.statements(DCT_DATE) if s in tombs} == {"2024-06-01"}


def test_a_namesake_at_another_body_stays(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    put_all(path, [namesake()])
    person = scoped_iri(link().source.iri, Kind.PERSON, NAME)
    done = forget(path, person, why=Why.REQUEST, who="王", when=DAY)
    assert done.namesakes == ("吉林市第一中学",)
    with reading(path) as store:
        told = store.triples(namesake().source.iri)
    assert sum(NAME in o for _, _, o in told) >= 3
    with reading(path) as store:
        assert not any(NAME in o for _, _, o in store.triples(link().source.iri))


def test_everywhere_takes_the_namesake_too(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    put_all(path, [namesake()])
    person = scoped_iri(link().source.iri, Kind.PERSON, NAME)
    forget(path, person, why=Why.REQUEST, who="王", when=DAY, everywhere=True)
    assert NAME not in said(path)


def test_who_is_not_known_yet_can_be_left_out_ahead(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    with reading(path) as store:
        store.graphs()
    with pytest.raises(QueryError, match="木子禾"):
        forget(path, "木子禾", why=Why.REQUEST, who="王", when=DAY)
    done = forget(path, "木子禾", why=Why.REQUEST, who="王", when=DAY, at="旺苍县第一中学")
    assert done.sources == 0
    one = link()
    text = one.source.text + "旺苍县第一中学教师木子禾说好。"
    put_all(path, [replace(one, source=replace(one.source, text=text))])
    assert "木子禾" not in said(path)
    assert "教师○○○说好" in said(path)


def test_the_ledger_tells_nobody_and_its_key_is_the_owners(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    forget(path, NAME, why=Why.REQUEST, who="王", when=DAY)
    forget(path, "欧阳听雪", why=Why.REQUEST, who="王", when=DAY)
    ledger = tmp_path / "suppressions.tsv"
    assert len(ledger.read_text(encoding="utf-8").splitlines()) == 3
    key = tmp_path / "suppressions.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    known = read_suppressions(path)
    assert known is not None
    assert len(known.entries) == 2
    key.unlink()
    with pytest.raises(StoreError, match=r"suppressions\.key"):
        put_all(path, [article()])


def test_the_decision_is_logged(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    done = forget(path, NAME, why=Why.REQUEST, who="王", when=DAY)
    log = (tmp_path / "audit.tsv").read_text(encoding="utf-8")
    assert log.splitlines()[1] == f"2024-06-01\t王\tforget\t{done.id}\trequest"


def test_a_lost_key_is_not_made_anew(tmp_path: Path) -> None:
    """Another key would make all earlier lines of the ledger mean nobody."""
    path = leaky_store(tmp_path)
    forget(path, NAME, why=Why.REQUEST, who="王", when=DAY)
    ledger = (tmp_path / "suppressions.tsv").read_bytes()
    (tmp_path / "suppressions.key").unlink()
    with pytest.raises(StoreError) as caught:
        forget(path, "沈校之", why=Why.REQUEST, who="王", when=DAY)
    assert caught.value.key == "privacy.key-missing"
    assert not (tmp_path / "suppressions.key").exists()
    assert (tmp_path / "suppressions.tsv").read_bytes() == ledger


def test_no_name_is_masked_before_the_decision_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leaky_store(tmp_path)
    log = tmp_path / "audit.tsv"
    log.write_text(f"2024-05-01\t{NAME}\tforget\tx\trequest\n", encoding="utf-8")
    before = log.read_bytes()

    def full(*_: object) -> None:
        raise StoreError("store.full", path=path)

    with monkeypatch.context() as patched:
        patched.setattr(forgetting, "_append", full)
        with pytest.raises(StoreError):
            forget(path, NAME, why=Why.REQUEST, who="王", when=DAY)
    assert log.read_bytes() == before
    monkeypatch.setattr(forgetting, "_scrub", full)
    with pytest.raises(StoreError):
        forget(path, NAME, why=Why.REQUEST, who="王", when=DAY)
    known = read_suppressions(path)
    assert known is not None
    assert len(known.entries) == 1


def test_the_files_are_owed_by_who_holds_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leaky_store(tmp_path)
    owed_in: list[bool] = []

    def free(one: Path) -> None:
        with pytest.raises(StoreError), writing(one):
            pass
        owed_in.append(True)

    monkeypatch.setattr(forgetting, "owe", free)
    forget(path, NAME, why=Why.REQUEST, who="王", when=DAY)
    assert owed_in
    assert not files_owed(path)
