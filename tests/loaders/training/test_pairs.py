import json
from importlib.resources import files
from pathlib import Path

from rebuilt import on_its_machine

from bangfu.loaders.training.pairs import FOLDERS, examples, fit, less_read, read_articles

TESTS = Path(__file__).parents[2]
SHIPPED = files("bangfu.loaders") / "data" / "models" / "pairs.crfsuite"


@on_its_machine
def test_the_shipped_model_is_what_its_data_give(tmp_path):
    """About 25 seconds of one core. When it fails: run bangfu.loaders.training.pairs again."""
    articles = [article for folder in FOLDERS for article in read_articles(TESTS / folder)]
    fit(articles, tmp_path / "model")
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
    # of the first sentence the pair and its reverse; of the second, no proof, the reverse only
    assert sorted(told) == [False, False, True]


def test_nothing_is_trained_on_what_is_kept_back():
    for kept in ("tellings/kept", "gold/pages"):
        assert list((TESTS / kept).glob("*.gold.json"))
        assert not [folder for folder in FOLDERS if Path(kept).is_relative_to(folder)]


def test_an_article_is_shown_with_all_half_and_none_of_what_the_rules_read(tmp_path):
    pairs = ("杭州市", "330100", "雷山县", "522634"), ("宁波市", "330200", "金阳县", "513430")
    (tmp_path / "one.txt").write_text(
        "\n".join(f"{one}对口帮扶{other}。" for one, _, other, _ in pairs), encoding="utf-8"
    )
    places = [(name, code) for one, a, other, b in pairs for name, code in ((one, a), (other, b))]
    gold = {
        "entities": [
            {"id": code, "type": "Place", "name": name, "adcode": code} for name, code in places
        ],
        "assistance": [
            {"helper": a, "recipient": b, "quote": f"{one}对口帮扶{other}"}
            for one, a, other, b in pairs
        ],
    }
    (tmp_path / "one.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (article,) = read_articles(tmp_path)
    assert len(article.page.told) == 2
    read = [len(page.told) for page in less_read(article.page)]
    assert read == [2, 1, 0]
    yes, no = fit([article], tmp_path / "model")
    assert (yes, no) == (6, 6)
