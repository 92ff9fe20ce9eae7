import pytest

from bangfu.graph.answers.path import rows as path_rows
from bangfu.graph.asked import Asked
from bangfu.graph.names import find_entity
from bangfu.graph.store import Store
from bangfu.ontology.errors import QueryError

OPTIONS = {"planned": "false", "reference": "true", "max_length": "6", "limit": "3"}


def walked(store: Store, one: str, other: str, **options: str) -> list[tuple[str, ...]]:
    ends = (find_entity(store, one), find_entity(store, other))
    asked = Asked(found=ends, terms={}, options=OPTIONS | options, texts={})
    return path_rows(store, asked, "zh")


def test_each_step_has_its_passage_and_facts(corpus: Store) -> None:
    told = walked(corpus, "深圳市", "都安瑶族自治县")
    assert told
    assert told[0][:2] == ("1", "1")
    assert all(row[5] for row in told)


def test_a_relation_that_only_a_table_states_is_left_out_on_demand(tabled: Store) -> None:
    direct = walked(tabled, "天津市", "旺苍县")
    assert direct[0][2:5] == ("天津市", "assistance →", "旺苍县")
    without = walked(tabled, "天津市", "旺苍县", reference="false")
    assert without
    assert ("天津市", "assistance →", "旺苍县") not in [row[2:5] for row in without]
    assert not any("天津市\t旺苍县" in row[5] for row in without)


def test_the_two_ends_must_differ(corpus: Store) -> None:
    with pytest.raises(QueryError) as caught:
        walked(corpus, "旺苍县", "旺苍县")
    assert caught.value.key == "ask.same-ends"
