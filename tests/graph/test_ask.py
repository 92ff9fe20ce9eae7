from __future__ import annotations

import pytest

from bangfu.graph.ask import ask, cells, coverage_line, question_sparql, questions, store_coverage
from bangfu.graph.fill import rows
from bangfu.graph.store import Store, open_store
from bangfu.ontology.errors import QueryError
from bangfu.ontology.identity import source_iri
from bangfu.ontology.messages import table

ASKED = [
    ("who-helps", "旺苍县"),
    ("who-helps", "青海省"),
    ("who-helps", "四川省"),
    ("whom-it-helps", "滨海新区"),
    ("whom-it-helps", "天津市"),
    ("whom-it-helps", "九三学社天津市委员会"),
    ("evidence", "旺苍县"),
    ("evidence", "旺苍县", "天津市"),
    ("about", "旺苍县"),
    ("about", "都安瑶族自治县第二高级中学"),
    ("about", "王薇"),
    ("about", "同心树人"),
]


def named(answer, *columns: str) -> list[tuple[str, ...]]:
    at = [answer.columns.index(column) for column in columns]
    return [tuple(row[place] for place in at) for row in answer.rows]


def test_two_sources_of_one_relation_are_one_row_with_their_count(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "旺苍县")
    (row,) = answer.rows
    told = dict(zip(answer.columns, row, strict=True))
    facts = told.pop("fact").split()
    assert told == {
        "helper": "九三学社天津市委员会",
        "recipient": "旺苍县",
        "modality": "teaching",
        "programme": "同心树人",
        "since": "2015-03",
        "until": "",
        "status": "active",
        "holds": "",
        "firstEvidence": "2021-11-20",
        "lastEvidence": "2022-06-01",
        "headcount": told["headcount"],
        "sources": "2",
        "voices": "2",
        "basis": "report",
        "passage": "社市委帮扶旺苍县。",
    }
    assert sorted(told["headcount"].split("; ")) == ["294 person cumulative", "37 person increment"]
    assert len(facts) == 2
    quotes = {passage.quote for fact in facts for passage in answer.passages[fact]}
    assert quotes == {
        "从2015年“同心树人”活动落地旺苍以来，九三学社天津市委连年送教。",
        "社市委帮扶旺苍县。",
    }


def test_a_place_is_helped_through_what_lies_in_it(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "青海省")
    assert named(answer, "helper", "recipient", "modality") == [
        ("某基金会", "黄南州中学", "funding"),
        ("汉沽第八中学", "黄南州中学", "pairing"),
        ("滨海新区", "黄南藏族自治州5所学校", "pairing"),
    ]
    assert ask(corpus, "who-helps", "云南省").rows == (), "a venue is not helped"


def test_direction_is_kept(corpus: Store) -> None:
    assert named(ask(corpus, "whom-it-helps", "滨海新区"), "recipient") == [
        ("张家川回族自治县",),
        ("黄南州中学",),
        ("黄南藏族自治州5所学校",),
    ]
    assert ask(corpus, "who-helps", "滨海新区").rows == ()
    assert ask(corpus, "whom-it-helps", "旺苍县").rows == ()


def test_planned_facts_are_set_aside_and_counted(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "黄南州")
    assert "planned" not in {status for (status,) in named(answer, "status")}
    assert answer.coverage.planned == 1
    assert "1" in coverage_line(answer, "zh").rpartition("另有")[2]
    with_planned = ask(corpus, "who-helps", "黄南州", planned=True)
    assert ("滨海新区", "黄南藏族自治州", "planned") in named(
        with_planned, "helper", "recipient", "status"
    )
    assert with_planned.coverage.planned == 0


def test_no_evidence_never_reads_as_no_help(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "镇雄县")
    assert answer.rows == ()
    assert answer.coverage.sources == 4
    assert answer.coverage.mentioning == 1
    assert (answer.coverage.oldest, answer.coverage.newest) == ("2021-11-20", "2024-09-28")
    assert "不等于没有" in coverage_line(answer, "zh")
    assert "does not mean" in coverage_line(answer, "en")
    assert "\n" not in coverage_line(answer, "zh")
    found = ask(corpus, "who-helps", "旺苍县")
    assert "不等于没有" not in coverage_line(found, "zh")
    assert found.coverage.mentioning == 2
    assert "4" in store_coverage(corpus, "en")


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_the_sparql_text_gives_exactly_the_rows(corpus: Store, asked: tuple[str, ...]) -> None:
    answer = ask(corpus, *asked)
    assert answer.rows, "the test needs an answer"
    text = question_sparql(corpus, *asked)
    assert tuple(rows(corpus, text)) == answer.rows
    assert len(set(answer.rows)) == len(answer.rows)
    assert corpus.select(text).columns == answer.columns


@pytest.mark.parametrize("asked", [ASKED[0], ASKED[1], ASKED[7], ASKED[8]], ids=" ".join)
def test_another_engine_gives_the_same_rows(corpus: Store, asked: tuple[str, ...]) -> None:
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    quads = (
        f"{s} {p} {o} <{graph}> ." for graph in corpus.graphs() for s, p, o in corpus.triples(graph)
    )
    dataset.parse(data="\n".join(quads) + "\n", format="nquads")
    told = [
        tuple("" if cell is None else str(cell) for cell in row)
        for row in dataset.query(question_sparql(corpus, *asked))
    ]
    assert tuple(told) == ask(corpus, *asked).rows


def test_a_triple_in_two_graphs_is_not_counted_twice(corpus: Store) -> None:
    copied = source_iri("news/2022.txt")
    with open_store(None) as twice:
        for graph in corpus.graphs():
            twice.replace_graph(graph, corpus.triples(graph))
        twice.replace_graph(copied + "x", corpus.triples(copied))
        for asked in [("who-helps", "旺苍县"), ("evidence", "旺苍县"), ("who-helps", "青海省")]:
            assert ask(twice, *asked).rows == ask(corpus, *asked).rows
        assert ask(twice, "who-helps", "旺苍县").coverage.sources == 4


def test_evidence_lists_every_passage_between_two(corpus: Store) -> None:
    answer = ask(corpus, "evidence", "九三学社天津市委员会", "旺苍县")
    assert named(answer, "issued", "passage") == [
        ("2021-11-20", "从2015年“同心树人”活动落地旺苍以来，九三学社天津市委连年送教。"),
        ("2022-06-01", "社市委帮扶旺苍县。"),
    ]
    assert named(ask(corpus, "evidence", "旺苍县", "九三学社天津市委员会"), "passage") == named(
        answer, "passage"
    )
    assert ask(corpus, "evidence", "旺苍县", "滨海新区").rows == ()


def test_evidence_of_one_fact(corpus: Store) -> None:
    (row,) = ask(corpus, "whom-it-helps", "深圳市").rows
    answer = ask(corpus, "evidence", row[-1])
    assert named(answer, "passage", "fact") == [("深圳市外国语实验学校帮扶都安二高。", row[-1])]
    assert answer.coverage.mentioning == 1


def test_evidence_finds_who_takes_part_and_where(corpus: Store) -> None:
    answer = ask(corpus, "evidence", "民盟中央", "镇雄县")
    assert named(answer, "relation", "passage") == [
        ("event", "民盟中央主办的校长研修班在镇雄县举行，都安二高参加。")
    ]


def test_about_tells_every_kind_of_fact(corpus: Store) -> None:
    school = ask(corpus, "about", "都安二高")
    told = named(school, "relation", "other", "detail")
    assert ("helpedBy", "深圳市外国语实验学校", "pairing") in told
    assert ("received", "王薇", "← 深圳市外国语实验学校 教师") in told
    assert ("event", "校长研修班", "participant") in told
    assert ("name", "都安二高", "") in told
    assert ("location", "都安瑶族自治县", "") in told
    county = named(ask(corpus, "about", "旺苍县"), "relation", "other", "detail")
    assert ("number", "九三学社天津市委员会", "37 person increment") in county
    assert ("number", "九三学社天津市委员会", "294 person cumulative") in county
    person = named(ask(corpus, "about", "王薇"), "relation", "other", "detail")
    assert ("secondedTo", "都安瑶族自治县第二高级中学", "教师") in person
    assert ("secondedFrom", "深圳市外国语实验学校", "") in person
    office = named(ask(corpus, "about", "中共旺苍县委宣传部"), "relation", "other", "detail")
    assert ("holder", "张华", "部长") in office
    venue = named(ask(corpus, "about", "镇雄县"), "relation", "other", "detail")
    assert ("venue", "校长研修班", "training") in venue
    trees = named(ask(corpus, "about", "同心树人"), "relation", "other", "detail")
    assert ("under", "九三学社天津市委员会", "→ 旺苍县") in trees


def test_path_gives_a_passage_a_step(corpus: Store) -> None:
    answer = ask(corpus, "path", "都安瑶族自治县", "深圳市", limit=1)
    assert named(answer, "path", "step", "from", "relation", "to", "passage") == [
        (
            "1",
            "1",
            "都安瑶族自治县",
            "← location",
            "都安瑶族自治县第二高级中学",
            "深圳市外国语实验学校帮扶都安二高。",
        ),
        (
            "1",
            "2",
            "都安瑶族自治县第二高级中学",
            "← assistance",
            "深圳市外国语实验学校",
            "深圳市外国语实验学校帮扶都安二高。",
        ),
        (
            "1",
            "3",
            "深圳市外国语实验学校",
            "location →",
            "深圳市",
            "深圳市外国语实验学校帮扶都安二高。",
        ),
    ]
    assert [row[3] for row in cells(answer, "zh")] == ["← 位于", "← 帮扶", "位于 →"]
    for (facts,) in named(answer, "fact"):
        assert facts
        assert all(answer.passages[fact] for fact in facts.split())


def test_path_says_when_there_is_none(corpus: Store) -> None:
    assert ask(corpus, "path", "旺苍县", "都安瑶族自治县").rows == ()
    with pytest.raises(QueryError) as caught:
        ask(corpus, "path", "旺苍", "旺苍县")
    assert caught.value.key == "ask.same-ends"


@pytest.mark.parametrize(
    "name",
    [
        '旺苍县" } DROP',
        '"@zh } ; DROP ALL #',
        "旺苍县\\",
        "旺苍县\n} #",
        "https://w3id.org/bangfu/id/place/510821> } #",
        "?place",
        "{0} {text}",
    ],
)
def test_a_name_is_never_query_text(corpus: Store, name: str) -> None:
    before = {graph: corpus.triples(graph) for graph in corpus.graphs()}
    with pytest.raises(QueryError) as caught:
        ask(corpus, "who-helps", name)
    assert caught.value.key in ("ask.unknown", "ask.unknown-bare")
    assert caught.value.told("zh")
    assert {graph: corpus.triples(graph) for graph in corpus.graphs()} == before


def test_what_cannot_be_asked_is_told(corpus: Store) -> None:
    for call, key in [
        (lambda: ask(corpus, "who-knows", "旺苍县"), "ask.no-question"),
        (lambda: question_sparql(corpus, "path", "旺苍县", "深圳市"), "ask.no-sparql"),
        (lambda: ask(corpus, "who-helps"), "ask.arguments"),
        (lambda: ask(corpus, "who-helps", "同心树人"), "ask.wrong-kind"),
        (lambda: ask(corpus, "who-helps", "旺苍县", "深圳市"), "ask.arguments"),
        (lambda: ask(corpus, "who-helps", "旺苍县", planned="perhaps"), "ask.option"),
        (lambda: ask(corpus, "who-helps", "旺苍县", sideways=True), "ask.option"),
    ]:
        with pytest.raises(QueryError) as caught:
            call()
        assert caught.value.key == key
        assert "\n" not in caught.value.told("zh") + caught.value.told("en")


def test_every_question_says_what_it_is() -> None:
    names = [question.name for question in questions()]
    assert names == sorted(names)
    numbers = [question.number for question in questions() if question.number]
    assert len(set(numbers)) == len(numbers), "a number of the list stands for one question"
    for question in questions():
        for lang in ("zh", "en"):
            texts = [question.title[lang], *(one.label[lang] for one in question.parameters)]
            texts += [question.column(column.name, lang) for column in question.columns]
            assert all(texts)
        if question.shape == "table":
            assert "DISTINCT" in question.sparql
            assert "ORDER BY" in question.sparql


def test_cells_say_codes_in_words(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "旺苍县")
    (row,) = cells(answer, "zh")
    assert "教学" in row
    assert "进行中" in row
    assert "37 人 新增" in row[answer.columns.index("headcount")]


def test_every_code_of_the_records_has_words() -> None:
    from bangfu.ontology import records

    for codes in ("Modality", "Status", "EventKind", "Role", "Unit", "Measure", "Stance"):
        for code in getattr(records, codes):
            assert f"ask.code-{code}" in table(), code


def test_what_a_table_says_stands_in_rows_of_its_own_and_can_be_left_out(tabled: Store) -> None:
    answer = ask(tabled, "who-helps", "旺苍县")
    assert named(answer, "helper", "basis", "sources", "status") == [
        ("九三学社天津市委员会", "report", "2", "active"),
        ("天津市", "reference", "1", "unknown"),
    ]
    without = ask(tabled, "who-helps", "旺苍县", reference=False)
    assert named(without, "helper", "basis") == [("九三学社天津市委员会", "report")]
    for question, name in [
        ("whom-it-helps", "天津市"),
        ("evidence", "旺苍县"),
        ("about", "旺苍县"),
    ]:
        with_, left = (ask(tabled, question, name, reference=use) for use in (True, False))
        assert "reference" in {basis for (basis,) in named(with_, "basis")}, question
        assert left.rows == tuple(row for row in with_.rows if "reference" not in row), question


def test_tables_are_no_sources_and_the_line_says_what_became_of_them(tabled: Store) -> None:
    answer = ask(tabled, "who-helps", "旺苍县")
    assert (answer.coverage.sources, answer.coverage.mentioning) == (4, 2)
    assert answer.coverage.oldest == "2021-11-20"
    assert "2 份参考资料" in coverage_line(answer, "zh")
    assert "没有用" in coverage_line(ask(tabled, "who-helps", "旺苍县", reference=False), "zh")
    only = ask(tabled, "who-helps", "镇雄县")
    assert named(only, "basis") == [("reference",)]
    assert "不等于没有" in coverage_line(only, "zh")
    assert "does not mean" in coverage_line(only, "en")
    assert "不等于没有" not in coverage_line(answer, "zh")


def test_coverage_tells_for_each_place_of_a_list_what_is_found(tabled: Store) -> None:
    answer = ask(tabled, "coverage", "7")
    assert named(answer, "place", "within", "state", "why", "sources", "helpers", "schools") == [
        ("朝阳县", "辽宁省", "notFound", "", "0", "", ""),
        ("船营区", "吉林省", "notFound", "", "0", "", ""),
        ("都安瑶族自治县", "广西壮族自治区", "evidenced", "", "1", "深圳市外国语实验学校", "都安瑶族自治县第二高级中学"),
        ("旺苍县", "四川省", "evidenced", "", "2", "九三学社天津市委员会", ""),
        ("镇雄县", "云南省", "possible", "reference", "1", "深圳市", ""),
        ("张家川回族自治县", "甘肃省", "evidenced", "", "1", "滨海新区", ""),
        ("同仁市", "青海省", "possible", "planned reference prefecture", "0", "深圳市、滨海新区", ""),
    ]  # fmt: skip
    for row in answer.rows:
        state, facts = row[answer.columns.index("state")], row[-1].split()
        assert bool(facts) == (state != "notFound")
        assert all(answer.passages[fact] for fact in facts)
    assert answer.coverage.mentioning == 4
    assert answer.coverage.slots == (("中学", 14),)
    line = coverage_line(answer, "zh")
    assert "名单共 7 处：查到帮扶 3，可能 2，没有查到 2" in line
    assert "中学 14" in line
    assert "“七县名单”所列的地方" in line
    assert "not found does not mean none" in coverage_line(answer, "en")


def test_coverage_without_tables_and_plans_is_what_reports_say(tabled: Store) -> None:
    def states(**options: object) -> dict[str, str]:
        told = named(ask(tabled, "coverage", "七县名单", **options), "place", "state", "why")
        return {place: f"{state} {why}".strip() for place, state, why in told}

    assert states(reference=False)["镇雄县"] == "notFound"
    assert states(reference=False)["同仁市"] == "possible planned prefecture"
    assert states(reference=False, planned=False)["同仁市"] == "possible prefecture"
    assert states(reference=False)["旺苍县"] == "evidenced"


@pytest.mark.parametrize("options", [{}, {"reference": False}])
def test_coverage_in_another_engine_gives_the_same_rows(
    tabled: Store, options: dict[str, object]
) -> None:
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    quads = (
        f"{s} {p} {o} <{graph}> ." for graph in tabled.graphs() for s, p, o in tabled.triples(graph)
    )
    dataset.parse(data="\n".join(quads) + "\n", format="nquads")
    text = question_sparql(tabled, "coverage", "7", **options)
    answer = ask(tabled, "coverage", "7", **options)
    assert tuple(rows(tabled, text)) == answer.rows
    told = [tuple("" if cell is None else str(cell) for cell in row) for row in dataset.query(text)]
    assert tuple(told) == answer.rows


def test_a_list_that_is_not_there_is_told_with_those_that_are(corpus: Store, tabled: Store) -> None:
    with pytest.raises(QueryError) as caught:
        ask(tabled, "coverage", "160")
    assert caught.value.key == "ask.no-list"
    assert "7 七县名单" in caught.value.told("zh")
    with pytest.raises(QueryError) as caught:
        ask(corpus, "coverage", "160")
    assert caught.value.key == "ask.no-lists"
