"""Units that a page calls without their body: 校团委, 公司工会, 化工学院 of its university."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from .hits import BodyHit

__all__ = ["find_units", "main_college", "unit_of"]

_COLLEGE = later(
    "(?:共青团)?(?P<name>[一-龥]{2,14}?(?:大学(?!生|城)|(?<!科)学院(?!路)|高等专科学校|高等职业学校))"
    "(?!附|[一-龥]{0,6}(?:中学|小学|幼儿园|[附校]))"
)
_UNIT = later(
    "(?P<of>(?<!学)校|(?:(?<![一-龥])|(?<=[由和与及在据]))(?:学校|学院|公司|集团|厂|医院))(?P<unit>党委(?!会|书记|副书记|委员|常委|成员|理论)|团委|工会|研究生院)(?!员会|[一-龥]{0,3}室)"
)
_FIRMS = ("公司", "集团", "厂", "医院")


def main_college(text: str, bodies: Sequence[BodyHit], publisher: str | None) -> str | None:
    """The university that most of the page's names of universities, and of their units, are of.

    If it names none, the university that publishes it.
    """
    heads = (
        _COLLEGE.match(text, hit.start, hit.end)
        for hit in bodies
        if hit.anchor != "party"
        and (hit.anchor != "university" or unit_of(text[hit.start : hit.end]))
    )
    counts = Counter("".join(head["name"].split()) for head in heads if head is not None)
    own = (publisher or "").strip()
    if not counts and _COLLEGE.fullmatch(own) is not None:
        return own
    (name, count), *_ = counts.most_common(1) or [("", 0)]
    return name if count * 2 > counts.total() else None


def unit_of(form: str) -> bool:
    """Whether the name of a faculty begins with that of its university: 晨川理工大学化工学院."""
    head = _COLLEGE.match(form)
    return head is not None and head[0].endswith("大学") and head.end() < len(form)


def find_units(text: str, named: Sequence[Mention], college: str | None) -> list[Mention]:
    """校党委, 公司工会 as bodies, where only one university or firm of the page can have them."""
    firms = _only(m.name for m in named if m.kind is Kind.INSTITUTION)
    found = []
    for match in _UNIT.finditer(text):
        owner = firms.get(match["of"]) if match["of"] in _FIRMS else college
        if owner is not None:
            name = f"{owner}{match['unit']}"
            found.append(
                Mention(
                    kind=Kind.INSTITUTION,
                    name=name,
                    start=match.start(),
                    end=match.end(),
                    key=name,
                )
            )
    return found


def _only(names: Iterable[str]) -> dict[str, str]:
    """The one firm of each ending, under that ending."""
    met: dict[str, set[str]] = {}
    for name in names:
        for ending in _FIRMS:
            if name.endswith(ending):
                met.setdefault(ending, set()).add(name)
    return {ending: next(iter(every)) for ending, every in met.items() if len(every) == 1}
