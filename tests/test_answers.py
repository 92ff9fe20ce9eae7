"""Every question that SPARQL answers, on the shipped sample."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from bangfu.graph.ask import Answer, ask, coverage_line, question_sparql, questions
from bangfu.graph.fill import rows
from bangfu.graph.keep import reading, writing
from bangfu.graph.show import answer_csv
from bangfu.graph.store import Store, put
from bangfu.loaders import find_files, load, sample_folder

# question, arguments, columns, the whole answer: read by hand in the articles of the sample
SAID: list[tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, ...]]]] = [
    (
        ("who-helps", "安龙县"),
        ("helper", "recipient", "modality", "since", "headcount"),
        [
            ("民进中央", "安龙县", "pairing", "1992", ""),
            ("民进江苏省委会", "安龙县", "pairing", "2016", "630 personTime cumulative"),
            ("民进江苏省委会", "安龙县", "training", "", "45 person trained"),
        ],
    ),
    (
        ("whom-it-helps", "民进江苏省委会"),
        ("recipient", "modality", "since", "status"),
        [("安龙县", "pairing", "2016", "active"), ("安龙县", "training", "", "active")],
    ),
    (
        ("pairs-on", "越城区", "2022-01-01"),
        ("helper", "recipient", "holds", "since", "lastEvidenced"),
        [
            ("越城区", "马边彝族自治县", "holds", "2021-06", "2023-10-19"),
            ("浙江省绍兴市越城区教育体育局", "马边彝族自治县", "mayHold", "", "2023-10-19"),
        ],
    ),
    # of the bureau no source says since when, so it may; the district helps since 2021
    (("pairs-on", "越城区", "2020"), ("helper",), [("浙江省绍兴市越城区教育体育局",)]),
    (
        ("school-partners", "隆德县"),
        ("school", "unnamed", "partner", "matching", "since"),
        [
            ("隆德县第二中学", "", "福清市融北中学", "", "2024-09"),
            ("隆德县第二中学", "", "福清市融北中学", "", ""),
            ("隆德县第四小学", "", "福清市音西第三小学", "", "2024-09"),
            ("隆德县职业中学", "", "福清市职业技术学校", "", "2024-09"),
            ("隆德县6所学校", "6", "福清市", "oneToOne", ""),
        ],
    ),
    (
        ("number", "越城区", "28"),
        ("number", "unit", "measure", "about", "passage"),
        [("28", "person", "cumulative", "越城区 → 马边彝族自治县", "已先后选派28名教师到马边支教")],
    ),
    (
        ("headcounts", "马边彝族自治县"),
        ("year", "unit", "measure", "number", "adds"),
        # the 6 of the third batch are told of no pair: their sentence names two of them only
        [("", "person", "cumulative", "28", "supersedes")],
    ),
    (
        ("secondments", "马边一中"),
        ("person", "from", "to", "title"),
        [("骆明川", "绍兴市镜湖中学", "马边彝族自治县第一中学", "副校长")],
    ),
    (
        ("posts", "纳雍县人民政府"),
        ("person", "title", "as"),
        [
            ("罗听松", "副县长", "appointed"),
            ("罗听松", "副县长", "seconded"),
            ("阮星河", "副县长", "appointed"),
        ],
    ),
    (
        ("roles", "南京晓庄学院"),
        ("role", "event", "venue"),
        [
            ("undertaker", "安龙县小学语文教师研修班", "贵阳市"),
            ("undertaker", "安龙县小学语文教师研修班开班式", "贵阳市"),
        ],
    ),
    (
        ("venues", "安龙县"),
        ("event", "venue", "where"),
        [
            ("安龙县小学语文教师研修班", "贵阳市", "elsewhere"),
            ("安龙县小学语文教师研修班开班式", "贵阳市", "elsewhere"),
        ],
    ),
    (
        ("name", "马边一中"),
        ("candidate", "kind", "within", "form", "sources"),
        [("马边彝族自治县第一中学", "school", "马边彝族自治县", "otherName", "1")],
    ),
    (
        ("partner-history", "马边一中"),
        ("partner", "role", "modality", "firstSeen"),
        [
            ("绍兴市镜湖中学", "helpedBy", "pairing", "2023-10-19"),
            ("绍兴市镜湖中学", "helpedBy", "secondment", "2023-10-19"),
            ("绍兴市镜湖中学", "received", "secondment", "2023-10-19"),
        ],
    ),
]
# no whole answer, for it is long: what must be in it
AMONG: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = [
    (
        ("evidence", "越城区", "马边彝族自治县"),
        ("relation", "issued"),
        ("assistance", "2023-10-19"),
    ),
    (("about", "民进江苏省委会"), ("relation", "other", "detail"), ("helps", "安龙县", "pairing")),
    (("programme", "闽宁协作"), ("kind", "what", "place"), ("helps", "福清市", "隆德县6所学校")),
    (("subjects", "和政县"), ("subject", "helpers"), ("化学", "思明区莲岳中学")),
    (("bias",), ("by", "value", "sources"), ("outlet", "小凉山新闻网", "1")),
    (("bias",), ("by", "value", "sources"), ("toldBy", "helperSide", "1")),
    (("path", "隆德县", "福清市"), ("from", "to"), ("隆德县", "福清市")),
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("sample") / "bangfu.db"
    with writing(path) as store, sample_folder() as folder:
        for file in find_files([folder]):
            put(store, load(file, folder))
    with reading(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def plain(sample: Store) -> rdflib.Dataset:
    """The same data in rdflib's own memory store."""
    return _plain(sample)


def _plain(sample: Store) -> rdflib.Dataset:
    quads = (
        f"{s} {p} {o} <{graph}> ." for graph in sample.graphs() for s, p, o in sample.triples(graph)
    )
    found = rdflib.Dataset(default_union=True)
    found.parse(data="\n".join(quads) + "\n", format="nquads")
    return found


def named(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    at = [answer.columns.index(column) for column in columns]
    return [tuple(row[place] for place in at) for row in answer.rows]


@pytest.mark.parametrize(("asked", "columns", "expected"), SAID, ids=lambda one: str(one)[:40])
def test_the_answer_is_what_the_articles_say(
    sample: Store,
    asked: tuple[str, ...],
    columns: tuple[str, ...],
    expected: list[tuple[str, ...]],
) -> None:
    assert named(ask(sample, *asked), *columns) == expected


@pytest.mark.parametrize(("asked", "columns", "row"), AMONG, ids=lambda one: str(one)[:40])
def test_the_answer_has_what_the_articles_say(
    sample: Store, asked: tuple[str, ...], columns: tuple[str, ...], row: tuple[str, ...]
) -> None:
    assert row in named(ask(sample, *asked), *columns)


# the other numbers of the list have tests of their own
OURS = {1, 2, 3, 4, 10, 12, 13, 14, 15, 16, 17, 18, 19, 21, 25, 32, 34, 36}
TABLES = dict.fromkeys(
    [
        *(asked for asked, _, _ in SAID),
        *(asked for asked, _, _ in AMONG if asked[0] != "path"),
        ("batches", "马边彝族自治县"),
    ]
)


@pytest.mark.parametrize("asked", TABLES, ids=" ".join)
def test_python_and_two_engines_give_the_same_rows(
    sample: Store, plain: rdflib.Dataset, asked: tuple[str, ...], tmp_path: Path
) -> None:
    if asked[0] == "bias":
        # it joins every outlet with every place: minutes of rdflib on the whole sample
        path = tmp_path / "bangfu.db"
        with writing(path) as store, sample_folder() as folder:
            put(store, load(folder / "s01-agreement.txt", folder))
        with reading(path) as few:
            _agree(few, _plain(few), asked)
        return
    _agree(sample, plain, asked)


def _agree(sample: Store, plain: rdflib.Dataset, asked: tuple[str, ...]) -> None:
    answer, text = ask(sample, *asked), question_sparql(sample, *asked)
    assert tuple(rows(sample, text)) == answer.rows
    other = [tuple("" if cell is None else str(cell) for cell in row) for row in plain.query(text)]
    assert tuple(other) == answer.rows
    assert len(set(answer.rows)) == len(answer.rows)


@pytest.mark.parametrize("asked", TABLES, ids=" ".join)
def test_every_fact_of_an_answer_has_passages_and_every_row_its_facts(
    sample: Store, asked: tuple[str, ...]
) -> None:
    answer = ask(sample, *asked)
    if "fact" not in answer.columns:
        assert asked[0] == "bias"
        return
    for row in answer.rows:
        told = dict(zip(answer.columns, row, strict=True))
        facts = told["fact"].split()
        assert facts or told.get("relation") in ("name", "location")
        assert all(answer.passages[fact] for fact in facts)
        if "passage" in told and facts:
            quotes = {passage.quote for fact in facts for passage in answer.passages[fact]}
            assert told["passage"] in quotes
    assert coverage_line(answer, "zh").startswith("查了")


def test_the_shell_gives_the_same_rows(
    sample: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    from typer.testing import CliRunner

    from bangfu.graph.cli import app

    path = tmp_path / "bangfu.db"
    with writing(path) as store, sample_folder() as folder:
        for name in ("s01-agreement.txt", "s03-roles.txt"):
            put(store, load(folder / name, folder))
    call = CliRunner()
    with reading(path) as store:
        for asked in [("who-helps", "马边彝族自治县"), ("roles", "南京晓庄学院"), ("bias",)]:
            answer = ask(store, *asked)
            shown = call.invoke(app, ["ask", *asked, "--store", str(path), "--json"])
            document = json.loads(shown.stdout)
            assert tuple(tuple(row.values()) for row in document["rows"]) == answer.rows
            shown = call.invoke(app, ["ask", *asked, "--store", str(path), "--format", "csv"])
            table = list(csv.reader(io.StringIO(shown.stdout)))
            assert len(table) == len(answer.rows) + 1
            assert list(csv.reader(io.StringIO(answer_csv(answer, "en")))) == table


def test_every_question_has_an_example_that_can_be_asked(sample: Store) -> None:
    asked = 0
    for question in questions():
        if question.example and question.number in OURS:
            answer = ask(sample, question.name, *question.example)
            assert answer.rows or question.name == "batches", question.name
            asked += 1
    assert asked == len(OURS) - 1, "only bias takes nothing"


def test_batches_of_a_programme_in_order() -> None:
    from dataclasses import replace

    from bangfu.graph.derive import derive
    from bangfu.graph.store import open_store
    from bangfu.ontology.dates import PartialDate
    from bangfu.ontology.identity import programme_iri, scoped_iri
    from bangfu.ontology.records import Assistance, Batch, Kind, Programme

    with sample_folder() as folder:
        read = load(folder / "s01-agreement.txt", folder)
    fact = next(one for one in read.facts if isinstance(one, Assistance))
    plan = Programme(iri=programme_iri("携手计划"), name="携手计划")
    made = [
        replace(
            fact,
            programme=plan,
            since=PartialDate(2020 + nth),
            until=None,
            batch=Batch(
                iri=scoped_iri(read.source.iri, Kind.BATCH, f"第{nth}批"),
                name=f"第{nth}批",
                ordinal=nth,
                programme=plan.iri,
            ),
        )
        for nth in (10, 2)
    ]
    with open_store(None) as store:
        put(store, replace(read, facts=tuple(made)))
        derive(store)
        told = named(ask(store, "batches", "携手计划"), "ordinal", "programme", "since", "helpers")
        assert told == [
            ("2", "携手计划", "2022", fact.helper.name),
            ("10", "携手计划", "2030", fact.helper.name),
        ]
        assert named(ask(store, "batches", "第10批"), "ordinal") == [("10",)]
