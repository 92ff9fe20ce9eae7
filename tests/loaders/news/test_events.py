from marked import marked

from bangfu.loaders.news.clean import from_text
from bangfu.loaders.news.events import find_events
from bangfu.ontology.records import EventKind, Role

TAIL = "大家为帮扶和支教点赞。"


def events(text, published=None):
    plain, mentions = marked(text + TAIL)
    return find_events(from_text(plain), mentions, published)


def test_a_named_gathering_with_its_roles_and_place():
    (event,) = events(
        "2025年3月27日，由{i - 四川省教育厅}主办、{i - 四川省教师发展中心}承办、{i - 营山县教体局}和{s - 四川师范大学}协办的帮扶教师培训项目推进会在{p 511322 营山县}举行。"
    )
    assert event.name == "帮扶教师培训项目推进会"
    assert (event.event_kind, str(event.since)) == (EventKind.MEETING, "2025-03-27")
    assert event.venue is not None
    assert event.venue.name == "营山县"
    assert {(p.who.name, p.role) for p in event.participations} == {
        ("四川省教育厅", Role.ORGANIZER),
        ("四川省教师发展中心", Role.UNDERTAKER),
        ("营山县教体局", Role.CO_ORGANIZER),
        ("四川师范大学", Role.CO_ORGANIZER),
    }


def test_days_from_to():
    (event,) = events(
        "2024年9月23日至28日，{p 520502 七星关区}校长帮扶研修班在{p 530627 镇雄县}举行。"
    )
    assert (str(event.since), str(event.until), event.event_kind) == (
        "2024-09-23",
        "2024-09-28",
        EventKind.TRAINING,
    )


def test_a_dispatch_needs_a_date():
    (event,) = events("2024年2月20日，十名教师奔赴{p 632300 黄南藏族自治州}支教。")
    assert event.event_kind is EventKind.DISPATCH
    assert events("十名教师奔赴{p 632300 黄南藏族自治州}支教。") == ()


def test_what_was_not_held_and_what_is_no_assistance():
    assert events("2024年2月20日，帮扶现场会取消，没有召开座谈会。") == ()
    plain = "2024年2月20日，春季运动会在体育场举行。"
    assert find_events(from_text(plain), ()) == ()


def test_the_same_happening_is_told_once():
    found = events("教育帮扶座谈会召开。2024年2月20日，教育帮扶座谈会在{p 511322 营山县}召开。")
    assert len(found) == 1
