import pytest

from bangfu.loaders.models import shipped, shipped_attributes, shipped_weights


@pytest.mark.parametrize("name", ["persons", "pairs", "stays"])
def test_each_shipped_model_knows_its_labels(name):
    labels = shipped(name).labels()
    assert set(labels) == ({"B", "M", "E", "O"} if name == "persons" else {"0", "1"})


def test_a_model_is_opened_once():
    assert shipped("pairs") is shipped("pairs")
    assert shipped_weights("pairs") is shipped_weights("pairs")


def test_the_signs_that_a_model_has_met_are_those_it_has_weights_for():
    assert set(shipped_attributes("pairs")) == set(shipped_weights("pairs").table)
    assert len(set(shipped_attributes("persons"))) == len(shipped_attributes("persons")) > 1000
