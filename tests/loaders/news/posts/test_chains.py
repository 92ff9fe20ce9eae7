import re

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import read_posts
from bangfu.ontology.records import Kind, Mention


def named(text, **kinds):
    """Mentions of the given names, each list under the name of its kind."""
    found = []
    for kind, names in kinds.items():
        for name in names:
            for at in re.finditer(re.escape(name), text):
                found.append(
                    Mention(
                        kind=Kind[kind.upper()], name=name, start=at.start(), end=at.end(), key=name
                    )
                )
    return tuple(sorted(found, key=lambda m: m.start))


def chains(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    return read_posts(clean, mentions, find_persons(clean, mentions))[0]


def told(chain):
    return [(post.title.title, post.body.name) for post in chain.held]


def test_the_row_is_read_to_the_left():
    (chain,) = chains("甲局副局长、乙校校长李明远到会。", institution=["甲局"], school=["乙校"])
    assert told(chain) == [("校长", "乙校"), ("副局长", "甲局")]


def test_a_list_inherits_the_body():
    first, second = chains("甲局局长李明远、副局长王芳到会。", institution=["甲局"])
    assert told(second) == [("副局长", "甲局")]
    assert second.held[0].rule == "list"
    assert told(first) == [("局长", "甲局")]


def test_a_clause_in_between_ends_the_row():
    (chain,) = chains("甲局局长讲话，校长李明远到会。", institution=["甲局"])
    assert told(chain) == []


def test_an_aid_post_is_noted():
    (chain,) = chains("援疆教师、青山中学物理教师李明远说。", school=["青山中学"])
    assert chain.aided
    assert told(chain) == [("教师", "青山中学")]
