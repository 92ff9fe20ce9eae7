from importlib.resources import files
from pathlib import Path

from rebuilt import on_its_machine

from bangfu.loaders.training.stays import examples, fit, read_articles

GOLD = Path(__file__).parents[2] / "gold"
SHIPPED = files("bangfu.loaders") / "data" / "models" / "stays.crfsuite"


@on_its_machine
def test_the_shipped_model_is_what_its_data_give(tmp_path):
    """About 10 seconds of one core. When it fails: run bangfu.loaders.training.stays again."""
    fit(read_articles(GOLD), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == SHIPPED.read_bytes()


def test_a_person_and_the_school_of_the_gold_is_a_stay(tmp_path):
    text = (
        "江口县民和中学教师李明远，去年到雷山县民族中学支教。他说，雷山县民族中学的学生很用功。\n"
    )
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(
        """{"entities": [
        {"id": "p", "type": "Person", "name": "李明远"},
        {"id": "a", "type": "School", "name": "江口县民和中学"},
        {"id": "b", "type": "School", "name": "雷山县民族中学"}],
        "secondments": [{"person": "p", "from": "a", "to": "b"}]}""",
        encoding="utf-8",
    )
    (article,) = read_articles(tmp_path)
    told = list(examples(article))
    assert [stay for _, stay in told].count(True) == 1
    (signs,) = [signs for signs, stay in told if stay]
    assert "pbgo=到" in signs
    assert "Tserve" in signs


def test_an_optional_person_is_no_example(tmp_path):
    (tmp_path / "one.txt").write_text("李明远老师到雷山县民族中学支教。\n", encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(
        """{"entities": [
        {"id": "p", "type": "Person", "name": "李明远", "optional": true},
        {"id": "b", "type": "School", "name": "雷山县民族中学"}], "secondments": []}""",
        encoding="utf-8",
    )
    (article,) = read_articles(tmp_path)
    assert list(examples(article)) == []
