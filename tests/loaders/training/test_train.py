from importlib.resources import files
from pathlib import Path

from rebuilt import on_its_machine

from bangfu.loaders.training.examples import Example, article_examples
from bangfu.loaders.training.train import fit, training_set

GOLD = Path(__file__).resolve().parents[2] / "gold" / "train"
SHIPPED = files("bangfu.loaders") / "data" / "models" / "persons.crfsuite"


def test_a_small_model_is_the_same_twice(tmp_path):
    examples = [Example("校长王芳说，大家好。" * 5, (), ((2, 4),))] * 5
    fit(examples, tmp_path / "a", rounds=5)
    fit(examples, tmp_path / "b", rounds=5)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_shipped_model_is_small():
    assert len(SHIPPED.read_bytes()) < 500_000


@on_its_machine
def test_the_shipped_model_is_what_its_data_give(tmp_path):
    """About 30 seconds of one core. When it fails: run bangfu.loaders.training.train again."""
    articles = [example for _, example in article_examples(GOLD)]
    fit(training_set(articles), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == SHIPPED.read_bytes()
