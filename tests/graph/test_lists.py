import pytest

from bangfu.graph.lists import find_list, list_mentions, list_slots
from bangfu.graph.store import Store
from bangfu.ontology.errors import QueryError
from bangfu.ontology.identity import source_iri
from bangfu.ontology.terms import DCT_SOURCE


def test_a_list_is_found_by_code_name_or_iri(tabled: Store) -> None:
    found = find_list(tabled, "7")
    assert (found.label, found.kind) == ("七县名单", "targetList")
    assert find_list(tabled, " 七县名单 ") == find_list(tabled, found.iri) == found


def test_an_unknown_list_is_never_guessed(tabled: Store) -> None:
    with pytest.raises(QueryError):
        find_list(tabled, "七县")


def test_sources_that_name_any_of_its_places(tabled: Store) -> None:
    found = find_list(tabled, "7")
    named = {source_iri(f"news/{name}.txt") for name in ("2021", "2022", "2024", "duan")}
    mentions = list_mentions(tabled, found)
    assert mentions >= named
    # what is derived tells of the places too, and is no source
    assert mentions <= {subject[1:-1] for _, subject, _ in tabled.statements(DCT_SOURCE)}


def test_slots_are_for_all_places_together(tabled: Store) -> None:
    assert list_slots(tabled, find_list(tabled, "7")) == (("中学", 14),)
