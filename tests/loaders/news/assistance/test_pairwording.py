from bangfu.loaders.news.assistance.pairsigns import Page
from bangfu.loaders.news.assistance.pairwording import wording

TEXT = "去年，\ue000向\ue001捐赠图书，\ue002派教师到\ue001支教。"


def signs(i, j, page=None):
    page = page or Page((), (), frozenset())
    return set(wording(TEXT, i, j, "PS", page.once))


def test_words_behind_and_beside():
    told = signs(3, 5)
    assert {"o=xy", "nb=0", "GxyPS=向", "Tgive"} <= told
    assert "xpr=-" in told
    assert "ypr=向" in told
    assert "Tteach" not in told


def test_the_order_of_a_pair_is_a_sign():
    forth, back = signs(3, 12), signs(12, 3)
    assert "o=xy" in forth
    assert "o=yx" in back
    assert "Tteach" in forth & back
    assert "Tteachxy" in forth - back


def test_no_sign_is_given_twice():
    told = list(wording(TEXT, 3, 5, "PS", Page((), (), frozenset()).once))
    assert len(told) == len(set(told))


def test_what_two_pairs_share_is_worked_out_once():
    page = Page((), (), frozenset())
    first = signs(3, 12, page)
    assert signs(3, 12, page) == first
    calls = []
    assert page.once("x", TEXT, 1, 2, lambda *at: calls.append(at) or ("a",)) == ("a",)
    assert page.once("x", TEXT, 1, 2, lambda *at: calls.append(at) or ("b",)) == ("a",)
    assert calls == [(TEXT, 1, 2)]
