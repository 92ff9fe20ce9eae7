from marked import marked

from bangfu.loaders.news.assistance.relations import find_assistance
from bangfu.loaders.news.events.events import find_events
from bangfu.loaders.news.numbers.counts import find_observations
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Assistance, Measure, Unit

NING, XING = "{p 330200 宁波市}", "{p 513430 金阳县}"


def read(text):
    plain, mentions = marked(text)
    clean = from_text(plain)
    facts, _ = find_assistance(clean, mentions)
    events = find_events(clean, mentions)
    return find_observations(clean, mentions, facts, events)


def test_people_and_attendances_stay_apart():
    found = read(f"{NING}累计选派教师27名到{XING}支教，培训{XING}教师600余人次。")
    assert [(o.unit, o.value, o.minimum, o.measure) for o in found] == [
        (Unit.PERSON, 27, None, Measure.CUMULATIVE),
        (Unit.PERSON_TIME, None, 600, Measure.CUMULATIVE),
    ]
    assert [o.about.modality.value for o in found] == ["secondment", "training"]


def test_new_and_cumulative_and_as_of():
    new, total = read(
        f"{NING}新选派9名教师到{XING}支教。截至2024年1月，{NING}共选派教师94名到{XING}支教。"
    )
    assert (new.value, new.measure) == (9, Measure.INCREMENT)
    assert (total.value, total.measure, str(total.as_of)) == (94, Measure.CUMULATIVE, "2024-01")


def test_a_number_of_several_facts_is_about_the_helper():
    (found,) = read(f"{NING}选派18名教师到{XING}和{{p 513436 美姑县}}支教。")
    assert not isinstance(found.about, Assistance)
    assert found.about.name == "宁波市"


def test_money_in_yuan():
    (found,) = read(f"{NING}向{XING}捐赠150万元。")
    assert (found.unit, found.value, found.measure) == (Unit.CNY, 1_500_000, Measure.TOTAL)


def test_who_came_to_a_happening():
    found = read(f"2024年2月20日，{NING}支教帮扶座谈会在{XING}召开，150余人参加。")
    assert [(o.minimum, o.measure) for o in found] == [(150, Measure.ATTENDING)]


def test_the_size_of_a_group_is_no_observation():
    assert read(f"{NING}对口帮扶{XING}5所学校。") == ()


def test_a_number_without_its_sides_belongs_to_the_only_training():
    (found,) = read(f"{NING}为{XING}教师培训。截至目前，受培训教师已达上千余人次。")
    assert (found.unit, found.minimum, found.about.modality.value) == (
        Unit.PERSON_TIME,
        1000,
        "training",
    )


def test_who_is_given_something_is_not_sent():
    (found,) = read(f"{NING}向{XING}的150名学生捐赠冬衣。")
    assert (found.value, found.measure) == (150, Measure.BENEFITING)


def test_a_whole_is_not_the_number_of_its_part():
    school, other = "{s - 柳堤小学}", "{s - 石桥小学}"
    told = f"第三批教师共6名，其中{school}教师到{other}支教。"
    assert not any(isinstance(one.about, Assistance) for one in read(told))
    (found,) = read(f"{school}选派6名教师到{other}支教。")
    assert isinstance(found.about, Assistance)


def test_goods_are_counted_with_what_they_are():
    found = read(f"{NING}向{XING}捐赠图书1200册、笔记本电脑10台。")
    assert [(o.goods, o.unit, o.value) for o in found] == [
        ("图书", Unit.VOLUME, 1200),
        ("笔记本电脑", Unit.PIECE, 10),
    ]
    assert read(f"{NING}结对帮扶{XING}，学校有图书1200册。") == ()


def test_each_is_given_as_many():
    one, two = "{s - 甲县第一中学}", "{s - 甲县第二中学}"
    found = read(f"{{i - 宁波某某有限公司}}向{one}、{two}各捐赠教学一体机10台。")
    assert [(o.about.recipient.name, o.value) for o in found] == [
        ("甲县第一中学", 10),
        ("甲县第二中学", 10),
    ]


def test_the_part_of_a_sum_is_not_counted_again():
    found = read(f"{NING}向{XING}捐赠150万元，其中15万元用于修缮。")
    assert [o.value for o in found] == [1_500_000]


def test_money_told_beside_a_training_is_the_helpers():
    found = read(f"{NING}为{XING}培训教师600人次，累计投入资金3000万元。")
    money = [o for o in found if o.unit is Unit.CNY]
    assert [getattr(o.about, "name", None) for o in money] == ["宁波市"]


def test_what_is_counted_at_a_happening_took_part_in_it():
    found = read(f"2024年2月20日，{NING}支教帮扶座谈会在{XING}召开，高三年级72名党员已与学生谈心。")
    assert found == ()


def test_a_rate_is_no_number_of_people():
    assert read(f"{NING}每年选派9名教师到{XING}支教。") == ()


def test_a_number_within_a_name_counts_nothing():
    told = read("{i - 甲公司}向{p 510722 三台县}{s - 三台县第一中学}捐赠10台电脑。")
    assert [(one.value, one.goods) for one in told] == [(10, "电脑")]


def test_who_attends_is_told_far_behind_the_gathering():
    far = "大家为帮扶和支教点赞，" * 18
    (told,) = read(
        f"2031年3月1日，{NING}帮扶{XING}的教师培训开班式在{NING}举行。{far}。"
        f"来自{XING}的20名教师出席开班式。"
    )
    assert (told.value, told.measure) == (20, Measure.ATTENDING)
