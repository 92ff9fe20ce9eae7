from bangfu.loaders.news.entities.crf import in_word, known, spans, told, told_met

COLUMNS = [("0", ["甲", "乙"]), ("a", ["x", "y"])]


class Fixed:
    """A tagger that always says the same."""

    def __init__(self, labels, score=0.8):
        self.labels, self.score = labels, score

    def set(self, features):
        self.size = len(features)

    def tag(self):
        return self.labels[: self.size]

    def marginal(self, label, at):
        return self.score if label == "B" else self.score / 2


def test_features_bear_the_mark_of_their_column():
    assert told(COLUMNS) == [("0甲", "ax"), ("0乙", "ay")]


def test_features_that_the_model_never_met_are_left_out():
    met = known(["0甲", "ay"])
    assert told_met(COLUMNS, met) == [("0甲".encode(),), (b"ay",)]


def test_a_word_marks_its_first_inner_and_last_character():
    assert in_word("n", 1) == ["n1"]
    assert in_word("n", 4) == ["nB", "nM", "nM", "nE"]


def test_a_span_goes_from_b_to_e_and_has_the_lower_probability_of_its_edges():
    rows = [()] * 5
    (one,) = spans(Fixed(["O", "B", "M", "E", "O"]), rows, range(10, 15), range(11, 16))
    assert (one.start, one.end, one.score) == (11, 14, 0.4)


def test_labels_that_do_not_close_are_no_span():
    rows = [()] * 3
    assert spans(Fixed(["B", "M", "M"]), rows, range(3), range(1, 4)) == []
    assert spans(Fixed(["B", "O", "E"]), rows, range(3), range(1, 4)) == []
    assert spans(Fixed(["B", "M", "E"], 0.01), rows, range(3), range(1, 4)) == []
