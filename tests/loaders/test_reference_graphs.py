import pytest

from bangfu.graph.ask import ask, coverage_line
from bangfu.graph.derive import derive
from bangfu.graph.store import Change, open_store, sources
from bangfu.loaders.reference_graphs import reference_graphs
from bangfu.ontology.errors import QueryError

ADDRESSES = [
    "reference/160",
    "reference/changes",
    "reference/divisions",
    "reference/pairs",
    "reference/sichuan25",
    "reference/sichuan39",
    "reference/universities",
]


def test_everything_goes_into_a_store_once_and_answers_without_news():
    graphs = list(reference_graphs())
    with open_store(None) as store:
        assert {store.put(one.source, one.triples) for one in graphs} == {Change.ADDED}
        assert {store.put(one.source, one.triples) for one in graphs} == {Change.UNCHANGED}
        derive(store)
        known = sources(store)
        assert [one.address for one in known] == ADDRESSES
        assert {one.source_class for one in known} == {"reference"}
        facts = {one.address.partition("/")[2]: one.facts for one in known}
        assert facts == {
            "160": 160,
            "changes": 1005,
            "divisions": 0,
            "pairs": 387,
            "sichuan25": 25,
            "sichuan39": 39,
            "universities": 0,
        }
        answer = ask(store, "coverage", "160")
        states = [row[answer.columns.index("state")] for row in answer.rows]
        assert len(states) == 160
        assert "evidenced" not in states, "a table is no evidence"
        assert "possible" in states
        assert answer.coverage.sources == answer.coverage.mentioning == 0
        assert answer.coverage.slots == (("普通高中", 160), ("职业学校", 160))
        assert "查到帮扶 0" in coverage_line(answer, "zh")
        without = ask(store, "coverage", "160", reference=False)
        assert {row[answer.columns.index("state")] for row in without.rows} == {"notFound"}
        assert ask(store, "who-helps", "弥渡县").rows
        assert not ask(store, "who-helps", "弥渡县", reference=False).rows
        with pytest.raises(QueryError) as caught:
            ask(store, "about", "海南")
        assert caught.value.key == "ask.ambiguous"
