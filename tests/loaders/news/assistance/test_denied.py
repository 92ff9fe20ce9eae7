from marked import named

from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.denied import undenied
from bangfu.ontology.records import Modality, Status


def kept(text):
    one, other = (named(text, school=[name])[0] for name in ("甲中学", "乙小学"))
    claim = Claim(
        one, other, Modality.FUNDING, Status.ACTIVE, "x", 0.9, one.start, other.end + 2
    )  # fmt: skip
    return undenied(text, [(0, len(text))], [claim]) == [claim]


def test_a_claim_that_the_sentence_denies_is_none():
    assert kept("甲中学向乙小学捐款。")
    assert not kept("网传甲中学向乙小学捐款，经核实，没有此事。")


def test_who_retired_from_a_school_acts_for_no_school():
    assert not kept("甲中学退休教师丁一向乙小学捐款。")
    assert kept("甲中学教师丁一向乙小学捐款。")
