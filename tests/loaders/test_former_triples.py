import pytest

from bangfu.loaders.former_triples import former_triples
from bangfu.ontology import terms as t
from bangfu.ontology.check import check_triples
from bangfu.ontology.identity import place_iri


@pytest.fixture(scope="module")
def said():
    _, triples = former_triples()
    found: dict[str, dict[str, str]] = {}
    for s, p, o in triples:
        if "/formerName/" in s or "/evidence/" in s:
            found.setdefault(s, {})[p[1:-1]] = o
    return found


def of(said, name):
    return [one for one in said.values() if one.get(t.SKOS_PREF_LABEL) == f'"{name}"@zh']


def test_all_changes_are_facts_in_a_sound_graph():
    source, triples = former_triples()
    assert sum(o == f"<{t.A_FORMER_NAME}>" for _, _, o in triples) == 1005
    assert triples == sorted(set(triples))
    assert check_triples(triples) == ()
    assert former_triples() == (source, triples)


def test_a_former_name_has_its_place_code_years_and_row(said):
    (one,) = of(said, "襄樊市")
    assert one[t.OF_PLACE] == f"<{place_iri('420600')}>"
    assert one[t.FORMER_CODE] == '"420600"'
    assert one[t.UNTIL] == f'"2010"^^<{t.XSD_G_YEAR}>'
    assert t.SINCE not in one
    assert "襄樊市" in said[one[t.EVIDENCE]][t.QUOTE]


def test_a_name_that_is_anothers_today_is_history_too(said):
    (one,) = of(said, "毕节市")
    assert one[t.OF_PLACE] == f"<{place_iri('520502')}>"
    assert (one[t.SINCE], one[t.UNTIL]) == (
        f'"1993"^^<{t.XSD_G_YEAR}>',
        f'"2011"^^<{t.XSD_G_YEAR}>',
    )


def test_rows_inferred_from_a_stem_say_so(said):
    stances = [said[one[t.EVIDENCE]][t.STANCE] for one in said.values() if t.OF_PLACE in one]
    assert stances.count(f"<{t.concept('stance', 'inferred')}>") == 22
