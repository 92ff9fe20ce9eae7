from dataclasses import replace

import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.sendings import Sent
from bangfu.loaders.news.posts.stayfacts import secondment_of, with_posts
from bangfu.ontology.records import Stance, Status

HOME, HOST = "青山中学", "白水中学"


def fact(text, host=HOST, **options):
    (person,) = named(text, person=["李明远"])
    things = named(text, school=[HOME, HOST, "河源大学"], institution=["河源大学教务处"])
    to = next(m for m in things if m.name == host)
    sent = Sent(
        person=person, origin=None, destination=to, title=None, start=0, end=len(text), rule="goes"
    )
    return secondment_of(from_text(text), sent, (), schools=things, **options)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"李明远到{HOST}支教。", Status.ACTIVE),
        (f"李明远即将到{HOST}支教。", Status.PLANNED),
        (f"李明远在{HOST}支教期满。", Status.ENDED),
    ],
)
def test_whether_it_is_over(text, status):
    assert fact(text).status is status


def test_a_department_of_a_university_stands_for_the_university():
    text = "河源大学很美。李明远任河源大学教务处处长。"
    assert fact(text, "河源大学教务处").destination.name == "河源大学"


def test_what_is_inferred_says_so():
    proof = fact(f"李明远到{HOST}支教。", inferred=True).evidence[0]
    assert (proof.stance, proof.confidence) == (Stance.INFERRED, 0.6)


def test_the_office_that_somebody_was_sent_to_is_a_post():
    stay = replace(fact(f"李明远到{HOST}挂职副校长。"), title="副校长")
    (post,) = with_posts((), (stay,))
    assert (post.person.name, post.organization.name, post.title) == ("李明远", HOST, "副校长")
    assert with_posts((post,), (stay,)) == (post,)
    assert with_posts((), (replace(stay, title="教师"),)) == ()
    assert (
        with_posts((), (replace(stay, evidence=fact(f"李明远在{HOST}。", inferred=True).evidence),))
        == ()
    )


def test_the_longest_name_of_a_university_is_meant_and_only_schools():
    text = "河源大学河源大学师范学院河源大学师范学院教务处"
    person = named("李明远", person=["李明远"])[0]
    things = named(
        text, school=["河源大学", "河源大学师范学院"], institution=["河源大学师范学院教务处"]
    )
    office = next(m for m in things if m.name.endswith("处"))
    sent = Sent(
        person=person, origin=None, destination=office, title=None, start=0, end=3, rule="goes"
    )
    told = secondment_of(from_text(text), sent, (), schools=[m for m in things if m != office])
    assert told.destination.name == "河源大学师范学院"


@pytest.mark.parametrize("own", ["第一附属医院", "附中帮扶办公室"])
def test_the_hospital_of_a_university_is_a_body_of_its_own(own):
    text = f"李明远到河源大学{own}挂职。河源大学很美。"
    things = named(text, school=["河源大学"], institution=[f"河源大学{own}"])
    person = named(text, person=["李明远"])[0]
    to = next(m for m in things if m.name.endswith(own))
    sent = Sent(person=person, origin=None, destination=to, title=None, start=0, end=9, rule="goes")
    told = secondment_of(from_text(text), sent, (), schools=[m for m in things if m != to])
    assert told.destination == to


def test_what_stands_above_a_list_is_quoted_and_read():
    text = "拟选派下列教师：\n白水中学\n李明远（青山中学）"
    person = named(text, person=["李明远"])[0]
    host = named(text, school=[HOST])[0]
    sent = Sent(
        person=person, origin=None, destination=host, title=None,
        start=person.start, end=person.end, rule="headed-list",
        support=((0, 8), (host.start, host.end)),
    )  # fmt: skip
    told = secondment_of(from_text(text), sent, ())
    assert told.status is Status.PLANNED
    assert [proof.quote for proof in told.evidence] == ["李明远", "拟选派下列教师：", HOST]
