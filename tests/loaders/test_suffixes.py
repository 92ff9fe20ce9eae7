from bangfu.loaders.suffixes import last_suffix, suffixes, universities
from bangfu.ontology.records import Kind


def test_the_longest_ending_counts():
    assert last_suffix("天津市海河中学").text == "中学"
    assert last_suffix("都安第二高级中学").stage == "senior"
    assert last_suffix("旺苍县教育局").category == "education_authority"
    assert last_suffix("旺苍") is None


def test_schools_and_institutions_are_told_apart():
    table = suffixes()
    assert table["小学"].kind is Kind.SCHOOL
    assert table["教师进修学校"].kind is Kind.INSTITUTION
    assert table["教育集团"].kind is Kind.INSTITUTION


def test_universities_know_their_seat():
    assert universities()["北京师范大学"][0] == "110000"
