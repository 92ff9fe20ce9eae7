from __future__ import annotations

from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.reasons import merges, proposals, told, why_same
from bangfu.graph.store import Store
from bangfu.ontology import terms as t
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.nt import literal, value


def called(store: Store, name: str) -> list[str]:
    found = store.statements(t.SKOS_PREF_LABEL, literal(name, language="zh"))
    return sorted({value(s) for graph, s, _ in found if graph != t.DERIVED_GRAPH})


def test_every_merge_has_its_reason_score_and_facts(corpus: Store) -> None:
    found = list(merges(corpus))
    pairs = {(one.a, one.b) for one in found}
    helpers = called(corpus, "九三学社天津市委员会")
    assert tuple(helpers) in pairs
    (helper,) = (one for one in found if (one.a, one.b) == tuple(helpers))
    assert helper.reasons == ("identity.name-place",)
    assert 0.9 < helper.score < 1
    assert helper.evidence
    assert "所在地" in told(helper.reasons, "zh")
    assert "place" in told(helper.reasons, "en")


def test_one_thing_says_what_it_is_made_of(corpus: Store) -> None:
    members = called(corpus, "九三学社天津市委员会")
    found = why_same(corpus, members[1])
    assert found is not None
    assert list(found.members) == members
    assert [(one.a, one.b) for one in found.merges] == [tuple(members)]
    assert why_same(corpus, found.canonical) == found
    assert why_same(corpus, "https://example.org/none") is None


def test_a_judgement_is_a_reason(corpus: Store) -> None:
    one, two = called(corpus, "张华")
    judged = Judgement(a=one, decision=Decision.SAME, b=two, who="甲", when=PartialDate(2024))
    found = why_same(corpus, one, [judged])
    assert found is not None
    assert [m.reasons for m in found.merges] == [("identity.judged",)]


def test_namesakes_far_apart_are_not_even_proposed(corpus: Store) -> None:
    one, two = called(corpus, "张华")
    assert not {(p.a, p.b) for p in proposals(corpus)} & {(one, two), (two, one)}
