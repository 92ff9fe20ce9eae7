import re

from bangfu.loaders.aided import AID_TO, AIDED
from bangfu.loaders.gazetteer import divisions


def test_each_sign_is_of_a_province():
    for sign, code in AIDED.items():
        division = divisions().by_code(f"{code}0000")
        assert division is not None, sign


def test_the_pattern_reads_each_sign_and_no_other():
    for sign in AIDED:
        assert re.fullmatch(AID_TO, f"援{sign}")
    assert not re.search(AID_TO, "援建、援助、支援")
