from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.farewells import FAREWELL, by_farewells
from bangfu.loaders.news.posts.skeletons import skeletons
from bangfu.ontology.records import Kind, Mention

HOME, HOST = "福建省青山中学", "白水中学"


def told(text):
    people = named(text, person=["李明远", "王芳"])
    things = [
        *named(text, school=[HOME, HOST], place=["青山镇", "红河镇"]),
        *(
            Mention(kind=Kind.PLACE, name="新疆", key="650000", start=m.start, end=m.end)
            for m in named(text, place=["新疆"])
        ),
    ]
    things.sort(key=lambda m: m.start)
    read = tuple(skeletons(from_text(text), things, people))
    found = by_farewells(text, read, things, frozenset())
    return [
        (s.person.name, s.origin and s.origin.name, s.destination and s.destination.name, s.rule)
        for s in found
    ]


def test_who_is_seen_off_goes_to_the_region_that_the_word_names():
    text = f"{HOME}领导齐聚，在会议室为李明远老师举行简单的援疆支教欢送会。新疆很远。"
    assert told(text) == [("李明远", HOME, "新疆", FAREWELL)]
    assert told(text.replace("新疆很远。", "")) == [("李明远", HOME, None, FAREWELL)]


def test_who_is_thanked_at_the_end_is_not_seen_off_from_home():
    assert told(f"{HOST}为圆满完成任务的李明远老师举行援疆支教欢送会。") == []
    assert told(f"{HOST}为李明远老师一年的付出举行座谈会，援疆期满送别。") == []
    assert told(f"{HOME}为李明远老师举行生日会。") == []


def test_who_is_brought_to_the_place_of_service():
    assert told(f"校长赴{HOST}，护送李明远老师到岗。") == [("李明远", None, HOST, FAREWELL)]
    assert told(f"一行人护送李明远、王芳到{HOST}支教。") == [
        ("李明远", None, HOST, FAREWELL),
        ("王芳", None, HOST, FAREWELL),
    ]
    assert told(f"校长赴{HOST}，送李明远老师一本书。") == []


def test_each_to_the_place_of_the_same_rank():
    text = "一行前往青山镇石桥村、红河镇大湾村，分别将李明远、王芳两名干部送到村里任职。"
    assert [one[::2] for one in told(text)] == [("李明远", "青山镇"), ("王芳", "红河镇")]
    assert told(text.replace("、王芳", "")) == []
