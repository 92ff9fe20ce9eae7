from bangfu.loaders.training.maxent import FOLDS, folds, train

EXAMPLES = [(["helps", f"n{n % 3}"], True) for n in range(30)]
EXAMPLES += [(["visits", f"n{n % 3}"], False) for n in range(30)]


def fit(articles, model):
    return train((one for article in articles for one in article), model, c1=0.02, c2=0.1)


def test_it_learns_and_the_same_examples_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        assert fit([EXAMPLES], tmp_path / name) == (30, 30)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_every_article_is_asked_about_once_by_a_model_that_never_saw_it():
    articles = [[(["helps", f"only{n}"], True), (["visits"], False)] * 3 for n in range(7)]
    asked = []
    for kept, weights in folds(articles, fit):
        for article in kept:
            asked.append(article)
            assert weights.probability(article[0][0]) > 0.5
            assert article[0][0][1] not in weights.table
    assert sorted(map(str, asked)) == sorted(map(str, articles))
    assert len(list(folds(articles, fit))) == FOLDS
