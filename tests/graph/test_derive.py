from __future__ import annotations

import io
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.graph.derive import derive, derived
from bangfu.graph.export import export
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology import terms as t
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, scoped_iri, source_iri
from bangfu.ontology.nt import Triple, iri, literal, value
from bangfu.ontology.records import (
    Assistance,
    Entity,
    Evidence,
    Fact,
    Group,
    Institution,
    Kind,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Reading,
    School,
    Secondment,
    Source,
    Status,
)

L = PlaceLevel
SICHUAN = Place(iri=place_iri("510000"), name="四川省", level=L.PROVINCE, adcode="510000")
GUANGYUAN = Place(
    iri=place_iri("510800"), name="广元市", level=L.PREFECTURE, adcode="510800", part_of=SICHUAN.iri
)
WANGCANG = Place(
    iri=place_iri("510821"), name="旺苍县", level=L.COUNTY, adcode="510821", part_of=GUANGYUAN.iri
)
TIANJIN = Place(iri=place_iri("120000"), name="天津市", level=L.PROVINCE, adcode="120000")
QUOTE = "天津市帮扶旺苍县。"


def proof(start: int = 0) -> tuple[Evidence, ...]:
    end = start + len(QUOTE)
    return (
        Evidence(quote=QUOTE, start=start, end=end, raw_start=start, raw_end=end, method="t:1"),
    )


def own(source: str, kind: Kind, key: str) -> str:
    return scoped_iri(source_iri(source), kind, key)


def school(source: str, name: str, place: Place | None = WANGCANG, key: str = "") -> School:
    located = place.iri if place else None
    return School(iri=own(source, Kind.SCHOOL, key or name), name=name, located_in=located)


def person(source: str, name: str = "张华", key: str = "") -> Person:
    return Person(iri=own(source, Kind.PERSON, key or name), name=name)


def reading(source: str, *facts: Fact[Entity], issued: str = "2021-05-06") -> Reading:
    return Reading(
        source=Source(
            iri=source_iri(source), address=source, sha256="0" * 64, text=QUOTE * 9,
            title="报道", issued=PartialDate.parse(issued),
        ),
        entities=(SICHUAN, GUANGYUAN, WANGCANG, TIANJIN),
        facts=facts,
    )  # fmt: skip


def helping(helper: Entity, recipient: Entity, status: Status = Status.UNKNOWN) -> Fact[Entity]:
    return Assistance(helper=helper, recipient=recipient, evidence=proof(), status=status)


def posted(who: Person, where: Entity, title: str = "校长") -> Fact[Entity]:
    return Posting(person=who, organization=where, title=title, evidence=proof())


def judged(a: str, decision: Decision, b: str, year: int = 2024) -> Judgement:
    return Judgement(a=a, decision=decision, b=b, who="李", when=PartialDate(year))


def filled(*readings: Reading) -> Store:
    store = open_store(None)
    for one in readings:
        put(store, one)
    return store


class Seen:
    """A derived graph to ask."""

    def __init__(self, triples: list[Triple]) -> None:
        self.triples = triples

    def of(self, subject: str, predicate: str) -> list[str]:
        return [value(o) for s, p, o in self.triples if (s, p) == (iri(subject), iri(predicate))]

    def who(self, entity: Entity) -> str:
        (found,) = self.of(entity.iri, t.CANONICAL)
        return found

    def pairs(self, predicate: str) -> set[tuple[str, str]]:
        return {(value(s), value(o)) for s, p, o in self.triples if p == iri(predicate)}


def seen(*readings: Reading, judgements: tuple[Judgement, ...] = ()) -> Seen:
    return Seen(derived(filled(*readings).statements, judgements).triples)


def test_a_body_is_one_across_sources_by_place_and_name() -> None:
    a, b = school("a", "东城小学"), school("b", "东城小学")
    elsewhere, nowhere = school("c", "东城小学", TIANJIN), school("d", "东城小学", None)
    other = school("a", "第四中学"), school("b", "第七中学")
    found = seen(
        *(
            reading(s, helping(TIANJIN, body))
            for s, body in zip("abcd", (a, b, elsewhere, nowhere), strict=True)
        ),
        *(reading(s + "2", helping(TIANJIN, body)) for s, body in zip("ab", other, strict=True)),
    )
    assert found.who(a) == found.who(b) != a.iri
    assert len({found.who(body) for body in (a, elsewhere, nowhere, *other)}) == 5
    assert found.who(nowhere) == nowhere.iri
    assert found.who(WANGCANG) == WANGCANG.iri


def test_core_names_join_full_and_short_forms() -> None:
    store = filled()
    long, short = school("a", "旺苍县东城小学"), school("b", "东城小学")
    put(store, reading("a", helping(TIANJIN, long)))
    put(store, reading("b", helping(TIANJIN, short)))
    for source, body in (("a", long), ("b", short)):
        graph = source_iri(source)
        core = (iri(body.iri), iri(t.CORE_NAME), literal("东城小学", language="zh"))
        kept = [s for s in store.triples(graph) if s[:2] != core[:2]]
        store.put(graph, [*kept, core])
    found = Seen(derived(store.statements).triples)
    canonical = found.who(long)
    assert found.who(short) == canonical
    assert found.of(canonical, t.SKOS_PREF_LABEL) == ["旺苍县东城小学"]
    assert found.of(canonical, t.SKOS_ALT_LABEL) == ["东城小学"]
    assert found.of(canonical, t.RDF_TYPE) == [t.A_SCHOOL]
    assert found.of(canonical, t.LOCATED_IN) == [WANGCANG.iri]
    assert set(found.of(canonical, t.WITHIN)) == {WANGCANG.iri, GUANGYUAN.iri, SICHUAN.iri}


def test_persons_need_a_body_and_a_bare_name_never_merges() -> None:
    one, two, far, bare = (person(s) for s in "abcd")
    found = seen(
        reading("a", posted(one, school("a", "东城小学"))),
        reading("b", posted(two, school("b", "东城小学"))),
        reading("c", posted(far, school("c", "西城小学"))),
        reading("d", Posting(person=bare, organization=None, title="校长", evidence=proof())),
    )
    assert found.who(one) == found.who(two)
    assert len({found.who(one), found.who(far), found.who(bare)}) == 3
    assert WANGCANG.iri in found.of(found.who(one), t.WITHIN)


def test_middle_dots_make_no_difference() -> None:
    one, two = person("a", "阿不都·买买提"), person("b", "阿不都•买买提")
    found = seen(
        *(reading(s, posted(p, school(s, "东城小学"))) for s, p in (("a", one), ("b", two)))
    )
    assert found.who(one) == found.who(two)


def test_two_persons_of_one_source_stay_two() -> None:
    first, second, third = person("a", key="1"), person("a", key="2"), person("b")
    body = school("a", "东城小学")
    readings = (
        reading("a", posted(first, body), posted(second, body, "教师")),
        reading("b", posted(third, school("b", "东城小学"))),
    )
    result = derived(filled(*readings).statements)
    found = Seen(result.triples)
    assert len({found.who(p) for p in (first, second, third)}) == 3
    assert [refusal.key for refusal in result.refused] == ["store.refused-same-source"]


def test_judgements_part_join_and_are_reported() -> None:
    one, two, other = person("a"), person("b"), person("c", "张 华")
    readings = (
        reading("a", posted(one, school("a", "东城小学"))),
        reading("b", posted(two, school("b", "东城小学"))),
        reading("c", posted(other, school("c", "西城小学"))),
    )
    shown = seen(*readings).who(one)
    apart = seen(*readings, judgements=(judged(one.iri, Decision.DIFFERENT, two.iri),))
    assert apart.who(one) != apart.who(two)
    joined = seen(*readings, judgements=(judged(shown, Decision.SAME, other.iri),))
    assert joined.who(one) == joined.who(two) == joined.who(other)
    unsure = seen(*readings, judgements=(judged(one.iri, Decision.UNSURE, two.iri),))
    assert unsure.who(one) == unsure.who(two)
    both = (
        judged(one.iri, Decision.DIFFERENT, other.iri),
        judged(one.iri, Decision.SAME, two.iri),
        judged(two.iri, Decision.SAME, other.iri, 2025),
        judged(WANGCANG.iri, Decision.SAME, one.iri),
        judged("https://w3id.org/bangfu/id/person/none", Decision.SAME, one.iri),
    )
    result = derived(filled(*readings).statements, both)
    found = Seen(result.triples)
    assert found.who(one) == found.who(two) != found.who(other)
    assert [refusal.key.removeprefix("store.refused-") for refusal in result.refused] == [
        "kind",
        "parted",
        "unknown",
    ]


def test_help_is_a_shortcut_for_what_was_stated_and_not_only_planned() -> None:
    body = school("a", "东城小学")
    group = Group(iri=own("a", Kind.GROUP, "g"), name="旺苍县5所学校", located_in=WANGCANG.iri,
                  members=(body.iri,), member_count=5)  # fmt: skip
    loose = Group(iri=own("a", Kind.GROUP, "h"), name="5所学校", member_count=5)
    found = seen(reading("a", helping(TIANJIN, group), helping(TIANJIN, loose)))
    assert found.pairs(t.HELPS) == {(TIANJIN.iri, WANGCANG.iri)}
    assert not seen(reading("a", helping(TIANJIN, WANGCANG, Status.PLANNED))).pairs(t.HELPS)
    assert seen(reading("a", helping(TIANJIN, WANGCANG, Status.ENDED))).pairs(t.HELPS)


def test_regions_help_and_counties_are_helped_by_themselves_or_what_lies_in_them() -> None:
    bureau = Institution(
        iri=own("a", Kind.INSTITUTION, "b"), name="天津市教委", located_in=TIANJIN.iri
    )
    found = seen(reading("a", helping(bureau, school("a", "东城小学"))))
    classes = found.pairs(t.RDF_TYPE)
    assert (TIANJIN.iri, t.A_HELPER_REGION) in classes
    assert {s for s, o in classes if o == t.A_RECIPIENT_COUNTY} == {WANGCANG.iri}
    assert {s for s, o in classes if o == t.A_HELPER_REGION} == {TIANJIN.iri}


def test_a_seconded_person_belongs_where_they_came_from() -> None:
    who, origin, goal = person("a"), school("a", "南开中学", TIANJIN), school("a", "东城小学")
    sent = Secondment(person=who, origin=origin, destination=goal, evidence=proof(), title="副校长")
    found = seen(reading("a", sent, posted(who, goal, "副校长")))
    assert found.of(found.who(who), t.WITHIN) == [TIANJIN.iri]


def test_dates_have_bounds_and_the_day_of_the_last_evidence() -> None:
    fact = replace(helping(TIANJIN, WANGCANG, Status.ACTIVE), since=PartialDate(2015))  # type: ignore[type-var]
    found = seen(reading("a", fact))
    assert {o for _, o in found.pairs(t.EARLIEST_START)} == {"2015-01-01"}
    assert {o for _, o in found.pairs(t.LATEST_START)} == {"2015-12-31"}
    assert {o for _, o in found.pairs(t.EARLIEST_END)} == {"2021-05-06"}
    assert not found.pairs(t.LATEST_END)
    assert {o for _, o in found.pairs(t.LAST_EVIDENCED)} == {"2021-05-06"}


def sample(source: str, variant: int) -> Reading:
    """Small readings that share places, schools and names, so that much merges."""
    first, second = school(source, "东城小学"), school(source, f"第{variant % 3}中学")
    people = [person(source, "张华", key=str(n)) for n in range(1 + variant % 2)]
    return reading(
        source,
        helping(TIANJIN, first if variant % 2 else WANGCANG),
        *(posted(who, (first, second)[n % 2]) for n, who in enumerate(people)),
        issued=f"202{variant % 4}",
    )


ADDRESSES = ("a", "b", "c", "d", "e")
STEPS = st.lists(
    st.tuples(st.sampled_from(ADDRESSES), st.one_of(st.none(), st.integers(0, 5))), max_size=12
)
JUDGED = (
    judged(own("a", Kind.PERSON, "0"), Decision.DIFFERENT, own("b", Kind.PERSON, "0")),
    judged(own("a", Kind.PERSON, "0"), Decision.SAME, own("c", Kind.PERSON, "1")),
)


def exported(store: Store) -> bytes:
    out = io.BytesIO()
    export(store, "nquads", out, with_text=True)
    return out.getvalue()


@settings(max_examples=30, deadline=None)
@given(STEPS, st.booleans(), st.randoms(use_true_random=False))
def test_any_order_of_add_replace_and_remove_equals_a_clean_build(
    steps: list[tuple[str, int | None]], derive_between: bool, chance: random.Random
) -> None:
    store, last = open_store(None), {}
    for address, variant in steps:
        if variant is None:
            store.remove(source_iri(address))
            last.pop(address, None)
        else:
            put(store, sample(address, variant))
            last[address] = variant
        if derive_between:
            derive(store, JUDGED[:1])
    derive(store, JUDGED)
    clean = open_store(None)
    for address in chance.sample(sorted(last), len(last)):
        put(clean, sample(address, last[address]))
    derive(clean, JUDGED)
    assert exported(store) == exported(clean)


def test_deriving_twice_changes_nothing_and_without_sources_nothing_follows() -> None:
    store = filled(sample("a", 1), sample("b", 2))
    derive(store)
    before = exported(store)
    derive(store)
    assert exported(store) == before
    for graph in (source_iri("a"), source_iri("b")):
        store.remove(graph)
    derive(store)
    assert store.graphs() == ()


@pytest.mark.parametrize("graph", [t.DERIVED_GRAPH, t.JUDGEMENTS_GRAPH, t.ONTOLOGY_GRAPH])
def test_what_is_no_source_says_nothing(graph: str) -> None:
    store = filled()
    store.replace_graph(graph, filled(sample("a", 1)).triples(source_iri("a")))
    assert derived(store.statements).triples == []
