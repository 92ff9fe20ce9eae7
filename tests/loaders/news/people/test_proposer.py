import itertools

import pytest

from bangfu.loaders.models import shipped
from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people import proposer
from bangfu.loaders.news.people.proposer import propose, propose_with


def seen(text):
    return [text[one.start : one.end] for one in propose(from_text(text), ()) if one.score > 0.5]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("欧阳文慧的“武器”是一架手风琴。", ["欧阳文慧"]),
        ("班上有个叫陈秋月的姑娘，从不开口。", ["陈秋月"]),
        ("晚上，赵明辉还在备课。", ["赵明辉"]),
        ("阿依古丽·吐尔逊老师笑了。", ["阿依古丽·吐尔逊"]),
        ("今年中考，刘佳慧考了612分。", ["刘佳慧"]),
    ],
)
def test_bare_names_are_seen(text, names):
    assert seen(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "学校高度重视教师成长，安排骨干教师结对。",
        "时间过得很快，转眼一年过去了。",
        "双方就教师培训、资源共享等达成一致。",
    ],
)
def test_plain_prose_has_no_names(text):
    assert seen(text) == []


def test_spans_lie_in_the_text_in_order_and_scores_are_probabilities():
    text = "校长王芳和李志强、陈丽三位老师来了。赵明辉说：“好！”" * 20
    found = propose(from_text(text), ())
    assert len(found) >= 40
    assert all(0 <= one.score <= 1 for one in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("text", ["", "。", "、" * 500, "\n\n", "Hello 123", "·" * 50])
def test_odd_texts_break_nothing(text):
    assert propose(from_text(text), ()) == ()


def test_the_same_text_gives_the_same_proposals():
    text = "赵明辉跟着队伍飞了几千公里，张敏留在家里。"
    assert propose(from_text(text), ()) == propose(from_text(text), ())


def test_what_the_model_never_met_tells_it_nothing():
    text = "校长王芳和李志强、陈丽三位老师来了。赵明辉说：“龘靐齉！”阿依古丽·吐尔逊笑了。"
    assert propose(from_text(text), ()) == propose_with(shipped("persons"), text, ())


def test_a_long_text_is_asked_about_piece_by_piece_with_the_same_answers():
    text = "校长王芳和李志强、陈丽三位老师来了。赵明辉说：“好！”\n" * 180 + "李志强" * 1500
    assert propose(from_text(text), ()) == propose_with(shipped("persons"), text, ())


def test_the_features_of_a_short_text_are_put_together_once(monkeypatch):
    calls = []
    real = proposer.features_met
    monkeypatch.setattr(
        proposer, "features_met", lambda *given: calls.append(given) or real(*given)
    )
    text = "校长王芳来了。李志强走了。陈丽老师和赵明辉老师在听课。" * 20
    assert len(propose(from_text(text), ())) >= 40
    assert len(calls) == 1
