from dataclasses import replace

from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.companions import COMPANION, PARTNER, by_companions, colleagues
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.sendings import Sent
from bangfu.loaders.news.posts.skeletons import skeletons

HOST = "白水中学"


def stay_of(mentions, who="李明远", host=HOST):
    person = next(m for m in mentions if m.name == who)
    to = next(m for m in mentions if m.name == host)
    return Sent(
        person=person, origin=None, destination=to, title=None,
        start=person.start, end=person.end, rule="goes",
    )  # fmt: skip


def told(text):
    people = named(text, person=["李明远", "王芳", "赵晓光"])
    things = named(text, school=[HOST, "青山中学"])
    stays = [stay_of((*people, *things))]
    found = by_companions(tuple(skeletons(from_text(text), things, people)), stays)
    return [(s.person.name, s.destination.name, s.rule) for s in found]


def test_who_came_before():
    text = f"李明远到{HOST}支教。他的前任王芳已经回到青山中学。"
    assert told(text) == [("王芳", HOST, COMPANION)]
    assert told(f"李明远到{HOST}支教。青山中学的前任校长很高兴。") == []


def test_who_came_along():
    text = f"李明远到{HOST}支教。和李明远同来的还有青山中学的王芳、赵晓光。"
    assert told(text) == [("王芳", HOST, COMPANION), ("赵晓光", HOST, COMPANION)]
    assert told(f"李明远到{HOST}支教。和李明远一起看望学生的还有青山中学的王芳。") == []


def scene(text, **schools):
    clean = from_text(text)
    return scene_of(clean, named(text, **schools), named(text, person=["李明远", "王芳", "赵晓光"]))


CITY = ["天津市第七中学", "天津市第九中学"]


def test_a_colleague_from_the_same_city_serves_at_the_one_school():
    text = f"天津市第七中学的李明远到{HOST}支教。王芳来自天津市第九中学。赵晓光来自青山中学。"
    told = scene(text, school=[*CITY, HOST, "青山中学"])
    by_name = {m.name: m for m in (*told.people, *told.things)}
    stay = replace(stay_of(tuple(by_name.values())), origin=by_name[CITY[0]])
    origins = {
        by_name["王芳"].key: by_name[CITY[1]],
        by_name["赵晓光"].key: by_name["青山中学"],
    }
    assert list(colleagues(told, origins, [])) == []
    found = list(colleagues(told, origins, [stay]))
    assert [s.person.name for s in found] == []  # 青山中学 might be where she serves as well
    text = text.replace("赵晓光来自青山中学。", "")
    told = scene(text, school=[*CITY, HOST])
    found = list(colleagues(told, {by_name["王芳"].key: by_name[CITY[1]]}, [stay]))
    assert [(s.person.name, s.destination.name) for s in found] == [("王芳", HOST)]
    visit = scene(text.replace("王芳来自", "参加慰问的王芳来自"), school=[*CITY, HOST])
    assert list(colleagues(visit, {by_name["王芳"].key: by_name[CITY[1]]}, [stay])) == []


def test_a_partner_is_one_who_shares_the_work():
    text = f"李明远在{HOST}支教。李明远和青山中学的王芳轮流上课。"
    assert told(text) == [("王芳", HOST, PARTNER)]


def test_who_takes_over_from_somebody_serves_where_that_one_does():
    assert told(f"李明远到{HOST}支教。今年，王芳接替李明远的班。") == [("王芳", HOST, COMPANION)]
    assert told(f"李明远到{HOST}支教。今年，王芳接替赵晓光的班。") == []


def test_who_serves_at_this_place_too():
    text = f"在{HOST}支教的李明远笑了。同在这里支教的王芳、赵晓光也笑了。"
    assert told(text) == [("王芳", HOST, COMPANION), ("赵晓光", HOST, COMPANION)]
    assert told(f"在{HOST}支教的李明远笑了。同在这里上学的王芳也笑了。") == []


def test_who_came_along_with_all_of_them_whoever_is_named_last():
    text = f"李明远到{HOST}支教。学生赵晓光说：“他很好。”同去支教的王芳点头。"
    assert told(text) == [("王芳", HOST, COMPANION)]


def test_a_partner_of_a_member_whose_school_is_told_once():
    text = (
        "青山中学的阶梯教室坐满了人。讲课的是援疆教师、天津市第七中学老师李明远。"
        "去年以来，他和天津市第九中学的王芳轮流给学生补课。"
    )
    page = scene(text, school=["青山中学", *CITY])
    assert {(s.person.name, s.destination.name) for s in page.rule_stays} == {
        ("李明远", "青山中学"),
        ("王芳", "青山中学"),
    }


def test_the_others_of_their_team():
    text = f"李明远到{HOST}支教。他们的队员还有王芳和赵晓光，一共三人。"
    assert told(text) == [("王芳", HOST, COMPANION), ("赵晓光", HOST, COMPANION)]


def test_who_came_here_together():
    text = f"李明远在{HOST}支教。她和同事王芳从青山中学来这里支教。"
    clean = from_text(text)
    mentions = named(text, person=["李明远", "王芳"], school=[HOST, "青山中学"])
    things = [m for m in mentions if m.name in (HOST, "青山中学")]
    people = [m for m in mentions if m.name in ("李明远", "王芳")]
    found = list(by_companions(skeletons(clean, things, people), [stay_of(mentions)]))
    assert [(s.person.name, s.destination.name, s.rule) for s in found] == [
        ("王芳", HOST, COMPANION)
    ]
