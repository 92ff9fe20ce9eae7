from marked import marked

from bangfu.loaders.news.numbers.givers import goes_elsewhere, of_the_giver
from bangfu.loaders.news.numbers.numbers import find_counts
from bangfu.ontology.records import Assistance, Evidence, Modality

SHOWN = (Evidence(quote="q", start=0, end=1, raw_start=0, raw_end=1, method="m 1"),)


def fact(helper, recipient):
    return Assistance(helper=helper, recipient=recipient, modality=Modality.FUNDING, evidence=SHOWN)


def test_who_goes_to_another_place_is_not_counted_here():
    plain, (bengbu, pishan) = marked("{p 340300 蚌埠市}选派8名赴{p 653223 皮山县}，5名赴山南市")
    here = fact(bengbu, pishan)
    eight, five = find_counts(plain)
    assert not goes_elsewhere(plain, eight, here)
    assert goes_elsewhere(plain, five, here)


def test_who_comes_here_or_to_the_county():
    plain, (bengbu, pishan) = marked("{p 340300 蚌埠市}、{p 653223 皮山县}：42名教师到县支教")
    assert not goes_elsewhere(plain, find_counts(plain)[-1], fact(bengbu, pishan))


def test_the_last_body_named_is_the_giver():
    plain, (one, boss, other, school) = marked(
        "{i - 甲公司}捐赠书架，{n - 王强}任会长的{i - 乙商会}向{s - 丙小学}捐赠30万元"
    )
    facts = [fact(one, school), fact(other, school)]
    count = find_counts(plain)[-1]
    assert of_the_giver(plain, count, facts, (one, boss, other, school), 0) == facts[1:]
    # one whom nobody has read as a giver gives it: nobody's number
    assert of_the_giver(plain, count, facts[:1], (one, boss, other, school), 0) == []


def test_funds_of_another_place():
    plain, (ke, ma, zhe) = marked(
        "在{p 330603 柯桥区}支持下，{p 511133 马边县}获得{p 330000 浙江}协作资金2860万元"
    )
    count = find_counts(plain)[-1]
    assert of_the_giver(plain, count, [fact(ke, ma)], (ke, ma, zhe), 0) == []
    assert of_the_giver(plain, count, [fact(zhe, ma)], (ke, ma, zhe), 0) == [fact(zhe, ma)]


def test_of_two_who_give_together_neither_gave_all():
    plain, (one, two, school) = marked("{n - 沈宏}和{n - 林浩}向{s - 丙小学}捐赠138万元")
    count = find_counts(plain)[-1]
    assert of_the_giver(plain, count, [fact(two, school)], (one, two, school), 0) == []


def test_a_general_word_names_no_place():
    plain, (fund, county) = marked("{i - 中国甲基金会}选派8名赴中国乙城，向{p 653223 皮山县}捐")
    assert goes_elsewhere(plain, find_counts(plain)[0], fact(fund, county))


def test_a_university_there_is_not_the_school_there():
    plain, (school, county) = marked("{s - 蚌埠第一中学}8名赴蚌埠医科大学，不到{p 653223 皮山县}")
    assert goes_elsewhere(plain, find_counts(plain)[0], fact(school, county))
    plain, (school, county) = marked("{s - 蚌埠第一中学}8名赴蚌埠跟岗，来自{p 653223 皮山县}")
    assert not goes_elsewhere(plain, find_counts(plain)[0], fact(school, county))


def test_without_a_fact_nobody_gives():
    plain, named = marked("{i - 甲公司}捐赠30万元")
    assert of_the_giver(plain, find_counts(plain)[0], [], named, 0) == []
