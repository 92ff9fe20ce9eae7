"""The bodies of a page by what tells one from another."""

from bangfu.loaders.naming import parse_body
from bangfu.loaders.news.entities.clipped import BodyRead
from bangfu.loaders.news.entities.groups import grouped, is_proper, stem_of
from bangfu.loaders.news.entities.hits import BodyHit
from bangfu.ontology.records import Kind


def groups(text, *names):
    reads, end = [], 0
    for name in names:
        start = text.index(name, end)
        end = start + len(name)
        hit = BodyHit(start, end, Kind.SCHOOL, "小学", "primary", "word", start)
        reads.append(BodyRead(hit, name, parse_body(name)))
    return grouped(text, reads), [read.group for read in reads]


def test_bodies_with_a_joint_alone_between_them_stand_side_by_side():
    found, (one, two, three) = groups(
        "晨光小学、月光小学的老师和星光小学", "晨光小学", "月光小学", "星光小学"
    )
    assert set(found.beside) == {(one, two), (two, one)}
    assert list(found) == [one, two, three]


def test_a_group_holds_each_time_that_it_is_named():
    found, (one, _) = groups("晨光小学很远。晨光小学的老师", "晨光小学", "晨光小学")
    assert [read.hit.start for read in found[one]] == [0, 7]
    assert not found.beside


def test_the_groups_that_share_letters():
    found, (one, two) = groups("晨光小学，月光小学", "晨光小学", "月光小学")
    assert found.holding[Kind.SCHOOL, "光小"] == [one, two]
    assert found.edges[Kind.SCHOOL, "晨", "小学"] == (one,)


def test_a_day_that_a_school_is_called_by_is_its_own_name():
    assert is_proper("七一小学")
    assert not is_proper("第七小学")
    assert not is_proper("十一小学")


def test_the_stem_of_a_name_is_without_its_township_and_village():
    assert stem_of("木门镇中心小学") == ("木门中心小学", "木门")
    assert stem_of("木门镇晨光小学") == ("晨光小学", "木门")
    assert is_proper("晨光小学")
    assert not is_proper("第二小学")
