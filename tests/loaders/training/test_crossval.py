import json

from bangfu.loaders.training.crossval import Tally, compare


def test_counts_add_up_and_print():
    total = Tally(3, 1, 1, 1) + Tally(1, 0, 1, 0)
    assert total == Tally(4, 1, 2, 1)
    assert str(total).startswith("P 0.800 R 0.667 F1 0.727")


def test_an_article_is_compared_with_its_gold(tmp_path):
    article = tmp_path / "x.txt"
    article.write_text("青山中学校长李明远主持会议，副校长王芳出席。\n", encoding="utf-8")
    gold = tmp_path / "x.gold.json"
    people = [
        {"type": "Person", "name": "李明远", "aliases": [], "optional": False},
        {"type": "Person", "name": "陈丽", "aliases": [], "optional": False},
        {"type": "School", "name": "青山中学"},
    ]
    gold.write_text(json.dumps({"entities": people}), encoding="utf-8")
    assert compare(article, gold, None) == Tally(right=1, wrong=1, missed=1, alone=0)
