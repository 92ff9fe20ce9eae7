"""Who holds what post where: postings from the phrases that introduce people, and from tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ....ontology.records import Kind, Mention, Posting, Stance
from ...later import later
from ..page.clean import Clean
from ..people.peoplewords import people_words
from ..people.pronouns import in_play
from .aidposts import is_head
from .beside import sent_there
from .chains import before
from .phrase import Chain, Held, Line, is_person
from .posttold import told_posts
from .rowposts import seated
from .runs import after
from .shares import shared_out

__all__ = ["find_postings", "read_posts"]


def read_posts(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> tuple[tuple[Chain, ...], tuple[Held, ...]]:
    """What the text says before each name, in the order of the names, and every post as read."""
    return _read(clean, tuple(mentions), tuple(persons))


@lru_cache(maxsize=2)  # postings and secondments of one text both begin with this
def _read(
    clean: Clean, mentions: tuple[Mention, ...], persons: tuple[Mention, ...]
) -> tuple[tuple[Chain, ...], tuple[Held, ...]]:
    known, persons = in_play(clean, mentions, persons)
    line = Line(clean, known, persons)
    index = {(s.start, s.end): i for i, s in enumerate(line.spans) if is_person(s)}
    told: dict[tuple[int, int], Chain] = {}
    posts = seated(clean, line)
    for person in persons:
        span = person.start, person.end
        told[span] = chain = before(line, index[span], person, told)
        posts += chain.held
        posts += after(line, chain)
    posts += shared_out(line)
    posts += told_posts(line, {(h.person.key, h.body.key) for h in posts if h.body is not None})
    return tuple(told.values()), tuple(posts)


def find_postings(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> tuple[Posting[Mention], ...]:
    """Every post that the text says a person holds, in order of the passages.

    `mentions` are bodies and places, `persons` the persons. A post told twice is one posting with
    two passages; a post whose body the text does not show is left out.
    """
    _, told = read_posts(clean, mentions, persons)
    named: dict[str, Mention] = {}
    for person in persons:
        named.setdefault(person.key, person)
    merged: dict[tuple[str, str, str], Posting[Mention]] = {}
    known: dict[str, list[tuple[str, str]]] = {}
    for held in sorted(told, key=lambda h: (-h.confidence, h.start)):
        if held.body is None or held.title.title in _EMPTY:
            continue
        if held.title.title.endswith("干部") and (
            held.title.aid or "退休" in clean.text[held.title.start - 2 : held.title.end]
        ):
            continue
        if held.body.kind is Kind.PLACE and _of_school(held.title.title):
            continue
        if is_head(clean.text, held):
            continue
        if sent_there(clean.text, held) or _address(clean.text, held, told):
            continue
        _merge(clean, merged, known, replace(held, person=named.get(held.person.key, held.person)))
    return tuple(
        sorted(merged.values(), key=lambda p: (p.evidence[0].start, p.evidence[0].end, p.title))
    )


_TAKES_BODY = later("中心|学院|校|中学|小学|幼儿园|医院|公司|大学|研究院")


def _of_school(title: str) -> bool:
    """Whether a post cannot be held in a bare place: 教师, 校长, a body's name within the post."""
    return title.endswith(
        ("教师", "老师", "校长", "园长", "学生", "干部", "教授", "班主任")
    ) or bool(_TAKES_BODY.search(title))


def _address(text: str, post: Held, told: Sequence[Held]) -> bool:
    """Whether the post only addresses a deputy: 张校长 for 副校长张某."""
    person, title = post.person, post.title
    short = person.end - person.start < len(person.name) and title.start == person.end
    if not short or text[title.start : title.end] != title.title:
        return False
    return any(
        other.person.key == person.key and other.title.title.endswith("副" + title.title)
        for other in told
    )


_EMPTY = people_words("no_posts")


def _merge(
    clean: Clean,
    merged: dict[tuple[str, str, str], Posting[Mention]],
    known: dict[str, list[tuple[str, str]]],
    held: Held,
) -> None:
    """Add a post, or another passage and what it adds to a post that is `known` of the person."""
    body, title = held.body, held.title
    assert body is not None
    name, where = title.title, body.key or body.name
    own = known.setdefault(held.person.key, [])
    if held.rule == "elided" and any(name in one for _, one in own):
        return
    known_titles = [one for place, one in own if place == where]
    if name in ("教师", "老师"):
        name = next((t for t in known_titles if t in ("教师", "老师")), name)
    longer = next(
        (t for t in known_titles if t != name and t.endswith(name) and not t.endswith("副" + name)),
        None,
    )
    name = longer or name
    stance = Stance.INFERRED if held.rule == "elided" else Stance.STATED
    proof = clean.evidence(held.start, held.end, f"posts/{held.rule} 1", held.confidence, stance)
    key = (held.person.key, where, name)
    known_post = merged.get(key)
    if known_post is None:
        own.append((where, name))
        merged[key] = Posting(
            person=held.person, organization=body, title=name, evidence=(proof,),
            rank=title.rank, subject=title.subject, status=title.status,
        )  # fmt: skip
    else:
        merged[key] = replace(
            known_post,
            evidence=(*known_post.evidence, proof),
            rank=known_post.rank or title.rank,
            subject=known_post.subject or title.subject,
        )
