"""Two people of one name in one text, told apart by their posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from .titles import Title

__all__ = ["told_apart"]

_OFFICE = later("县长|市长|区长|州长|旗长|常委|书记|局长|部长|处长|科长|主席|主委|巡视员|调研员")
_TEACHING = later("教师|老师|教授|讲师|教研员|研究员|导师")


def told_apart(
    text: str,
    bodies: Sequence[Mention],
    titles: Sequence[Title],
    people: Sequence[Mention],
    seats: frozenset[int] = frozenset(),
) -> tuple[Mention, ...]:
    """The mentions with keys: 张华, and 张华#2 from where a 张华 comes in who cannot be the first.

    An introduction is a post with its body before the name. An office-holder and a teacher, or two
    teachers of different schools, are two people; a later bare name is the one introduced last. A
    name that opens two lines of a list, at each of the `seats`, is that of two people.
    """
    by_end = {title.end: title for title in titles}
    body_end = {m.end: m for m in bodies if m.kind in (Kind.SCHOOL, Kind.INSTITUTION, Kind.PLACE)}
    seen: dict[str, list[tuple[str, str, str]]] = {}
    now: dict[str, str] = {}
    told: list[Mention] = []
    seated: dict[str, int] = {}
    for person in people:
        if person.start in seats:
            seated[person.name] = number = seated.get(person.name, 0) + 1
            if number > 1:
                now[person.name] = f"{person.name}#{number}"
                told.append(replace(person, key=now[person.name]))
                continue
        introduced = _introduction(text, by_end, body_end, person.start)
        if introduced is not None and text[person.start : person.end] == person.name:
            body, role = introduced
            for key, known_body, known_role in seen.get(person.name, []):
                if not _cannot_be_one(known_body, known_role, body, role):
                    now[person.name] = key
                    break
            else:
                number = len({key for key, _, _ in seen.get(person.name, [])}) + 1
                now[person.name] = person.name if number == 1 else f"{person.name}#{number}"
            seen.setdefault(person.name, []).append((now[person.name], body, role))
        key = now.get(person.name, person.name)
        told.append(person if key == person.key else replace(person, key=key))
    return tuple(told)


def _introduction(
    text: str, by_end: dict[int, Title], body_end: dict[int, Mention], at: int
) -> tuple[str, str] | None:
    """The body and the posts that stand right before `at`."""
    roles = []
    while (title := by_end.get(at)) is not None:
        roles.append(title.title)
        at = title.start
        if at in body_end:
            return body_end[at].name, "、".join(roles)
        while at and text[at - 1] in "、":
            at -= 1
    return None


def _cannot_be_one(body: str, role: str, other_body: str, other_role: str) -> bool:
    """Whether two introductions exclude each other."""
    if body == other_body or body in other_body or other_body in body:
        return False
    office, other_office = bool(_OFFICE.search(role)), bool(_OFFICE.search(other_role))
    teaching, other_teaching = bool(_TEACHING.search(role)), bool(_TEACHING.search(other_role))
    return (office and other_teaching and not other_office) or (
        teaching and other_office and not office
    )
