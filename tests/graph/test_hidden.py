from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from leaky import HIDDEN, SHOWN, leaky_store
from steps import steps

from bangfu.graph.hidden import People, hidden_people
from bangfu.graph.keep import reading
from bangfu.graph.profile import Profile
from bangfu.ontology import terms as t
from bangfu.ontology.nt import value
from bangfu.ontology.terms import SKOS_PREF_LABEL


def people(path: Path, profile: Profile) -> tuple[People, dict[str, str]]:
    """Who is hidden, and the name of every IRI."""
    with reading(path) as store:
        found = hidden_people(store, profile, str)
        return found, {s[1:-1]: value(o) for _, s, o in store.statements(SKOS_PREF_LABEL)}


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return leaky_store(tmp_path_factory.mktemp("people"))


def test_private_persons_are_hidden_and_public_ones_are_not(stored: Path) -> None:
    found, names = people(stored, Profile.PUBLIC)
    assert {names[one] for one in found.labels} | {"Lisa Zhuoma"} == set(HIDDEN)
    assert set(HIDDEN) <= found.names
    assert {names[one] for one in found.shown if one in names} == set(SHOWN)
    assert not set(SHOWN) & found.names


def test_a_role_stands_for_the_name(stored: Path) -> None:
    found, names = people(stored, Profile.PUBLIC)
    told = {names[one]: label for one, label in found.labels.items()}
    assert told["凌霜降"].startswith("语文教师")
    assert told["欧阳听雪"].startswith("美术教师")
    assert all("未公开姓名" in label for label in told.values())


def test_partners_see_the_surname(stored: Path) -> None:
    found, names = people(stored, Profile.PARTNER)
    told = {names[one]: label for one, label in found.labels.items()}
    assert told["凌霜降"].startswith("凌某")
    assert told["欧阳听雪"].startswith("欧阳某")
    # a name with a dot has no surname to show
    assert told["才让·卓玛"].startswith("藏文教师")


def test_labels_of_one_body_are_told_apart(stored: Path) -> None:
    found, _names = people(stored, Profile.PUBLIC)
    with reading(stored) as store:
        who = {e[1:-1]: value(c) for _, e, c in store.statements(
            "https://w3id.org/bangfu/ontology#canonical")}  # fmt: skip
    by_label: dict[str, set[str]] = {}
    for one, label in found.labels.items():
        by_label.setdefault(label, set()).add(who.get(one, one))
    assert all(len(persons) == 1 for persons in by_label.values()), by_label


def test_a_name_that_a_shown_person_has_may_stand_where_only_that_one_is(stored: Path) -> None:
    found, _ = people(stored, Profile.PUBLIC)
    assert found.spared
    assert all(names <= set(SHOWN) for names in found.spared.values())


class Crowd:
    """A store that tells of so many persons, all but the first of each ten in a public role."""

    def __init__(self, count: int) -> None:
        self.persons = [f"<https://e/{nth}>" for nth in range(count)]

    def statements(self, predicate: str, _: str | None = None) -> Iterator[tuple[str, str, str]]:
        for nth, person in enumerate(self.persons):
            if predicate == t.RDF_TYPE:
                yield "https://e/g", person, f"<{t.A_PERSON}>"
            elif predicate == t.TIER and nth % 10:
                yield "https://e/g", person, f"<{t.concept('tier', 'P1')}>"
            elif predicate == t.SKOS_PREF_LABEL:
                yield "https://e/g", person, f'"人{nth}"@zh'


def test_the_work_grows_with_the_number_of_persons_and_no_faster() -> None:
    found = hidden_people(Crowd(2_000), Profile.PUBLIC, str)  # type: ignore[arg-type]
    assert (len(found.labels), len(found.shown)) == (200, 1_800)
    few, many = (
        steps(partial(hidden_people, Crowd(count), Profile.PUBLIC, str))  # type: ignore[arg-type]
        for count in (250, 1_000)
    )
    # each person against all others would be sixteen times as much
    assert few * 3 < many < few * 5
