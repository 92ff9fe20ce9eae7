"""What a question may be asked about, as far as it is written: for completion in the shell.

The names of a store stand sorted in a file in its folder, with the state of the store that they
were taken from. It is written when names are first asked for after a change; from then on a
beginning is looked up by halving, so that a large store answers nearly as quickly as a small one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
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
from .remote import is_remote
from .spelling import undressed
from .store import Store, open_store
from .things import kind_of

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

    Nothing where the store cannot be read now, and no names for readers from whom some are kept.
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
        with open_store(path, create=False, read_only=True) as store:
            if kind == "list":
                return [code for code in list_codes(store) if code.startswith(text)]
            if kind in ("entity", "party", "thing", "name"):
                kinds = PARTIES if kind == "party" else _KINDS
                return names_beginning(store, path, text, kinds)
    except BangfuError:  # a writer is at work, or it is no store: the command itself will say so
        pass
    return []


def names_beginning(store: Store, path: Path, text: str, kinds: Collection[str]) -> list[str]:
    """Names in `store`, kept at `path`, of things of these `kinds` that begin so, in order."""
    lines = _lines(store, path)
    text = undressed(text)
    found: list[str] = []
    for line in _from(lines, bisect_left(lines, text)):
        name, _, kind = line.partition("\t")
        if not name.startswith(text) or len(found) == MOST:
            break
        if kind in kinds and name not in found[-1:]:
            found.append(name)
    return found


def _from(lines: Sequence[str], first: int) -> Iterator[str]:
    for at in range(first, len(lines)):
        yield lines[at]


def _lines(store: Store, path: Path) -> list[str]:
    """Name and kind of all things, sorted."""
    state, file = revision(path), path / NAMES
    try:
        first, _, rest = file.read_text(encoding="utf-8").partition("\n")
        if first == state:
            return rest.split("\n")
    except (OSError, UnicodeDecodeError):
        pass
    told = {
        f"{name}\t{kind_of(one)}"
        for how in (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL)
        for one, name in rows(store, _NAMED % how)
        if kind_of(one) in _KINDS and not {"\t", "\n", "\r"} & {*name}
    }
    lines = sorted(told)
    part = file.with_name(f"{NAMES}.part")
    try:
        part.write_text("\n".join((state, *lines)), encoding="utf-8", newline="\n")
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
    return lines


def _tells_grounds(one: Question, text: str) -> bool:
    columns = {column.name for column in question(one.name).columns}
    return one.name.startswith(text) and "fact" in columns and one.name != "official-only"
