"""Bodies that one look at the text shows whole."""

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.shapes import shaped
from bangfu.loaders.news.entities.words import cut
from bangfu.ontology.records import Kind


def names(text):
    words = cut(text)
    return [(text[h.start : h.end], h.kind) for h in shaped(words, find_places(words))]


def test_an_office_of_a_university_ends_before_its_head():
    found = names("四川大学后勤保障部部长李某、四川大学国内合作办公室主任王某来了。")
    assert ("四川大学后勤保障部", Kind.INSTITUTION) in found
    assert ("四川大学国内合作办公室", Kind.INSTITUTION) in found
    assert ("四川大学", Kind.SCHOOL) in found


def test_a_university_alone_has_no_office():
    assert names("四川大学教授和四川大学党委副书记到了部里") == [("四川大学", Kind.SCHOOL)] * 2


def test_an_office_that_a_university_helps_is_not_its_own():
    assert names("四川大学帮扶旺苍县乡村振兴办公室主任") == [("四川大学", Kind.SCHOOL)]


def test_the_central_school_of_a_town_without_its_level():
    assert names("向三禾中心小学捐书") == [("三禾中心小学", Kind.SCHOOL)]
    assert names("为乡镇中心小学捐书，到农村中心小学去") == []


def test_a_school_called_by_its_founder():
    assert names("国立明德高级中学来访")[0] == ("国立明德高级中学", Kind.SCHOOL)


def test_a_branch_of_a_bank_told_by_two_letters():
    found = names("建行杭州建德支行的志愿者与中行盐城分行来了，建行员工也来了。")
    assert found == [("建行杭州建德支行", Kind.INSTITUTION), ("中行盐城分行", Kind.INSTITUTION)]
