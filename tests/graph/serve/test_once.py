from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.graph.engine import Rows
from bangfu.graph.guard import sparql
from bangfu.graph.profile import Profile
from bangfu.graph.serve.once import limited
from bangfu.graph.serve.site import Site
from bangfu.ontology.errors import QueryError

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SELECT = (
    "SELECT ?s ?l { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } ORDER BY ?s ?l LIMIT 20"
)


def test_a_worker_gives_what_the_store_gives(store: Path, pages: Site) -> None:
    found = limited(store, Profile.INTERNAL, SELECT, 120, "zh")
    assert isinstance(found, Rows)
    assert found == sparql(pages.store, SELECT)


def test_the_end_of_its_time_is_an_error(store: Path) -> None:
    with pytest.raises(QueryError) as caught:
        limited(store, Profile.INTERNAL, ENDLESS, 0.5, "zh")
    assert caught.value.key == "serve.too-long"


def test_a_refusal_is_the_error_that_it_is_without_a_worker(store: Path) -> None:
    with pytest.raises(QueryError) as caught:
        limited(store, Profile.INTERNAL, "SELECT * { ?s", 120, "zh")
    assert caught.value.key == "store.syntax"
    assert "{" not in caught.value.told("en")
