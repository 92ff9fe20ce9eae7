from importlib.resources import files
from pathlib import Path

from rebuilt import on_its_machine

from bangfu.loaders.training.bodies import articles_with_bodies, fit, training_set
from bangfu.loaders.training.examples import Example

GOLD = Path(__file__).resolve().parents[2] / "gold" / "train"
SHIPPED = files("bangfu.loaders") / "data" / "models" / "bodies.crfsuite"


def test_the_names_of_the_articles_are_those_of_their_bodies():
    found = articles_with_bodies(GOLD)
    assert len(found) > 80
    forms = {one.text[a:b] for _, one in found for a, b in one.names}
    assert len(forms) > 500
    assert not [form for form in forms if form.startswith(("该", "我", "两校"))]


def test_a_small_model_is_the_same_twice(tmp_path):
    examples = [Example("听说云帆助学团捐了书。" * 20, (), ((2, 7), (13, 18)))] * 5
    fit(examples, tmp_path / "a", rounds=5)
    fit(examples, tmp_path / "b", rounds=5)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_shipped_model_is_small():
    assert len(SHIPPED.read_bytes()) < 500_000


@on_its_machine
def test_the_shipped_model_is_what_its_data_give(tmp_path):
    """About 40 seconds of one core. When it fails: run bangfu.loaders.training.bodies again."""
    fit(training_set([example for _, example in articles_with_bodies(GOLD)]), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == SHIPPED.read_bytes()
