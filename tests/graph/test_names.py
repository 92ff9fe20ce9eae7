from __future__ import annotations

import pytest

from bangfu.graph.names import find_entity, find_thing
from bangfu.graph.store import Store, open_store
from bangfu.ontology.errors import QueryError
from bangfu.ontology.identity import place_iri
from bangfu.ontology.nt import iri, literal
from bangfu.ontology.terms import (
    A_COUNTY,
    A_INSTITUTION,
    A_PLACE,
    CANONICAL,
    DERIVED_GRAPH,
    ID,
    RDF_TYPE,
    SKOS_ALT_LABEL,
    SKOS_HIDDEN_LABEL,
    SKOS_PREF_LABEL,
)

WANGCANG = place_iri("510821")


@pytest.mark.parametrize(
    "text",
    [
        "旺苍县",
        "旺苍",
        " 旺 苍 县 ",
        "旺蒼縣",
        "510821",
        WANGCANG,
        "place/510821",
        "四川省旺苍县",
        "四川广元旺苍",
    ],
)
def test_every_form_of_a_name_is_one_place(corpus: Store, text: str) -> None:
    found = find_entity(corpus, text)
    assert (found.iri, found.label, found.kind, found.level, found.within) == (
        WANGCANG,
        "旺苍县",
        "place",
        "county",
        "广元市",
    )


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("张家川县", "张家川回族自治县"),
        ("黄南州", "黄南藏族自治州"),
        ("社市委", "九三学社天津市委员会"),
        ("都安二高", "都安瑶族自治县第二高级中学"),
        ("同心树人", "同心树人"),
    ],
)
def test_short_and_former_forms(corpus: Store, text: str, label: str) -> None:
    assert find_entity(corpus, text).label == label


def test_a_name_of_several_lists_them(corpus: Store) -> None:
    with pytest.raises(QueryError) as caught:
        find_entity(corpus, "吉林")
    assert caught.value.key == "ask.ambiguous"
    told = caught.value.told("zh")
    assert "吉林省（省级，place/220000）" in told
    assert "吉林市（地级，吉林省，place/220200）" in told
    assert "prefecture" in caught.value.told("en")
    assert find_entity(corpus, "吉林市").iri == place_iri("220200")


def test_namesakes_are_told_apart_by_post_and_body(corpus: Store) -> None:
    with pytest.raises(QueryError) as caught:
        find_entity(corpus, "张华")
    told = caught.value.told("zh")
    assert "中共旺苍县委宣传部部长" in told
    assert "天津师范大学教授" in told
    key = told.rpartition("person/")[2].rstrip("）")
    assert find_entity(corpus, f"person/{key}").iri == f"{ID}person/{key}"


def test_kinds_restrict_what_a_name_may_be(corpus: Store) -> None:
    assert find_entity(corpus, "旺苍县", kinds=("place",)).iri == WANGCANG
    with pytest.raises(QueryError) as caught:
        find_entity(corpus, "旺苍县", kinds=("person",))
    assert caught.value.key == "ask.wrong-kind"
    assert "旺苍县（县级" in caught.value.told("zh")
    with pytest.raises(QueryError) as caught:
        find_entity(corpus, "无此县", kinds=("place",))
    assert caught.value.key.startswith("ask.unknown")


def test_an_unknown_name_suggests_near_ones(corpus: Store) -> None:
    with pytest.raises(QueryError) as caught:
        find_entity(corpus, "王仓县")
    assert caught.value.key == "ask.unknown"
    assert "旺苍县" in caught.value.told("zh")
    with pytest.raises(QueryError) as caught:
        find_entity(corpus, "")
    assert caught.value.key == "ask.unknown-bare"
    with pytest.raises(QueryError):
        find_entity(corpus, "999999")


def test_a_place_beats_a_body_only_by_its_full_name() -> None:
    place, body = place_iri("110105"), f"{ID}institution/aa"
    with open_store(None) as store:
        triples = [
            (iri(place), iri(RDF_TYPE), iri(A_PLACE)),
            (iri(place), iri(RDF_TYPE), iri(A_COUNTY)),
            (iri(body), iri(RDF_TYPE), iri(A_INSTITUTION)),
            (iri(place), iri(SKOS_PREF_LABEL), literal("朝阳区", language="zh")),
            (iri(place), iri(SKOS_HIDDEN_LABEL), literal("朝阳", language="zh")),
            (iri(body), iri(SKOS_PREF_LABEL), literal("朝阳区", language="zh")),
            (iri(body), iri(SKOS_ALT_LABEL), literal("朝阳", language="zh")),
            (iri(place), iri(CANONICAL), iri(place)),
            (iri(body), iri(CANONICAL), iri(body)),
        ]
        store.replace_graph(DERIVED_GRAPH, triples)
        assert find_entity(store, "朝阳区").iri == place
        with pytest.raises(QueryError) as caught:
            find_entity(store, "朝阳")
        assert caught.value.key == "ask.ambiguous"
        assert find_entity(store, "朝阳", kinds=("institution",)).iri == body


def test_a_thing_may_be_a_fact(corpus: Store) -> None:
    from bangfu.graph.ask import ask

    fact = ask(corpus, "whom-it-helps", "深圳市").rows[0][-1]
    found = find_thing(corpus, fact)
    assert (found.iri, found.kind) == (fact, "assistance")
    assert found.label == "深圳市外国语实验学校帮扶都安二高。"
    assert find_thing(corpus, "旺苍县").iri == WANGCANG


def test_short_for_a_former_name_gives_way_to_short_for_a_present_one() -> None:
    def place(code: str, name: str, other: str, hidden: str) -> list[tuple[str, str, str]]:
        subject = iri(place_iri(code))
        texts = ((SKOS_PREF_LABEL, name), (SKOS_ALT_LABEL, other), (SKOS_HIDDEN_LABEL, hidden))
        return [
            *((subject, iri(how), literal(text, language="zh")) for how, text in texts if text),
            (subject, iri(CANONICAL), subject),
            (subject, iri(RDF_TYPE), iri(A_COUNTY)),
        ]

    with open_store(None) as store:
        store.replace_graph(
            DERIVED_GRAPH,
            [
                *place("310000", "上海市", "", "上海"),
                *place("310112", "闵行区", "上海县", "上海"),
                *place("220000", "吉林省", "", "吉林"),
                *place("220200", "吉林市", "", "吉林"),
            ],
        )
        assert find_entity(store, "上海").label == "上海市"
        assert find_entity(store, "上海县").label == "闵行区"
        with pytest.raises(QueryError) as caught:
            find_entity(store, "吉林")
        assert caught.value.key == "ask.ambiguous"
