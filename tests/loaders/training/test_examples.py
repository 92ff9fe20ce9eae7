import json

from bangfu.loaders.training.examples import article_examples, swapped


def article(folder, text, *entities):
    (folder / "x01.txt").write_text(text, encoding="utf-8")
    (folder / "x01.gold.json").write_text(
        json.dumps({"entities": list(entities)}, ensure_ascii=False), encoding="utf-8"
    )
    return [example for _, example in article_examples(folder)]


def entity(kind, name, *aliases, optional=False):
    return {"type": kind, "name": name, "aliases": list(aliases), "optional": optional}


TEXT = "青山中学王芳来了。王芳说，王老师很好。"


def test_every_place_of_a_gold_name_is_a_span(tmp_path):
    (example,) = article(
        tmp_path, TEXT, entity("School", "青山中学"), entity("Person", "王芳", "王老师")
    )
    assert [TEXT[a:b] for a, b in example.names] == ["王芳", "王芳"]
    assert [m.name for m in example.mentions] == ["青山中学"]


def test_an_article_whose_persons_are_not_there_teaches_nothing(tmp_path):
    assert article(tmp_path, TEXT, entity("Person", "李敏")) == []


def test_an_optional_person_may_be_missing(tmp_path):
    assert len(article(tmp_path, TEXT, entity("Person", "李敏", optional=True))) == 1


def test_swapping_gives_every_person_one_new_name_and_moves_the_rest(tmp_path):
    (example,) = article(tmp_path, TEXT, entity("School", "青山中学"), entity("Person", "王芳"))
    new = swapped(example, lambda _: "欧阳文慧")
    assert new.text == TEXT.replace("王芳", "欧阳文慧")
    assert [new.text[a:b] for a, b in new.names] == ["欧阳文慧", "欧阳文慧"]
    assert [new.text[m.start : m.end] for m in new.mentions] == ["青山中学"]
