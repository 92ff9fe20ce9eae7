from rebuilt import GOLD, assert_program_writes, on_its_machine, same_twice, shipped

from bangfu.loaders.training import train
from bangfu.loaders.training.examples import Example, article_examples
from bangfu.loaders.training.goldread import FOLDERS
from bangfu.loaders.training.train import fit, training_set

MODEL = "persons.crfsuite"


def test_a_small_model_is_the_same_twice(tmp_path):
    examples = [Example("校长王芳说，大家好。" * 5, (), ((2, 4),))] * 5
    assert same_twice(fit, examples, tmp_path)


def test_the_shipped_model_is_small():
    assert len(shipped(MODEL)) < 1_200_000


@on_its_machine
def test_the_shipped_model_is_what_its_data_give(tmp_path):
    """About a minute of one core. When it fails: run bangfu.loaders.training.train again."""
    folders = [GOLD.parents[1] / folder for folder in FOLDERS]
    articles = [example for folder in folders for _, example in article_examples(folder)]
    fit(training_set(articles), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == shipped(MODEL)


def test_the_program_reads_the_articles_of_a_folder_and_writes_what_they_give(
    tmp_path, monkeypatch
):
    assert_program_writes(train, len(article_examples(GOLD)), tmp_path, monkeypatch)
