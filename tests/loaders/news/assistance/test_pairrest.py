from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.pairrest import Rest
from bangfu.ontology.records import Kind, Mention, Modality, Status


def place(name, code):
    return Mention(kind=Kind.PLACE, name=name, key=code, start=0, end=len(name))


HANGZHOU, NINGBO = place("杭州市", "330100"), place("宁波市", "330200")
ENSHI, LESHAN = place("恩施市", "422801"), place("乐山市", "511100")


def claim(helper, recipient):
    return Claim(helper, recipient, Modality.PAIRING, Status.ACTIVE, "give", 0.9, 0, 5)


def test_a_pair_says_nothing_of_itself():
    rest = Rest([claim(HANGZHOU, ENSHI), claim(NINGBO, LESHAN)], frozenset()).but(HANGZHOU, ENSHI)
    assert not rest.helps("330100")
    assert not rest.is_helped("422801")
    assert rest.helps("330200")
    assert rest.any


def test_the_reverse_of_a_pair_is_left_out_too():
    rest = Rest([claim(ENSHI, HANGZHOU)], frozenset()).but(HANGZHOU, ENSHI)
    assert not rest.any
    assert rest.lean("330000") == 0


def test_the_lean_of_a_province_is_that_of_all_its_places():
    rest = Rest([claim(HANGZHOU, ENSHI), claim(NINGBO, LESHAN)], frozenset())
    assert rest.but(HANGZHOU, LESHAN).lean("330000") == 2
    assert rest.but(HANGZHOU, ENSHI).lean("330000") == 1
    assert rest.but(HANGZHOU, ENSHI).lean("510000") == -1
    assert rest.but(HANGZHOU, ENSHI).helps_in("330200")
    assert not rest.but(HANGZHOU, ENSHI).is_helped_in("422801")


def test_a_pair_told_twice_counts_once():
    rest = Rest([claim(HANGZHOU, ENSHI)] * 3, frozenset())
    assert rest.but(NINGBO, LESHAN).lean("330100") == 1
