from __future__ import annotations

from bangfu.graph.identity import canonical_iris
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.said import gathered
from bangfu.graph.store import Store
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.nt import value


def called(corpus: Store, name: str) -> list[str]:
    said = gathered(corpus.statements)
    return sorted(e for e, found in said.names.items() if name in {value(n) for n in found})


def test_places_and_programmes_are_themselves_and_bodies_meet(corpus: Store) -> None:
    found = canonical_iris(gathered(corpus.statements), ())
    for name in ("旺苍县", "同心树人"):
        (entity,) = called(corpus, name)
        assert found.canonical[entity] == entity
    bodies = called(corpus, "九三学社天津市委员会")
    assert len(bodies) == 2
    assert len({found.canonical[body] for body in bodies}) == 1
    assert not found.refused


def test_two_of_one_name_at_different_bodies_stay_two(corpus: Store) -> None:
    found = canonical_iris(gathered(corpus.statements), ())
    assert len({found.canonical[person] for person in called(corpus, "张华")}) == 2


def test_a_judgement_is_taken_and_undone(corpus: Store) -> None:
    said = gathered(corpus.statements)
    one, two = called(corpus, "张华")
    judgement = Judgement(
        a=one, decision=Decision.SAME, b=two, who="李", when=PartialDate(2024), why="同一人"
    )
    joined = canonical_iris(said, (judgement,)).canonical
    assert joined[one] == joined[two]
    again = canonical_iris(said, ()).canonical
    assert again[one] != again[two]
    assert {e: c for e, c in joined.items() if e not in (one, two)} == {
        e: c for e, c in again.items() if e not in (one, two)
    }
