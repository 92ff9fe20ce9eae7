"""No pair that could matter is passed over: the ranking against every pair of the page."""

from dataclasses import replace
from functools import cache

import pytest

from bangfu.loaders.models import shipped_weights
from bangfu.loaders.news import named
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.stayranks import promising
from bangfu.loaders.news.posts.staysigns import (
    all_of_others,
    all_of_stranger,
    home_but,
    of_others,
    of_stranger,
    pairs_of,
    signs_of,
)
from bangfu.loaders.source import Document
from bangfu.ontology.records import Kind

TEXT = """杭州市学军中学教师王建国赴旺苍县支教，担任旺苍中学副校长。
宁波市效实中学选派李秀英、张伟民到苍溪县任教。
旺苍县第二小学、旺苍县第三小学、苍溪县实验中学和苍溪县陵江小学参加了活动。
来自杭州的赵志强老师说，援派教师在旺苍县嘉川中学服务一年。
周晓梅是旺苍县东河小学的教师。成都市石室中学的陈立军挂职苍溪中学校长。
"""


@cache
def scene():
    page, mentions, persons, _ = named(Document(address="a", name="a", sha256="a" * 64, raw=TEXT))
    return scene_of(page, mentions, persons)


def keys(pairs):
    return [(person.key, body.key) for person, body in pairs]


@pytest.mark.parametrize("least", [0.02, 0.1, 0.3, 0.8])
def test_every_pair_as_likely_as_asked_for_is_there(least):
    page, weights = scene(), shipped_weights("stays")
    likely = [
        (person.key, body.key)
        for person, body in pairs_of(page)
        if weights.probability(signs_of(page, person, body)) >= least
    ]
    found = keys(promising(page, weights, least))
    assert set(likely) <= set(found)
    every = keys(pairs_of(page))
    assert found == [pair for pair in every if pair in found]


def test_what_is_hopeless_is_not_looked_at():
    page, weights = scene(), shipped_weights("stays")
    assert len(keys(promising(page, weights, 0.99))) < len(keys(pairs_of(page)))


def test_persons_who_are_known_are_left_out():
    page, weights = scene(), shipped_weights("stays")
    known = {person for person, _ in keys(pairs_of(page))}
    assert known
    assert keys(promising(page, weights, 0.1, known)) == []


def test_the_ranking_is_not_that_of_another_page():
    page, weights = scene(), shipped_weights("stays")
    bare = replace(page, rule_stays=())
    assert bare.seen is not page.seen
    assert keys(promising(bare, weights, 0.0000001)) == keys(pairs_of(bare))


def test_nothing_is_said_of_a_stranger_or_of_others_but_what_the_bound_knows():
    page = scene()
    for person, body in pairs_of(page):
        if body.kind is Kind.SCHOOL:
            home = home_but(page, person, body)
            told = page.others(person.key).any
            stranger = of_stranger(page, home, body)
            assert stranger in [*all_of_stranger(None if home is None else home.kind)]
            others = of_others(page, person, body, home)
            assert others in [*all_of_others(told, home is not None)]


def test_the_stays_of_others_are_those_of_all_but_one():
    page = scene()
    assert page.rule_stays
    for stay in page.rule_stays:
        rest = [s for s in page.rule_stays if s.person.key != stay.person.key]
        others = page.others(stay.person.key)
        assert others.to == {s.destination.key for s in rest if s.destination}
        assert others.of == {s.origin.key for s in rest if s.origin}
        assert others.any == bool(rest)
