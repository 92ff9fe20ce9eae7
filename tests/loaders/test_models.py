import pytest

from bangfu.loaders.models import shipped, shipped_weights


@pytest.mark.parametrize("name", ["persons", "pairs", "stays"])
def test_each_shipped_model_knows_its_labels(name):
    labels = shipped(name).labels()
    assert set(labels) == ({"B", "M", "E", "O"} if name == "persons" else {"0", "1"})


def test_a_model_is_opened_once():
    assert shipped("pairs") is shipped("pairs")
    assert shipped_weights("pairs") is shipped_weights("pairs")
