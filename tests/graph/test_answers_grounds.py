"""Rows that are read with their passages: those of the SPARQL, for all that can be asked."""

from __future__ import annotations

from itertools import product

import pytest
from archived import archived, things_in
from telling import CITY, COUNTY, Telling, kept

from bangfu.graph import answers, evidence
from bangfu.graph.answers import GROUNDED
from bangfu.graph.answers.grounds import Fact, Grounds, Row, numbers
from bangfu.graph.ask import ask, question_sparql
from bangfu.graph.evidence import Passage
from bangfu.graph.fill import rows
from bangfu.graph.gate import gated
from bangfu.graph.names import PARTIES
from bangfu.graph.profile import Profile
from bangfu.graph.question import question
from bangfu.graph.refs import kind_of
from bangfu.graph.store import Store
from bangfu.graph.view import behind
from bangfu.ontology import terms as t
from bangfu.ontology.identity import programme_iri, scoped_iri
from bangfu.ontology.nt import iri
from bangfu.ontology.records import Assistance, Group, Kind, Matching, Modality, Unit

NAMES = sorted(GROUNDED)


_WHO = {"whom-it-helps": "滨海新区", "headcounts": "旺苍县"}


def askable(store: Store, name: str) -> list[str]:
    """The things in `store` that this can be asked about."""
    asked, *_ = question(name).parameters
    kinds = PARTIES if asked.kind == "party" else ()
    return [one for one in things_in(store) if not kinds or kind_of(one) in kinds]


def held_together(store: Store, name: str) -> int:
    """How many answers with rows were the same; each is asked in two ways."""
    told = 0
    known = {option.name for option in question(name).options}
    for thing, planned in product(askable(store, name), (False, True)):
        options = {"planned": planned, "reference": not planned}
        options = {key: value for key, value in options.items() if key in known}
        answer = ask(store, name, thing, **options)
        assert answer.rows == tuple(rows(store, question_sparql(store, name, thing, **options)))
        facts = {fact for row in answer.rows for fact in row[-1].split()}
        assert answer.passages == evidence.passages(store, facts)
        told += bool(answer.rows)
    return told


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(2))
def test_what_is_told_by_chance_is_answered_alike(name: str, seed: int) -> None:
    with archived(seed) as store:
        assert held_together(store, name) > 4


@pytest.mark.parametrize("name", NAMES)
def test_what_is_known_is_answered_alike(name: str, tabled: Store) -> None:
    assert held_together(tabled, name) > 4


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_with_its_passages_where_it_can_be(
    name: str, corpus: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = _WHO.get(name, "都安瑶族自治县第二高级中学")
    wanted = ask(corpus, name, who)
    assert wanted.rows
    assert wanted.passages
    monkeypatch.setattr(answers, "rows", None)  # the SPARQL of no question is run
    assert ask(corpus, name, who) == wanted


def test_figures_of_a_year_are_those_of_the_sparql() -> None:
    told = 0
    for seed in range(3):
        with archived(seed) as store:
            for thing, year in product(askable(store, "headcounts"), ("2021", "2023")):
                answer = ask(store, "headcounts", thing, year)
                text = question_sparql(store, "headcounts", thing, year)
                assert answer.rows == tuple(rows(store, text))
                told += bool(answer.rows)
    assert told > 4


def asked_of(store: Store, name: str, thing: str) -> int:
    """How many queries the engine gets to answer this."""
    inner = behind(store)
    told: list[str] = []

    class Counting:
        """The store, counting what it is asked."""

        def select(self, query: str) -> object:
            told.append(query)
            return inner.select(query)

        def stream(self, query: str, *, plain: bool = True) -> object:
            told.append(query)
            return inner.stream(query, plain=plain)  # type: ignore[attr-defined]

    assert ask(Counting(), name, thing).rows  # type: ignore[arg-type]
    return len(told)


@pytest.mark.parametrize("name", NAMES)
def test_many_facts_take_no_more_queries_than_few(name: str) -> None:
    scale = 4 if name == "headcounts" else 1  # few sources count anybody
    with archived(5, sources=4 * scale) as few, archived(5, sources=60 * scale) as many:
        thing = scoped_things(few, many, name)
        # whom a source repeats, or in which groups, is asked only where there are any
        assert asked_of(many, name, thing) <= asked_of(few, name, thing) + 3


def scoped_things(few: Store, many: Store, name: str) -> str:
    """What both tell of, the larger store of more facts."""
    for thing in askable(few, name):
        some, more = (ask(store, name, thing) for store in (few, many))
        if some.rows and len(more.passages) > 3 * len(some.passages):
            return thing
    raise AssertionError(name)


@pytest.mark.parametrize("name", NAMES)
def test_readers_of_a_profile_are_answered_alike(name: str) -> None:
    with archived(3) as store:
        for profile in (Profile.PARTNER, Profile.PUBLIC):
            with gated(store, profile) as shown:
                assert held_together(shown, name) > 4


@pytest.mark.parametrize("name", NAMES)
def test_groups_are_answered_alike(name: str) -> None:
    page = Telling("news/groups", "2021")
    five, three = (_group(page, one) for one in ("五校", "三县"))
    for helper, recipient in ((five, page.school("一中")), (CITY, three), (five, three)):
        helps = Assistance(
            helper=helper,
            recipient=recipient,
            modality=Modality.PAIRING,
            matching=Matching.ONE_TO_MANY,
            evidence=page.proof(f"{helper.name}帮扶{recipient.name}"),
        )
        page.facts.append(helps)
        page.counts(helps, 12)
    with kept(page) as store:
        assert held_together(store, name) > 2


def _group(page: Telling, name: str) -> Group:
    return Group(
        iri=scoped_iri(page.iri, Kind.GROUP, name),
        name=name,
        member_count=5,
        member_unit=Unit.SCHOOL if name == "五校" else Unit.COUNTY,
        members=(page.school("一中").iri,),
        located_in=COUNTY.iri,
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_in_two_sources_is_left_to_the_sparql(name: str) -> None:
    first, second = Telling("news/1", "2021"), Telling("news/2", "2022")
    first.counts(first.pairs("一中", "二中", "2015"), 30)
    second.counts(second.pairs("三中", "四中", "2016"), 40)
    with kept(first, second) as store:
        told = store.triples(first.iri)
        facts = {s for s, p, _ in told if p == iri(t.EVIDENCE)}
        proofs = {o for _, p, o in told if p == iri(t.EVIDENCE)}
        other = {
            iri(t.SOURCE): iri(second.iri),
            iri(t.STATUS): iri(t.concept("status", "planned")),
            iri(t.QUOTE): '"另一句话"',
        }
        again = [(s, p, other.get(p, o)) for s, p, o in told if s in {*facts, *proofs}]
        behind(store).amend_graph(second.iri, (), again)  # type: ignore[attr-defined]
        assert held_together(store, name) > 2


def test_a_name_in_two_languages_is_one_name() -> None:
    pages = [Telling(f"news/{number}") for number in range(2)]
    for page in pages:
        page.pairs("UWC", "二中")
    school = pages[0].school("UWC", CITY).iri
    with kept(*pages) as store:
        name = (iri(school), iri(t.SKOS_ALT_LABEL), '"UWC"@en')
        behind(store).amend_graph(pages[0].iri, (), [name])  # type: ignore[attr-defined]
        assert held_together(store, "about") > 2
        names = [row for row in ask(store, "about", school).rows if row[0] == "name"]
    assert [(row[1], row[7]) for row in names] == [("UWC", "2")]


def test_a_number_about_a_side_without_a_name_is_told() -> None:
    page = Telling("news/1")
    page.counts(page.pairs("一中", "二中"), 5)
    helper = iri(page.school("一中", CITY).iri)
    with kept(page) as store:
        known = [one for one in store.triples(t.DERIVED_GRAPH) if one[1] == iri(t.CANONICAL)]
        (thing,) = (o for s, _, o in known if s == helper)
        names = [
            one
            for one in store.triples(t.DERIVED_GRAPH)
            if one[0] == thing and one[1] == iri(t.SKOS_PREF_LABEL)
        ]
        behind(store).amend_graph(t.DERIVED_GRAPH, names, ())  # type: ignore[attr-defined]
        assert held_together(store, "about") > 2
        rows_of = ask(store, "about", programme_iri("津川结对")).rows
    assert [row[1] for row in rows_of if row[0] == "number"] == ["", "二中"]


def test_what_has_no_passage_is_left_to_the_sparql() -> None:
    with archived(1) as store:
        thing = next(one for one in things_in(store) if ask(store, "who-helps", one).rows)
        (fact, *_) = ask(store, "who-helps", thing).rows[0][-1].split()
        for graph, subject, term in [*store.statements(t.EVIDENCE)]:
            if subject == f"<{fact}>":
                quotes = [
                    one
                    for one in store.triples(graph)
                    if one[0] == term and one[1] == f"<{t.QUOTE}>"
                ]
                behind(store).amend_graph(graph, quotes, ())  # type: ignore[attr-defined]
        found = ask(store, "who-helps", thing)
        assert found.rows == tuple(rows(store, question_sparql(store, "who-helps", thing)))
        assert found.passages[fact] == ()


def _passage(quote: str, stance: str = "stated", issued: str | None = None) -> Passage:
    numbers = dict.fromkeys(("start", "end", "raw_start", "raw_end"), 0)
    texts = {"address": "a", "title": None, "publisher": None, "method": "test:1"}
    told = {"fact": "f", "source": "s", "quote": quote, "stance": stance, "issued": issued}
    return Passage(**told, **texts, **numbers, confidence=1.0)  # type: ignore[arg-type]


def test_a_row_has_the_first_start_the_last_end_and_the_shortest_quote_that_states_it() -> None:
    row = Row()
    grounds = Grounds(passages={}, tables=frozenset(), originals={"s": ("story",)})
    told = (
        (["2015-03"], ["2020"], _passage("很长的一句话", issued="2021")),
        (["2015"], [], _passage("短句", "inferred")),
        ([], ["2022"], _passage("一句话", issued="2020-05")),
    )
    for starts, ends, passage in told:
        row.add(Fact("f", (), [[], [], starts, ends, []]), ["active"], passage, grounds)
    # 2015-03 goes before 2015, which may be any day of it
    assert (row.since, row.until, row.state) == ("2015-03", "2022", "active")
    assert (row.first, row.last) == ("2020-05", "2021")
    assert (row.passage, row.told) == ("一句话", "f")
    assert (row.sources, row.voices) == ({"s"}, {"story"})


def test_a_number_is_exact_or_has_bounds() -> None:
    assert numbers(["5"], ["1"], ["9"]) == ["5"]
    assert numbers([], ["1"], ["9"]) == ["1–9"]
    assert numbers([], ["1"], []) == ["≥1"]
    assert numbers([], [], ["9"]) == ["≤9"]
    assert numbers([], [], []) == []
