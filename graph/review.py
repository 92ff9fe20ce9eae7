"""Pairs that may be one thing, laid out side by side to be decided: terminal, page, rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol

import jinja2

from ..ontology.messages import Lang, say, table
from ..ontology.terms import ID
from .engine import Store
from .judgements import Decision
from .sides import Side, side

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Pair", "Proposed", "pairs", "review_json", "review_page", "review_rows", "walk"]

_KEYS: Final = {"s": Decision.SAME, "d": Decision.DIFFERENT, "u": Decision.UNSURE}
_PARTS: Final = ("names", "bodies", "places", "dates", "sources")


class Proposed(Protocol):
    """A merge that is likely and not certain: two IRIs, how likely, why, and facts at stake."""

    @property
    def a(self) -> str:
        """One of the two."""
        ...

    @property
    def b(self) -> str:
        """The other."""
        ...

    @property
    def score(self) -> float:
        """How likely, 0–1."""
        ...

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why: codes of ``identity.…`` in the table of strings."""
        ...

    @property
    def effect(self) -> int:
        """How many facts the decision touches."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A proposed merge with both sides; `reasons` are in words."""

    a: Side
    b: Side
    score: float
    reasons: tuple[str, ...]
    effect: int


def pairs(store: Store, proposed: Iterable[Proposed], lang: Lang) -> tuple[Pair, ...]:
    """The proposals with both their sides, in their order."""
    return tuple(
        Pair(
            a=side(store, one.a),
            b=side(store, one.b),
            score=one.score,
            reasons=tuple(_reason(reason, lang) for reason in one.reasons),
            effect=one.effect,
        )
        for one in proposed
    )


def walk(
    found: Sequence[Pair],
    lang: Lang,
    key: Callable[[], str],
    decide: Callable[[Pair, Decision], None],
    back: Callable[[Pair], None],
    console: Console | None = None,
) -> tuple[int, int]:
    """Show pair after pair, and do what the keys say; gives the pairs seen and the decisions left.

    `key` waits for one key: s, d and u decide at once, n passes on, b goes back and takes back what
    was decided there, q ends. What `decide` refuses is told, and the pair stays.
    """
    from rich.console import Console as Screen
    from rich.markup import escape

    from ..ontology.errors import JudgementError

    screen = console or Screen(highlight=False)
    decided: dict[int, Decision] = {}
    at = seen = 0
    while at < len(found):
        seen = max(seen, at + 1)
        _draw(screen, found[at], f"{at + 1}/{len(found)}", lang)
        pressed = key().lower()
        while pressed not in (*_KEYS, "n", "b", "q", "\x03", "\x04"):
            pressed = key().lower()
        if pressed in _KEYS:
            try:
                decide(found[at], _KEYS[pressed])
            except JudgementError as error:
                screen.print(escape(error.told(lang)))
                continue
            decided[at] = _KEYS[pressed]
            at += 1
        elif pressed == "n":
            at += 1
        elif pressed == "b":
            at = max(at - 1, 0)
            if decided.pop(at, None) is not None:
                back(found[at])
        else:
            break
    return seen, len(decided)


def review_rows(found: Iterable[Pair]) -> list[tuple[str, ...]]:
    """A, B, score, effect and reasons of each pair; the short IRIs are what ``judge`` takes."""
    return [
        (
            f"{one.a.label} {one.a.iri.removeprefix(ID)}",
            f"{one.b.label} {one.b.iri.removeprefix(ID)}",
            f"{one.score:.2f}",
            str(one.effect),
            "；".join(one.reasons),
        )
        for one in found
    ]


def review_json(found: Iterable[Pair]) -> list[dict[str, Any]]:
    """The pairs as plain values."""
    return [asdict(one) for one in found]


def review_page(found: Sequence[Pair], lang: Lang) -> str:
    """An HTML page that opens offline and runs no script; every name and quote is escaped."""
    shown = [
        {
            "number": number,
            "score": f"{one.score:.2f}",
            "effect": one.effect,
            "reasons": one.reasons,
            "rows": [
                (say(f"judging.side-{part}", lang), getattr(one.a, part), getattr(one.b, part))
                for part in _PARTS
            ],
            "a": one.a,
            "b": one.b,
            "short": (one.a.iri.removeprefix(ID), one.b.iri.removeprefix(ID)),
        }
        for number, one in enumerate(found, start=1)
    ]
    words = {
        name: say(f"judging.{name}", lang)
        for name in ("page-title", "head-score", "head-effect", "head-reasons", "side-passages")
    }
    how = say("judging.page-how", lang, count=len(found))
    return _template().render(lang=lang, words=words, how=how, pairs=shown)


@cache
def _template() -> jinja2.Template:
    loader = jinja2.PackageLoader(__package__ or "", "templates")
    made = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    return made.get_template("review.html")


def _reason(reason: str, lang: Lang) -> str:
    key = reason if reason in table() else f"identity.{reason}"
    return say(key, lang) if key in table() else reason


def _draw(screen: Console, one: Pair, number: str, lang: Lang) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    sheet = Table(box=box.SIMPLE_HEAD, expand=True, title=Text(number))
    sheet.add_column("", no_wrap=True)
    sheet.add_column(Text(one.a.label), ratio=1, overflow="fold")
    sheet.add_column(Text(one.b.label), ratio=1, overflow="fold")
    for part in _PARTS:
        a, b = ("\n".join(getattr(end, part)) for end in (one.a, one.b))
        # Text, not markup: a name with square brackets is data
        sheet.add_row(Text(say(f"judging.side-{part}", lang)), Text(a), Text(b))
    sheet.add_row(
        Text(say("judging.side-passages", lang)),
        *(
            Text("\n\n".join(f"“{p.quote}”\n{p.address}" for p in end.passages))
            for end in (one.a, one.b)
        ),
    )
    if screen.is_terminal:
        screen.clear()
    screen.print(sheet)
    why = "；".join(one.reasons)
    screen.print(
        Text(f"{say('judging.head-reasons', lang)}: {why}"),
        Text(
            f"{say('judging.head-score', lang)}: {one.score:.2f}  "
            f"{say('judging.head-effect', lang)}: {one.effect}"
        ),
        Text(say("judging.keys", lang)),
        sep="\n",
    )
