from bangfu.loaders.news.posts.sendings import Sent
from bangfu.loaders.news.posts.stayparts import ends_of, mates_of
from bangfu.ontology.records import Kind, Mention


def people(text, *names):
    found = [
        Mention(kind=Kind.PERSON, name=name, key=name, start=at, end=at + len(name))
        for name in names
        for at in [i for i in range(len(text)) if text.startswith(name, i)]
    ]
    return sorted(found, key=lambda m: m.start)


def test_who_stands_in_one_list():
    text = "王建国、李秀英（女）、张伟民和赵志强来了。周晓梅没来，陈立军、王建国走了。"
    names = ("王建国", "李秀英", "张伟民", "赵志强", "周晓梅", "陈立军")
    mates = mates_of(text, people(text, *names))
    assert mates["李秀英"] == {"王建国", "张伟民", "赵志强"}
    assert mates["王建国"] == {"李秀英", "张伟民", "赵志强", "陈立军"}
    assert "周晓梅" not in mates


def test_a_list_of_hundreds_is_taken_in_parts():
    names = [f"王{chr(0x4E00 + n)}" for n in range(100)]
    text = "、".join(names)
    mates = mates_of(text, people(text, *names))
    assert max(len(others) for others in mates.values()) == 29


def test_where_stays_lead():
    person = Mention(kind=Kind.PERSON, name="王建国", key="王建国", start=0, end=3)
    to = Mention(kind=Kind.PLACE, name="旺苍县", key="510821", start=4, end=7)
    sent = Sent(person=person, origin=None, destination=to, title=None, start=0, end=7, rule="x")
    into, out, there, here = ends_of([sent, sent], frozenset())
    assert into == {"510821": 2}
    assert there == {"510821": 2, "510800": 2}
    assert not out
    assert not here
