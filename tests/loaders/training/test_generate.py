import random

from bangfu.loaders.news.people.peoplewords import people_words
from bangfu.loaders.news.people.surnames import compounds
from bangfu.loaders.training.generate import made_up, patterns, random_name


def test_the_same_seed_gives_the_same_sentences():
    assert made_up(7, 50, 50) == made_up(7, 50, 50)
    assert made_up(7, 50, 50) != made_up(8, 50, 50)


def test_spans_hold_names_and_no_slot_is_left_open():
    examples = made_up(3, 400, 200)
    assert len(examples) == 600
    for example in examples:
        assert "{" not in example.text
        for start, end in example.names:
            assert 2 <= end - start <= 20
        for mention in example.mentions:
            assert example.text[mention.start : mention.end] == mention.name
    assert all(example.names == () for example in examples[400:])
    assert sum(bool(example.names) for example in examples[:400]) == 400


def test_names_are_of_many_kinds():
    rng = random.Random(5)
    names = [random_name(rng) for _ in range(2000)]
    sizes = {len(name) for name in names}
    assert {2, 3, 4} <= sizes
    assert any("·" in name for name in names)
    assert any(name[:2] in compounds() for name in names)
    usual = people_words("given_names")
    assert 600 < sum(name[1:] in usual for name in names) < 1200
    assert len(set(names)) > 1500


def test_portraits_hold_kin_trades_and_verbs_without_a_slot_left_open():
    texts = [example.text for example in made_up(4, 800, 0)]
    assert any(text.startswith(tuple(patterns("words.toml")["kin"])) for text in texts)
    assert any("律师" in text or "医生" in text or "老板" in text for text in texts)
    assert not any("{" in text for text in texts)
