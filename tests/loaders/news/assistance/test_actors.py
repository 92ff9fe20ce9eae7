import pytest
from marked import marked

from bangfu.loaders.news.assistance.actors import (
    fine_codes,
    is_one_actor,
    only_helper,
    site_before,
    sole_school,
)
from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.symbols import view
from bangfu.ontology.records import Kind, Mention, Modality, Status


def side(kind, name, key=None):
    return Mention(kind=kind, name=name, key=key or name, start=0, end=len(name))


PROVINCE = side(Kind.PLACE, "安徽省", "340000")
CITY = side(Kind.PLACE, "芜湖市", "340200")
OFFICE = side(Kind.INSTITUTION, "芜湖市教育局")
SCHOOL = side(Kind.SCHOOL, "芜湖市第一中学")
FIRM = side(Kind.INSTITUTION, "芜湖市东风有限公司")
TAKER = side(Kind.PLACE, "浪卡子县", "540531")


def claims(*helpers):
    return [
        Claim(one, TAKER, Modality.SECONDMENT, Status.ACTIVE, "x", 0.9, 0, 9) for one in helpers
    ]


def test_a_place_its_office_and_its_schools_are_one_side():
    assert is_one_actor(CITY, OFFICE)
    assert is_one_actor(OFFICE, CITY)
    assert is_one_actor(PROVINCE, CITY)
    assert is_one_actor(PROVINCE, SCHOOL)
    assert not is_one_actor(CITY, FIRM)
    assert not is_one_actor(SCHOOL, OFFICE)


def test_the_only_helper_is_the_one_of_whom_all_others_are_part():
    found = only_helper(claims(SCHOOL, PROVINCE, CITY))
    assert found is not None
    assert found.helper == PROVINCE
    assert only_helper(claims(PROVINCE, FIRM)) is None
    assert only_helper([]) is None


def test_the_sole_school_of_a_page_helps_nobody_and_is_no_university():
    def sole(text, *helpers):
        plain, mentions = marked(text)
        found = sole_school([view(plain, 0, len(plain), mentions)], helpers)
        return None if found is None else (found[0].name, plain[found[1] : found[2]])

    assert sole("{s - 隆德县第一中学}很美，{s - 隆德县第一中学}很好。")[1] == "隆德县第一中学"
    assert sole("{s - 隆德县第一中学}和{s - 隆德县第二中学}。") is None
    assert sole("{s - 隆德县第一中学}。", "隆德县第一中学") is None
    assert sole("{s - 同济大学}。") is None


def test_the_codes_of_a_province_tell_nothing_fine():
    assert fine_codes(CITY, frozenset()) == ("340200",)
    assert fine_codes(PROVINCE, frozenset()) == ()


def test_the_site_is_the_last_school_in_which_something_takes_place():
    plain, mentions = marked("仪式在{s - 隆德县第一中学}举行，{s - 福清第一中学}也来了。")
    found = view(plain, 0, len(plain), mentions)
    site = site_before(found, len(found.symbols), set(), set())
    assert site is not None
    assert site[0].name == "隆德县第一中学"
    assert site_before(found, len(found.symbols), {site[0].key}, set()) is None


def test_a_former_name_is_no_second_school():
    plain, mentions = marked("{s - 隆德县第一中学}原名{s - 红旗小学}，后来扩建。")
    found = view(plain, 0, len(plain), mentions)
    sole = sole_school([found], ())
    assert sole is not None
    assert sole[0].name == "隆德县第一中学"


@pytest.mark.parametrize(
    "text",
    ["12月中旬，{s - 隆德县第一中学}。", "在群山深处的{s - 隆德县第一中学}，{n - 丁一}说了很多。"],
)
def test_a_scene_opens_with_its_site(text):
    plain, mentions = marked(text)
    found = view(plain, 0, len(plain), mentions)
    assert site_before(found, len(found.symbols), set(), set()) is not None
