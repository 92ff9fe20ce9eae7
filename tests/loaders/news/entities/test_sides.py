from bangfu.loaders.news.entities.sides import (
    codes_of,
    contains,
    direction,
    is_government,
    stated_of,
)
from bangfu.ontology.records import Kind, Mention


def place(name, code):
    return Mention(kind=Kind.PLACE, name=name, key=code, start=0, end=1)


def school(name):
    return Mention(kind=Kind.SCHOOL, name=name, key=name, start=0, end=1)


def body(name):
    return Mention(kind=Kind.INSTITUTION, name=name, key=name, start=0, end=1)


def test_where_a_body_lies_is_read_from_its_name():
    assert codes_of(school("深圳市外国语实验学校")) == ("440300", "440000")
    assert codes_of(school("河池市都安第二高级中学"))[0] == "451228"
    assert codes_of(body("民盟昭通市委"))[0] == "530600"
    assert codes_of(school("育才学校")) == ()


def test_a_known_pair_and_east_and_west_tell_the_direction():
    assert direction(place("滨海新区", "120116"), place("黄南藏族自治州", "632300")) == 1
    assert direction(place("黄南藏族自治州", "632300"), place("滨海新区", "120116")) == -1
    assert direction(school("靖西市职业技术学校"), school("深圳市职业技术学校")) == -1


def test_what_the_article_states_comes_first():
    one, other = place("利川市", "422802"), place("宜昌市", "420500")
    assert direction(one, other) == 0
    assert direction(one, other, stated_of([(one, other)])) == 1
    near = school("利川市第一中学")
    assert direction(near, school("宜昌市第一中学"), stated_of([(one, other)])) == 1


def test_a_pair_is_judged_by_the_rest():
    one, other = place("利川市", "422802"), place("宜昌市", "420500")
    near, far = school("利川市第一中学"), school("宜昌市第一中学")
    stated = stated_of([(one, other), (far, near)])
    assert direction(far, near, stated) == 1
    assert direction(far, near, stated, own=False) == -1


def test_nothing_known_stays_open():
    assert direction(school("育才学校"), school("启明学校")) == 0


def test_containment():
    assert contains(place("四川省", "510000"), place("旺苍县", "510821"))
    assert contains(place("旺苍县", "510821"), school("旺苍县第一中学"))
    assert contains(body("旺苍县教育局"), school("旺苍县第一中学"))
    assert not contains(place("滨海新区", "120116"), place("旺苍县", "510821"))
    assert is_government(body("旺苍县人民政府"))
    assert not is_government(body("旺苍县慈善总会"))


def test_a_county_that_was_only_added_to_a_name_gives_no_direction():
    written = Mention(kind=Kind.SCHOOL, name="丹寨县甲初级中学", key="甲", start=0, end=8)
    whole = Mention(kind=Kind.SCHOOL, name="丹寨县乙镇初级中学", key="乙", start=10, end=19)
    short = Mention(kind=Kind.SCHOOL, name="丹寨县乙镇初级中学", key="乙", start=10, end=16)
    assert direction(written, whole) == 1
    assert direction(written, short) == 0
    assert direction(written, short, context={"522636", "440605"}) == 0
    assert direction(written, short, context={"522636"}) == 1
    assert direction(short, written, context={"522636"}) == -1


def test_a_university_helps_and_the_seat_of_it_is_known():
    assert codes_of(school("东华大学"))[-1] == "310000"
    assert direction(school("四川大学"), school("金阳县中学校")) == 1
    assert direction(school("东华大学"), school("北方民族大学")) == 1


def test_a_school_and_the_government_of_another_county():
    one, other = body("武强县人民政府"), school("衡水第九中学")
    assert direction(one, other) == -1
    assert direction(other, one) == 1


def test_a_school_whose_county_was_only_supposed():
    pupil = Mention(kind=Kind.SCHOOL, name="丹寨县第一小学", key="1", start=0, end=7)
    guess = Mention(kind=Kind.SCHOOL, name="丹寨县灯湖小学", key="2", start=0, end=4)
    told = stated_of([(place("南海区", "440605"), place("丹寨县", "522636"))])
    assert direction(guess, pupil, told) == 1
    assert direction(pupil, guess, told) == -1
    assert direction(guess, pupil) == 0


def test_weaker_signs_count_only_where_the_wording_leaves_the_direction_open():
    def side(kind, name, key=None):
        return Mention(kind=kind, name=name, key=key or name, start=0, end=len(name))

    def way(one, other):
        assert direction(one, other) == 0
        assert direction(other, one, middle=True) == -direction(one, other, middle=True)
        return direction(one, other, middle=True)

    east = side(Kind.PLACE, "绍兴市", "330600")
    middle = side(Kind.PLACE, "邵阳市", "430500")
    assert way(east, middle) == 1
    assert (
        way(side(Kind.PLACE, "攀枝花市", "510400"), side(Kind.PLACE, "木里藏族自治县", "513422"))
        == 1
    )
    assert (
        way(side(Kind.INSTITUTION, "东风食品有限公司"), side(Kind.INSTITUTION, "青山少年宫")) == 1
    )


def test_the_committee_of_a_party_governs_nothing():
    party = Mention(kind=Kind.INSTITUTION, name="民盟宜昌市委", key="a", start=0, end=6)
    office = Mention(kind=Kind.INSTITUTION, name="宜昌市委", key="b", start=0, end=4)
    school = Mention(kind=Kind.SCHOOL, name="点军区怡化小学", key="c", start=0, end=7)
    assert not is_government(party)
    assert is_government(office)
    assert not contains(party, school, frozenset({"420500"}))


def test_a_firm_is_not_of_the_county_whose_short_name_it_bears():
    bank = Mention(kind=Kind.INSTITUTION, name="兴业银行", key="兴业银行", start=0, end=4)
    office = Mention(kind=Kind.INSTITUTION, name="兴业县教育局", key="兴业县教育局", start=0, end=6)
    assert codes_of(bank) == ()
    assert codes_of(office)[0] == "450924"


def test_an_experimental_school_helps_the_central_one_of_its_county():
    assert direction(school("宣汉县实验小学"), school("庙安中心小学")) == 1
    assert direction(school("庙安中心小学"), school("宣汉县实验小学")) == -1


def test_a_university_helps_a_college_where_the_wording_leaves_it_open():
    one, other = school("贵州师范大学"), school("毕节职业技术学院")
    assert direction(one, other) == 0
    assert direction(one, other, middle=True) == 1
    assert direction(other, one, middle=True) == -1
