"""What a question may be asked about, as far as it is written: for completion in the shell.

The names of a store stand sorted in a file in its folder, with the state of the store that they
were taken from. It is written when names are first asked for after a change; from then on it is
read, as far as is needed, without opening the store.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Final

from ..ontology import terms as t
from ..ontology.errors import BangfuError
from .asked import STEPS
from .edgelog import NAMES, revision
from .fill import rows
from .lists import list_codes
from .names import PARTIES
from .profile import Profile
from .question import Question, question, questions
from .refs import kind_of
from .remote import is_remote
from .settling import settled
from .spelling import undressed
from .store import open_store
from .wholefile import keep_if_possible

__all__ = ["MOST", "names_beginning", "values_beginning"]

MOST: Final = 50
"""Names that are offered at once."""

_KINDS: Final = frozenset((*PARTIES, "programme", "batch", "event"))
_NAMED: Final = f"""SELECT DISTINCT ?e ?name WHERE {{
  GRAPH <{t.DERIVED_GRAPH}> {{ ?e <%s> ?name }} FILTER(LANG(?name) = "zh") }}"""


def values_beginning(
    path: Path, profile: Profile, asked: str, given: Sequence[str], text: str
) -> list[str]:
    """What may be written next to the question `asked`, after the values `given`: at most `MOST`.

    Nothing where the store cannot be read now, or has yet to follow the decisions beside it, and no
    names for readers from whom some are kept.
    """
    known = {one.name: one for one in questions()}
    if asked not in known or len(given) >= len(known[asked].parameters):
        return []
    kind = known[asked].parameters[len(given)].kind
    if kind == "level":
        return [step for step in STEPS if step.startswith(text)]
    if asked == "official-only" and given:
        return values_beginning(path, profile, given[0], given[1:], text)
    if asked == "official-only":
        return [one.name for one in questions() if _tells_grounds(one, text)]
    if profile is not Profile.INTERNAL or is_remote(path) or not path.exists():
        return []
    try:
        if not settled(path):  # who is to be left out is still in it
            return []
        if kind == "list":
            with open_store(path, create=False, read_only=True) as store:
                return [code for code in list_codes(store) if code.startswith(text)]
        if kind in ("entity", "party", "thing", "name"):
            return names_beginning(path, text, PARTIES if kind == "party" else _KINDS)
    except BangfuError:  # a writer is at work, or it is no store: the command itself will say so
        pass
    return []


def names_beginning(path: Path, text: str, kinds: Collection[str]) -> list[str]:
    """Names in the store at `path` of things of these `kinds` that begin so, in order."""
    text = undressed(text)
    found = _kept(path, text, kinds)
    return _offered(_made(path), text, kinds) if found is None else found


def _offered(lines: Iterable[str], text: str, kinds: Collection[str]) -> list[str]:
    """The same, of the sorted `lines` of name and kind."""
    found: list[str] = []
    for line in takewhile(
        lambda line: line.startswith(text), dropwhile(lambda line: line < text, lines)
    ):
        name, _, kind = line.rstrip("\n").partition("\t")
        if len(found) == MOST:
            break
        if kind in kinds and name not in found[-1:]:
            found.append(name)
    return found


def _kept(path: Path, text: str, kinds: Collection[str]) -> list[str] | None:
    """The same, from the file; None if there is none of the store as it stands."""
    try:
        with (path / NAMES).open(encoding="utf-8", newline="\n") as lines:
            if next(lines, "") == f"{revision(path)}\n":
                return _offered(lines, text, kinds)
    except (OSError, UnicodeDecodeError):
        pass
    return None


def _made(path: Path) -> list[str]:
    """Name and kind of all things, sorted; kept in the file."""
    with open_store(path, create=False, read_only=True) as store:
        told = {
            f"{name}\t{kind_of(one)}"
            for how in (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL)
            for one, name in rows(store, _NAMED % how)
            if kind_of(one) in _KINDS and not {"\t", "\n", "\r"} & {*name}
        }
        lines = sorted(told)
        keep_if_possible(path / NAMES, "\n".join((revision(path), *lines)))
    return lines


def _tells_grounds(one: Question, text: str) -> bool:
    columns = {column.name for column in question(one.name).columns}
    return one.name.startswith(text) and "fact" in columns and one.name != "official-only"
