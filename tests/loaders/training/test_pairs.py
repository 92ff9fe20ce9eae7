from importlib.resources import files
from pathlib import Path

from rebuilt import on_its_machine

from bangfu.loaders.training.pairs import examples, fit, read_articles

GOLD = Path(__file__).parents[2] / "gold"
SHIPPED = files("bangfu.loaders") / "data" / "models" / "pairs.crfsuite"


@on_its_machine
def test_the_shipped_model_is_what_its_data_give(tmp_path):
    """About 10 seconds of one core. When it fails: run bangfu.loaders.training.pairs again."""
    fit(read_articles(GOLD), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == SHIPPED.read_bytes()


def test_a_pair_of_the_gold_is_help_where_its_quote_stands(tmp_path):
    text = "杭州市选派12名教师到雷山县支教。\n杭州市离雷山县很远。\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(
        """{"entities": [
        {"id": "a", "type": "Place", "name": "杭州市", "adcode": "330100"},
        {"id": "b", "type": "Place", "name": "雷山县", "adcode": "522634"}],
        "assistance": [{"helper": "a", "recipient": "b", "quote": "选派12名教师到雷山县支教"}]}""",
        encoding="utf-8",
    )
    (article,) = read_articles(tmp_path)
    told = [help_ for _, help_ in examples(article)]
    # of the first sentence: the pair and its reverse; the second has no word of help
    assert sorted(told) == [False, True]
