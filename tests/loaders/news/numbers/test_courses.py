from bangfu.loaders.news.numbers.courses import course_of
from bangfu.loaders.news.numbers.numbers import find_counts
from bangfu.ontology.records import Event, EventKind, Evidence


def event(name, text):
    start = text.index(name)
    end = start + len(name)
    evidence = Evidence(
        quote=name, raw_start=start, raw_end=end, start=start, end=end, method="x 1"
    )
    return Event(event_kind=EventKind.TRAINING, name=name, evidence=(evidence,))


def course(text, *names):
    (count,) = find_counts(text)
    start = text.rfind("\n") + 1
    found = course_of(text, count, [event(name, text) for name in names], start, len(text))
    return found.name if found else None


def test_learners_are_counted_at_the_course_of_the_headline():
    text = "骨干校长研修班顺利开班\n来自三市的97名学员到杭州学习。"
    assert course(text, "骨干校长研修班") == "骨干校长研修班"
    assert course("来自三市的97名学员参加骨干校长研修班。", "骨干校长研修班") == "骨干校长研修班"


def test_others_and_learners_of_several_courses_are_not():
    text = "骨干校长研修班和教师培训班开班\n来自三市的97名学员到杭州学习。"
    assert course(text, "骨干校长研修班", "教师培训班") is None
    assert course("骨干校长研修班开班\n选派97名教师支教。", "骨干校长研修班") is None
