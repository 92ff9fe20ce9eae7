from __future__ import annotations

import pytest

from bangfu.graph.serve import thing
from bangfu.graph.serve.site import Site
from bangfu.ontology import terms as t
from bangfu.ontology.errors import QueryError
from bangfu.ontology.identity import source_iri
from bangfu.ontology.nt import value

COUNTY = f"{t.ID}place/511133"
SOURCE = source_iri("s01-agreement.txt")


def test_a_thing_has_both_directions_its_passages_and_its_years(pages: Site) -> None:
    view = thing.resource(pages, COUNTY, [], "zh")
    assert view.title == "马边彝族自治县"
    body = pages.page("/id/place/511133", [], "html", "zh").body.decode()
    for part in ("谁帮扶它", "越城区", "自2021年6月越城区对口帮扶马边彝族自治县", "时间线"):
        assert part in body
    assert any(value(triple[0]) == COUNTY for triple in view.triples())


def test_what_a_source_calls_it_and_what_proves_it_lead_to_the_thing(pages: Site) -> None:
    query = f"SELECT ?x ?c {{ ?x <{t.CANONICAL}> ?c FILTER(CONTAINS(STR(?c), '/school/')) }} ORDER BY ?x LIMIT 1"
    ((local, canonical),) = pages.store.select(query).rows
    view = thing.resource(pages, value(str(local)), [], "zh")
    assert view.place == "/id/" + value(str(canonical)).removeprefix(t.ID)
    ((proof, fact),) = pages.store.select(
        f"SELECT ?e ?f {{ ?f <{t.EVIDENCE}> ?e }} ORDER BY ?e LIMIT 1"
    ).rows
    found = thing.resource(pages, value(str(proof)), [], "zh").place
    assert found is not None
    assert found.rpartition("/")[2] in str(fact)
    shown = thing.resource(pages, value(str(fact)), [], "zh")
    assert shown.status == 200


def test_a_source_marks_its_passages_where_they_stand(pages: Site) -> None:
    view = thing.source(pages, SOURCE, "zh")
    assert view.title == "越城马边再牵手 教育帮扶谱新篇"
    body = pages.page("/id/source/" + SOURCE.rpartition("/")[2], [], "html", "zh").body.decode()
    assert body.count("<mark") > 5


def test_what_is_unknown_is_refused(pages: Site) -> None:
    for what in (f"{t.ID}place/000000", f"{t.ID}x/y"):
        with pytest.raises(QueryError):
            thing.resource(pages, what, [], "zh")
        with pytest.raises(QueryError):
            thing.printed(pages, what, "zh")
    with pytest.raises(QueryError):
        thing.source(pages, f"{t.ID}source/0", "zh")
