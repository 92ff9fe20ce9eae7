from bangfu.loaders.training.goldread import gold_articles, ids_of
from bangfu.ontology.records import Kind, Mention

GOLD = {
    "entities": [
        {"id": "a", "type": "Place", "name": "旺苍县", "adcode": "510821"},
        {"id": "b", "type": "Institution", "name": "江口书院", "aliases": ["书院"]},
        {"id": "c", "type": "Person", "name": "阿依·古丽"},
    ]
}


def mention(kind, name, key="", text="书院"):
    return Mention(kind=kind, name=name, key=key or name, start=0, end=len(text))


def test_a_place_by_its_code_a_body_by_a_form_a_person_by_any_dot():
    ids = ids_of(GOLD)
    assert ids.of(mention(Kind.PLACE, "旺苍", "510821"), "旺苍") == "a"
    assert ids.of(mention(Kind.SCHOOL, "某书院"), "书院来人") == "b"
    assert ids.of(mention(Kind.PERSON, "阿依•古丽"), "无") == "c"


def test_what_the_gold_does_not_know_is_none():
    assert ids_of(GOLD).of(mention(Kind.PERSON, "旺苍县", text="旺苍县"), "旺苍县") is None


def test_each_article_with_its_gold_in_order(tmp_path):
    for name in ("two", "one"):
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
        (tmp_path / f"{name}.gold.json").write_text(f'{{"doc": "{name}"}}', encoding="utf-8")
    found = [(path.name, gold["doc"]) for path, gold in gold_articles(tmp_path)]
    assert found == [("one.txt", "one"), ("two.txt", "two")]
