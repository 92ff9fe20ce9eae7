"""The third question of the model of stays: is this person's likeliest stay to be believed?

The first two answers are made without each other. Here they are seen together, for everybody of
the page: how sure each is, how far the best host is ahead, what they are for those who stand in
one list with the person, which bodies may be the home of somebody sent there, and what the
sentences say of work away from home. A model over the answers of others is a stacked one (Wolpert,
"Stacked generalization", 1992); it is trained on answers about articles that these were not
trained on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ....ontology.records import Kind, Mention
from ...weights import logistic
from ..entities.sides import EAST, WEST, codes_of, contains, direction
from .hosts import apart, may_help
from .stayguards import homes_of_person, in_crowd, sent_on, serves
from .staynames import is_han, is_transcribed
from .stayscene import BODIES, Scene
from .staysides import Sides

__all__ = ["Answers", "Candidate", "belief_signs", "chosen_of", "has_home"]

_PREFIX = "all:"
"""Signs of the third question share a model with the others, and no weights."""
_WIDER = 3.0
"""So much likelier than a school may the county be in which it lies, and still give way to it."""
_NATS = (-5, -4, -3, -2, -1, 0, 1, 2, 3, 5)
_SHARES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_AHEAD = (0, 0.5, 1, 2, 3, 5)


@dataclass(frozen=True)
class Candidate:
    """Somebody who may have been sent, with what the first two answers say, in nats.

    The second answer is dear, and of most people nobody asks it: it is worked out when it is.
    """

    person: Mention
    sent: float
    where: Callable[[], tuple[Sequence[tuple[float, Mention]], int]]
    """Works out :attr:`hosts` and :attr:`chosen`."""

    @cached_property
    def _answer(self) -> tuple[Sequence[tuple[float, Mention]], int]:
        return self.where()

    @property
    def hosts(self) -> Sequence[tuple[float, Mention]]:
        """The bodies that may be the host, the likeliest first."""
        return self._answer[0]

    @property
    def chosen(self) -> int:
        """Which of these is the host if any is: a school may go before its county."""
        return self._answer[1]

    @property
    def host(self) -> Mention | None:
        """The body that is the host if any is."""
        return self.hosts[self.chosen][1] if self.hosts else None


@dataclass(frozen=True)
class Answers:
    """The first two answers for everybody of a page."""

    scene: Scene
    sides: Sides
    candidates: Sequence[Candidate]

    @cached_property
    def sent(self) -> dict[str, float]:
        """Person → how likely sent, in nats."""
        return {one.person.key: one.sent for one in self.candidates}

    @cached_property
    def at(self) -> Counter[str]:
        """How many who are likely sent have each body as their likeliest host."""
        hosts = (one.host for one in self.candidates if one.sent > 0)
        return Counter(host.key for host in hosts if host is not None)


def chosen_of(hosts: Sequence[tuple[float, Mention]], context: Collection[str]) -> int:
    """The likeliest host, or the school in it that is nearly as likely: it says more."""
    best, host = hosts[0]
    for number, (nats, body) in enumerate(hosts[1:], 1):
        inside = body.kind is Kind.SCHOOL and contains(host, body, context)
        if host.kind is Kind.PLACE and inside and _WIDER * logistic(nats) > logistic(best):
            return number
    return 0


def belief_signs(page: Answers, one: Candidate) -> list[str]:
    """All signs of a candidate with a host, for the third question."""
    signs = (*_sure(page, one), *_company(page, one), *_ends(page, one), *_said(page, one))
    return [_PREFIX + sign for sign in dict.fromkeys(signs)]


def has_home(page: Answers, one: Candidate) -> bool:
    """Whether the page tells where a candidate may come from: a body, or a sender."""
    host = one.host
    if page.sides.sender is not None:
        return True
    return any(host is None or home.key != host.key for home in _known(page.scene, one.person))


def _known(scene: Scene, person: Mention) -> list[Mention]:
    """The bodies and places that may be a person's home: told ones, and those of posts."""
    posts = scene.posts.get(person.key, ())
    bodies = [p.body for p in posts if p.body is not None and p.rule != "elided"]
    return [*homes_of_person(scene, person), *bodies]


def _over(name: str, number: float, steps: Sequence[float]) -> Iterator[str]:
    """A sign for each step that a number passes: it speaks the more, the more it passes."""
    return (f"{name}>{step}" for step in steps if number > step)


def _sure(page: Answers, one: Candidate) -> Iterator[str]:
    """How likely the first two answers are, and how far the host is ahead of the others."""
    nats, host = one.hosts[one.chosen]
    whole = sum(logistic(other) for other, _ in one.hosts)
    others = [other for n, (other, _) in enumerate(one.hosts) if n != one.chosen]
    yield from _over("sent", one.sent, _NATS)
    yield from _over("host", nats, _NATS)
    yield from _over("share", logistic(nats) / whole, _SHARES)
    yield from _over("ahead", nats - max(others, default=-9.0), _AHEAD)
    yield from _over("least", min(one.sent, nats), (-4, -3, -2, -1, 0, 1, 2))
    yield from _over("both", one.sent + nats, (-6, -4, -2, -1, 0, 1, 2, 3, 4, 6))
    yield from (f"k={host.kind.value}", f"n={min(len(one.hosts), 6)}")


def _company(page: Answers, one: Candidate) -> Iterator[str]:
    """What the answers are for the others, first of all for those in one list."""
    scene, host = page.scene, one.hosts[one.chosen][1]
    mates = scene.mates.get(one.person.key, frozenset())
    sent = [page.sent[key] for key in sorted(mates) if key in page.sent]
    yield f"mates={bool(sent)}"
    if sent:
        yield from _over("mate", max(sent), (-3, -1, 0, 1, 2, 4))
        yield from _over("mean", sum(sent) / len(sent), (-3, -1, 0, 1, 2, 4))
        yield f"stay={min(len(mates & scene.stayed), 2)}"
    yield f"same={min(page.at[host.key] - (one.sent > 0), 3)}"
    yield f"nsent={min(sum(1 for other in page.candidates if other.sent > 0), 4)}"
    yield f"taking={host.key in page.sides.taking}"


def _ends(page: Answers, one: Candidate) -> Iterator[str]:
    """Which bodies may be the home of somebody who is sent to this host."""
    scene, host, key = page.scene, one.hosts[one.chosen][1], one.person.key
    posts = scene.posts.get(key, ())
    bodies = [p.body for p in posts if p.body is not None and p.rule != "elided"]
    known = _known(scene, one.person)
    fits = any(_relation(scene, home, host)[:2] == "AH" for home in known)
    own = any(
        post.title.learner or (post.body is not None and post.body.key == host.key)
        for post in posts
        if post.rule != "elided" or post.title.title not in ("教师", "老师")
    )  # a post without a body is held at the school named last, or at none
    yield f"told={_relation(scene, scene.told.get(key), host)}"
    yield f"home={_relation(scene, scene.homes.get(key), host)}"
    yield from sorted({f"post={_relation(scene, body, host)}" for body in bodies}) or ["post=none"]
    yield f"sender={_relation(scene, page.sides.sender, host)}"
    yield from (f"fits={fits}", f"known={bool(known)}", f"own={own}", f"own={own}fits={fits}")
    side = _side(scene, host)
    ways = sorted({_side(scene, home) for home in known if home.key != host.key})
    yield from (f"side={side}", f"way={''.join(ways)}{side}")
    team = sent_on(scene, one.person)
    yield from (f"team={team}", f"team={team}fits={fits}")


def _said(page: Answers, one: Candidate) -> Iterator[str]:
    """What the sentences of the person say, where the host stands, and what the name says."""
    scene, person, host = page.scene, one.person, one.hosts[one.chosen][1]
    met = scene.met.get((person.key, host.key), ())
    yield f"aided={person.key in scene.aided}"
    yield f"serves={serves(scene, person)}{serves(scene, person, likely=True)}"
    yield f"crowd={in_crowd(scene, person, host)}"
    yield f"unclear={page.sides.unclear(person, host)}"
    yield f"met={min((one[2] for one in met), default='no')}"
    yield f"han={is_han(person.name)}{is_transcribed(person.name)}{scene.western}"


def _relation(scene: Scene, home: Mention | None, host: Mention) -> str:
    """How a body stands to a host: apart from it (A), one that may help it (H), its direction."""
    if home is None or home.key == host.key:
        return "-" if home is None else "same"
    if home.kind not in BODIES:
        return "?"
    far = "A" if apart(home, host, scene.context) else "n"
    helps = "H" if may_help(home, host, scene.context) else "n"
    return f"{far}{helps}{direction(home, host, context=scene.context)}"


def _side(scene: Scene, body: Mention) -> str:
    """Whether something lies in the provinces that send, in those that receive, or between."""
    codes = codes_of(body, scene.context)
    if not codes:
        return "?"
    return "E" if codes[-1] in EAST else "W" if codes[-1] in WEST else "C"
