import re

from bangfu.loaders.aided import AID_TO, AIDED, AIDS, REGION_SIGNS
from bangfu.loaders.gazetteer import divisions


def test_each_sign_is_of_a_province():
    for sign, code in AIDED.items():
        division = divisions().by_code(f"{code}0000")
        assert division is not None, sign


def test_the_pattern_reads_each_sign_and_no_other():
    for sign in AIDED:
        assert re.fullmatch(AID_TO, f"援{sign}")
    assert not re.search(AID_TO, "援建、援助、支援")
    assert set(REGION_SIGNS) == set(AIDED)


def test_to_support_a_region_in_other_words_is_not_meant():
    assert not AIDS.search("对口支援宁夏学校结对名单")
    assert not AIDS.search("支援青年教师，声援青海")
    assert AIDS.search("第八批援宁教师")[0] == "援宁"
