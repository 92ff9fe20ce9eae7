import pytest

from bangfu.loaders.target_triples import target_triples
from bangfu.loaders.targets import shipped_lists
from bangfu.ontology import terms as t
from bangfu.ontology.check import check_triples
from bangfu.ontology.identity import place_iri, source_iri


@pytest.mark.parametrize("targets", shipped_lists(), ids=lambda one: one.code)
def test_a_list_stands_in_a_sound_graph_of_its_own(targets):
    source, triples = target_triples(targets)
    assert source == source_iri(f"reference/{targets.code}")
    assert triples == sorted(set(triples))
    assert check_triples(triples) == ()
    entries = {s for s, p, o in triples if o == f"<{t.A_TARGET}>"}
    (node,) = {s for s, p, o in triples if o == f"<{t.A_TARGET_LIST}>"}
    assert len(entries) == len(targets.targets)
    assert {o for s, p, o in triples if (s, p) == (node, f"<{t.TARGET}>")} == entries
    assert target_triples(targets) == (source, triples)


def test_an_entry_points_at_its_place_and_its_row():
    key = next(one for one in shipped_lists() if one.code == "160")
    _, triples = target_triples(key)
    said = {(s, p): o for s, p, o in triples}
    (entry,) = (
        s for s, p, o in triples if (p, o) == (f"<{t.TARGET_PLACE}>", f"<{place_iri('451228')}>")
    )
    proof = said[entry, f"<{t.EVIDENCE}>"]
    assert "都安瑶族自治县" in said[proof, f"<{t.QUOTE}>"]
    assert said[proof, f"<{t.STANCE}>"] == f"<{t.concept('stance', 'stated')}>"
    assert (f"<{place_iri('451228')}>", f"<{t.PART_OF}>", f"<{place_iri('451200')}>") in triples


def test_slots_say_what_each_place_is_to_get():
    _, triples = target_triples(next(one for one in shipped_lists() if one.code == "160"))
    counts = [o for _, p, o in triples if p == f"<{t.SLOT_COUNT}>"]
    names = {o for s, p, o in triples if "/targetSlot/" in s and p == f"<{t.SKOS_PREF_LABEL}>"}
    assert counts == [f'"1"^^<{t.XSD_INTEGER}>'] * 2
    assert names == {'"普通高中"@zh', '"职业学校"@zh'}
