from bangfu.loaders.news.assistance.pairframe import frame_signs
from bangfu.loaders.news.assistance.pairpage import Page


def signs(text, i, j):
    page = Page((), (), frozenset())
    return list(frame_signs(text, i, j, "SS", ("school", "village"), page.once))


def at(text, nth):
    return [place for place, sign in enumerate(text) if "\ue000" <= sign <= "\ue003"][nth]


def test_two_sentences_of_one_frame_have_the_same_signs():
    one = "\ue001的王老师冒雨来到\ue001，给孩子们送上新书。"
    other = "\ue001的李教师昨日走进\ue001，为同学送去旧书包。"
    assert signs(one, at(one, 0), at(one, 1)) == signs(other, at(other, 0), at(other, 1))


def test_the_order_of_the_two_and_the_words_between_and_behind_are_told():
    text = "\ue001向\ue001捐赠图书。"
    forth, back = signs(text, 0, 2), signs(text, 2, 0)
    assert "f2>^1" in forth
    assert "f2<^1" in back
    assert "vt>-g" in forth
    assert "co>schoolvillage" in forth
    assert not set(forth) & set(back)


def test_the_clause_of_the_second_side_ends_at_a_mark():
    text = "\ue001感谢\ue001，来宾捐赠图书。"
    assert "vt>w-" in signs(text, 0, at(text, 1))


def test_no_sign_is_given_twice():
    text = "\ue001、\ue001、\ue001向\ue001、\ue001捐赠图书，向\ue001捐赠图书。"
    told = signs(text, 0, at(text, 5))
    assert len(told) == len(set(told))
