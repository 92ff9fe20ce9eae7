from importlib.resources import files
from pathlib import Path

from rebuilt import on_its_machine

from bangfu.loaders.training.stays import FOLDERS, beliefs, examples, fit, read_articles
from bangfu.loaders.weights import Weights

TESTS = Path(__file__).parents[2]
SHIPPED = files("bangfu.loaders") / "data" / "models" / "stays.crfsuite"


@on_its_machine
def test_the_shipped_model_is_what_its_data_give(tmp_path):
    """About 30 seconds of one core. When it fails: run bangfu.loaders.training.stays again."""
    articles = [article for folder in FOLDERS for article in read_articles(TESTS / folder)]
    fit(articles, tmp_path / "model")
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
    who, where = [signs for signs, yes in told if yes]
    assert "who:np=1" in who
    assert "pbgo=到" in where
    assert "Tserve" in where
    assert not set(who) & set(where)


def test_the_home_is_no_host_and_a_teacher_who_stays_is_not_sent(tmp_path):
    text = "江口县民和中学教师李明远到雷山县民族中学支教。民和中学校长王建国说，欢迎他回来。\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(
        """{"entities": [
        {"id": "p", "type": "Person", "name": "李明远"},
        {"id": "q", "type": "Person", "name": "王建国"},
        {"id": "a", "type": "School", "name": "江口县民和中学"},
        {"id": "b", "type": "School", "name": "雷山县民族中学"}],
        "secondments": [{"person": "p", "from": "a", "to": "b"}]}""",
        encoding="utf-8",
    )
    (article,) = read_articles(tmp_path)
    told = [(signs[0].startswith("who:"), yes) for signs, yes in examples(article)]
    assert told[:2] == [(True, True), (True, False)]
    assert told.count((False, True)) == 1
    assert all(not of_person for of_person, _ in told[2:])


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


def test_the_likeliest_stay_of_everybody_is_one_to_believe_or_not(tmp_path):
    text = "江口县民和中学教师李明远支教一年。雷山县民族中学很大，该校校长王建国很高兴。\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(
        """{"entities": [
        {"id": "p", "type": "Person", "name": "李明远"},
        {"id": "q", "type": "Person", "name": "王建国"},
        {"id": "a", "type": "School", "name": "江口县民和中学"},
        {"id": "b", "type": "School", "name": "雷山县民族中学"}],
        "secondments": [{"person": "p", "from": "a", "to": "b"}]}""",
        encoding="utf-8",
    )
    (article,) = read_articles(tmp_path)
    there = Weights({"who:g=校长": -2.0, "order=False": 2.0})
    told = list(beliefs(article, there))
    assert [yes for _, yes in told] == [True, False]
    assert all(sign.startswith("all:") for signs, _ in told for sign in signs)
    home = Weights({"who:g=校长": -2.0, "g>H教": 2.0})
    assert [yes for _, yes in beliefs(article, home)] == [False, False]
