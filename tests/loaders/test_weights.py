import pytest

from bangfu.loaders.models import shipped, shipped_weights
from bangfu.loaders.weights import Weights, attributes_of, logistic, step, weights_of


@pytest.mark.parametrize("name", ["pairs", "stays"])
def test_weights_say_what_the_tagger_says(name):
    weights, tagger = shipped_weights(name), shipped(name)
    signs = sorted(weights.table)
    for low in range(0, len(signs) - 20, 41):
        some = [*signs[low : low + 20], "a sign that the model never met"]
        tagger.set([some])
        assert weights.probability(some) == pytest.approx(tagger.marginal("1", 0), abs=1e-12)


def test_a_sign_not_met_says_nothing():
    weights = Weights({"a": 2.0, "b": -0.5})
    assert weights.sum(["a", "c", "b"]) == 1.5
    assert weights.probability(["c"]) == 0.5


def test_no_sum_is_too_large_for_a_probability():
    assert logistic(-1e6) == pytest.approx(0.0)
    assert logistic(1e6) == pytest.approx(1.0)
    assert logistic(2.0) + logistic(-2.0) == pytest.approx(1.0)


def test_bytes_that_are_no_model_are_refused():
    with pytest.raises(ValueError, match="crfsuite"):
        weights_of(b"x" * 100)
    with pytest.raises(ValueError, match="crfsuite"):
        attributes_of(b"x" * 100)


def test_steps():
    assert [step(n, (1, 2)) for n in (0, 1, 2, 3)] == ["1", "1", "2", "more"]
