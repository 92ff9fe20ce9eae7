import json

from bangfu.loaders.models import shipped
from bangfu.loaders.training.bodycross import compare_bodies
from bangfu.loaders.training.crossval import Tally

GOLD = {
    "entities": [
        {"type": "Institution", "name": "旺苍县教育局"},
        {"type": "Institution", "name": "云帆助学团"},
        {"type": "School", "name": "青山中学"},
        {"type": "Person", "name": "李明远"},
    ]
}


def test_an_article_is_compared_with_its_gold_without_and_with_the_model(tmp_path):
    article, gold = tmp_path / "x.txt", tmp_path / "x.gold.json"
    article.write_text("旺苍县教育局李明远来了。来自南岭石油的志愿者也来了。\n", encoding="utf-8")
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    assert compare_bodies(article, gold, None) == Tally(right=1, wrong=0, missed=2, alone=0)
    seen = compare_bodies(article, gold, shipped("bodies"))
    assert seen == Tally(right=1, wrong=1, missed=2, alone=1)
