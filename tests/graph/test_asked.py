from __future__ import annotations

import pytest

from bangfu.graph.asked import Asked, understood
from bangfu.graph.question import _parsed
from bangfu.graph.store import Store
from bangfu.ontology.errors import QueryError
from bangfu.ontology.identity import place_iri, source_iri

QUESTION = _parsed(
    "made",
    "# title.zh: 题\n# title.en: made\n# shape: walk\n"
    "# param: one entity 甲 / one\n# param: other entity? 乙 / other\n"
    "# param: day date? 日 / day\n# param: at level? 级 / level\n# param: of year? 年 / year\n"
    "# param: from source? 源 / source\n# param: word name? 名 / word\n"
    "# option: planned false 计划 / planned\n# option: limit 3 限 / limit\n"
    "# option: how all|some|none 怎样 / how\n# option: on:date - 日 / day\n"
    "# option: under:entity - 项目 / programme\n# option: said:text - 词 / word\n"
    "# column: fact:facts 事实 / fact\n",
)


def asked(store: Store, *arguments: str, **options: object) -> Asked:
    return understood(store, QUESTION, arguments, options)


def test_every_kind_of_parameter_has_its_term(corpus: Store) -> None:
    found = asked(
        corpus, "旺苍", "天津市", "2024年3月", "county", "2024", "news/2021.txt", "社市委"
    )
    assert [one.label for one in found.found] == ["旺苍县", "天津市", "news/2021.txt"]
    assert found.texts == {
        "one": place_iri("510821"),
        "other": place_iri("120000"),
        "day": "2024-03",
        "at": "county",
        "of": "2024",
        "from": source_iri("news/2021.txt"),
        "word": "社市委",
    }
    assert found.terms["day"] == '"2024-03"'
    assert found.terms["word"] == '"社市委"@zh'
    assert found.terms["one"] == f"<{place_iri('510821')}>"


def test_what_is_left_out_is_the_thing_before_or_nothing(corpus: Store) -> None:
    found = asked(corpus, "旺苍县")
    assert found.texts["other"] == found.texts["one"]
    assert found.texts["day"] == found.texts["word"] == ""
    assert len(found.found) == 1
    assert found.options == {
        "planned": "false", "limit": "3", "how": "all", "on": "", "under": "", "said": "",
    }  # fmt: skip


def test_every_kind_of_option_has_its_term(corpus: Store) -> None:
    found = asked(
        corpus, "旺苍县", planned=True, limit=7, how="none", on="2024", under="同心树人", said='a"b'
    )
    assert found.options["planned"] == "true"
    assert found.terms["planned"].startswith('"true"^^')
    assert found.terms["limit"] == '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert (found.options["how"], found.options["on"]) == ("none", "2024")
    assert found.terms["under"].startswith("<https://w3id.org/bangfu/id/programme/")
    assert found.terms["said"] == '"a\\"b"'


@pytest.mark.parametrize(
    ("arguments", "options", "key"),
    [
        ((), {}, "ask.arguments"),
        (("旺苍县",) * 8, {}, "ask.arguments"),
        (("旺苍县", "天津市", "someday"), {}, "ask.date"),
        (("旺苍县", "天津市", "2024", "village"), {}, "ask.level"),
        (("旺苍县", "天津市", "2024", "county", "24"), {}, "ask.year"),
        (("旺苍县", "天津市", "2024", "county", "2024", "nowhere.txt"), {}, "cli.no-source"),
        (("旺苍县",), {"limit": "many"}, "ask.option"),
        (("旺苍县",), {"how": "few"}, "ask.option"),
        (("旺苍县",), {"planned": "perhaps"}, "ask.option"),
        (("旺苍县",), {"sideways": True}, "ask.option"),
        (("旺苍县",), {"on": "someday"}, "ask.date"),
        (("旺苍县",), {"under": "无此项目"}, "ask.unknown-bare"),
    ],
)
def test_what_cannot_be_so_is_told(
    corpus: Store, arguments: tuple[str, ...], options: dict[str, object], key: str
) -> None:
    with pytest.raises(QueryError) as caught:
        asked(corpus, *arguments, **options)
    assert caught.value.key == key
    assert "\n" not in caught.value.told("zh") + caught.value.told("en")


def test_the_choices_of_an_option_are_told(corpus: Store) -> None:
    with pytest.raises(QueryError) as caught:
        asked(corpus, "旺苍县", how="few")
    assert "how (all|some|none)" in caught.value.told("en")
