from bangfu.loaders.training.fitting import labels, train


def test_names_are_labelled_by_their_signs():
    starts, ends = [0, 1, 2, 3, 6], [1, 2, 3, 6, 7]
    assert labels([(1, 6)], starts, ends) == ["O", "B", "M", "E", "O"]


def test_a_name_that_does_not_fit_the_signs_or_has_one_sign_is_left_out():
    assert labels([(0, 1), (1, 5)], [0, 1, 2, 3], [1, 2, 3, 6]) == ["O"] * 4


def test_the_same_runs_give_the_same_bytes(tmp_path):
    runs = [([("0甲",), ("0乙",), ("0丙",)], ["B", "E", "O"])] * 20
    for name in "ab":
        train(runs, tmp_path / name, rounds=5, sparse=0.1, least=1)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
