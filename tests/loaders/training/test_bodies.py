from rebuilt import GOLD, assert_program_writes, on_its_machine, same_twice, shipped

from bangfu.loaders.training import bodies
from bangfu.loaders.training.bodies import FOLDERS, articles_with_bodies, fit, training_set
from bangfu.loaders.training.examples import Example

MODEL = "bodies.crfsuite"


def test_the_names_of_the_articles_are_those_of_their_bodies():
    found = articles_with_bodies(GOLD)
    assert len(found) > 80
    forms = {one.text[a:b] for _, one in found for a, b in one.names}
    assert len(forms) > 500
    assert not [form for form in forms if form.startswith(("该", "我", "两校"))]


def test_a_small_model_is_the_same_twice(tmp_path):
    examples = [Example("听说云帆助学团捐了书。" * 20, (), ((2, 7), (13, 18)))] * 5
    assert same_twice(fit, examples, tmp_path)


def test_the_shipped_model_is_small():
    assert len(shipped(MODEL)) < 500_000


@on_its_machine
def test_the_shipped_model_is_what_its_data_give(tmp_path):
    """About 40 seconds of one core. When it fails: run bangfu.loaders.training.bodies again."""
    folders = [GOLD.parent / folder for folder in FOLDERS]
    articles = [one for folder in folders for _, one in articles_with_bodies(folder)]
    fit(training_set(articles), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == shipped(MODEL)


def test_the_program_reads_the_articles_of_a_folder_and_writes_what_they_give(
    tmp_path, monkeypatch
):
    assert_program_writes(bodies, len(articles_with_bodies(GOLD)), tmp_path, monkeypatch)
